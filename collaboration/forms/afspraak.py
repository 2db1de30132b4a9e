"""An afspraak, and how it ended."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.actions.afspraak import Belofte
from collaboration.enums import AfspraakStatus
from collaboration.forms.choices import STUDENT, choose
from kern.forms import DagField, KansForm


class AfspraakForm(KansForm):
    """Who does what by when."""

    wat = forms.CharField(
        label="Wat spreken jullie af?",
        max_length=200,
        error_messages={"required": "Vul in wat jullie afspreken"},
    )
    wie = forms.ChoiceField(label="Wie doet het?", error_messages={"required": "Kies wie het doet"})
    voor = DagField(label="Voor wanneer?", error_messages={"required": "Kies voor welke dag"})
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, wie: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "wie", wie)

    def clean_voor(self) -> Any:
        """An afspraak lies ahead; a day long gone is a slip of the finger."""
        day = self.cleaned_data["voor"]
        if day < timezone.localdate():
            raise forms.ValidationError("Deze dag is al geweest. Kies vandaag of later.")
        return day

    def belofte(self) -> Belofte:
        """The promise that was filled in."""
        data = self.cleaned_data
        return Belofte(data["wat"], None if data["wie"] == STUDENT else UUID(data["wie"]), data["voor"])


class AfrondForm(KansForm):
    """Why an afspraak did not come through yet, or is not needed any more, and the next step."""

    naar = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het ervoor staat"},
        choices=[
            (AfspraakStatus.NIET_GELUKT.value, "Nog niet gelukt"),
            (AfspraakStatus.VERVALLEN.value, "Niet meer nodig"),
        ],
    )
    reden = forms.CharField(
        label="Hoe komt dat?", max_length=200, error_messages={"required": "Schrijf kort op hoe dat komt"}
    )
    vervolg = forms.CharField(label="Wat is de volgende stap?", max_length=200, required=False)


def tomorrow_week() -> date:
    """A friendly default for an afspraak: a week from today."""
    return timezone.localdate() + timedelta(days=7)
