"""Handing a role in a klas to a colleague."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from begeleiders.models import User
from collaboration.actions.klas import Wissel
from collaboration.forms.choices import choose
from kern.forms import DagField, KansForm
from students.models import KlasRol


class KlasForm(KansForm):
    """Whose role, to whom, until when, and why."""

    rol = forms.ChoiceField(
        label="Wie geeft de klas over?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie de klas overgeeft"},
    )
    aan = forms.ChoiceField(label="Aan wie?", error_messages={"required": "Kies een collega"})
    laatste_dag = DagField(
        label="Wat is de laatste dag van wie weggaat?",
        error_messages={"required": "Kies de laatste dag"},
        help_text="De nieuwe collega begint vandaag. Zo kunnen jullie het samen doen.",
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=200,
        help_text="De collega's, en wie de regie bekijkt, lezen dit. Bijvoorbeeld: een andere baan.",
        error_messages={"required": "Schrijf op waarom de klas naar een ander gaat"},
    )

    def __init__(self, *args: Any, rollen: list[KlasRol], people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "rol", [(str(rol.pk), f"{rol.user.naam}, {rol.get_rol_display()}") for rol in rollen])
        named = [
            (str(user.pk), f"{user.naam}, {user.organisatie}" if user.organisatie else user.naam)
            for user in people
        ]
        choose(self, "aan", [("", "Kies een collega"), *named])
        if len(rollen) == 1:
            self.fields["rol"].initial = str(rollen[0].pk)
        self.fields["laatste_dag"].initial = timezone.localdate()

    def rol_id(self) -> UUID:
        """Whose role goes."""
        return UUID(self.cleaned_data["rol"])

    def wissel(self) -> Wissel:
        """What was filled in."""
        data = self.cleaned_data
        return Wissel(UUID(data["aan"]), data["laatste_dag"], data["reden"].strip())
