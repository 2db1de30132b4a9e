"""What all rules need of the person who looks, found once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from begeleiders.models import School, SchoolRol
from collaboration.aandacht.grenzen import Grens, grenzen
from students.access import Viewer
from students.enums import Rol, Soort
from students.models import Klas, Student, TeamLid
from students.prepared import fetch_for

DUO = frozenset({Rol.MENTOR, Rol.KAWER})
MENTOR = frozenset({Rol.MENTOR})


@dataclass
class Blik:
    """The person, the moment, and the schools with their days."""

    viewer: Viewer
    now: datetime = field(default_factory=timezone.now)
    kept: dict[str, Any] = field(default_factory=dict)  # what several rules need, by name

    @cached_property
    def grenzen(self) -> dict[UUID, Grens]:
        """The days and numbers of each school of which this person looks after somebody, in two queries."""
        schools = fetch_for(_schools, self.viewer)
        return grenzen(sorted(schools, key=lambda school: str(school.pk)), self.viewer.today)

    def dagen(self, day: Callable[[Grens], date]) -> tuple[tuple[UUID, ...], tuple[date, ...]]:
        """The schools, and for each the day that `day` works out: two tuples for a query."""
        return tuple(self.grenzen), tuple(day(grens) for grens in self.grenzen.values())

    def grens(self, student: Student) -> Grens:
        """The days and numbers of the school of a student."""
        return self.grenzen[student.klas.school_id]


def _schools(viewer: Viewer) -> QuerySet[Any]:
    by_klas = Klas.objects.order_by().filter(pk__in=list(viewer.klassen)).values("school")
    by_student = Student.objects.order_by().filter(pk__in=list(viewer.team)).values("klas__school")
    found = Q(pk__in=by_klas) | Q(pk__in=by_student) | Q(pk__in=list(viewer.scholen))
    return School.objects.filter(found).order_by("id")


def klassen_of(viewer: Viewer, rollen: frozenset[Rol]) -> list[UUID]:
    """The klassen in which this person has one of these roles."""
    return [klas for klas, links in viewer.klassen.items() if {link.rol for link in links} & rollen]


def in_klassen(viewer: Viewer, rollen: frozenset[Rol]) -> QuerySet[Any]:
    """The ids of the students in these klassen, to compare with."""
    return Student._base_manager.filter(klas__in=klassen_of(viewer, rollen)).values("pk")


def met_regie_q(viewer: Viewer, prefix: str = "") -> Q:
    """The students whose aandacht is this person's: aandacht goes where the regie is.

    A mentor has that of the klas, but for students whose regie is with somebody of the zorgteam today, who has theirs.
    """
    key = f"{prefix}__" if prefix else ""
    today = viewer.today
    holder = {"user": OuterRef(f"{key}regie_houder")}
    lasts = Q(begin__lte=today) & (Q(einde__isnull=True) | Q(einde__gte=today))
    member = TeamLid._base_manager.filter(
        lasts, student=OuterRef(f"{key}pk" if key else "pk"), rol=Rol.ZORGMEDEWERKER, **holder
    )
    coordinator = SchoolRol._base_manager.filter(
        lasts, school=OuterRef(f"{key}klas__school"), rol=Rol.ZORGCOORDINATOR, **holder
    )
    klassen = Q(**{f"{key}klas__in": klassen_of(viewer, MENTOR)})
    mine = Q(**{f"{key}regie_houder": viewer.user.pk}) & viewer.students_q(Soort.REGIE, prefix)
    return mine | (klassen & ~Exists(member) & ~Exists(coordinator))
