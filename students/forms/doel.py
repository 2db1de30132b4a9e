"""A doel, a step, the pieces of a step, and a success. Students fill these in themselves: short words."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from kern.forms import DagField, KansForm
from kern.guard import GuardedMixin
from students.actions.doel import Plan
from students.actions.stap import FEWEST, MOST, Stap
from students.enums import Begeleidingsdoel, Hulp
from students.models import Doel, DoelStap

FIRST_STEPS = 3
# The three begeleidingsdoelen in words of a student.
VOOR_STUDENT = [
    (Begeleidingsdoel.VAKOVERSTIJGEND.value, "Iets wat je overal nodig hebt"),
    (Begeleidingsdoel.LOOPBAAN.value, "Wat ik later wil worden"),
    (Begeleidingsdoel.PERSOONLIJK.value, "Iets van mezelf of van thuis"),
]


def _ahead(day: date | None) -> date | None:
    """A day to work towards lies ahead."""
    if day is not None and day < timezone.localdate():
        raise forms.ValidationError("Deze dag is al geweest. Kies vandaag of later.")
    return day


def _words(label: str, missing: str, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=80, error_messages={"required": missing}, **more)


class _DoelVelden(KansForm):
    """What a new doel and a changed one share; `zelf` when the student fills it in."""

    titel = _words("Wat wil je leren of doen?", "Schrijf op wat het doel is")
    begeleidingsdoel = forms.ChoiceField(
        label="Waar gaat het over?",
        widget=forms.RadioSelect,
        choices=Begeleidingsdoel.choices,
        error_messages={"required": "Kies waar het over gaat"},
    )
    droom = forms.CharField(label="Is dit een stap naar een droom? Welke?", max_length=200, required=False)
    voor = DagField(label="Wanneer wil je er zijn?", required=False)

    def __init__(self, *args: Any, zelf: bool, voornaam: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if zelf:
            self.fields["begeleidingsdoel"].choices = VOOR_STUDENT  # type: ignore[attr-defined]
        else:
            self.fields["titel"].label = f"Wat wil {voornaam} leren of doen?"
            self.fields["titel"].help_text = f"In de woorden van {voornaam}."
            self.fields["droom"].label = f"Hoort dit bij een droom van {voornaam}? Welke?"
            self.fields["voor"].label = f"Wanneer wil {voornaam} er zijn?"


class DoelForm(_DoelVelden):
    """A new doel with its first steps."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, FIRST_STEPS + 1):
            label = "De eerste stap" if number == 1 else f"Stap {number}"
            self.fields[f"stap{number}"] = forms.CharField(label=label, max_length=80, required=False)

    def clean_voor(self) -> date | None:
        """Not a day that is gone."""
        return _ahead(self.cleaned_data["voor"])

    @property
    def stappen(self) -> list[Any]:
        """The fields of the first steps."""
        return [self[f"stap{number}"] for number in range(1, FIRST_STEPS + 1)]

    def plan(self) -> Plan:
        """The doel that was filled in."""
        data = self.cleaned_data
        steps = tuple(data[f"stap{number}"] for number in range(1, FIRST_STEPS + 1))
        return Plan(data["titel"], data["begeleidingsdoel"], data["droom"], data["voor"], steps)


class DoelAanpasForm(GuardedMixin, _DoelVelden):
    """Changes the words of a doel; what somebody else changed meanwhile is shown."""

    def __init__(self, *args: Any, doel: Doel, **kwargs: Any) -> None:
        now = {name: getattr(doel, name) for name in ("titel", "begeleidingsdoel", "droom", "voor")}
        super().__init__(*args, initial=dict(now), **kwargs)
        self.guard(now)


class StapForm(KansForm):
    """One step more."""

    tekst = _words("Wat is de stap?", "Schrijf op wat de stap is")
    hulp = forms.ChoiceField(
        label="Hoeveel hulp is er nodig?", choices=Hulp.choices, initial=Hulp.SAMEN, required=False
    )
    voor = DagField(label="Voor wanneer?", required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_voor(self) -> date | None:
        """Not a day that is gone."""
        return _ahead(self.cleaned_data["voor"])

    def stap(self) -> Stap:
        """The step that was filled in."""
        data = self.cleaned_data
        return Stap(data["tekst"], data["hulp"] or Hulp.SAMEN, data["voor"])


class StapAanpasForm(GuardedMixin, KansForm):
    """Changes the words and the day of a step; what somebody else changed meanwhile is shown. Help: the ladder."""

    tekst = _words("Wat is de stap?", "Schrijf op wat de stap is")
    voor = DagField(label="Voor wanneer?", required=False)

    def __init__(self, *args: Any, stap: DoelStap, **kwargs: Any) -> None:
        now = {name: getattr(stap, name) for name in ("tekst", "voor")}
        super().__init__(*args, initial=dict(now), **kwargs)
        self.guard(now)


class StukjesForm(KansForm):
    """Two to four pieces of a step that is too big."""

    stuk1 = _words("Stukje 1", "Schrijf het eerste stukje op")
    stuk2 = _words("Stukje 2", "Schrijf nog een stukje op. Twee is genoeg.")
    stuk3 = _words("Stukje 3", "", required=False)
    stuk4 = _words("Stukje 4", "", required=False)

    def stukjes(self) -> list[str]:
        """What was filled in, in order."""
        found = [self.cleaned_data[f"stuk{number}"] for number in range(1, MOST + 1)]
        return [one for one in found if one]

    def clean(self) -> dict[str, Any]:
        """The same piece twice is a slip."""
        data: dict[str, Any] = super().clean() or {}
        filled = [data[name].casefold() for name in self.fields if data.get(name)]
        if len(filled) >= FEWEST and len(set(filled)) < len(filled):
            raise forms.ValidationError("Twee stukjes zijn hetzelfde. Maak ze anders.")
        return data


class StopForm(KansForm):
    """Why it is not yet."""

    reden = forms.CharField(
        label="Hoe komt het dat het nog niet lukt?",
        max_length=200,
        error_messages={"required": "Schrijf kort op hoe dat komt"},
    )


class SuccesForm(KansForm):
    """What went well."""

    tekst = forms.CharField(
        label="Wat lukte er?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op wat er lukte"},
    )
    dag = DagField(label="Op welke dag?", error_messages={"required": "Kies de dag"})
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_dag(self) -> date:
        """What went well has been."""
        day: date = self.cleaned_data["dag"]
        if day > timezone.localdate():
            raise forms.ValidationError("Deze dag komt nog. Kies vandaag of eerder.")
        return day
