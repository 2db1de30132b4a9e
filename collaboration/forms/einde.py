"""The end of a stage, what the leerbedrijf hears, and whether it heard."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from collaboration.actions.einde import Afronding
from collaboration.enums.signaal import Delen, TerugmeldWijze
from kern.forms import DagField, KansForm
from stageplekken.enums import StageStatus
from students.leeftijd import parent_decides_along
from students.models import Student

HOE = [
    (StageStatus.AFGEROND.value, "De stage is klaar"),
    (StageStatus.GESTOPT.value, "De stage stopt"),
]


class WoordenForm(KansForm):
    """What the student lets the leerbedrijf know, and on which day that was agreed."""

    delen = forms.ChoiceField(
        label="Mag het leerbedrijf horen waarom?",
        choices=Delen.choices,
        widget=forms.RadioSelect,
        help_text="De student beslist dat.",
        error_messages={"required": "Kies wat het leerbedrijf mag horen"},
    )
    woorden = forms.CharField(
        label="In welke woorden?",
        max_length=170,  # the consent of the student names them all
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf het zo op als jullie het samen zeiden. De stage leest precies dit.",
    )
    mondeling = DagField(label="Op welke dag vond de student dit goed?", required=False)
    ouder = forms.CharField(
        label="Welke ouder beslist mee?",
        max_length=120,
        required=False,
        help_text="Onder de 16 jaar beslist een ouder mee.",
    )

    def __init__(self, *args: Any, student: Student, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not parent_decides_along(student, timezone.localdate()):
            del self.fields["ouder"]

    def clean(self) -> dict[str, Any]:
        """Words go with a day, and that day is not one to come; without words neither counts."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("delen") != Delen.WOORDEN:
            return data | {"woorden": "", "mondeling": None}
        if not data.get("woorden", "").strip() and "woorden" not in self.errors:
            self.add_error("woorden", "Schrijf de woorden op die de student wil delen")
        day: date | None = data.get("mondeling")
        if day is None and "mondeling" not in self.errors:
            self.add_error("mondeling", "Kies de dag waarop de student dit goed vond")
        elif day and day > timezone.localdate():
            self.add_error("mondeling", "Deze dag moet nog komen. Kies de dag waarop de student het zei.")
        if "ouder" in self.fields and not data.get("ouder", "").strip() and "ouder" not in self.errors:
            self.add_error("ouder", "Schrijf op welke ouder meebeslist")
        return data


class EindeForm(WoordenForm):
    """How and why a stage ends."""

    hoe = forms.ChoiceField(
        label="Hoe eindigt de stage?",
        choices=HOE,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de stage eindigt"},
    )
    laatste_dag = DagField(
        label="Wat was de laatste dag?", error_messages={"required": "Kies de laatste dag"}
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit lezen de student en het team van school. Het leerbedrijf leest dit niet.",
        error_messages={"required": "Schrijf op waarom de stage eindigt"},
    )

    field_order = ("hoe", "laatste_dag", "reden", "delen", "woorden", "mondeling", "ouder")

    def clean_laatste_dag(self) -> date:
        """An end is noted when it is there."""
        day: date = self.cleaned_data["laatste_dag"]
        if day > timezone.localdate():
            raise forms.ValidationError("De laatste dag moet nog komen. Leg het einde vast als het zover is.")
        return day

    def afronding(self) -> Afronding:
        """What was filled in."""
        names = ("hoe", "laatste_dag", "reden", "delen", "woorden", "mondeling")
        said = {name: self.cleaned_data[name] for name in names}
        return Afronding(**said, ouder=self.cleaned_data.get("ouder", ""))


class TerugmeldingForm(KansForm):
    """How the leerbedrijf heard it."""

    wijze = forms.ChoiceField(
        label="Hoe liet je het weten?",
        choices=TerugmeldWijze.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe je het liet weten"},
    )
    met = forms.CharField(label="Wie sprak je?", max_length=120, required=False)
    tekst = forms.CharField(
        label="Wat vertelde je?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Vertel alleen wat de student wil delen.",
        error_messages={"required": "Schrijf op wat je vertelde"},
    )
