"""Small things that every action needs."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet

from students.access import Answer
from students.models import Student


def demand(answer: Answer) -> None:
    """Go on when allowed; else PermissionDenied with the reason in words."""
    if not answer:
        raise PermissionDenied(answer.reden)


class Refused(ValidationError):
    """What was asked cannot be done as it is; the message says what to do."""


def once[Row: Model](
    rows: QuerySet[Row], student: Student, sleutel: UUID | None, said: dict[str, Any]
) -> tuple[UUID, Row | None]:
    """What makes a form that is sent twice count once: its key is the id of the row it makes.

    In: the rows this person could have made, the student (locked until the end of the transaction, so that two
    requests at the same moment come one after the other), the key of the form, and what it said: the same key with
    other words (back, corrected, sent again) is another row, as no word may get lost.
    Out: the id for a new row, and the row that is there already, if any.
    """
    Student.objects.select_for_update().filter(pk=student.pk).values_list("pk").first()
    if sleutel is None:
        return uuid4(), None
    there = rows.filter(pk=sleutel, student=student, **said).first()
    taken = there is None and rows.model._default_manager.filter(pk=sleutel).exists()
    return (uuid4() if taken else sleutel), there
