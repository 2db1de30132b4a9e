"""Sending a signaal, and what comes of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.actions.signaal import Aanpak, Bericht
from collaboration.enums.signaal import SignaalSoort
from collaboration.forms.choices import choose
from collaboration.models import Gesprek
from kern.dates import say_moment
from kern.forms import DagField, KansForm

SHORT = {"rows": 3}


class SignaalForm(KansForm):
    """What is the matter: one choice is enough."""

    soort = forms.ChoiceField(
        label="Wat is er?",
        choices=SignaalSoort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er is"},
    )
    tekst = forms.CharField(
        label="Wil je er iets bij schrijven?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="Schrijf wat je zag. Het team van school leest dit.",
    )
    dag = DagField(label="Over welke dag gaat het?", required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_dag(self) -> Any:
        """The day it is about: today where nothing is said, and never one that is still to come."""
        today = timezone.localdate()
        day = self.cleaned_data["dag"] or today
        if day > today:
            raise forms.ValidationError("Deze dag moet nog komen. Kies vandaag of eerder.")
        return day

    def bericht(self) -> Bericht:
        """What was filled in."""
        data = self.cleaned_data
        return Bericht(soort=data["soort"], dag=data["dag"], tekst=data["tekst"])


class StandForm(KansForm):
    """Any step: it knows the state that its page showed, so that who comes later hears who was first."""

    stand = forms.CharField(widget=forms.HiddenInput, required=False)


class OppakForm(StandForm):
    """What somebody is going to do with a signaal."""

    dag = DagField(label="Op welke dag praten jullie met de student?", required=False)
    aanpak = forms.CharField(
        label="Wat ga je doen?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="Wie het signaal stuurde, leest dit ook.",
    )
    gesprek = forms.ChoiceField(label="Staat het gesprek al in je agenda?", required=False)

    def __init__(self, *args: Any, gesprekken: list[Gesprek], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(one.pk), f"{one.titel}, {say_moment(one.wanneer)}") for one in gesprekken]
        choose(self, "gesprek", [("", "Nog niet"), *rows])
        if not rows:
            del self.fields["gesprek"]

    def clean(self) -> dict[str, Any]:
        """Either words or a day; a day that is past already is a slip of the finger."""
        data: dict[str, Any] = super().clean() or {}
        day = data.get("dag")
        if day and day < timezone.localdate():
            self.add_error("dag", "Deze dag is al geweest. Kies vandaag of later.")
        elif not day and not data.get("aanpak", "").strip() and "aanpak" not in self.errors:
            self.add_error("aanpak", "Schrijf op wat je gaat doen, of kies een dag")
        return data

    def plan(self) -> Aanpak:
        """What was filled in."""
        data = self.cleaned_data
        gesprek = data.get("gesprek")
        return Aanpak(tekst=data["aanpak"], dag=data["dag"], gesprek=UUID(gesprek) if gesprek else None)


class TerugmeldForm(StandForm):
    """What came of it, for the one who sent it."""

    terugmelding = forms.CharField(
        label="Wat kwam ervan?",
        max_length=500,
        widget=forms.Textarea(attrs=SHORT),
        error_messages={"required": "Schrijf op wat je terugmeldt"},
    )
    sluiten = forms.BooleanField(label="Sluit het signaal meteen af", required=False, initial=True)


class SluitForm(StandForm):
    """Closing; without a terugmelding it asks why."""

    reden = forms.CharField(
        label="Waarom komt er geen terugmelding?",
        max_length=200,
        error_messages={"required": "Schrijf op waarom er geen terugmelding komt"},
    )

    def __init__(self, *args: Any, verteld: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if verteld:
            del self.fields["reden"]
