"""What the mentor says before parents get an overview."""

from typing import Any
from uuid import UUID

from django import forms

from collaboration.forms.choices import choose
from collaboration.rules.ouders import Voorwaarde
from kern.forms import KansForm
from students.models import Student, Toestemming


class OudersForm(KansForm):
    """The tick that the student was told, or the consent that it rests on; by the age of the student."""

    verteld = forms.BooleanField(label="Ik vertelde het", required=False)
    toestemming = forms.ChoiceField(label="Op welke toestemming berust dit?", required=False)

    def __init__(
        self, *args: Any, student: Student, nodig: Voorwaarde, given: list[Toestemming], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verteld"].label = f"Ik vertelde {student.voornaam} dat ik dit meegeef"
        rows = [(str(row.pk), f"{row.wie}: {row.wat}") for row in given]
        choose(self, "toestemming", [("", "Kies een toestemming"), *rows])
        if nodig is not Voorwaarde.VERTELD:
            del self.fields["verteld"]
        if nodig is not Voorwaarde.TOESTEMMING:
            del self.fields["toestemming"]

    def verteld_(self) -> bool:
        """Whether the student was told."""
        return bool(self.cleaned_data.get("verteld"))

    def toestemming_(self) -> UUID | None:
        """The consent that was chosen."""
        chosen = self.cleaned_data.get("toestemming")
        return UUID(chosen) if chosen else None
