"""Arranging a stage: where, when, how many hours on which days; the POK, a pause, the first day."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from kern.dates import DAYS
from kern.forms import DagField, KansForm
from stageplekken.actions.stage import Opzet, Plek
from stageplekken.enums import StageStatus
from stageplekken.models import PokHandtekening, PokPartij, Stage, Stageplek
from stageplekken.rules.stage import PRESSES

NIEUW = "nieuw"
DAY_FIELDS = [f"uren_{number}" for number in range(7)]
STAGES = [(state.value, state.label.capitalize()) for state in PRESSES]


def _hours(number: int) -> forms.DecimalField:
    return forms.DecimalField(
        label=DAYS[number].capitalize(),
        required=False,
        min_value=0,
        max_value=12,
        max_digits=4,
        decimal_places=2,
        localize=True,
        error_messages={
            "invalid": f"Schrijf de uren van {DAYS[number]} als 7,5",
            "max_value": f"Op {DAYS[number]} kan hooguit 12 uur",
            "min_value": f"De uren van {DAYS[number]} zijn nul of meer",
        },
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "form-control"}),
    )


class OpzetForm(KansForm):
    """The period, the required hours and the days of the week."""

    begin = DagField(label="Eerste dag", error_messages={"required": "Kies de eerste dag"})
    einde = DagField(label="Laatste dag volgens plan", error_messages={"required": "Kies de laatste dag"})
    uren = forms.IntegerField(
        label="Hoeveel uren in totaal?",
        min_value=1,
        max_value=2000,
        help_text="Dit is een afspraak met school.",
        error_messages={
            "required": "Vul in hoeveel uren de stage in totaal is",
            "min_value": "Vul minstens 1 uur in",
            "max_value": "Vul hooguit 2000 uur in",
        },
    )
    gaat_door = forms.BooleanField(label="De stage gaat door in de schoolvakanties", required=False)
    uren_0, uren_1, uren_2, uren_3 = _hours(0), _hours(1), _hours(2), _hours(3)
    uren_4, uren_5, uren_6 = _hours(4), _hours(5), _hours(6)

    @property
    def week(self) -> list[forms.BoundField]:
        """The seven fields of the days."""
        return [self[name] for name in DAY_FIELDS]

    def clean(self) -> dict[str, Any]:
        """The end lies after the begin, and there is at least one day in the week."""
        data: dict[str, Any] = super().clean() or {}
        begin, einde = data.get("begin"), data.get("einde")
        if begin and einde and einde < begin:
            self.add_error("einde", "De laatste dag ligt voor de eerste. Kies een latere dag.")
        if not any(data.get(name) for name in DAY_FIELDS) and not any(n in self.errors for n in DAY_FIELDS):
            self.add_error("uren_0", "Vul minstens bij één dag uren in")
        return data

    def opzet(self) -> Opzet:
        """What was filled in."""
        data = self.cleaned_data
        rooster = {str(n): float(data[name]) for n, name in enumerate(DAY_FIELDS) if data.get(name)}
        return Opzet(data["begin"], data["einde"], data["uren"], rooster, data["gaat_door"])


class StageForm(OpzetForm):
    """A new stage: at a place that is known, or at a new one."""

    plek = forms.ChoiceField(label="Waar?", error_messages={"required": "Kies een plek, of een nieuwe plek"})
    bedrijf = forms.CharField(label="Naam van het leerbedrijf", max_length=120, required=False)
    plaats = forms.CharField(label="Plaats", max_length=80, required=False)
    leerbedrijf_id = forms.CharField(
        label="LeerbedrijfID",
        max_length=9,
        required=False,
        help_text="Negen cijfers. Je vindt het op stagemarkt.nl.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    titel = forms.CharField(label="Wat doet de student daar?", max_length=120, required=False)
    status = forms.ChoiceField(
        label="Hoe ver zijn jullie?",
        choices=STAGES,
        initial=StageStatus.AFGESPROKEN,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe ver jullie zijn"},
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, plekken: list[Stageplek], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["plek"]
        assert isinstance(field, forms.ChoiceField)
        known = [
            (str(one.pk), f"{one.leerbedrijf.naam}, {one.leerbedrijf.plaats}: {one.titel}") for one in plekken
        ]
        field.choices = [("", "Kies een plek"), *known, (NIEUW, "Een nieuwe plek")]

    def clean(self) -> dict[str, Any]:
        """A new place needs its words; the number is nine digits."""
        data = super().clean()
        if data.get("plek") != NIEUW:
            return data
        asked = {
            "bedrijf": "Vul de naam van het leerbedrijf in",
            "plaats": "Vul de plaats in",
            "titel": "Vul in wat de student daar doet",
        }
        for name, sentence in asked.items():
            if not data.get(name, "").strip() and name not in self.errors:
                self.add_error(name, sentence)
        if not re.fullmatch(r"\d{9}", data.get("leerbedrijf_id", "")):
            self.add_error("leerbedrijf_id", "Vul de negen cijfers van het LeerbedrijfID in")
        return data

    def place(self) -> Plek:
        """Where it is."""
        data = self.cleaned_data
        if data["plek"] != NIEUW:
            return Plek(plek=UUID(data["plek"]))
        return Plek(None, data["bedrijf"], data["plaats"], data["leerbedrijf_id"], data["titel"])


class AanpasForm(OpzetForm):
    """Another period, other hours, other days; the days count from a day on."""

    vanaf = DagField(
        label="Vanaf wanneer gelden deze dagen?",
        help_text="Wat ervoor lag, blijft zoals het was. Bijvoorbeeld 19-03-2026",
        error_messages={"required": "Kies vanaf wanneer deze dagen gelden"},
    )

    @staticmethod
    def initial_of(stage: Stage, today: date) -> dict[str, Any]:
        """What stands there now: the newest days of the week that have begun, or the first."""
        rows = list(stage.roosters.order_by("vanaf"))
        now = [row for row in rows if row.vanaf <= today][-1:] or rows[:1]
        uren = now[0].uren if now else {}
        week = {f"uren_{day}": hours for day, hours in uren.items()}
        fields = {name: getattr(stage, name) for name in ("begin", "einde", "uren", "gaat_door")}
        return fields | week | {"vanaf": max(today, stage.begin)}


class PauzeForm(KansForm):
    """The stage stands still for a while."""

    begin = DagField(label="Eerste dag van de pauze", error_messages={"required": "Kies de eerste dag"})
    einde = DagField(label="Laatste dag van de pauze", error_messages={"required": "Kies de laatste dag"})
    reden = forms.CharField(
        label="Waarom?",
        max_length=140,
        required=False,
        help_text="Kort, en zonder details over gezondheid. De stage leest dit ook.",
    )


class PokForm(KansForm):
    """Who signed the POK, and when."""

    partij = forms.ChoiceField(
        label="Wie tekende?",
        choices=PokPartij.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie er tekende"},
    )
    naam = forms.CharField(
        label="Naam van wie tekende", max_length=120, error_messages={"required": "Vul de naam in"}
    )
    dag = DagField(label="Op welke dag?", error_messages={"required": "Kies de dag"})

    def clean_dag(self) -> date:
        """A signature is not one of tomorrow."""
        day: date = self.cleaned_data["dag"]
        if day > timezone.localdate():
            raise forms.ValidationError("Deze dag moet nog komen. Noteer een handtekening als die er is.")
        return day


class StartForm(KansForm):
    """How the first day went."""

    dag = DagField(label="Wat was de eerste dag?", error_messages={"required": "Kies de eerste dag"})


def signed(rows: list[PokHandtekening]) -> list[tuple[str, PokHandtekening | None]]:
    """Each party with its signature, or None where it is still to come; a parent only where one signed."""
    by = {row.partij: row for row in rows}
    return [
        (PokPartij(one).label.capitalize(), by.get(one))
        for one in PokPartij.values
        if one != PokPartij.OUDER or one in by
    ]
