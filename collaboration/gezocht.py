"""What held on: how long and how often contact was sought with a student, and how often it came to a gesprek."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Subquery

from collaboration.enums import GesprekStatus
from collaboration.models import Contactpoging, Gesprek
from collaboration.words.gesprek import count
from kern.dates import day_of
from students.access import Viewer
from students.enums import Laag
from students.models import Student
from students.prepared import fetch_for

FEWEST = 5  # attempts: below that each speaks for itself
WEEK, MONTH = 7, 30.44  # days
_OPEN = (
    Laag.BEGELEIDING,
    Laag.STAGE,
)  # the layers of attempts; gesprekken of other layers are not counted with them


@dataclass(frozen=True)
class Gezocht:
    """The attempts that this person reads, and the gesprekken with the student since the first of them."""

    pogingen: int
    gesprekken: int
    eerste: datetime
    laatste: datetime
    laag: str

    @property
    def duur(self) -> str:
        """From the first attempt to the last, for example "18 maanden"."""
        days = (day_of(self.laatste) - day_of(self.eerste)).days + 1
        if days < 2 * WEEK:
            return count(days, "dag", "dagen")
        if days < 2 * MONTH:
            return f"{round(days / WEEK)} weken"
        return f"{round(days / MONTH)} maanden"


def gezocht(viewer: Viewer, student: Student) -> Gezocht | None:
    """What held on, in one query; None with few attempts, or where talking went easier than reaching."""
    (row,) = fetch_for(_counted, viewer, student.pk) or (None,)
    if row is None or (row.keer or 0) < FEWEST or (row.gelukt or 0) > row.keer:
        return None
    return Gezocht(
        pogingen=row.keer,
        gesprekken=row.gelukt or 0,
        eerste=row.eerste,
        laatste=row.laatste,
        laag=Laag.BEGELEIDING if row.van_school else Laag.STAGE,
    )


def _counted(viewer: Viewer, student: UUID) -> QuerySet[Any]:
    tries = Contactpoging.objects.readable_by(viewer).filter(student=student).order_by("wanneer")
    talks = Gesprek.objects.readable_by(viewer).filter(
        student=student,
        status=GesprekStatus.VASTGELEGD,
        student_erbij=True,
        laag__in=_OPEN,
        wanneer__gte=Subquery(tries.values("wanneer")[:1]),
    )
    return Student.objects.filter(pk=student).annotate(
        keer=_number(tries),
        gelukt=_number(talks),
        eerste=Subquery(tries.values("wanneer")[:1]),
        laatste=Subquery(tries.order_by("-wanneer").values("wanneer")[:1]),
        van_school=_number(tries.filter(laag=Laag.BEGELEIDING)),
    )


def _number(rows: QuerySet[Any]) -> Subquery:
    """How many rows of one student these are; null for none."""
    return Subquery(rows.order_by().values("student").annotate(number=Count("pk")).values("number"))
