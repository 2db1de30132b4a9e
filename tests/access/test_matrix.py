"""Every address, for everyone, with every kind of object: what comes back is what the tables say."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from kern import http, views
from tests.access.addresses import body_of, path_of
from tests.access.matrix_aandacht import aandacht_rows
from tests.access.matrix_cases import case_rows
from tests.access.matrix_doelen import doel_rows
from tests.access.matrix_gesprek import LEZERS, rows
from tests.access.matrix_handleiding import handleiding_rows
from tests.access.matrix_in import in_rows
from tests.access.matrix_leidraad import leidraad_rows
from tests.access.matrix_rest import afspraak_rows, page_rows, poging_rows, student_rows
from tests.access.matrix_samen import samen_rows
from tests.access.matrix_signaal import signaal_rows, stage_rows
from tests.access.matrix_student import own_rows
from tests.access.matrix_talks import talk_rows
from tests.access.matrix_team import team_rows
from tests.access.matrix_uren import uren_rows
from tests.access.matrix_zoeken import zoek_rows
from tests.access.matrix_zorg import zorg_rows
from tests.access.people import ANON, EVERYONE
from tests.access.table import GET, NO, POST, Row, expected, statuses
from tests.access.visit import Visitors
from tests.access.world import World

MATRIX = [
    *rows(),
    *student_rows(),
    *afspraak_rows(),
    *poging_rows(),
    *page_rows(),
    *signaal_rows(),
    *stage_rows(),
    *aandacht_rows(),
    *in_rows(),
    *zorg_rows(),
    *samen_rows(),
    *leidraad_rows(),
    *talk_rows(),
    *uren_rows(),
    *team_rows(),
    *doel_rows(),
    *own_rows(),
    *case_rows(),
    *handleiding_rows(),
    *zoek_rows(),
]
ADDRESSES = list(dict.fromkeys(row.url for row in MATRIX))


def resolver_names(resolver: URLResolver) -> list[str]:
    """The name of every address, or its pattern where it has none."""
    found: list[str] = []
    for entry in resolver.url_patterns:
        found += (
            [entry.name or str(entry.pattern)] if isinstance(entry, URLPattern) else resolver_names(entry)
        )
    return found


def test_every_address_stands_in_the_matrix_and_nothing_else() -> None:
    there = set(resolver_names(get_resolver()))
    assert sorted(there - set(ADDRESSES)) == [], (
        "deze adressen hebben nog geen regel in de tabellen van tests/access"
    )
    assert sorted(set(ADDRESSES) - there) == [], "deze regels horen bij geen adres meer"


@pytest.fixture(autouse=True)
def _statuses_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs and error pages are not made: they take most of the time, and other tests read them."""
    monkeypatch.setattr(http, "render_pdf", lambda *args: b"%PDF-1.7")
    monkeypatch.setattr(views, "_error", lambda request, status, context: HttpResponse(status=status))


def answer(visitors: Visitors, person: str, path: str, body: Any, method: str, *, htmx: bool) -> Any:
    try:
        return visitors(person, path, body, method=method, htmx=htmx).status_code
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def methods(row: Row, seen: set[str]) -> list[str]:
    """GET and POST; a method that an address has not is tried on one object only."""
    found = []
    for method, cell in ((GET, row.get), (POST, row.post)):
        if cell == NO and method in seen:
            continue
        if cell == NO:
            seen.add(method)
        found.append(method)
    return found


def people(row: Row, method: str, lezers: str, *, htmx: bool) -> Iterable[str]:
    """Everyone; with the header one for each answer that the cell names and who is not logged in.

    What the header changes hangs on the answer and not on who asks. That an outsider with the header gets what an id
    without an object gets: test_404.py.
    """
    cell = row.get if method == GET else row.post
    if not htmx:
        return EVERYONE
    if cell == NO:
        return [ANON]
    found = {expected(row, one, method, htmx=True, lezers=lezers): one for one in statuses(cell, lezers)}
    return {*found.values(), ANON}


def outsiders(rows: list[Row], method: str) -> set[str]:
    """Those to whom no object of this address is there."""

    def knows(row: Row, one: str) -> bool:
        return expected(row, one, method, htmx=False, lezers=LEZERS.get(row.object, "")) != 404

    return {one for one in EVERYONE if not any(knows(row, one) for row in rows)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_address_gives_everyone_what_the_table_says(
    address: str, world: World, visitors: Visitors
) -> None:
    wrong: list[str] = []
    seen: set[str] = set()
    rows = [row for row in MATRIX if row.url == address]
    # They ask every object, and send a form to the first and the last.
    senders = set(EVERYONE) - outsiders(rows, POST)
    for row in rows:
        path, lezers = path_of(world, row), LEZERS.get(row.object, "")
        for method in methods(row, seen):
            body = body_of(world, row) if method == POST else None
            everyone = method == GET or row in (rows[0], rows[-1])
            for htmx in (False, True):
                for person in people(row, method, lezers, htmx=htmx):
                    if not everyone and person not in senders:
                        continue
                    want = expected(row, person, method, htmx=htmx, lezers=lezers)
                    got = answer(visitors, person, path, body, method, htmx=htmx)
                    if got != want:
                        how = f"{method.upper()}{' met htmx' if htmx else ''}"
                        wrong.append(f"{how} {address} ({row.object}), {person}: {got}, verwacht {want}")
    assert not wrong, "\n".join(wrong)


def test_the_words_of_the_tables_are_known() -> None:
    for row in MATRIX:
        statuses(row.get, LEZERS.get(row.object, ""))
        statuses(row.post, LEZERS.get(row.object, ""))
