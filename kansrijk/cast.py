"""Who the cast of the demo are, for its login page: only the roof knows both accounts and klassen."""

import uuid
from collections.abc import Iterable, Mapping

from django.utils import timezone

from begeleiders.models import User
from students.enums import Rol
from students.models import KlasRol

ORDER = {Rol.MENTOR: 0, Rol.KAWER: 1}


def describe(users: Iterable[User]) -> Mapping[uuid.UUID, tuple[int, str]]:
    """For each mentor and KAW-er the place in the list and a line such as "mentor van E1B, Mbo De Brug"."""
    roles = (
        KlasRol.objects.active(timezone.localdate())
        .filter(user__in=list(users))
        .select_related("klas__school")
    )
    return {
        role.user_id: (
            ORDER[Rol(role.rol)],
            f"{Rol(role.rol).label} van {role.klas.naam}, {role.klas.school.naam}",
        )
        for role in roles.order_by("begin", "id")
    }
