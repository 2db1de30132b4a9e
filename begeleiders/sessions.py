"""How long somebody stays logged in: 30 days on a device they call their own, where their roles allow it.

Which roles do is known on floors above (praktijkbegeleider and student: domain, codes and sessions); they hand it in.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest

from begeleiders.models import User

OWN_DEVICE = "eigen_toestel"

MayStay = Callable[[User], bool]
_judges: list[MayStay] = []


def let_stay_if(judge: MayStay) -> None:
    """Let a room above say who may stay logged in on a device of their own."""
    _judges.append(judge)


def may_stay(user: User) -> bool:
    """Whether this person, with the roles of today, may stay logged in for 30 days."""
    return any(judge(user) for judge in _judges)


def is_own_device(request: HttpRequest) -> bool:
    """Whether this session lives on a device that somebody called their own."""
    return bool(request.session.get(OWN_DEVICE))


def call_own(request: HttpRequest, user: User) -> None:
    """Keep this session for 30 days, if this person may."""
    if may_stay(user):
        request.session[OWN_DEVICE] = True
        request.session.set_expiry(settings.SESSION_STAY_SECONDS)


def end_stay(request: HttpRequest) -> None:
    """Back to the limits of a visit: the roles of this person ask for it now."""
    request.session.pop(OWN_DEVICE, None)
    request.session.set_expiry(None)
