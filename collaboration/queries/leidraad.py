"""Collegiale feedback as its author sees it: nobody else ever comes here. No line of reading names a student."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from checklists.models import InstrumentVersie
from checklists.queries import current_all, stored_for
from checklists.ways import ALLEEN, NIEMAND
from collaboration.enums.samen import (
    INZICHT,
    LEIDRAAD_LOG,
    MOMENT,
    SOORT_LEIDRAAD,
    STAP,
)
from collaboration.models import CollegialeFeedback
from kern.log import Subject
from students.access import Viewer

MOST = 50


def _own(viewer: Viewer) -> QuerySet[Any]:
    rows = CollegialeFeedback.objects.filter(auteur=viewer.user.pk).select_related("invulling__versie")
    return rows.defer("invulling__versie__boom")


def get_own(viewer: Viewer, pk: UUID, *, read: bool = True) -> CollegialeFeedback:
    """One of this person's own; Http404 for everybody else. `read` False is for a save, which shows nothing."""
    row = _own(viewer).filter(pk=pk).first()
    if row is None:
        raise Http404
    if read:
        note(viewer, row.pk)
    found: CollegialeFeedback = row
    return found


def note(viewer: Viewer, pk: UUID | None = None) -> None:
    """Put the reading of one's own into the ledger of the request; it is about no student."""
    viewer.ledger.read(Subject(kind=LEIDRAAD_LOG, object_id=pk))


@dataclass(frozen=True)
class Ingebracht:
    """One that this person brought in: what stayed, in words. Empty where nothing was written yet."""

    rij: CollegialeFeedback
    inzicht: str
    stap: str
    moment: str


def all_own(viewer: Viewer, limit: int = MOST) -> list[Ingebracht]:
    """What this person brought in, newest first, with insight and next step: two queries."""
    rows = list(_own(viewer)[:limit])
    answers = stored_for([row.invulling_id for row in rows], viewer.user.pk) if rows else {}
    if rows:
        note(viewer)
    return [_said(row, answers.get(row.invulling_id, {})) for row in rows]


def _said(row: CollegialeFeedback, given: dict[str, Any]) -> Ingebracht:
    return Ingebracht(row, *(str(given.get(code) or "").strip() for code in (INZICHT, STAP, MOMENT)))


def offered() -> list[InstrumentVersie]:
    """The instruments that one fills in alone and that are about no student, the Gespreksleidraad first: one query."""
    rows = [row for row in current_all() if _about_nobody(row)]
    return sorted(rows, key=lambda row: (row.soort != SOORT_LEIDRAAD, row.instrument.volgorde, row.code))


def _about_nobody(row: InstrumentVersie) -> bool:
    manier = row.instrument.manier
    return manier.wijze == ALLEEN and manier.over == NIEMAND


def chosen(code: str, rows: Iterable[InstrumentVersie]) -> InstrumentVersie:
    """The one of these with this code; without a code the first. Http404."""
    for row in rows:
        if not code or row.code == code:
            return row
    raise Http404("Dit instrument is er niet.")
