"""An attempt to reach a student."""

from django import forms

from collaboration.enums import PogingUitkomst, PogingWijze
from kern.forms import KansForm


class PogingForm(KansForm):
    """How you tried to reach somebody."""

    wijze = forms.ChoiceField(
        label="Hoe probeerde je het?",
        choices=PogingWijze.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe je het probeerde"},
    )
    uitkomst = forms.ChoiceField(
        label="Wat gebeurde er?",
        choices=PogingUitkomst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er gebeurde"},
    )
    notitie = forms.CharField(label="Wil je er iets bij schrijven?", max_length=200, required=False)
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)
