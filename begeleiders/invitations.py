"""Reading an invitation: which row a token belongs to, and whether its link still works.

How long the role behind an invitation runs is known on floors above; they hand that in by `lives_as_long_as`.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from begeleiders.coming_in import Doel, Uitnodiging
from kern.post import link

# One form, or a first time: 14 days. The page of a stage: until it must be confirmed again.
LIFE = timedelta(days=14)
CONFIRM = timedelta(days=30)

# Gets rows, gives the ids of those whose role still runs; one query, however many rows.
Alive = Callable[[Iterable[Uitnodiging]], set[UUID]]
_judges: list[Alive] = []


class Stand(Enum):
    """How it is with a link."""

    OPEN = "open"
    ONBEKEND = "onbekend"
    VERNIEUWD = "vernieuwd"  # a newer mail was sent
    VERLOPEN = "verlopen"
    GEBRUIKT = "gebruikt"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True)
class Link:
    """A link that somebody opened: how it stands, and its row unless nobody knows it."""

    stand: Stand
    row: Uitnodiging | None = None


def lives_as_long_as(judge: Alive) -> None:
    """Let a room above say of which invitations the role still runs."""
    _judges.append(judge)


def alive(rows: Iterable[Uitnodiging]) -> set[UUID]:
    """The ids of those of these invitations whose role still runs."""
    rows = list(rows)
    found = {row.pk for row in rows}
    for judge in _judges:
        found &= judge(rows)
    return found


def get(pk: str) -> Uitnodiging | None:
    """The invitation with which a browser began, if it is still there."""
    return Uitnodiging.objects.select_related("user").filter(pk=pk).first()


def new_token() -> str:
    """The secret of a link; it stands in the mail and nowhere else."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def url_of(token: str) -> str:
    """The whole address of the link, for the mail."""
    return link(reverse("welkom", args=[token]))


def valid_until(doel: str, now: datetime) -> datetime:
    """Until when a link that is sent or confirmed now opens: the end of its last day, in Amsterdam."""
    after = timezone.localdate(now) + (CONFIRM if doel == Doel.STAGE else LIFE) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(after, time.min))


def last_day(row: Uitnodiging) -> date:
    """The last day on which the link opens, as a mail or page says it."""
    return timezone.localdate(row.geldig_tot - timedelta(seconds=1))


def find(token: str) -> Link:
    """The invitation of this token."""
    mine = hash_of(token)
    rows = Uitnodiging.objects.select_related("user", "gemaakt_door")
    row = rows.filter(Q(hash=mine) | Q(vorige_hash=mine)).first()
    if row is None:
        return Link(Stand.ONBEKEND)
    stand = stand_of(row, timezone.now(), lives=bool(alive([row])))
    if stand is not Stand.INGETROKKEN and row.hash != mine:
        stand = Stand.VERNIEUWD
    return Link(stand, row)


def stand_of(row: Uitnodiging, now: datetime, *, lives: bool) -> Stand:
    """How it is with the link that was sent last; `lives` whether its role still runs."""
    if row.ingetrokken_op is not None or not lives:
        return Stand.INGETROKKEN
    if row.binnen_sinds is not None and row.doel in (Doel.PEERCOACH, Doel.STUDENT):
        return Stand.GEBRUIKT
    return Stand.OPEN if now < row.geldig_tot else Stand.VERLOPEN
