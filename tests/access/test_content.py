"""Each word of the world appears for exactly those who may read it, on every page that a person can open."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.template.loader import render_to_string

from kern import http
from tests.access.matrix_gesprek import LEZERS
from tests.access.matrix_rest import AFSPRAKEN, KENT
from tests.access.people import PEOPLE
from tests.access.readers import on_timeline, words
from tests.access.visit import Visitors, text
from tests.access.world import World, word
from tests.access.world_cases import pages as case_pages
from tests.access.world_doelen import pages as doel_pages
from tests.access.world_doelen import readers as doel_readers
from tests.access.world_handleiding import pages as handleiding_pages
from tests.access.world_leidraad import pages as leidraad_pages
from tests.access.world_samen import pages as samen_pages
from tests.access.world_team import pages as team_pages

WORD = re.compile(r"Xq[a-z]+qx")
PAGES = (
    "",
    "verslag.pdf",
    "verder/",
    "aanpassen/",
    "voor/",
    "stap/s1/",
    "stap/s4/",
    "na/",
    "vastleggen/",
    "intrekken/",
    "laag/",
)


@pytest.fixture(autouse=True)
def _pdf_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF before it is set: the same template, so the same words."""
    monkeypatch.setattr(
        http, "render_pdf", lambda template, context: render_to_string(template, context).encode()
    )


def addresses(world: World) -> Iterator[str]:
    """Every page that shows something of a student."""
    yield from ("/", "/studenten/", "/gesprekken/")
    for name in KENT:
        page = f"/studenten/{world.students[name].pk}/"
        yield from (
            f"{page}?aantal=300",
            f"{page}kort/",
            f"{page}afspraak/",
            f"{page}gesprek/",
            f"{page}contactpoging/",
        )
    for name in LEZERS:
        yield from (f"/gesprekken/{world.gesprekken[name].pk}/{tail}" for tail in PAGES)
    for name in AFSPRAKEN:
        yield f"/afspraken/{world.afspraken[name].pk}/afronden/"
    yield from samen_pages(world)
    yield from leidraad_pages(world)
    yield from case_pages(world)
    yield from doel_pages(world)
    yield from handleiding_pages(world)
    yield from team_pages(world)


def read(visitors: Visitors, person: str, path: str, **how: Any) -> str:
    """The text of a page, whatever its status: an error page may tell nothing either."""
    return text(visitors(person, path, **how))


@pytest.mark.parametrize("person", [*PEOPLE, "anoniem"])
def test_every_word_is_for_who_may_read_it(person: str, world: World, visitors: Visitors) -> None:
    found: dict[str, str] = {}
    for path in addresses(world):
        for one in WORD.findall(read(visitors, person, path)):
            found.setdefault(one, path)
    mine = {one for one, readers in words().items() if person in readers}
    leaked = {one: path for one, path in found.items() if one not in mine}
    assert not leaked, f"gezien door wie het niet mag lezen: {leaked}"
    missing = sorted(mine - set(found))
    assert not missing, f"nergens te lezen voor wie het wel mag: {missing}"


def test_the_page_of_a_student_shows_exactly_what_one_may_read(world: World, visitors: Visitors) -> None:
    path = f"/studenten/{world.students['marije'].pk}/?aantal=300"
    for person in KENT["marije"].split():
        want = {one for one, readers in on_timeline().items() if person in readers}
        shown = set(WORD.findall(read(visitors, person, path)))
        assert shown == want, f"{person}: te veel {shown - want}, te weinig {want - shown}"


def test_a_filter_of_the_timeline_widens_nothing(world: World, visitors: Visitors) -> None:
    page = f"/studenten/{world.students['marije'].pk}/"
    for person in KENT["marije"].split():
        mine = {one for one, readers in words().items() if person in readers}
        for soort in ("gesprekken", "contact", "afspraken", "onzin"):
            shown = read(
                visitors, person, f"{page}?soort={soort}&aantal=300", htmx=True, **{"HX-Target": "tijdlijn"}
            )
            assert set(WORD.findall(shown)) <= mine, (person, soort)


def test_the_first_screen_asks_only_what_one_may_tick_off(world: World, visitors: Visitors) -> None:
    for person in PEOPLE:
        ends = {word(f"afspraak {name}") for name, (_, who) in AFSPRAKEN.items() if person in who.split()}
        ends |= {word(name) for name, who in doel_readers().items() if person in who.split()}  # what grows
        shown = set(WORD.findall(read(visitors, person, "/")))
        assert shown <= ends, f"{person}: {shown - ends}"


def test_earlier_gesprekken_are_those_one_may_read(world: World, visitors: Visitors) -> None:
    path = f"/gesprekken/{world.gesprekken['concept'].pk}/stap/s1/"
    for person in ("mentor", "kawer"):
        shown = set(
            WORD.findall(read(visitors, person, path).split('id="eerdere"')[1].split("</section>")[0])
        )
        assert shown, person
        assert shown <= {one for one, readers in words().items() if person in readers}, person
    alone = word("gewoon g_van_praktijk")  # the newest of all, and a werkaantekening of the mentor
    assert alone in read(visitors, "mentor", path)
    assert alone not in read(visitors, "kawer", path)
