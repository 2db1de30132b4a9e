"""Made-up people and states for the gallery of components; no word of it comes from the database."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from kern.forms import DagField, KansForm, TijdField


@dataclass(frozen=True)
class Person:
    """Someone who does not exist."""

    pk: int
    voornaam: str
    achternaam: str

    def get_full_name(self) -> str:
        """First name and last name."""
        return f"{self.voornaam} {self.achternaam}"


@dataclass(frozen=True)
class Step:
    """One step of a made-up gesprek."""

    nummer: str
    titel: str
    klaar: bool = False
    nu: bool = False
    code: str = ""


class GalleryForm(KansForm):
    """Every kind of field that we use; never saved."""

    dag = DagField(label="Dag van het gesprek")
    tijd = TijdField(label="Tijd", required=False)
    plek = forms.CharField(
        label="Plek", max_length=80, error_messages={"required": "Vul in waar jullie afspreken"}
    )
    wie = forms.ChoiceField(
        label="Met wie", choices=[("", "Kies iemand"), ("1", "Fatou Keita"), ("2", "Tarık Kovač")]
    )
    soort = forms.ChoiceField(
        label="Hoe praten jullie?",
        help_text="Bellen mag ook.",
        choices=[("school", "Op school"), ("stage", "Op de stage"), ("telefoon", "Aan de telefoon")],
        widget=forms.RadioSelect,
    )
    erbij = forms.MultipleChoiceField(
        label="Wie is er nog bij?",
        required=False,
        choices=[("kawer", "Soraya Haddou, KAW-er"), ("praktijk", "Petra Kuipers, praktijkbegeleider")],
        widget=forms.CheckboxSelectMultiple,
    )
    notitie = forms.CharField(
        label="Waar gaat het over?",
        help_text="Schrijf het zo op dat de student het kan lezen.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    herinner = forms.BooleanField(label="Herinner mij de dag ervoor", required=False)


PEOPLE = {
    "harold": Person(0, "Harold", "Vermeer"),
    "petra": Person(1, "Petra", "Kuipers"),
    "soraya": Person(3, "Soraya", "Haddou"),
    "fatou": Person(4, "Fatou", "Keita"),
    "devon": Person(2, "Devon", "Gomes"),
}
STEPS = [
    Step("1", "Bereid je samen voor", klaar=True),
    Step("2", "Kijk hoe het gaat", klaar=True),
    Step("3", "Zeg het duidelijk", nu=True),
    Step("4", "Kies wat jullie gaan doen"),
    Step("5", "Sluit goed af"),
]


def gallery_context() -> dict[str, Any]:
    """Everything that the gallery shows."""
    return {
        "people": PEOPLE,
        "stappen": STEPS,
        "momenten": [("Voor", "", False), ("Tijdens", "", True), ("Na", "", False)],
        "saved_at": timezone.localtime().replace(hour=10, minute=42),
        "clean_form": GalleryForm(initial={"dag": "2026-03-19", "plek": "Lokaal 1.12"}, prefix="leeg"),
        "error_form": GalleryForm(QueryDict("fout-erbij=kawer&fout-notitie=Over+de+stage"), prefix="fout"),
    }
