"""Ended stages as a person may see them, and what is handed over when a role ends."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from collaboration.enums import GesprekStatus
from collaboration.models import Gesprek, StageEinde
from stageplekken.models import Stage
from students.access import Viewer
from students.enums import KLAS_ROLLEN, Laag
from students.models import KlasRol, Student, TeamLid
from students.prepared import fetch_for

SOON = timedelta(days=30)
WITH = ("student__klas", "stage__stageplek__leerbedrijf", "toestemming", "teruggemeld_door", "gemaakt_door")


def einde_of(viewer: Viewer, stage: Stage) -> StageEinde | None:
    """How this stage ended, for who may know that it did; the reason is not for everyone (rules_einde)."""
    rows = StageEinde.objects.shared_with(viewer).filter(stage=stage.pk).select_related(*WITH)
    found: StageEinde | None = rows.first()
    if found is not None:
        found.stage, found.student = stage, stage.student
        viewer.ledger.read(viewer.subject(stage.student, "stage-einde", object_id=found.pk))
    return found


def get_einde(viewer: Viewer, stage: Stage) -> StageEinde:
    """The same; Http404 where the stage did not end, or this person may not know."""
    found = einde_of(viewer, stage)
    if found is None:
        raise Http404
    return found


def eindes_of(viewer: Viewer, student: Student) -> list[StageEinde]:
    """The ended stages of a student that this person may know of, newest first."""
    found = fetch_for(_eindes_of, viewer, student.pk)
    for one in found:
        one.student = student
    return list(found)


def _eindes_of(viewer: Viewer, student: UUID) -> QuerySet[Any]:
    rows = StageEinde.objects.shared_with(viewer).filter(student=student).select_related(*WITH)
    return rows.order_by("-gemaakt_op", "-id")[:5]


# A role that ends -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Vertrek:
    """What somebody whose role ends leaves behind with one student, and to whom it can go."""

    student: Student
    laatste_dag: date
    gesprekken: list[Gesprek]
    collegas: list[Any]


def last_days(viewer: Viewer) -> dict[UUID, date]:
    """The students for whom the last role of this person ends within a month, with its last day.

    Two or three queries. A role for a whole school year has a last day as well: of that nobody hears in September.
    """
    found: dict[UUID, list[date | None]] = {}
    for student, last in fetch_for(_my_team, viewer):
        found.setdefault(student, []).append(last)
    by_klas: dict[UUID, list[date | None]] = {}
    for klas, last in fetch_for(_my_klassen, viewer):
        by_klas.setdefault(klas, []).append(last)
    ending = [klas for klas, days in by_klas.items() if None not in days]
    if ending or (found and by_klas):
        rows = Student.objects.filter(Q(klas__in=ending) | Q(klas__in=list(by_klas), pk__in=list(found)))
        for student, klas in rows.values_list("pk", "klas"):
            found.setdefault(student, []).extend(by_klas[klas])
    whole = {pk: max(day for day in days if day) for pk, days in found.items() if None not in days}
    return {pk: last for pk, last in whole.items() if last <= viewer.today + SOON}


def _my_team(viewer: Viewer) -> QuerySet[Any, Any]:
    return TeamLid.objects.active(viewer.today).filter(user=viewer.user.pk).values_list("student", "einde")


def _my_klassen(viewer: Viewer) -> QuerySet[Any, Any]:
    return KlasRol.objects.active(viewer.today).filter(user=viewer.user.pk).values_list("klas", "einde")


def left_behind(viewer: Viewer) -> list[Vertrek]:
    """For each student whose team this person leaves: own concepts and werkaantekeningen, and to whom they can go."""
    days = last_days(viewer)
    if not days:
        return []
    students = Student.objects.filter(pk__in=list(days)).select_related("klas__school")
    by_student: dict[UUID, list[Gesprek]] = {pk: [] for pk in days}
    for one in own_texts(viewer).filter(student__in=list(days)).order_by("-wanneer", "id"):
        by_student[one.student_id].append(one)
        viewer.ledger.read(viewer.subject(one.student, "gesprek", laag=one.laag, object_id=one.pk))
    duo = _duo_by_klas(viewer, {student.klas_id for student in students})
    return [
        Vertrek(student, days[student.pk], by_student[student.pk], duo.get(student.klas_id, []))
        for student in students.order_by("voornaam", "achternaam", "id")
        if by_student[student.pk]
    ]


def first_last_day(viewer: Viewer) -> date | None:
    """The first day after which something of this person stays behind; None where nothing does."""
    days = last_days(viewer)
    if not days:
        return None
    left = set(own_texts(viewer).filter(student__in=list(days)).values_list("student", flat=True))
    return min((day for student, day in days.items() if student in left), default=None)


def own_texts(viewer: Viewer) -> QuerySet[Any]:
    """Concepts in which this person works, and the own werkaantekeningen: what nobody else will find."""
    notes = Q(status=GesprekStatus.VASTGELEGD, laag=Laag.WERKAANTEKENING, auteur=viewer.user.pk)
    concepts = Q(pk__in=Gesprek.objects.own_concepts(viewer).values("pk"))
    mine = Gesprek.objects.filter(viewer.any_role_q(), notes | concepts)
    return mine.select_related("student__klas__school").prefetch_related("overdrachten__aan")


def _duo_by_klas(viewer: Viewer, klassen: set[UUID]) -> dict[UUID, list[Any]]:
    """The mentors and KAW-ers of these klassen who stay, by klas; the mentor first."""
    rows = KlasRol.objects.active(viewer.today).filter(klas__in=klassen, rol__in=KLAS_ROLLEN)
    rows = rows.exclude(user=viewer.user.pk).filter(einde__isnull=True)
    found: dict[UUID, list[Any]] = {}
    for row in rows.select_related("user").order_by("-rol", "begin", "id"):
        if row.user not in found.setdefault(row.klas_id, []):
            found[row.klas_id].append(row.user)
    return found


def candidates(viewer: Viewer, student: Student) -> set[UUID]:
    """To whom something of this student can be handed over: mentor and KAW-er of the klas who stay."""
    return {user.pk for user in _duo_by_klas(viewer, {student.klas_id}).get(student.klas_id, [])}
