"""What every page's template knows: the demo flag, the idle limits, the menu of this person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from begeleiders.carry import signature
from begeleiders.models import User
from begeleiders.sessions import is_own_device
from collaboration.queries.melding import unseen
from kansrijk.menu import menu, searches
from kern.http import address
from students.enums import Rol


def _role(viewer: Any) -> str:
    """The first role in words, for under the name in the account menu."""
    order = list(Rol)
    roles = sorted(viewer.rollen, key=order.index)
    return roles[0].label if roles else ""


def _stays(request: HttpRequest) -> bool:
    return hasattr(request, "session") and is_own_device(request)


def _account_menu(user: User, viewer: Any) -> list[tuple[str, str, str]]:
    """What somebody changes about the own account: a password only who has one."""
    own = [
        ("Mijn toestellen", address("toestellen"), "device-mobile"),
        ("Wie ziet wat?", address("wie_ziet_wat"), "eye"),
    ]
    if viewer.rollen - {Rol.STUDENT}:
        own.insert(1, ("Hoe bereik je mij?", address("bereikbaar"), "phone"))
    if user.has_usable_password():
        own.insert(0, ("Wachtwoord wijzigen", address("account_change_password"), "lock-simple"))
    return own


def house(request: HttpRequest) -> dict[str, Any]:
    """Context for every template; lazy where it costs a query."""
    viewer = getattr(request, "viewer", None)
    context: dict[str, Any] = {
        "demo": settings.DEMO,
        # On a device of one's own nobody is logged out by standing still.
        "idle_seconds": 0 if _stays(request) else settings.SESSION_IDLE_SECONDS,
        "warn_seconds": settings.SESSION_WARN_SECONDS,
    }
    if viewer is None:
        return context
    return context | {
        "viewer": viewer,
        "menu": SimpleLazyObject(lambda: menu(request.path, viewer)),
        "zoekt": SimpleLazyObject(lambda: searches(viewer)),
        "account_menu": SimpleLazyObject(lambda: _account_menu(viewer.user, viewer)),
        "meldingen_nieuw": SimpleLazyObject(lambda: unseen(viewer)),
        "person_role": SimpleLazyObject(lambda: _role(viewer)),
        "carry_van": SimpleLazyObject(lambda: signature(viewer.user)),
    }
