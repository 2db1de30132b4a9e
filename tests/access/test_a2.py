"""Every page that a student can reach: no sentence over fifteen words, and each word of the woordenlijst explained."""

import re
from typing import Any

import pytest

from cases.lezen import unexplained
from kern import http
from tests.access.visit import Visitors
from tests.access.world import World
from tests.students.a2 import long_sentences
from tests.sweep.crawl import crawl, kind_of

MAIN = re.compile(r"<main.*</main>", re.DOTALL)
# For everybody, in the words of the law or of the house; a student finds the short version on the own page.
NOT_FOR_STUDENTS = re.compile(r"(get|post) /(privacy|toegankelijkheid|kenmerken|casussen)/")


def pages(world: World, visitors: Visitors) -> dict[str, str]:
    """Every page that Marije finds, by method and address; forms are also sent with nothing in them."""
    found: dict[str, str] = {}

    def visit(person: str, path: str, data: Any = None, *, method: str = "get") -> Any:
        answer = visitors(person, path, data, method=method)
        if "text/html" in answer.headers.get("Content-Type", "") and answer.status_code in (200, 422):
            found.setdefault(f"{method} {path}", answer.content.decode())
        return answer

    crawl(visit, "student", {str(world.students["marije"].pk)}, per_kind=1)
    own = {where: html for where, html in found.items() if not NOT_FOR_STUDENTS.match(where)}
    return {where: html for where, html in own.items() if MAIN.search(html)}


@pytest.mark.eenmaal
def test_every_page_of_a_student_is_easy_to_read(
    world: World, visitors: Visitors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "render_pdf", lambda *args: b"%PDF-1.7")
    there, faults = pages(world, visitors), set()
    assert len(there) > 20
    for where, html in there.items():
        kind = kind_of(where)
        faults |= {f"te lang: {one}   ({kind})" for one in long_sentences(html)}
        faults |= {f"geen uitleg: {one.woord}   ({kind})" for one in unexplained(MAIN.findall(html)[0])}
    assert not faults, "\n".join(sorted(faults))


def test_a_word_without_its_explanation_is_seen() -> None:
    html = '<p>Praat met je mentor over de <a href="/woorden/#w-regie">regie</a>.</p>'
    assert [one.code for one in unexplained(html)] == ["mentor"]
    assert long_sentences(f"<main><p>{'een ' * 16}</p></main>")
