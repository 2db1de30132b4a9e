"""Every page that a student can reach: no sentence over fifteen words, and each word of the woordenlijst explained."""

import re
from typing import Any

import pytest
from django.urls import reverse

from begeleiders import handover
from kern import http
from tests.access.people import ANON
from tests.access.visit import Visitors, session_of
from tests.access.world import World
from tests.access.world_talks import key as talk
from tests.students.a2 import long_sentences
from tests.students.a2_words import unexplained
from tests.sweep.crawl import crawl, kind_of

# What is no page of Kansrijk, changes who one is, or is there for who tries the demo.
ELSEWHERE = re.compile(r"^/(static|demo|welkom|account/(logout|login))/")
# Of colleagues, in their words: no student is led there.
OF_COLLEAGUES = re.compile(r"^(get|post) /(kenmerken|casussen|instrumenten|componenten|leidraad|samen)/")
# Before one is known: whoever comes here may be a student.
DOOR = ("/inloggen/code/", "/inloggen/code/invullen/", "/bestaat-niet/")


class Reader:
    """Visits as one person, and keeps every page that comes back, by method and address."""

    def __init__(self, visitors: Visitors) -> None:
        self.visitors = visitors
        self.pages: dict[str, str] = {}

    def __call__(self, person: str, path: str, data: Any = None, *, method: str = "get") -> Any:
        answer = self.visitors(person, path, data, method=method)
        html = answer.content.decode() if "text/html" in answer.headers.get("Content-Type", "") else ""
        if "<main" in html:
            self.pages.setdefault(f"{method} {path}", html)
        return answer


def faults(pages: dict[str, str], *, words: bool = True) -> list[str]:
    """What a student would stumble over."""
    found = set()
    for where, html in pages.items():
        found |= {f"te lang: {one}   ({kind_of(where)})" for one in long_sentences(html)}
        found |= {f"{one}   ({kind_of(where)})" for one in (unexplained(html) if words else ())}
    return sorted(found)


@pytest.mark.eenmaal
def test_every_page_of_a_student_is_easy_to_read(
    world: World, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "render_pdf", lambda *args: b"%PDF-1.7")
    read = Reader(visitors)
    crawl(read, "student", {str(world.students["marije"].pk)}, per_kind=1, elsewhere=ELSEWHERE)
    kinds = {kind_of(where) for where in read.pages}
    reached = (
        "/hulp/",
        "/privacy/",
        "/account/toestellen/",
        "/woorden/",
        "/gesprekken/*/",
        "/stagegesprekken/*/",
    )
    assert not [one for one in reached if f"get {one}?" not in kinds]
    assert not [one for one in kinds if OF_COLLEAGUES.match(one)]
    assert not faults(read.pages), "\n".join(faults(read.pages))


def test_the_door_is_easy_to_read(world: World, visitors: Visitors) -> None:
    read = Reader(visitors)
    for path in DOOR:
        read(ANON, path)
    assert not faults(read.pages, words=False)


def test_the_phone_of_a_begeleider_is_easy_to_read(world: World, visitors: Visitors) -> None:
    mentor, student = world.people["mentor"], world.students["marije"]
    about = {
        handover.VRAAG: world.gesprekken["concept"].pk,
        "telefoon_handleiding": student.pk,
        "telefoon_uren": talk(world, "stage", "marije"),
        "telefoon_stagegesprek": talk(world, "talk", "marije"),
    }
    read = Reader(visitors)
    for name, pk in about.items():
        given = {"gesprek": str(pk), "user": str(mentor.pk), "pagina": name, "student": str(student.pk)}
        visitors.sessions["telefoon"] = session_of(mentor, **{handover.KEY: given})
        read("telefoon", reverse(name))
    assert len(read.pages) == len(about)
    assert not faults(read.pages)


def test_a_word_without_its_explanation_is_seen() -> None:
    html = '<main><p>Praat met je mentor over de <a href="/woorden/#w-regie">regie</a>.</p><h2>Stage</h2>{}</main>'
    assert unexplained(html.format("")) == ["geen uitleg: mentor", "geen uitleg: stage"]
    below = '<section aria-labelledby="h-leeswoorden"><p id="w-mentor">a</p><p id="w-stage">b</p></section>'
    assert unexplained(html.format(below)) == ["geen link: mentor"]
    assert unexplained('<main><a href="#w-doel">doel</a></main>') == ["link naar niets: #w-doel"]
    assert long_sentences(f"<main><p>{'een ' * 16}</p></main>")
