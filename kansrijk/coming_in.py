"""What coming in asks of the rooms above it: whose roles let them stay logged in, and which invitations still live."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from begeleiders.coming_in import Uitnodiging
from begeleiders.models import User
from students.enums import Rol
from students.models import TeamLid
from students.querysets import role_rows

# Domain, codes and sessions: 30 days on a device of one's own, for these two only.
STAY = frozenset({Rol.PRAKTIJKBEGELEIDER, Rol.STUDENT})


def may_stay(user: User) -> bool:
    """Whether all roles of today are of the kind that may stay logged in; a colleague of school may not."""
    roles = {Rol(row[2]) for row in role_rows(user.pk, timezone.localdate())}
    return bool(roles) and roles <= STAY


def alive(uitnodigingen: Iterable[Uitnodiging]) -> set[UUID]:
    """The ids of those whose role still runs; what came without a role lives by its own date."""
    wanted = {row.pk: row for row in uitnodigingen}
    ids = [row.lid_ref for row in wanted.values() if row.lid_ref]
    running = (
        TeamLid.objects.active(timezone.localdate()).filter(pk__in=ids) if ids else TeamLid.objects.none()
    )
    users = dict(running.values_list("pk", "user"))
    return {pk for pk, row in wanted.items() if row.lid_ref is None or users.get(row.lid_ref) == row.user_id}
