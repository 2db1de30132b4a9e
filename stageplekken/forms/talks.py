"""The small forms of a talk: its day, discussed, akkoord, opening again, and what a place cannot offer."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from kern.forms import DagField, KansForm, TijdField
from stageplekken.talks.content import werkprocessen
from students.profielen import Profiel


class WanneerForm(KansForm):
    """The day and the time on which the three meet."""

    dag = DagField(label="Welke dag?")
    tijd = TijdField(label="Hoe laat?")

    def moment(self) -> datetime:
        """That moment, on the clock of Amsterdam."""
        return timezone.make_aware(
            datetime.combine(self.cleaned_data["dag"], self.cleaned_data["tijd"]),
            timezone.get_current_timezone(),
        )


class BesprokenForm(KansForm):
    """The day on which they talked."""

    dag = DagField(label="Wanneer praatten jullie?")


class AkkoordForm(KansForm):
    """What an akkoord is about: the side, and what the page showed."""

    kant = forms.CharField(widget=forms.HiddenInput)
    gezien = forms.CharField(widget=forms.HiddenInput)


class HeropenForm(KansForm):
    """Why a talk with an akkoord is opened again."""

    reden = forms.CharField(
        label="Waarom open je het weer?",
        help_text="De anderen lezen dit.",
        max_length=200,
        required=False,
    )


class ZonderForm(KansForm):
    """Why a talk goes on without the praktijk."""

    reden = forms.CharField(
        label="Waarom ga je verder zonder de praktijk?",
        help_text="Dit komt in het verslag te staan.",
        max_length=200,
        error_messages={"required": "Schrijf op waarom je verder gaat zonder de praktijk."},
    )


class GrenzenForm(KansForm):
    """The werkprocessen that cannot be learned at this stageplek."""

    werkprocessen = forms.MultipleChoiceField(
        label="Wat kan je student hier niet leren?",
        help_text="Wat je aanvinkt, vragen we niet in de drie gesprekken. "
        "Het geldt voor alle studenten van deze school op deze plek.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, profiel: Profiel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["werkprocessen"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [
            (kerntaak.titel, [(punt.werkproces, punt.titel) for punt in punten])
            for kerntaak, punten in werkprocessen(profiel)
        ]
