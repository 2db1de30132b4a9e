"""The forms of a samenwerking: whom to ask, why to stop, and what was agreed."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.actions.afspraak import Belofte
from collaboration.actions.gesprek import Plan
from collaboration.enums import Wijze
from collaboration.forms.afspraak import tomorrow_week
from collaboration.forms.choices import STUDENT, TEXT_CAP, choose
from collaboration.rules.samen import Partner
from kern.forms import DagField, KansForm
from students.enums import Rol

IETS_ANDERS = "anders"
MOST = 3  # afspraken in one go


class VraagForm(KansForm):
    """Whom to ask."""

    collega = forms.ChoiceField(
        label="Met wie wil je samen kijken?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een collega"},
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, partners: list[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(p.user.pk), f"{p.user.naam}, {Rol(p.rol).label}") for p in partners]
        choose(self, "collega", choices)


class StopForm(KansForm):
    """Why a round is stopped."""

    reden = forms.CharField(
        label="Waarom stop je?",
        max_length=200,
        help_text="Je collega leest dit. Bijvoorbeeld: we spreken elkaar al elke week.",
        error_messages={"required": "Schrijf op waarom je stopt"},
    )


class BesprokenForm(KansForm):
    """What the two chose to begin with, and who does what by when."""

    kenmerk = forms.ChoiceField(
        label="Waar beginnen jullie mee?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waar jullie mee beginnen"},
    )
    tekst = forms.CharField(
        label="Wat hebben jullie besproken?",
        max_length=TEXT_CAP,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    wijze = forms.ChoiceField(
        label="Hoe spraken jullie elkaar?", choices=Wijze.choices, initial=Wijze.TELEFOON
    )
    student_erbij = forms.BooleanField(label="De student was erbij", required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        kenmerken: list[tuple[str, str]],
        wie: list[tuple[str, str]],
        voornaam: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "kenmerk", [*kenmerken, (IETS_ANDERS, "Iets anders")])
        self.fields["tekst"].help_text = f"{voornaam} leest dit ook. Jullie antwoorden komen er niet in."
        self.fields["student_erbij"].label = f"{voornaam} was erbij"
        for number in range(1, MOST + 1):
            self._promise(number, wie)

    def _promise(self, number: int, wie: list[tuple[str, str]]) -> None:
        extra = f" (afspraak {number})" if number > 1 else ""
        self.fields[f"wat{number}"] = forms.CharField(
            label=f"Onze afspraak{extra}",
            max_length=200,
            required=number == 1,
            help_text="Bijvoorbeeld: wie belt wie, en wanneer?" if number == 1 else "",
            error_messages={"required": "Vul in wat jullie afspreken"},
        )
        self.fields[f"wie{number}"] = forms.ChoiceField(
            label=f"Wie doet het?{extra}",
            choices=wie,
            initial=wie[min(1, len(wie) - 1)][0],  # oneself; the student is the first of the list
            required=number == 1,
            error_messages={"required": "Kies wie het doet"},
        )
        self.fields[f"voor{number}"] = DagField(
            label=f"Voor wanneer?{extra}", required=number == 1, initial=tomorrow_week
        )

    def rows(self) -> list[list[Any]]:
        """The fields of each afspraak, for the template."""
        return [[self[f"{name}{number}"] for name in ("wat", "wie", "voor")] for number in range(1, MOST + 1)]

    @property
    def meer_open(self) -> bool:
        """Whether the fold with more afspraken stands open: something was filled in there, or is wrong."""
        names = [f"{name}{number}" for name in ("wat", "voor") for number in range(2, MOST + 1)]
        return any(name.startswith("wat") and self[name].value() for name in names) or any(
            name in self.errors for name in names
        )

    def clean(self) -> dict[str, Any]:
        """An afspraak lies ahead."""
        data: dict[str, Any] = super().clean() or {}
        for number in range(1, MOST + 1):
            day = data.get(f"voor{number}")
            if not data.get(f"wat{number}"):
                continue
            if not data.get(f"wie{number}") and f"wie{number}" not in self.errors:
                self.add_error(f"wie{number}", "Kies wie het doet")
            if day is None and f"voor{number}" not in self.errors:
                self.add_error(f"voor{number}", "Kies voor welke dag de afspraak is")
            elif day and day < timezone.localdate():
                self.add_error(f"voor{number}", "Deze dag is al geweest. Kies vandaag of later.")
        return data

    def beloften(self) -> list[Belofte]:
        """The promises that were filled in."""
        data = self.cleaned_data
        return [
            Belofte(
                data[f"wat{n}"],
                None if data[f"wie{n}"] == STUDENT else UUID(data[f"wie{n}"]),
                data[f"voor{n}"],
            )
            for n in range(1, MOST + 1)
            if data.get(f"wat{n}")
        ]

    def gekozen(self) -> str:
        """The code of the kenmerk, or nothing for something else."""
        kenmerk: str = self.cleaned_data["kenmerk"]
        return "" if kenmerk == IETS_ANDERS else kenmerk

    def plan(self, naam: str) -> Plan:
        """The gesprek that it was; `naam` is that of the kenmerk, for when they wrote nothing themselves."""
        data = self.cleaned_data
        own = data["tekst"].strip()
        about = f"We begonnen met: {naam}." if naam else ""
        text = "\n\n".join(part for part in (about, own) if part) or "We keken samen hoe we samenwerken."
        return Plan(
            wanneer=timezone.now(), wijze=data["wijze"], student_erbij=data["student_erbij"], tekst=text
        )
