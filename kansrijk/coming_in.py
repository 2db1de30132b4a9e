"""What coming in asks of the rooms above it: whose roles let them stay logged in, and which invitations still live."""

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


def lives(uitnodiging: Uitnodiging) -> bool:
    """Whether the role that came with an invitation still runs; what came without one lives by its own date."""
    if uitnodiging.lid_ref is None:
        return True
    mine = TeamLid.objects.filter(pk=uitnodiging.lid_ref, user=uitnodiging.user_id)
    return mine.active(timezone.localdate()).exists()
