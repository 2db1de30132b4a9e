"""Handing over the phone: while it lasts, one page can be reached and nothing else.

It lives in the session, so it ends with the session, and a second tab is handed over too. A student without a phone
fills in on a begeleider's this way:

    handover.give(request, student, "telefoon_uren", stage.pk)     after the rule said yes; then redirect there
    going_on = handover.current(request)                            in that view: None, or whose and about what
    if going_on is None or handover.page_of(going_on) != "telefoon_uren": redirect away
    going_on["gesprek"]        the id that was given;  going_on["student"]  the student;  going_on["user"]  whose phone

The page's address holds no id: what it is about stands in the session, where the student cannot change it. The request
is still that of the begeleider: what is saved names that person, as "ingevuld op de telefoon van …". Show on the page
only what the student may see. A new page gets a line in PAGES.
"""

from __future__ import annotations

import uuid
from typing import Protocol, TypedDict

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

KEY = "telefoon"
VRAAG = "telefoon"  # the page with the one question about a gesprek
# Each page that can be handed over, by the name of its address, and where the begeleider goes on afterwards: the name
# of an address about the same thing.
PAGES = {
    VRAAG: "gesprek_na",
    "telefoon_stagegesprek": "stagegesprek",
    "telefoon_uren": "uren",
    "telefoon_handleiding": "handleiding_van",
}
# What is open beside the page itself: thank you, and taking the phone back.
ALWAYS_OPEN = frozenset({"telefoon_terug", "telefoon_klaar"})
OPEN_NAMES = frozenset(PAGES) | ALWAYS_OPEN


class StudentLike(Protocol):
    """What a handover needs of a student."""

    @property
    def pk(self) -> uuid.UUID: ...


class Handover(TypedDict, total=False):
    """The id of the gesprek, talk or stage it is about, whose phone it is, which page, and which student."""

    gesprek: str
    user: str
    pagina: str
    student: str
    geschreven: dict[str, str]  # of a page with several parts: what was written there while it lasts, by part


def start(request: HttpRequest, gesprek_id: uuid.UUID, pagina: str = VRAAG, student: str = "") -> None:
    """Hand the phone over for this gesprek, on a page of PAGES. The caller checked that this person may."""
    # A new session key makes the browser drop pages that it kept for its back button.
    request.session.cycle_key()
    request.session[KEY] = Handover(
        gesprek=str(gesprek_id), user=str(request.user.pk), pagina=pagina, student=student
    )


def give(request: HttpRequest, student: StudentLike, what: str, object_id: uuid.UUID) -> None:
    """Hand the phone to this student, for the page `what` of PAGES about one object. The caller checked the rule."""
    if what not in PAGES:
        raise ValueError(f"{what} is geen pagina die je uit handen geeft.")
    start(request, object_id, what, str(student.pk))


def page_of(handover: Handover) -> str:
    """The name of the page that is handed over."""
    return handover.get("pagina", VRAAG)


def is_open(handover: Handover, url_name: str | None) -> bool:
    """Whether this address can be reached while the phone is with the student."""
    return url_name in ALWAYS_OPEN or url_name == page_of(handover)


def back(handover: Handover) -> str:
    """Where the begeleider goes on, once the phone is back."""
    try:
        return reverse(PAGES[page_of(handover)], args=[handover["gesprek"]])
    except (KeyError, NoReverseMatch):
        return "/"


def current(request: HttpRequest) -> Handover | None:
    """The handover that is going on in this session, or None."""
    handover: Handover | None = request.session.get(KEY)
    return handover


def stop(request: HttpRequest) -> None:
    """The begeleider has the phone back. The caller checked the password or the code."""
    request.session.pop(KEY, None)
    request.session.cycle_key()
