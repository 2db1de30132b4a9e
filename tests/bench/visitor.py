"""Somebody who is logged in and asks for pages, straight through the WSGI entry: no network in between."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import Client

from begeleiders.models import User


@dataclass(frozen=True)
class Ask:
    """One request, ready to be sent."""

    path: str
    form: tuple[tuple[str, str], ...] | None = None
    htmx: bool = False


class Visitor:
    """The mentor of the bench."""

    def __init__(self, pk: str) -> None:
        client = Client(headers={"host": "localhost"})
        client.force_login(User.objects.get(pk=pk))
        self.application: Callable[..., Any] = get_wsgi_application()
        self.cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}

    def environ(self, ask: Ask) -> dict[str, Any]:
        """What the server hands to the application."""
        body = urlencode(ask.form or ()).encode()
        return {
            "REQUEST_METHOD": "GET" if ask.form is None else "POST",
            "PATH_INFO": ask.path,
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "HTTP_X_CSRFTOKEN": self.cookies.get(settings.CSRF_COOKIE_NAME, ""),
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        } | ({"HTTP_HX_REQUEST": "true"} if ask.htmx else {})

    def send(self, environ: dict[str, Any]) -> tuple[int, list[tuple[str, str]], bytes]:
        """Run the application; returns status, headers and body."""
        told: list[Any] = []
        answer = self.application(
            environ, lambda status, headers, exc_info=None: told.extend((status, headers))
        )
        body = b"".join(answer)
        answer.close()
        return int(told[0][:3]), told[1], body

    def ask(self, ask: Ask) -> str:
        """One request that must succeed; its cookies are kept."""
        status, headers, body = self.send(self.environ(ask))
        if status != 200:
            raise RuntimeError(f"{ask.path} gaf {status}")
        for name, value in headers:
            if name == "Set-Cookie":
                key, _, rest = value.partition(";")[0].partition("=")
                self.cookies[key] = rest
        return body.decode() if not body.startswith(b"%PDF") else ""
