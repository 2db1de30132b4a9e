"""Stages and places as a person may see them, for the screens on which a stage is arranged."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from stageplekken.models import Stage, Stageplek
from stageplekken.rules import stage as rules
from students.access import Viewer
from students.enums import Soort
from students.models import Student
from students.prepared import fetch_for

WITH = ("student__klas__school", "student__regie_houder", "stageplek__leerbedrijf")


def get_stage(viewer: Viewer, pk: UUID, *, read: bool = True) -> Stage:
    """One stage that this person may see, whatever its state; Http404 otherwise. `read` False for a save."""
    rows = Stage.objects.filter(viewer.students_q(Soort.STAGE, "student"), pk=pk).select_related(*WITH)
    stage = rows.first()
    if stage is None or not rules.may_read(viewer, stage):
        raise Http404
    if read:
        viewer.ledger.read(viewer.subject(stage.student, "stage", object_id=stage.pk))
    return stage


def all_stages_of(viewer: Viewer, student: Student) -> list[Stage]:
    """Every stage of a student that this person may see, newest first: planned, running and ended."""
    found = fetch_for(_all_of, viewer, student.pk)
    for stage in found:
        stage.student = student
    return [stage for stage in found if rules.may_read(viewer, stage)]


def _all_of(_: Viewer, student: UUID) -> QuerySet[Any]:
    rows = Stage.objects.filter(student=student).select_related("stageplek__leerbedrijf")
    return rows.order_by("-begin", "id")[:20]


def steps_of(stage: Stage) -> list[Any]:
    """Each change of state, oldest first, with who made it."""
    return list(stage.overgangen.select_related("door").order_by("id"))


def places_for(student: Student) -> list[Stageplek]:
    """The places for the profile of this student, by leerbedrijf; a leerbedrijf is known to all schools."""
    rows = Stageplek.objects.filter(crebo=student.crebo).select_related("leerbedrijf")
    return list(rows.order_by("leerbedrijf__naam", "titel", "id")[:200])
