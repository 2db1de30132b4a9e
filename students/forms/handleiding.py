"""The forms of the student's own words: a text with what its page showed, a choice for a person, a question."""

from typing import Any

from django import forms

from kern.forms import KansForm
from students.delen import Deel
from students.enums import Soort
from students.models.handleiding import LANGST, LeefgebiedStand

GEZIEN = "tekst:"


class TekstForm(KansForm):
    """One text. The hidden `was` holds the number of the version that the page showed ("tekst:3")."""

    tekst = forms.CharField(
        required=False,
        max_length=LANGST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": f"Maak je tekst korter. Er passen {LANGST} tekens in."},
    )
    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, label: str, versie: Any = None, **kwargs: Any) -> None:
        number = versie.versie if versie else 0
        kwargs.setdefault("initial", {"tekst": versie.tekst if versie else "", "was": f"{GEZIEN}{number}"})
        super().__init__(*args, **kwargs)
        self.fields["tekst"].label = label

    def clean_was(self) -> int:
        """The number that the page showed; 0 where there was nothing yet, or where the page does not say."""
        number = str(self.cleaned_data.get("was", "")).removeprefix(GEZIEN)
        return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0

    def botst(self, versie: Any) -> None:
        """Another page was earlier: show what it wrote, keep what was typed here, and go on from there."""
        self.add_error("tekst", "Je schreef dit net ook op een andere plek. Kies wat blijft staan.")
        again: Any = self.data.copy()  # type: ignore[attr-defined]
        again[self.add_prefix("was")] = f"{GEZIEN}{versie.versie}"
        self.data = again


class TelefoonForm(KansForm):
    """One text on the phone of a begeleider; empty says nothing."""

    tekst = forms.CharField(
        max_length=LANGST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Schrijf eerst iets op.",
            "max_length": f"Maak je tekst korter. Er passen {LANGST} tekens in.",
        },
    )

    def __init__(self, *args: Any, deel: Deel, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"id_{deel.code}_%s")
        super().__init__(*args, **kwargs)
        self.fields["tekst"].label = deel.vraag


class KeuzeForm(forms.Form):
    """One choice of the student: whether one person sees one part."""

    soort = forms.ChoiceField(choices=[(one.value, one.label) for one in (
        Soort.HANDLEIDING, Soort.GEDEELD_BEELD, Soort.LEEFGEBIEDEN)])  # fmt: skip
    onderdeel = forms.CharField(max_length=40)
    aan = forms.UUIDField()
    ziet = forms.ChoiceField(choices=[("ja", "ziet dit"), ("nee", "ziet dit niet")])


class VraagForm(KansForm):
    """Asking the student for a part: which, and why."""

    onderdeel = forms.ChoiceField(
        label="Welk deel wil je lezen?", error_messages={"required": "Kies een deel"}
    )
    waarom = forms.CharField(
        label="Waarom vraag je dit?",
        max_length=200,
        help_text="Schrijf het zo, dat je student weet wat jij ermee doet.",
        error_messages={"required": "Schrijf op waarom je dit vraagt"},
    )

    def __init__(self, *args: Any, delen: list[Deel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["onderdeel"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Kies een deel"), *((deel.code, deel.kop) for deel in delen)]


class AntwoordForm(forms.Form):
    """What the student says to a question."""

    antwoord = forms.ChoiceField(choices=[("ja", "ja"), ("nu_niet", "nu niet")])


class StandForm(forms.Form):
    """Whether a leefgebied plays."""

    gebied = forms.CharField(max_length=40)
    stand = forms.ChoiceField(choices=LeefgebiedStand.Stand)
