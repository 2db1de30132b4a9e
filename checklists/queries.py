"""What there is to read: the instruments that can be started, and one person's view of the conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from checklists.models import Antwoord, Botsing, InstrumentVersie, Invulling

if TYPE_CHECKING:
    from begeleiders.models import User


CODE = re.compile(r"[a-z0-9-]{1,60}")


def current_all() -> QuerySet[InstrumentVersie]:
    """The newest version of every instrument that can be chosen, in order of code, without its (large) tree."""
    newest = InstrumentVersie.objects.filter(code=OuterRef("code")).order_by("-versie").values("versie")[:1]
    return InstrumentVersie.objects.defer("boom").filter(los=True, versie=Subquery(newest)).order_by("code")


def current(code: str) -> InstrumentVersie:
    """The newest version of one instrument. Raises Http404, also for what can be no code."""
    if not CODE.fullmatch(code):
        raise Http404("Dit instrument is er niet.")
    row = InstrumentVersie.objects.defer("boom").filter(los=True, code=code).order_by("-versie").first()
    if row is None:
        raise Http404("Dit instrument is er niet.")
    return row


def open_conflicts(*, invulling: Invulling, for_user: User) -> QuerySet[Botsing]:
    """The conflicts nobody settled yet, with both writers; those on own fields only for their owner."""
    return (
        Botsing.objects.select_related("antwoord", "antwoord__door", "door")
        .filter(antwoord__invulling=invulling, opgelost_op__isnull=True)
        .filter(Q(antwoord__eigenaar__isnull=True) | Q(antwoord__eigenaar=for_user))
        .order_by("op", "id")
    )


def get_conflict(*, invulling: Invulling, pk: UUID, for_user: User) -> Botsing:
    """One conflict of this invulling, settled or not. Raises Http404, also for another's own field."""
    conflict = (
        Botsing.objects.select_related("antwoord", "antwoord__door", "door")
        .filter(antwoord__invulling=invulling, pk=pk)
        .filter(Q(antwoord__eigenaar__isnull=True) | Q(antwoord__eigenaar=for_user))
        .first()
    )
    if conflict is None:
        raise Http404("Deze botsing is er niet.")
    return conflict


def own_answers(*, invulling: Invulling, velden: tuple[str, ...]) -> dict[UUID, dict[str, object]]:
    """The own answers to these fields of everyone who took part, by person; for what they chose to share."""
    rows = Antwoord.objects.filter(invulling=invulling, veld__in=velden, eigenaar__isnull=False).order_by(
        "op", "id"
    )
    found: dict[UUID, dict[str, object]] = {}
    for row in rows:
        if row.eigenaar_id:
            found.setdefault(row.eigenaar_id, {})[row.veld] = row.waarde
    return found


def current_of(soort: str) -> InstrumentVersie:
    """The newest version of the instrument of a kind; where there are more, the one that stands first. Http404."""
    rows = [row for row in current_all() if row.soort == soort]
    if not rows:
        raise Http404("Dit instrument is er niet.")
    return min(rows, key=lambda row: (row.instrument.volgorde, row.code))


def stored(invullingen: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """The shared answers of several invullingen, by invulling and field: one query. Own fields are left out."""
    found: dict[UUID, dict[str, Any]] = {}
    rows = Antwoord.objects.filter(invulling__in=list(invullingen), eigenaar__isnull=True).order_by()
    for invulling, veld, waarde in rows.values_list("invulling", "veld", "waarde"):
        found.setdefault(invulling, {})[veld] = waarde
    return found


def stored_for(invullingen: Iterable[UUID], owner: UUID) -> dict[UUID, dict[str, Any]]:
    """The answers of several invullingen as one person reads them, with this person's own: one query."""
    found: dict[UUID, dict[str, Any]] = {}
    mine = Q(eigenaar__isnull=True) | Q(eigenaar=owner)
    rows = Antwoord.objects.filter(mine, invulling__in=list(invullingen)).order_by()
    for invulling, veld, waarde in rows.values_list("invulling", "veld", "waarde"):
        found.setdefault(invulling, {})[veld] = waarde
    return found
