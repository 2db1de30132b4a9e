"""A sign of a student (docs/aandacht.md): a reached contact, hours made, something the student entered, an own afspraak
done, a success, or "klas gezien vandaag". One place, so that every rule means the same by it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from collaboration.enums import AfspraakStatus, GesprekStatus
from collaboration.models import Afspraak, Gesprek, StudentGezien
from collaboration.querysets.gesprek import NO_OWNER
from kern.dates import day_of
from stageplekken.enums.talks import Kant
from stageplekken.models import StagegesprekDeel, UrenDag
from students.access import Viewer
from students.models import KlasRol, Succes

FIXED = (GesprekStatus.VASTGELEGD, GesprekStatus.GECORRIGEERD)


@dataclass(frozen=True)
class Bron:
    """One kind of sign: its rows of a student, and the field that says when. `viewer` None sees every sign."""

    naam: str
    rows: Callable[[Viewer | None], QuerySet[Any]]
    veld: str
    moment: bool  # whether that field is a moment, or a day
    student: str = "student"  # the way from a row to its student


def _gesprekken(viewer: Viewer | None) -> QuerySet[Any]:
    """Contact that reached the student; for a person only what that person reads: the rest does not exist."""
    rows = Gesprek.objects.filter(status__in=FIXED) if viewer is None else Gesprek.objects.readable_by(viewer)
    return rows.filter(student_erbij=True)


def _afspraken(viewer: Viewer | None) -> QuerySet[Any]:
    rows = Afspraak.objects.all() if viewer is None else Afspraak.objects.readable_by(viewer)
    return rows.filter(NO_OWNER, status=AfspraakStatus.GEDAAN)


def _gezien(_: Viewer | None) -> QuerySet[Any]:
    return StudentGezien.objects.filter(er=True)


# Of who gets this aandacht every role reads all stages and successes of the student.
def _uren(_: Viewer | None) -> QuerySet[Any]:
    return UrenDag.objects.filter(gemaakt__gt=0)


def _succes(_: Viewer | None) -> QuerySet[Any]:
    """A step reached, a compliment, what somebody saw go well."""
    return Succes.objects.all()


def _ingevuld(_: Viewer | None) -> QuerySet[Any]:
    """What the student entered: on an own device, or on that of a begeleider."""
    own = Q(ingevoerd_door=F("stage__student__account"))
    return UrenDag.objects.filter(own | Q(van_student=True))


def _eigen_deel(_: Viewer | None) -> QuerySet[Any]:
    """The student's own part of a stagegesprek, once it is klaar: before that nobody knows of it."""
    return StagegesprekDeel.objects.filter(kant=Kant.STUDENT, klaar_op__isnull=False)


BRONNEN: list[Bron] = [
    Bron("gesprek", _gesprekken, "wanneer", moment=True),
    Bron("afspraak", _afspraken, "afgerond_op", moment=True),
    Bron("succes", _succes, "dag", moment=False),
    Bron("klas", _gezien, "dag", moment=False),
    Bron("uren", _uren, "dag", moment=False, student="stage__student"),
    Bron("ingevuld", _ingevuld, "ingevoerd_op", moment=True, student="stage__student"),
    Bron("deel", _eigen_deel, "klaar_op", moment=True, student="gesprek__stage__student"),
]


def geen_teken_q(viewer: Viewer | None, dag: date, moment: datetime) -> Q:
    """The students of whom there is no sign since this day; `moment` is its first moment.

    A student without any sign counts from the day on which the klas got its first mentor or KAW-er here.
    """
    known = KlasRol._base_manager.filter(klas=OuterRef("klas"), begin__lt=dag)
    found: Any = Q(Exists(known))
    for bron in BRONNEN:
        since = {f"{bron.veld}__gte": moment if bron.moment else dag, bron.student: OuterRef("pk")}
        rows = bron.rows(viewer).order_by().filter(**since)
        found &= ~Exists(rows)
    return cast(Q, found)


def laatste(viewer: Viewer | None) -> dict[str, Subquery]:
    """Annotations with the last sign of each kind, by name; `laatste_dag` reads them."""
    return {
        f"teken_{bron.naam}": Subquery(
            bron.rows(viewer)
            .filter(**{bron.student: OuterRef("pk")})
            .order_by(f"-{bron.veld}")
            .values(bron.veld)[:1]
        )
        for bron in BRONNEN
    } | {"teken_begin": Subquery(_begin())}


def _begin() -> QuerySet[Any]:
    return KlasRol._base_manager.filter(klas=OuterRef("klas")).order_by("begin").values("begin")[:1]


def laatste_dag(student: Any) -> tuple[date, bool]:
    """The day of the last sign of a student that carries these annotations, and whether there ever was one."""
    found = [getattr(student, f"teken_{bron.naam}") for bron in BRONNEN]
    days = [day_of(value) for value in found if value is not None]
    return (max(days), True) if days else (student.teken_begin, False)
