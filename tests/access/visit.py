"""Visits: each person has one session for all tests of a file, and what a visit changes is undone after it.

Requests go straight to Django's handler, through all middleware: Django's test client keeps a copy of every template
context, which makes ten thousand visits slow.
"""

import logging
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.handlers.base import BaseHandler
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client, RequestFactory

from kansrijk.middleware.session import BEGAN, SEEN
from tests.access.people import ANON
from tests.access.world import World

HTMX = {"HX-Request": "true"}
# Drawn anew for each answer: in thousands of pages, letters of chance would once look like a marked word.
CHANCE = re.compile(r'(name="(?:csrfmiddlewaretoken|_van)" value=|"X-CSRFToken": ?)"[^"]*"')
AHEAD = 6 * 60 * 60  # seconds


@contextmanager
def undone() -> Iterator[None]:
    """Within it, everything that is written is rolled back at the end."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


class Visitors:
    """Everyone of the matrix, each with a session of their own."""

    def __init__(self, world: World) -> None:
        self.sessions = {person: session_of(user) for person, user in world.people.items()} | {ANON: ""}
        self.handler = BaseHandler()
        self.handler.load_middleware()
        self.crash: BaseException | None = None
        got_request_exception.connect(self._crashed)

    def __call__(self, person: str, path: str, data: Any = None, **how: Any) -> Any:
        """The answer to one request; whatever it wrote is rolled back. See `lasting`."""
        with undone():
            return self.lasting(person, path, data, **how)

    def lasting(
        self,
        person: str,
        path: str,
        data: Mapping[str, Any] | None = None,
        *,
        method: str = "get",
        htmx: bool = False,
        **headers: str,
    ) -> HttpResponseBase:
        """The answer to one request, whose writes stay; an exception in a view is raised here."""
        factory = RequestFactory(
            headers={"Cookie": f"{settings.SESSION_COOKIE_NAME}={self.sessions[person]}"}
        )
        given = {"data": data or {}} if method in ("get", "post", "head") else {}
        request = getattr(factory, method)(path, headers=(HTMX if htmx else {}) | headers, **given)
        request._dont_enforce_csrf_checks = True
        self.crash = None
        cache.clear()  # the limits on guessing count in it
        logging.disable(logging.ERROR)  # every 404 and 403 is a line, and there are thousands
        try:
            response: HttpResponseBase = self.handler.get_response(request)
        finally:
            logging.disable(logging.NOTSET)
        if self.crash:
            raise self.crash
        return response

    def _crashed(self, **kwargs: Any) -> None:
        self.crash = sys.exc_info()[1]


def text(response: Any) -> str:
    """The body of an answer, without the tokens of its forms."""
    return CHANCE.sub(r'\1""', response.content.decode())


def session_of(user: Any, **more: Any) -> str:
    """The key of a new session of this person, with more in it if asked."""
    client = Client()
    client.force_login(user)
    session = client.session
    # Else the first request of each would write them, and one of every minute.
    session[SEEN] = session[BEGAN] = int(time.time()) + AHEAD
    session.update(more)
    session.save()
    return str(session.session_key)
