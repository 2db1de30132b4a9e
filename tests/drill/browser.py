"""A page of a step in somebody's hands, over real HTTP: opened, typed in, saved as the script of the page does."""

import http.client
import secrets
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from begeleiders.models import User


class _Fields(HTMLParser):
    """The names and values of inputs and textareas, as a browser sends them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        name = named.get("name")
        ticked = named.get("type") not in {"checkbox", "radio"} or "checked" in named
        if tag == "input" and name and ticked:
            self.found.setdefault(name, named.get("value") or "")
        if tag == "textarea" and name:
            self._area, self.found[name] = name, ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None


def fields_of(html: str) -> dict[str, str]:
    """What the form of this page would send; of several ticks with one name the first."""
    reader = _Fields()
    reader.feed(html)
    return reader.found


def session_of(user: User) -> str:
    """The cookie of somebody who is logged in."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


class StepPage:
    """One field of one step; `scripted` pages have a name and count their saves, others are plain forms."""

    def __init__(
        self, port: Callable[[], int], session: str, url: str, field: str, *, scripted: bool
    ) -> None:
        self.port, self.url, self.field, self.scripted = port, url, field, scripted
        self.cookies = {settings.SESSION_COOKIE_NAME: session}
        self.form: dict[str, str] = {}
        self.seen: set[str] = set()
        self.name, self.turn = "", 0

    @property
    def opened(self) -> bool:
        """Whether there is a page to type in."""
        return bool(self.form)

    def open(self) -> str:
        """Load the page anew; returns the text that it shows. RuntimeError when there is no page."""
        status, html = self._call("GET", {}, "")
        if status != 200:
            raise RuntimeError(f"de pagina gaf {status}")
        self.form = fields_of(html)
        self.name, self.turn = secrets.token_hex(8), 0
        text = self.form[self.field].removeprefix("\n").strip()
        self.seen.add(text)
        return text

    def save(self, text: str) -> int:
        """Send the page with this text, as htmx does; returns the status, and keeps the new token."""
        self.turn += 1
        token = f"t:{self.field}"
        sent = {
            name: self.form[name]
            for name in ("csrfmiddlewaretoken", "_van", "deel", token)
            if name in self.form
        }
        sent[self.field] = text
        if self.scripted:
            sent |= {"pagina": self.name, "beurt": str(self.turn)}
        self.seen.add(text)
        status, html = self._call("POST", {"HX-Request": "true"}, urlencode(sent))
        if status == 200:
            self.form |= {name: value for name, value in fields_of(html).items() if name == token}
        return status

    def _call(self, method: str, headers: dict[str, str], body: str) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port(), timeout=30)
        try:
            headers = headers | {
                "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            }
            if body:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            line.request(method, self.url, body=body or None, headers=headers)
            answer = line.getresponse()
            html = answer.read().decode()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, html
        finally:
            line.close()
