"""What the forms of this room let people choose from."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from collaboration.enums import Onderwerp
from students.enums import Begeleidingsdoel, Laag
from students.models import Student

STUDENT = "student"
TEXT_CAP = 20_000

ONDERWERP = [
    ("", "Kies een onderwerp"),
    ("Vaardigheden", [(o.value, o.label) for o in list(Onderwerp)[:8]]),
    ("Verder", [(o.value, o.label) for o in list(Onderwerp)[8:]]),
]
DOEL = [("", "Geen of weet ik nog niet"), *Begeleidingsdoel.choices]


def wie_choices(student: Student, people: list[Any], me: UUID) -> list[tuple[str, str]]:
    """Who can own an afspraak: the student first, then I, then the rest of the team."""
    mine = [(str(user.pk), f"{user.naam} (ik)") for user in people if user.pk == me]
    others = [(str(user.pk), user.naam) for user in people if user.pk != me]
    return [(STUDENT, student.voornaam), *mine, *others]


def layer_choices(lagen: list[Laag], stages: list[Any]) -> list[tuple[str, str]]:
    """The layers to choose from; the one of a stage only where there is a stage."""
    return [(laag.value, laag.label) for laag in lagen if laag != Laag.STAGE or stages]


def choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Give a choice of a form what there is to choose from for this student."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def when(data: dict[str, Any]) -> datetime:
    """The moment of a day and a time in a form; without a time, nine in the morning."""
    return timezone.make_aware(datetime.combine(data["dag"], data.get("tijd") or time(9, 0)))
