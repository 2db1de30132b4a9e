"""Stages as a person may see them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from stageplekken.models import Stage
from students.access import Item, Viewer
from students.enums import Soort
from students.models import Student
from students.prepared import fetch_for


def running_companies(students: Iterable[Student], viewer: Viewer) -> dict[UUID, str]:
    """The leerbedrijf of each student's running stage, by student; only where this person may read it. One query."""
    by_student = {student.pk: student for student in students}
    return {
        student: naam
        for stage, student, naam in fetch_for(_companies, viewer, tuple(by_student))
        if viewer.may("lees", by_student[student], Item(Soort.STAGE, stage=stage))
    }


def _companies(_: Viewer, students: list[UUID]) -> QuerySet[Any]:
    rows = Stage.objects.filter(student__in=students, status=Stage.Status.LOPEND).order_by("begin", "id")
    return rows.values_list("pk", "student", "stageplek__leerbedrijf__naam")


def stages_of(student: Student, viewer: Viewer) -> list[Stage]:
    """The running stages of one student that this person may read, newest first."""
    return [
        stage
        for stage in fetch_for(_newest_first, viewer, student.pk)
        if viewer.may("lees", student, Item(Soort.STAGE, stage=stage.pk))
    ]


def _newest_first(_: Viewer, student: UUID) -> QuerySet[Any]:
    rows = Stage.objects.filter(student=student, status=Stage.Status.LOPEND)
    return rows.select_related("stageplek__leerbedrijf").order_by("-begin", "id")
