"""Which kenmerken got attention lately in what one person did: only the own, whoever asks.

There is no such page about somebody else: not for a colleague, not for who leads a school.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from checklists.models import InstrumentVersie
from checklists.queries import stored_for
from checklists.touched import touched
from collaboration.models import (
    CollegialeFeedback,
    Gesprek,
    Gespreksvoerder,
    IndividueleBegeleiding,
    SamenwerkingKant,
)
from kern.log import Subject
from students.access import Viewer
from students.enums import Laag, Soort
from students.models import Student

DAGEN = 60
GESPREK, EIGEN, SAMEN, LEIDRAAD = "gesprekken", "eigen begeleiding", "Samenwerking", "collegiale feedback"


@dataclass(frozen=True)
class Moment:
    """One time that somebody had eyes for some kenmerken: when, where, and which (codes)."""

    op: datetime
    waar: str
    kenmerken: frozenset[str]


@dataclass(frozen=True)
class _Source:
    op: datetime
    waar: str
    invulling: UUID | None
    versie: UUID | None
    kenmerk: str = ""


def own_moments(viewer: Viewer, student: Student | None = None) -> list[Moment]:
    """The moments of the last 60 days, oldest first; around one student, or all of this person: at most six queries."""
    since = timezone.now() - timedelta(days=DAGEN)
    rows = [
        *_talks(viewer, student, since),
        *_looks(viewer, student, since),
        *_rounds(viewer, student, since),
    ]
    if student is None:
        rows += _brought_in(viewer, since)
    answers = stored_for([row.invulling for row in rows if row.invulling], viewer.user.pk) if rows else {}
    versions = _versions(row.versie for row in rows if row.versie)
    found = []
    for row in sorted(rows, key=lambda row: row.op):
        codes = {row.kenmerk} - {""}
        if row.invulling and row.versie in versions:
            codes |= touched(versions[row.versie].instrument, answers.get(row.invulling, {}))
        if codes:
            found.append(Moment(row.op, row.waar, frozenset(codes)))
    return found


def _versions(wanted: Iterable[UUID]) -> dict[UUID, InstrumentVersie]:
    pks = set(wanted)
    return {row.pk: row for row in InstrumentVersie.objects.defer("boom").filter(pk__in=pks)} if pks else {}


def _about(rows: QuerySet[Any], student: Student | None, path: str = "student") -> QuerySet[Any]:
    return rows.filter(**{path: student.pk}) if student else rows


def _sources(rows: QuerySet[Any], waar: str, op: str, via: str = "invulling", *more: str) -> list[_Source]:
    wanted = rows.order_by().values_list(op, via, f"{via}__versie", *more)
    return [_Source(op, waar, pk, versie, *(word or "" for word in rest)) for op, pk, versie, *rest in wanted]


def _talks(viewer: Viewer, student: Student | None, since: datetime) -> list[_Source]:
    """The gesprekken that this person wrote or held, concepts too; and with what a talk of two began."""
    held = Exists(Gespreksvoerder.objects.filter(gesprek=OuterRef("pk"), user=viewer.user.pk))
    rows = Gesprek.objects.visible_to(viewer).exclude(status__in=("ingetrokken", "gecorrigeerd"))
    rows = rows.filter(Q(auteur=viewer.user.pk) | held, wanneer__gte=since, wanneer__lte=timezone.now())
    told = Q(invulling__isnull=False) | Q(uit_samenwerking__isnull=False)
    return _sources(
        _about(rows.filter(told), student), GESPREK, "wanneer", "invulling", "uit_samenwerking__kenmerk"
    )


def _looks(viewer: Viewer, student: Student | None, since: datetime) -> list[_Source]:
    rows = IndividueleBegeleiding.objects.filter(viewer.any_role_q(), auteur=viewer.user.pk)
    return _sources(_about(rows.filter(gemaakt_op__gte=since), student), EIGEN, "gemaakt_op")


def _rounds(viewer: Viewer, student: Student | None, since: datetime) -> list[_Source]:
    rows = SamenwerkingKant.objects.filter(
        viewer.students_q(Soort.SAMENWERKING, "samenwerking__student"),
        user=viewer.user.pk,
        samenwerking__gevraagd_op__gte=since,
    )
    return _sources(_about(rows, student, "samenwerking__student"), SAMEN, "samenwerking__gevraagd_op")


def _brought_in(viewer: Viewer, since: datetime) -> list[_Source]:
    rows = CollegialeFeedback.objects.filter(auteur=viewer.user.pk, gemaakt_op__gte=since)
    return _sources(rows, LEIDRAAD, "gemaakt_op")


def note(viewer: Viewer, student: Student | None) -> None:
    """Put the reading into the ledger: of one student as one's own notes, of all as one line without students."""
    if student is None:
        viewer.ledger.read(Subject(kind="eigen kenmerken"))
    else:
        viewer.ledger.read(viewer.subject(student, "eigen kenmerken", laag=Laag.WERKAANTEKENING))
