"""Twenty zorgcoördinatoren take one request at the same moment: exactly one of them is its owner."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from begeleiders.models import School, User
from collaboration.actions import escalatie
from collaboration.actions.checks import Refused
from collaboration.enums.zorg import EscalatieStatus
from collaboration.models import Escalatie
from kern.models import LogRegel
from students.models import Klas, Student
from tests import acts_zorg
from tests.factories import KlasFactory, KlasRolFactory, SchoolFactory, StudentFactory, UserFactory, viewer

PEOPLE = 20
PATIENCE = 60


@dataclass
class Score:
    """What came of it."""

    rounds: int = 0
    faults: list[str] = field(default_factory=list)
    refused: int = 0


@dataclass(frozen=True)
class Office:
    """A school with its zorgcoördinatoren, a mentor and a klas."""

    school: School
    klas: Klas
    mentor: User
    people: list[User]


def office(people: int = PEOPLE) -> Office:
    """Made in the database."""
    school: Any = SchoolFactory()
    klas: Any = KlasFactory(school=school)
    mentor: Any = UserFactory()
    KlasRolFactory(klas=klas, user=mentor)
    return Office(
        school,
        klas,
        mentor,
        [acts_zorg.zorgcoordinator(school, f"Yvonne{number}") for number in range(people)],
    )


def make_room(people: int) -> None:
    """A connection for everybody: the pool of production would let them come in groups."""
    pool: Any = connection.settings_dict.get("OPTIONS", {}).get("pool")
    if isinstance(pool, dict):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        pool["max_size"] = people + 2


def request_of(place: Office) -> Escalatie:
    """A new request, about a student of its own."""
    student: Student = StudentFactory(klas=place.klas, regie_houder=place.mentor)
    return acts_zorg.aanvraag(place.mentor, student)


def _take(user: User, pk: UUID, start: threading.Barrier) -> str:
    """One person presses; what the person gets to see."""
    try:
        by = viewer(user)
        assert by.rows, "geen rol"
        connection.close()  # nobody keeps a connection of the pool while waiting for the others
        start.wait(PATIENCE)
        escalatie.pak_op(by=by, escalatie_id=pk)
    except Refused:
        return "refused"
    finally:
        connection.close()
    return "owner"


def judge(row: Escalatie, answers: list[str], people: list[User]) -> list[str]:
    """One heard that the request is theirs, and row, history and log say the same one."""
    row.refresh_from_db()
    owners = [user.pk for user, answer in zip(people, answers, strict=True) if answer == "owner"]
    steps = list(row.overgangen.filter(naar=EscalatieStatus.IN_BEOORDELING).values_list("door", flat=True))
    lines = list(
        LogRegel.objects.filter(actie="aanvraag opgepakt", object_id=row.pk).values_list("wie", flat=True)
    )
    if len(owners) == 1 and owners == steps == lines == [row.opgepakt_door_id]:
        return []
    return [f"{len(owners)} eigenaren, {len(steps)} overgangen, {len(lines)} regels voor één aanvraag"]


def run(count: int, place: Office) -> Score:
    """So many rounds; every round a new request."""
    score = Score()
    with ThreadPoolExecutor(len(place.people)) as pool:
        for _ in range(count):
            row, start = request_of(place), threading.Barrier(len(place.people))
            answers = list(pool.map(lambda user: _take(user, row.pk, start), place.people))  # noqa: B023
            score.rounds += 1
            score.refused += answers.count("refused")
            score.faults += judge(row, answers, place.people)
    return score


# The control: the same action without its lock. The drill must see that there are two owners.


def _unlocked(escalatie_id: UUID) -> Escalatie:
    rows = Escalatie.objects.select_related(
        "student__klas__school", "aangemeld_door", "opgepakt_door", "toestemming", "grond"
    )
    return rows.get(pk=escalatie_id)


def _claim_without_looking(by: Any, row: Escalatie, now: datetime) -> bool:
    """Decides by what was read a moment ago."""
    if row.status != EscalatieStatus.AANGEMELD:
        return False
    Escalatie.objects.filter(pk=row.pk).update(
        status=EscalatieStatus.IN_BEOORDELING, opgepakt_op=now or timezone.now(), opgepakt_door=by.user.pk
    )
    return True


@contextmanager
def without_lock() -> Iterator[None]:
    """Within it, taking a request is no transaction, locks no row, and writes without asking the database."""
    kept: dict[str, Callable[..., Any]] = {
        name: getattr(escalatie, name) for name in ("pak_op", "locked", "_claim")
    }
    broken = {
        "pak_op": kept["pak_op"].__wrapped__,  # type: ignore[attr-defined]
        "locked": _unlocked,
        "_claim": _claim_without_looking,
    }
    try:
        for name, part in broken.items():
            setattr(escalatie, name, part)
        yield
    finally:
        for name, part in kept.items():
            setattr(escalatie, name, part)
