"""Aandacht: a reason set aside until a day and put back; a klas seen today, and that undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from collaboration.actions.checks import Refused, demand, once
from collaboration.models import AandachtOpzij, KlasGezien, StudentGezien
from collaboration.rules import aandacht as rules
from kern.log import Subject, record
from students.access import Viewer
from students.models import Klas, Student


@dataclass(frozen=True)
class Reden:
    """What is set aside (a rule, about a thing), why, and on which day it comes back."""

    regel: str
    over: UUID
    reden: str
    tot: date


def _log(action: str, by: Viewer, row: AandachtOpzij) -> None:
    record(action, by=by.user.pk, about=by.subject(row.student, "aandacht", object_id=row.object_id))


@transaction.atomic
def set_aside(*, by: Viewer, student: Student, wat: Reden, sleutel: UUID | None = None) -> AandachtOpzij:
    """Set one reason aside; it comes back on the day `wat.tot`. The same form sent twice is once.

    Who set the same aside before hands over to the new one. Raises Refused where the day is not later than today.
    """
    demand(rules.may_set_aside(by, student))
    if wat.tot <= by.today:
        raise Refused("Kies een dag na vandaag.", code="tot")
    about = {"regel": wat.regel, "object_id": wat.over, "reden": wat.reden, "tot": wat.tot}
    sleutel, there = once(AandachtOpzij.objects.filter(opzij_door=by.user.pk), student, sleutel, about)
    if there:
        return there
    now = timezone.now()
    running = AandachtOpzij.objects.filter(
        student=student, regel=wat.regel, object_id=wat.over, terug_op__isnull=True, tot__gt=by.today
    )
    running.update(terug_op=now, terug_door=by.user.pk)
    row = AandachtOpzij(pk=sleutel, student=student, opzij_op=now, opzij_door_id=by.user.pk, **about)
    row.save(force_insert=True)
    _log("aandacht opzij gezet", by, row)
    return row


@transaction.atomic
def put_back(*, by: Viewer, opzij_id: UUID) -> AandachtOpzij:
    """Put it back in the list before its day. Twice is once."""
    rows = AandachtOpzij.objects.select_for_update(of=("self",)).select_related("student__klas")
    row = rows.get(pk=opzij_id)
    demand(rules.may_set_aside(by, row.student))
    if row.terug_op is None:
        row.terug_op, row.terug_door_id = timezone.now(), by.user.pk
        row.save(update_fields=["terug_op", "terug_door"])
        _log("aandacht teruggezet", by, row)
    return row


def _log_klas(action: str, by: Viewer, klas: Klas) -> None:
    """A list of a klas is one line, without students."""
    record(action, by=by.user.pk, about=Subject(kind="klas", object_id=klas.pk, school=klas.school_id))


@transaction.atomic
def see_klas(*, by: Viewer, klas: Klas, er: Iterable[UUID], niet: Iterable[UUID]) -> KlasGezien:
    """This klas was seen today: these students were there, those were not (ids).

    Sent again, or by a colleague, it says it anew for these students; for others of the klas it stays as it was.
    """
    demand(rules.may_see_klas(by, klas))
    Klas.objects.select_for_update().filter(pk=klas.pk).values_list("pk").first()
    there = dict.fromkeys(er, True) | dict.fromkeys(niet, False)
    there = {pk: there[pk] for pk in klas.studenten.filter(pk__in=there).values_list("pk", flat=True)}
    if not there:
        raise Refused("Er staat nog niemand in deze klas.", code="leeg")
    who = {"gezien_op": timezone.now(), "gezien_door_id": by.user.pk}
    row, _ = KlasGezien.objects.update_or_create(klas=klas, dag=by.today, defaults=who)
    row.studenten.filter(student__in=there).delete()
    StudentGezien.objects.bulk_create(
        StudentGezien(klas_gezien=row, student_id=student, dag=by.today, er=was_er)
        for student, was_er in there.items()
    )
    _log_klas("klas gezien", by, klas)
    return row


@transaction.atomic
def unsee_klas(*, by: Viewer, klas: Klas) -> None:
    """Undo of today; the log keeps that it was there. Twice is once."""
    demand(rules.may_see_klas(by, klas))
    removed, _ = KlasGezien.objects.filter(klas=klas, dag=by.today).delete()
    if removed:
        _log_klas("klas gezien weggehaald", by, klas)
