"""Writing a casus for one's own school."""

import re
from typing import Any
from uuid import UUID

from django import forms

from begeleiders.models import School
from cases.actions.eigen import Verhaal
from kern.forms import KansForm

MOST = 12_000


def alineas(text: str) -> list[str]:
    """The paragraphs of a text: parted by an empty line."""
    return [
        " ".join(part.split()) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()
    ]


def regels(text: str) -> list[str]:
    """The lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class CasusForm(KansForm):
    """A short story that stops before the turn, the turn, and questions to talk about."""

    titel = forms.CharField(label="Titel", max_length=80, help_text="Zonder de naam van een echte student.")
    samenvatting = forms.CharField(
        label="Samenvatting",
        max_length=160,
        help_text="Eén of twee zinnen voor in de lijst. Verklap nog niet hoe het afloopt.",
    )
    verhaal = forms.CharField(
        label="Het verhaal tot het keerpunt",
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Laat een regel leeg voor een nieuwe alinea.",
    )
    wat_zou_jij_doen = forms.CharField(
        label="Wat zou jij doen?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="De vraag waar je lezer eerst over nadenkt.",
    )
    keerpunt = forms.CharField(
        label="Hoe ging het verder?",
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Dit leest een collega pas na het nadenken.",
    )
    vragen = forms.CharField(
        label="Vragen om over te praten",
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Zet elke vraag op een eigen regel.",
    )
    school = forms.ChoiceField(label="Voor welke school is deze casus?")
    bevestigd = forms.BooleanField(
        label="Dit verhaal is verzonnen, of zo veranderd dat niemand er iemand in herkent.",
        error_messages={
            "required": "Zet het vinkje als niemand te herkennen is. Anders hoort dit verhaal hier niet."
        },
    )
    sleutel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, scholen: list[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["school"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(school.pk), school.naam) for school in scholen]
        if len(scholen) < 2:
            del self.fields["school"]
        self._only = scholen[0].pk if scholen else None

    def clean_vragen(self) -> str:
        """At least one question, at most eight."""
        lines = regels(self.cleaned_data["vragen"])
        if len(lines) > 8:
            raise forms.ValidationError(f"Dit zijn {len(lines)} vragen. Kies de beste acht.")
        return "\n".join(lines)

    def school_id(self) -> UUID | None:
        """The school that was chosen, or the only one."""
        chosen = self.cleaned_data.get("school")
        return UUID(chosen) if chosen else self._only

    def inhoud(self) -> Verhaal:
        """What was filled in."""
        names = ("titel", "samenvatting", "verhaal", "wat_zou_jij_doen", "keerpunt", "vragen", "bevestigd")
        return Verhaal(**{name: self.cleaned_data[name] for name in names})
