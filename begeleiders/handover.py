"""Handing over the phone: while it lasts, one page can be reached and nothing else.

It lives in the session, so it ends with the session, and a second tab is handed over too.
"""

from __future__ import annotations

import uuid
from typing import TypedDict

from django.http import HttpRequest

KEY = "telefoon"
# The pages of the handover itself, by the name of their address.
OPEN_NAMES = frozenset({"telefoon", "telefoon_terug", "telefoon_klaar"})


class Handover(TypedDict):
    """Which gesprek the student answers about, and whose phone it is."""

    gesprek: str
    user: str


def start(request: HttpRequest, gesprek_id: uuid.UUID) -> None:
    """Hand the phone over for this gesprek. The caller checked that this person may."""
    # A new session key makes the browser drop pages that it kept for its back button.
    request.session.cycle_key()
    request.session[KEY] = Handover(gesprek=str(gesprek_id), user=str(request.user.pk))


def current(request: HttpRequest) -> Handover | None:
    """The handover that is going on in this session, or None."""
    handover: Handover | None = request.session.get(KEY)
    return handover


def stop(request: HttpRequest) -> None:
    """The begeleider has the phone back. The caller checked the password."""
    request.session.pop(KEY, None)
    request.session.cycle_key()
