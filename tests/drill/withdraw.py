"""The student takes a part back while the praktijkbegeleider reads: no request that starts afterwards gets the text."""

import http.client
import random
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from begeleiders.models import User
from kern.models import Bericht
from tests.acts_handleiding import schrijf
from tests.cast import Cast
from tests.drill.browser import fields_of, session_of
from tests.drill.place import WSGI, serving

PART = "tegenzit"
READERS, EACH = 5, 5  # at once, and how often each looks in a round
# The page, the page as htmx renews it, the page of the student with its panel, the PDF: the slow one less often.
LOOKS = ("pagina", "pagina", "fragment", "fragment", "student", "student", "pdf")


@dataclass(frozen=True)
class Look:
    """One request: what was asked, when it started, and whether the answer had the text."""

    what: str
    start: float
    shows: bool


@dataclass
class Score:
    """What came of it."""

    requests: int = 0
    before: int = 0
    during: int = 0
    after: int = 0
    faults: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


class Visitor:
    """Somebody who is logged in, over real HTTP."""

    def __init__(self, port: int, user: User) -> None:
        self.port, self.cookies = port, {settings.SESSION_COOKIE_NAME: session_of(user)}

    def __call__(
        self, path: str, body: dict[str, str] | None = None, *, htmx: bool = False
    ) -> tuple[int, bytes]:
        """The status and what came with it."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if htmx:
            headers["HX-Request"] = "true"
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(
                "GET" if body is None else "POST", path, urlencode(body) if body else None, headers=headers
            )
            answer = line.getresponse()
            found = answer.read()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, found
        finally:
            line.close()


@dataclass
class Place:
    """Who looks at what: the student, the reader, the addresses, and the words that are looked for."""

    cast: Cast
    words: str

    @classmethod
    def make(cls, cast: Cast) -> "Place":
        """A part with words that stand nowhere else."""
        words = f"zq{secrets.token_hex(6)}"
        schrijf(cast.marije, PART, f"Geef mij tien minuten. {words}")
        return cls(cast, words)

    def look(self, visitor: Visitor, what: str) -> Look:
        """One request of the reader. A PDF is made only where there is something to read."""
        name = {"student": "student", "pdf": "handleiding_pdf"}.get(what, "handleiding_van")
        path = reverse(name, args=[self.cast.marije.pk])
        start = time.monotonic()
        status, body = visitor(path, htmx=what == "fragment")
        if status not in (200, 302):
            raise RuntimeError(f"{what} gaf {status}")
        shows = status == 200 if what == "pdf" else self.words.encode() in body
        return Look(what, start, shows)


def judge(looks: list[Look], taken: float, answered: float, score: Score) -> None:
    """What started after the answer may not have the text; what started before the withdrawal has to."""
    score.requests += len(looks)
    for look in looks:
        if look.start > answered:
            score.after += 1
            if look.shows:
                score.faults.append(
                    f"{look.what} had de tekst nog, {look.start - answered:.3f} s na het terugnemen"
                )
        elif look.start < taken:
            score.before += 1
        else:
            score.during += 1


def _choose(student: Visitor, form: dict[str, str], melissa: User, ziet: str) -> None:
    body = {"soort": "handleiding", "onderdeel": PART, "aan": str(melissa.pk), "ziet": ziet}
    status, _ = student(reverse("vrijgave"), form | body, htmx=True)
    if status != 200:
        raise RuntimeError(f"kiezen gaf {status}")


def _round(place: Place, student: Visitor, form: dict[str, str], readers: list[Visitor], pool: Any) -> Any:
    melissa = place.cast.melissa
    _choose(student, form, melissa, "ja")
    done, enough = threading.Semaphore(0), random.randint(1, READERS * (EACH - 2))

    def read(visitor: Visitor) -> list[Look]:
        found = []
        for _ in range(EACH):
            found.append(place.look(visitor, random.choice(LOOKS)))
            done.release()
        return found

    running = [pool.submit(read, visitor) for visitor in readers]
    for _ in range(enough):
        done.acquire()
    taken = time.monotonic()
    _choose(student, form, melissa, "nee")
    answered = time.monotonic()
    looks = [look for one in running for look in one.result()]
    looks += [
        place.look(readers[0], what) for what in dict.fromkeys(LOOKS)
    ]  # each once more, for certain after
    return looks, taken, answered


def run(
    count: int, cast: Cast, wsgi: str = WSGI, stop: Callable[[Score], bool] = lambda score: False
) -> Score:
    """At least so many requests against one server; `stop` ends it earlier."""
    score, place = Score(), Place.make(cast)
    with serving(wsgi) as server, ThreadPoolExecutor(READERS) as pool:
        student = Visitor(server.port, cast.marije_zelf)
        readers = [Visitor(server.port, cast.melissa) for _ in range(READERS)]
        _, html = student(reverse("handleiding"))
        form = {
            name: value
            for name, value in fields_of(html.decode()).items()
            if name in ("csrfmiddlewaretoken", "_van")
        }
        while score.requests < count and not stop(score):
            judge(*_round(place, student, form, readers, pool), score)
    if Bericht.objects.filter(tekst__contains=place.words).exists():
        score.odd.append("een mail houdt de tekst vast")
    if not score.before or not score.during + score.after:
        score.odd.append("er was geen wedloop: alles begon ervoor of erna")
    return score
