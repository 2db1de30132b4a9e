"""Who the cast of the demo are, for its login page: only the roof knows both accounts and roles."""

import uuid
from collections.abc import Iterable, Mapping

from django.utils import timezone

from begeleiders.models import SchoolRol, User
from students.enums import Rol
from students.models import KlasRol, Student, TeamLid

# In this order on the page: who does most of the work first.
ORDER = (
    Rol.MENTOR,
    Rol.PRAKTIJKBEGELEIDER,
    Rol.ZORGCOORDINATOR,
    Rol.ZORGMEDEWERKER,
    Rol.KAWER,
    Rol.STUDENT,
    Rol.PEERCOACH,
    Rol.BEHEERDER,
)
Line = tuple[int, str]


def _line(rol: str, where: str) -> Line:
    return ORDER.index(Rol(rol)), f"{Rol(rol).label} {where}".strip()


def describe(users: Iterable[User]) -> Mapping[uuid.UUID, Line]:
    """For each person the place in the list and a line such as "mentor van E1B, Mbo De Brug"."""
    people, today = list(users), timezone.localdate()
    found: dict[uuid.UUID, Line] = {}
    students = Student.objects.filter(account__in=people).select_related("klas__school", "account")
    for student in students:
        if student.account is not None:
            found[student.account.pk] = _line(
                Rol.STUDENT, f"in {student.klas.naam}, {student.klas.school.naam}"
            )
    for lid in TeamLid.objects.active(today).filter(user__in=people).select_related("user").order_by("id"):
        found[lid.user_id] = _line(lid.rol, f"bij {lid.user.organisatie}" if lid.user.organisatie else "")
    for rol in SchoolRol.objects.active(today).filter(user__in=people).select_related("school"):
        found[rol.user_id] = _line(rol.rol, f"van {rol.school.naam}")
    rows = KlasRol.objects.active(today).filter(user__in=people).select_related("klas__school")
    for row in rows.order_by("begin", "id"):
        found[row.user_id] = _line(row.rol, f"van {row.klas.naam}, {row.klas.school.naam}")
    return found
