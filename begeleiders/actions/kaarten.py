"""The card with which a student begins to come in: made, made anew, withdrawn; and a code shown on a screen."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders import codes
from begeleiders.coming_in import Kaart
from begeleiders.models import User
from kern.log import Subject, record


def _log(action: str, by: User, student: UUID, object_id: UUID) -> None:
    record(action, by=by.pk, about=Subject(kind="kaart", object_id=object_id, student=student))


@transaction.atomic
def geef_kaart(*, by: User, user: User, student: UUID, oud: UUID | None = None) -> Kaart:
    """Give a student a card; the one before stops.

    In: `oud`, the id of the card that the page showed (none: there was no card). Where another one came in between,
    that one counts: the same form sent twice is one card.
    """
    running = (
        Kaart.objects.select_for_update().filter(student_ref=student, ingetrokken_op__isnull=True).first()
    )
    if running is not None and running.user_id == user.pk and running.pk != oud:
        return running
    if running is not None:
        _stop(by, running)
    row = Kaart.objects.create(user=user, student_ref=student, gemaakt_op=timezone.now(), gemaakt_door=by)
    _log("kaart gemaakt", by, student, row.pk)
    return row


def _stop(by: User, row: Kaart) -> None:
    row.ingetrokken_op, row.ingetrokken_door = timezone.now(), by
    row.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    _log("kaart ingetrokken", by, row.student_ref, row.pk)


@transaction.atomic
def withdraw(*, by: User, student: UUID) -> None:
    """Withdraw the card of a student; twice is once."""
    row = Kaart.objects.select_for_update().filter(student_ref=student, ingetrokken_op__isnull=True).first()
    if row is not None:
        _stop(by, row)


@transaction.atomic
def show_code(*, by: User, user: User, student: UUID) -> str:
    """Make a code for who has no mail, for the screen of the one who asks; out: its six digits, which stand nowhere."""
    code = codes.show(user, by)
    _log("inlogcode getoond", by, student, user.pk)
    return code
