"""Giving one part to one person to read, and taking it back. Only the student gives; taking back works at once."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders.models import User
from kern.log import record
from students.access import Answer, Viewer
from students.checks import Refused, demand
from students.enums import Rol, Soort
from students.models import Student, Vrijgave
from students.queries import may_receive


def may_share(viewer: Viewer, student: Student) -> Answer:
    """Only the student decides who reads what; others can ask."""
    if viewer.is_student(student):
        return Answer(True, Rol.STUDENT)
    return Answer(False, reden=f"Alleen {student.voornaam} beslist wie dit leest. Je kunt het wel vragen.")


def _log(action: str, by: Viewer, student: Student, soort: Soort, aan: UUID) -> None:
    record(action, by=by.user.pk, about=by.subject(student, soort.value, object_id=aan))


@transaction.atomic
def geef_vrij(*, by: Viewer, student: Student, aan: User, soort: Soort, onderdeel: str) -> Vrijgave:
    """Give a part to somebody around this student. In: a part of `soort` by its code. Twice is once.

    Raises PermissionDenied for anybody but the student, Refused for who may never read it or is not on the team.
    """
    demand(may_share(by, student))
    return give(by=by, student=student, aan=aan, soort=soort, onderdeel=onderdeel)


@transaction.atomic
def give(*, by: Viewer, student: Student, aan: User, soort: Soort, onderdeel: str) -> Vrijgave:
    """The same, where another action found out that the student chose it (filled in on a begeleider's phone)."""
    Student.objects.select_for_update().filter(pk=student.pk).values_list("pk").first()
    if not may_receive(student, aan, soort, by.today):
        raise Refused(f"{aan.voornaam} kan dit niet lezen. Kies iemand van je team.", code="aan")
    running = Vrijgave.objects.filter(
        student=student, aan=aan, soort=soort, onderdeel=onderdeel, ingetrokken_op=None
    )
    if row := running.first():
        return row
    row = Vrijgave.objects.create(
        student=student,
        aan=aan,
        soort=soort,
        onderdeel=onderdeel,
        gegeven_op=timezone.now(),
        gegeven_door_id=by.user.pk,
    )
    _log("vrijgegeven", by, student, soort, aan.pk)
    return row


@transaction.atomic
def trek_in(*, by: Viewer, student: Student, aan: User, soort: Soort, onderdeel: str) -> bool:
    """Take a part back: who reads it now, does not from the next request on. Out: whether it was shared."""
    demand(may_share(by, student))
    Student.objects.select_for_update().filter(pk=student.pk).values_list("pk").first()
    row = Vrijgave.objects.filter(
        student=student, aan=aan, soort=soort, onderdeel=onderdeel, ingetrokken_op=None
    ).first()
    if row is not None:
        take_back(by, student, row)
    return row is not None


def take_back(by: Viewer, student: Student, row: Vrijgave) -> None:
    """This person does not read it any more, with its line in the log. Part of an action that locked the student."""
    row.ingetrokken_op, row.ingetrokken_door_id = timezone.now(), by.user.pk
    row.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    _log("vrijgave teruggenomen", by, student, Soort(row.soort), row.aan_id)
