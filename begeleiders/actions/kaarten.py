"""The card with which a student begins to come in: made, made anew, withdrawn; and a code shown on a screen."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders import codes
from begeleiders.coming_in import Kaart
from begeleiders.models import User
from kern.log import Subject, record


def _log(action: str, by: User, about: Subject, object_id: UUID) -> None:
    record(action, by=by.pk, about=replace(about, kind="kaart", object_id=object_id))


def _student(about: Subject) -> UUID:
    assert about.student is not None  # a card is of a student
    return about.student


def _running(about: Subject) -> Kaart | None:
    mine = Kaart.objects.select_for_update().filter(student_ref=_student(about), ingetrokken_op__isnull=True)
    return mine.first()


@transaction.atomic
def geef_kaart(*, by: User, user: User, about: Subject, oud: UUID | None = None) -> Kaart:
    """Give a student a card; the one before stops.

    In: `about`, the student with school and the role that grants it, as the log says it; `oud`, the id of the card
    that the page showed (none: there was no card). Where another one came in between, that one counts: the same form
    sent twice is one card.
    """
    running = _running(about)
    if running is not None and running.user_id == user.pk and running.pk != oud:
        return running
    if running is not None:
        _stop(by, about, running)
    row = Kaart.objects.create(
        user=user, student_ref=_student(about), gemaakt_op=timezone.now(), gemaakt_door=by
    )
    _log("kaart gemaakt", by, about, row.pk)
    return row


def _stop(by: User, about: Subject, row: Kaart) -> None:
    row.ingetrokken_op, row.ingetrokken_door = timezone.now(), by
    row.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    _log("kaart ingetrokken", by, about, row.pk)


@transaction.atomic
def withdraw(*, by: User, about: Subject) -> None:
    """Withdraw the card of a student; twice is once."""
    row = _running(about)
    if row is not None:
        _stop(by, about, row)


@transaction.atomic
def show_code(*, by: User, user: User, about: Subject) -> str:
    """Make a code for who has no mail, for the screen of the one who asks; out: its six digits, which stand nowhere.

    Empty where the card of this student gave its codes of today (codes.CARD_CODES).
    """
    if not codes.claim_card(user):
        return ""
    code = codes.show(user, by)
    _log("inlogcode getoond", by, about, user.pk)
    return code
