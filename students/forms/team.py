"""What people fill in about how to reach them, and about who there is around a student."""

from typing import Any

from django import forms
from django.utils import timezone

from kern.forms import DagField, KansForm
from students.actions.netwerk import Mag, Wie
from students.actions.team import Woorden
from students.enums import Grondslag
from students.leeftijd import parent_decides_along
from students.models import Bereikbaar, Contactpersoon, Student
from students.models.bereikbaar import DAGEN
from students.models.netwerk import NABIJ, Antwoord, Relatie

VRAAG, GROND = "vraag", "grond"
NOOIT = "Schrijf niet op wat er aan de hand is: niets over ziekte, politie of straf."


class BereikbaarForm(KansForm):
    """When and how somebody is to be reached."""

    dagen = forms.TypedMultipleChoiceField(
        label="Op welke dagen ben je er?",
        choices=[(number, day) for number, day in enumerate(DAGEN[:6])],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    tekst = forms.CharField(
        label="Wanneer en hoe bereikt iemand jou het best?",
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: app mij, ik bel dezelfde dag terug. Na 17.00 uur niet.",
    )
    toon_telefoon = forms.BooleanField(label="Laat mijn telefoonnummer zien", required=False)
    toon_email = forms.BooleanField(label="Laat mijn e-mailadres zien", required=False)

    def __init__(self, *args: Any, row: Bereikbaar, **kwargs: Any) -> None:
        names = ("dagen", "tekst", "toon_telefoon", "toon_email")
        super().__init__(*args, initial={name: getattr(row, name) for name in names}, **kwargs)
        if row.user.telefoon:
            self.fields["toon_telefoon"].help_text = row.user.telefoon
        else:
            del self.fields["toon_telefoon"]
        self.fields["toon_email"].help_text = row.user.email

    def woorden(self) -> Woorden:
        """What was said."""
        data = self.cleaned_data
        return Woorden(
            tuple(data["dagen"]), data["tekst"], data.get("toon_telefoon", False), data["toon_email"]
        )


def _relaties() -> list[Any]:
    near = [(one.value, one.label) for one in Relatie if one in NABIJ]
    work = [(one.value, one.label) for one in Relatie if one not in NABIJ and one != Relatie.ANDERS]
    return [
        ("", "Kies"),
        ("Uit het leven van de student", near),
        ("Van een organisatie", work),
        (Relatie.ANDERS.value, "anders"),
    ]


class NetwerkForm(KansForm):
    """Somebody around a student, and why the team may get in touch."""

    relatie = forms.ChoiceField(
        label="Wie is het voor de student?",
        choices=_relaties,
        error_messages={"required": "Kies wie het is voor de student"},
    )
    naam = forms.CharField(label="Naam", max_length=120, error_messages={"required": "Vul de naam in"})
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    waarvoor = forms.CharField(
        label="Waarvoor is contact handig?",
        max_length=200,
        help_text=f"Bijvoorbeeld: bellen als hij er niet is. {NOOIT}",
        error_messages={"required": "Schrijf op waarvoor contact handig is"},
    )
    bereiken = forms.CharField(
        label="Hoe bereik je deze persoon?",
        max_length=200,
        required=False,
        help_text="Het team ziet dit pas als de student ja zegt, of als er een grond is.",
    )
    mag = forms.ChoiceField(
        label="Mag het team contact zoeken?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of het team contact mag zoeken"},
    )
    gezegd_op = DagField(label="Wanneer zei de student dat?", required=False)
    ouder = forms.CharField(
        label="Welke ouder beslist mee?",
        max_length=120,
        required=False,
        help_text="Onder de 16 jaar beslist een ouder mee.",
    )
    grond = forms.ChoiceField(
        label="Waarom mag het zonder een ja?",
        choices=[("", "Kies een grond"), *Grondslag.choices],
        required=False,
    )
    grond_reden = forms.CharField(
        label="Leg uit waarom",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De student leest dit ook.",
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, student: Student, row: Contactpersoon | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.student, self.row = student, row
        name = student.voornaam
        ask = f"Nog vragen: {name} ziet het en zegt ja of nee"
        if row is not None:
            ask = "Laat staan wat er nu staat"
        mag = self.fields["mag"]
        assert isinstance(mag, forms.ChoiceField)
        mag.choices = [
            (VRAAG, ask),
            (Antwoord.JA.value, f"{name} zei ja"),
            (Antwoord.NEE.value, f"{name} zei nee"),
            (GROND, "Zonder een ja, met een reden"),
        ]
        if not parent_decides_along(student, timezone.localdate()):
            del self.fields["ouder"]
        if row is not None and not row.mag:
            del self.fields["bereiken"]

    def clean(self) -> dict[str, Any]:
        """What belongs to the choice is filled in."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("mag") in (Antwoord.JA, Antwoord.NEE):
            self._need(data, "gezegd_op", "Kies de dag waarop de student het zei")
        if data.get("mag") == GROND:
            self._need(data, "grond", "Kies een grond")
            self._need(data, "grond_reden", "Leg uit waarom het moet")
        return data

    def _need(self, data: dict[str, Any], name: str, sentence: str) -> None:
        if not data.get(name) and name not in self.errors:
            self.add_error(name, sentence)

    def wie(self) -> Wie:
        """Who it is."""
        data = self.cleaned_data
        return Wie(data["relatie"], data["naam"], data["waarvoor"], data["organisatie"], data.get("bereiken"))

    def toestemming(self) -> Mag:
        """Why the team may get in touch."""
        data = self.cleaned_data
        ouder = data.get("ouder", "")
        if data["mag"] == GROND:
            return Mag(grond=data["grond"], grond_reden=data["grond_reden"], ouder=ouder)
        if data["mag"] == VRAAG:
            return Mag(ouder=ouder)
        return Mag(gezegd_op=data["gezegd_op"], antwoord=data["mag"], ouder=ouder)
