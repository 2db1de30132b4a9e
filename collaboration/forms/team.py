"""Inviting somebody from outside, mending an address, and stopping an invitation."""

from typing import Any

from django import forms

from collaboration.actions.team import Persoon
from kern.forms import KansForm


def _address(label: str, **more: Any) -> forms.EmailField:
    return forms.EmailField(
        label=label, max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}), **more
    )


class LidForm(KansForm):
    """Who you invite: a peercoach."""

    email = _address("E-mailadres", help_text="Hier gaan de uitnodiging en elke code naartoe.")
    voornaam = forms.CharField(label="Voornaam", max_length=60)
    tussenvoegsel = forms.CharField(label="Tussenvoegsel", max_length=20, required=False)
    achternaam = forms.CharField(label="Achternaam", max_length=80)

    def persoon(self, organisatie: str = "") -> Persoon:
        """What was filled in, for the action; `organisatie` is where this person works."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "stage"}
        return Persoon(**said, organisatie=organisatie)


class PraktijkForm(LidForm):
    """A praktijkbegeleider, for one of the running stages."""

    telefoon = forms.CharField(label="Telefoonnummer", max_length=20, required=False)
    stage = forms.ChoiceField(
        label="Voor welke stage?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies voor welke stage"},
    )

    def __init__(self, *args: Any, stages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(stages) == 1:
            del self.fields["stage"]
        else:
            field = self.fields["stage"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = stages


class AccountForm(KansForm):
    """The address of a student."""

    email = _address(
        "E-mailadres van de student", help_text="Vraag welk adres de student op de telefoon leest."
    )


class AdresForm(KansForm):
    """The right address of somebody who was invited."""

    email = _address("Het goede e-mailadres")


class StopForm(KansForm):
    """Why an invitation stops."""

    reden = forms.CharField(
        label="Waarom stopt deze uitnodiging?",
        help_text="Dit staat bij de rol in het team. Schrijf niets over de student.",
        max_length=200,
        error_messages={"required": "Schrijf kort op waarom de uitnodiging stopt"},
    )
