"""Doelen, steps and successes as a person may see them; each fetch notes what it reads.

A praktijkbegeleider and a peercoach read the doelen that the student gave them (Vrijgave), with the successes on the
way there, and what they wrote themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.http import Http404

from begeleiders.models import User
from students.access import Item, Viewer
from students.enums import DoelStatus, Rol, Soort
from students.models import Doel, DoelStap, Student, Succes, Vrijgave
from students.prepared import fetch_for
from students.queries import team_of

BY_CHOICE = frozenset({Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH})
WITH = ("student__klas__school", "student__regie_houder", "gemaakt_door", "afgerond_door")
SHOWN = 6


def shared_with(viewer: Viewer) -> tuple[UUID, ...]:
    """The ids of the doelen that students gave to this person; asks nothing for whom no choice counts."""
    if not viewer.rollen & BY_CHOICE:
        return ()
    rows = Vrijgave.objects.filter(aan=viewer.user.pk, soort=Soort.DOEL, ingetrokken_op=None).order_by()
    return tuple(UUID(one) for one in rows.values_list("onderdeel", flat=True))


def doelen_q(viewer: Viewer, shared: Sequence[UUID]) -> Q:
    """The doelen this person reads, as a condition."""
    return viewer.rows_q(Soort.DOEL, gedeeld=Q(pk__in=shared))


def successen_q(viewer: Viewer, shared: Sequence[UUID]) -> Q:
    """The successes this person reads, as a condition."""
    return viewer.rows_q(Soort.SUCCES, gedeeld=Q(doel__in=shared) | Q(auteur=viewer.user.pk))


def _steps() -> Prefetch[Any]:
    steps = DoelStap.objects.select_related("gehaald_door").order_by("volgorde", "id")
    return Prefetch("stappen", queryset=steps)


def note(viewer: Viewer, student: Student, kind: str = "doel", pk: UUID | None = None) -> None:
    """Put the reading into the ledger of the request."""
    viewer.ledger.read(viewer.subject(student, kind, object_id=pk))


def reads_doelen(viewer: Viewer, student: Student) -> bool:
    """Whether there may be doelen of this student for this person: by role, or by the student's choice."""
    return bool(viewer.may("lees", student, Item(Soort.DOEL, gedeeld=True)))


def doelen_van(viewer: Viewer, student: Student) -> list[Doel]:
    """The doelen of a student with their steps, as far as this person reads them: open ones first. Two queries."""
    if not reads_doelen(viewer, student):
        return []
    found: list[Doel] = fetch_for(_doelen, viewer, student.pk, shared_with(viewer))
    prefetch_related_objects(found, _steps())
    order = list(DoelStatus)
    if found:
        note(viewer, student)
    return sorted(found, key=lambda one: order.index(DoelStatus(one.status)))


def _doelen(viewer: Viewer, student: UUID, shared: list[UUID]) -> QuerySet[Any]:
    return Doel.objects.filter(doelen_q(viewer, shared), student=student).select_related(*WITH)


def get_doel(viewer: Viewer, pk: UUID, *, read: bool = True) -> Doel:
    """One doel with its steps; Http404 for who may not read it. `read` False is for a press, which shows nothing."""
    rows = Doel.objects.filter(doelen_q(viewer, shared_with(viewer)), pk=pk).select_related(*WITH)
    doel: Doel | None = rows.prefetch_related(_steps()).first()
    if doel is None:
        raise Http404
    if read:
        note(viewer, doel.student, pk=doel.pk)
    return doel


def get_stap(viewer: Viewer, pk: UUID, *, read: bool = True) -> DoelStap:
    """One step with its doel; Http404 for who may not read it."""
    doel_id = DoelStap.objects.filter(pk=pk).values_list("doel", flat=True).first()
    if doel_id is None:
        raise Http404
    doel = get_doel(viewer, doel_id, read=read)
    stap: DoelStap = next(one for one in doel.stappen.all() if one.pk == pk)
    stap.doel = doel
    return stap


# Successes -------------------------------------------------------------------------------------------------


def successen_van(viewer: Viewer, student: Student, limit: int = SHOWN) -> list[Succes]:
    """The newest successes of a student that this person reads. One query."""
    found: list[Succes] = fetch_for(_of_student, viewer, student.pk, shared_with(viewer), limit)
    if found:
        note(viewer, student, "succes")
    return found


def _of_student(viewer: Viewer, student: UUID, shared: list[UUID], limit: int) -> QuerySet[Any]:
    rows = Succes.objects.filter(successen_q(viewer, shared), student=student)
    return rows.select_related("auteur").order_by("-dag", "-wanneer", "id")[:limit]


def successen_sinds(viewer: Viewer, since: date, limit: int = SHOWN) -> list[Succes]:
    """The newest successes of all students of this person since a day. One query."""
    found: list[Succes] = fetch_for(_since, viewer, shared_with(viewer), since, limit)
    for one in found:
        note(viewer, one.student, "succes", one.pk)
    return found


def _since(viewer: Viewer, shared: list[UUID], since: date, limit: int) -> QuerySet[Any]:
    rows = Succes.objects.filter(successen_q(viewer, shared), dag__gte=since)
    rows = rows.select_related("auteur", "student__klas", "student__account")
    return rows.order_by("-dag", "-wanneer", "id")[:limit]


def get_succes(viewer: Viewer, pk: UUID) -> Succes:
    """One success this person reads; Http404 otherwise."""
    rows = Succes.objects.filter(successen_q(viewer, shared_with(viewer)), pk=pk)
    row: Succes | None = rows.select_related("student__klas__school").first()
    if row is None:
        raise Http404
    return row


# With whom a doel is shared -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Deelt:
    """Somebody on the team who reads a doel only when the student gives it."""

    user: Any
    rol: str
    ziet: bool


def reader_of(viewer: Viewer, doel: Doel, pk: str, *, ook_weg: bool) -> User | None:
    """The praktijkbegeleider or peercoach with this id for whom the student chooses; `ook_weg`: who left, too, where
    the choice still stands, so that it can be taken back."""
    found = next((row.user for row in wie_leest(viewer, doel) if str(row.user.pk) == pk), None)
    if found is not None or not ook_weg:
        return found
    rows = Vrijgave.objects.filter(
        student=doel.student_id, soort=Soort.DOEL, onderdeel=str(doel.pk), ingetrokken_op=None
    )
    return next((row.aan for row in rows.select_related("aan") if str(row.aan_id) == pk), None)


def wie_leest(viewer: Viewer, doel: Doel) -> list[Deelt]:
    """The praktijkbegeleiders and peercoaches of the team, with whether they read this doel."""
    rows = Vrijgave.objects.filter(
        student=doel.student_id, soort=Soort.DOEL, onderdeel=str(doel.pk), ingetrokken_op=None
    )
    given = set(rows.values_list("aan", flat=True))
    found: dict[UUID, Deelt] = {}
    for lid in team_of(viewer, doel.student):
        if lid.rol in BY_CHOICE:
            found.setdefault(lid.user_id, Deelt(lid.user, lid.get_rol_display(), lid.user_id in given))
    return list(found.values())
