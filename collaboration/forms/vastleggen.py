"""Who reads a gesprek, and why it is withdrawn."""

from typing import Any

from django import forms

from collaboration.forms.choices import choose, layer_choices
from kern.forms import KansForm
from students.enums import Laag


class VastleggenForm(KansForm):
    """Who may read the gesprek; required, and chosen by a person."""

    laag = forms.ChoiceField(
        label="Wie mag dit gesprek lezen?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie dit gesprek mag lezen"},
    )
    stage = forms.ChoiceField(label="Met welke stage deel je dit?", required=False)

    def __init__(self, *args: Any, lagen: list[Laag], stages: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "laag", layer_choices(lagen, stages))
        choose(self, "stage", [(str(s.pk), s.stageplek.leerbedrijf.naam) for s in stages])
        if not stages:
            del self.fields["stage"]


class LaagForm(KansForm):
    """A smaller circle of readers."""

    laag = forms.ChoiceField(label="Wie mag dit nog lezen?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, lagen: list[Laag], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "laag", [(laag.value, laag.label) for laag in lagen])


class RedenForm(KansForm):
    """Why a gesprek is withdrawn."""

    reden = forms.CharField(
        label="Waarom trek je dit gesprek in?",
        max_length=200,
        help_text="Bijvoorbeeld: het stond bij de verkeerde student.",
        error_messages={"required": "Schrijf op waarom je dit gesprek intrekt"},
    )
