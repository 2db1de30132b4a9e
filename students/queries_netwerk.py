"""The network of a student as a person may see it; each fetch notes what it reads."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from students.access import Viewer
from students.enums import Soort
from students.models import Contactpersoon, Student
from students.models.netwerk import NetwerkSoort
from students.rules.team import reads_how, reads_network

WITH = ("gemaakt_door", "antwoord_door", "grond_door")


@dataclass(frozen=True)
class Regel:
    """Somebody around the student, and how to reach them where this person may read that."""

    contact: Contactpersoon
    bereiken: str


@dataclass(frozen=True)
class Netwerk:
    """Who is near to the student, and who works for an organisation."""

    nabij: list[Regel]
    extern: list[Regel]


def network_of(viewer: Viewer, student: Student) -> Netwerk | None:
    """Who there is around a student; None for who may not know. One query."""
    if not reads_network(viewer, student):
        return None
    rows = list(Contactpersoon.objects.filter(student=student.pk).select_related(*WITH)[:60])
    if rows:
        viewer.ledger.read(viewer.subject(student, "netwerk"))
    for row in rows:
        row.student = student
    lines = [Regel(row, row.bereiken if reads_how(viewer, row) else "") for row in rows]
    near = [line for line in lines if line.contact.soort == NetwerkSoort.INFORMEEL]
    return Netwerk(near, [line for line in lines if line not in near])


def get_contact(viewer: Viewer, pk: UUID, *, read: bool = True) -> Contactpersoon:
    """One of them, for who may know; Http404 otherwise. `read` False is for a change: it shows nothing."""
    rows = Contactpersoon.objects.filter(viewer.students_q(Soort.NETWERK, "student"), pk=pk)
    row: Contactpersoon | None = rows.select_related("student__klas__school", "student__regie_houder").first()
    if row is None:
        raise Http404
    if read:
        viewer.ledger.read(viewer.subject(row.student, "netwerk", object_id=row.pk))
    return row
