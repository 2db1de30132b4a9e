"""Stages as a person may see them."""

from collections.abc import Iterable
from uuid import UUID

from stageplekken.models import Stage
from students.access import Item, Viewer
from students.enums import Soort
from students.models import Student


def running_stages(students: Iterable[Student], viewer: Viewer) -> dict[UUID, Stage]:
    """The running stage of each student, by student; only where this person may read it. One query."""
    students = list(students)
    rows = Stage.objects.filter(student__in=[student.pk for student in students], status=Stage.Status.LOPEND)
    by_student = {student.pk: student for student in students}
    found: dict[UUID, Stage] = {}
    for stage in rows.select_related("stageplek__leerbedrijf").order_by("begin", "id"):
        if viewer.may("lees", by_student[stage.student_id], Item(Soort.STAGE, stage=stage.pk)):
            found[stage.student_id] = stage
    return found


def stages_of(student: Student, viewer: Viewer) -> list[Stage]:
    """The running stages of one student that this person may read, newest first."""
    rows = Stage.objects.filter(student=student.pk, status=Stage.Status.LOPEND).select_related(
        "stageplek__leerbedrijf"
    )
    return [
        stage
        for stage in rows.order_by("-begin", "id")
        if viewer.may("lees", student, Item(Soort.STAGE, stage=stage.pk))
    ]
