"""Setting a reason for aandacht aside."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone

from kern.forms import DagField, KansForm

LONGEST = 42  # days; what can wait longer is no longer aandacht


class OpzijForm(KansForm):
    """Why it can wait, and on which day it comes back."""

    reden = forms.CharField(
        label="Wat weet je al?",
        help_text="Kort, en zo dat de student het mag lezen. Het team van school leest dit ook.",
        max_length=200,
        error_messages={"required": "Schrijf kort op waarom dit even kan wachten"},
    )
    tot = DagField(
        label="Op welke dag komt het terug?",
        help_text="Uiterlijk over zes weken.",
        error_messages={"required": "Kies op welke dag het terugkomt"},
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_tot(self) -> date:
        """A day after today, and not so far that it is forgotten."""
        day: date = self.cleaned_data["tot"]
        today = timezone.localdate()
        if day <= today:
            raise forms.ValidationError("Deze dag is al geweest. Kies een dag na vandaag.")
        if day > today + timedelta(days=LONGEST):
            raise forms.ValidationError("Dat is ver weg. Kies een dag binnen zes weken.")
        return day
