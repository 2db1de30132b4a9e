"""Grounds as a person may see them: that there is one, and its reason for who may read that."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from begeleiders.models import SchoolRol
from collaboration.rules import zorg as rules
from students.access import Item, Viewer
from students.enums import Laag, Rol, Soort
from students.models import Grond, Student


@dataclass(frozen=True)
class Regel:
    """A ground in the list; the reason is empty for who may know that it is there and not why."""

    grond: Grond
    reden: str
    # Whether this person is the second pair of eyes that it waits for.
    kijkt_mee: bool


def zorgcoordinator_er(student: Student, on: date) -> bool:
    """Whether the school of this student has a zorgcoördinator on this day."""
    rows = SchoolRol.objects.active(on).filter(school=student.klas.school_id, rol=Rol.ZORGCOORDINATOR)
    return bool(rows.exists())


def grounds_of(viewer: Viewer, student: Student) -> list[Regel]:
    """On which grounds something was shared, newest first; the student reads those that were told.

    Two queries; a reason that is shown stands in the log as layer zorg.
    """
    if not viewer.may("lees", student, Item(Soort.TOESTEMMING)):
        return []
    rows = Grond.objects.filter(student=student.pk)
    if rules.roles(viewer, student) == {Rol.STUDENT}:
        rows = rows.filter(geinformeerd_op__isnull=False)
    there = zorgcoordinator_er(student, viewer.today)
    found = []
    for row in rows.select_related("gesteld_door", "gezien_door", "geinformeerd_door")[:40]:
        row.student = student
        along = row.gezien_op is None and bool(rules.may_look_along(viewer, row, zorgcoordinator_er=there))
        found.append(Regel(row, row.reden if along or rules.reads_reason(viewer, row) else "", along))
    if any(regel.reden for regel in found):
        viewer.ledger.read(viewer.subject(student, "toestemming", laag=Laag.ZORG))
    return found


def get_grond(viewer: Viewer, pk: UUID) -> Grond:
    """One ground, for who may know of it; Http404 otherwise, and for the student until it was told."""
    rows = Grond.objects.filter(viewer.students_q(Soort.TOESTEMMING, "student"), pk=pk)
    row: Grond | None = rows.select_related("student__klas__school", "student__regie_houder").first()
    if row is None:
        raise Http404
    if rules.roles(viewer, row.student) == {Rol.STUDENT} and row.geinformeerd_op is None:
        raise Http404
    return row
