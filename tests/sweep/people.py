"""Who looks in the sweep, and what their roles are: read straight from the rows, not through the app's own access."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from begeleiders.models import SchoolRol, User
from students.models import KlasRol, Student, TeamLid, Zorginzage


@dataclass
class Person:
    """Somebody with an account: the roles of today and of before, by student."""

    naam: str
    user: User
    now: dict[UUID, set[tuple[str, UUID | None]]] = field(default_factory=lambda: defaultdict(set))
    ever: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    scholen: set[tuple[str, UUID]] = field(default_factory=set)

    def has(self, student: UUID, roles: str, stage: UUID | None = None) -> bool:
        """Whether this person has one of these roles for the student today; a praktijkbegeleider: of this stage."""
        return any(
            rol in roles.split() and (rol != "praktijkbegeleider" or stage is None or own == stage)
            for rol, own in self.now.get(student, ())
        )

    def only(self, student: UUID, roles: str) -> bool:
        """Whether every role of this person for the student is one of these."""
        return all(rol in roles.split() for rol, _ in self.now.get(student, ()))


def everyone(today: date) -> dict[UUID, Person]:
    """Every account of the world, with its roles."""
    people = {user.pk: Person(user.email.partition("@")[0], user) for user in User.objects.order_by("pk")}
    running = Q(begin__lte=today) & (Q(einde__isnull=True) | Q(einde__gte=today))
    students: dict[Any, list[UUID]] = defaultdict(list)
    for pk, klas, school in Student.objects.values_list("pk", "klas", "klas__school"):
        students[klas].append(pk)
        students[school].append(pk)
    _klas_and_team(people, students, running)
    for pk, account in Student.objects.exclude(account=None).values_list("pk", "account"):
        _give(people[account], pk, "student", None, active=True)
    escalated = set(Zorginzage.objects.filter(running).values_list("student", flat=True))
    for role in SchoolRol.objects.filter(running).order_by("pk"):
        people[role.user_id].scholen.add((role.rol, role.school_id))
        for student in students[role.school_id]:
            if role.rol == "beheerder" or student in escalated:
                _give(people[role.user_id], student, role.rol, None, active=True)
    return people


def _give(person: Person, student: UUID, rol: str, stage: UUID | None, *, active: bool) -> None:
    person.ever[student].add(rol)
    if active:
        person.now[student].add((rol, stage))


def _klas_and_team(people: dict[UUID, Person], students: dict[Any, list[UUID]], running: Q) -> None:
    active = set(KlasRol.objects.filter(running).values_list("pk", flat=True))
    for role in KlasRol.objects.order_by("pk"):
        for student in students[role.klas_id]:
            _give(people[role.user_id], student, role.rol, None, active=role.pk in active)
    active = set(TeamLid.objects.filter(running).values_list("pk", flat=True))
    for lid in TeamLid.objects.order_by("pk"):
        _give(people[lid.user_id], lid.student_id, lid.rol, lid.stage_ref, active=lid.pk in active)
