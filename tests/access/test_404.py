"""What you may not know does not exist: the answer for a thing of others is the answer for an id that nothing has."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings

from tests.access.addresses import body_of, path_of
from tests.access.matrix_gesprek import LEZERS
from tests.access.table import GET, NO, POST, Row, expected
from tests.access.test_matrix import MATRIX
from tests.access.visit import Visitors, text
from tests.access.world import World

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# The menu of who has one student leads to that student, and marks every address below it; the length follows.
CURRENT = re.compile(r'aria-current="page"')
# Each with things of their own team, klas or school that they may not read, and with things of others.
PEOPLE = ("kawer", "praktijk", "student", "mentor_school", "ex_mentor", "beheer")
# Of a page and of a fragment the same is said; for two of them that is looked at too.
AS_HTMX = ("student", "mentor_school")


def rows_with_id() -> dict[str, list[Row]]:
    """The rows of every address that names a student, gesprek, afspraak or contactpoging."""
    found: dict[str, list[Row]] = {}
    for row in MATRIX:
        if row.object and not row.url.startswith(("instrument", "welkom")):
            found.setdefault(row.url, []).append(row)
    return found


def plain(response: Any) -> tuple[int, dict[str, str], list[str], str]:
    """Status, headers, cookies and body, without the id that was asked for."""
    body = CURRENT.sub("", ID.sub("<id>", text(response)))
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    cookies = set(response.cookies) - {
        settings.CSRF_COOKIE_NAME
    }  # comes with the first form, whatever was asked
    return response.status_code, headers, sorted(cookies), body


def forbidden(rows: list[Row], person: str, method: str) -> Iterator[Row]:
    """At most two things that this person may not read: the first and the last."""
    all_of_them = [
        row for row in rows
        if (row.get if method == GET else row.post) != NO
        and expected(row, person, method, htmx=False, lezers=LEZERS.get(row.object, "")) == 404
    ]  # fmt: skip
    yield from {row.object: row for row in all_of_them[:1] + all_of_them[-1:]}.values()


@pytest.mark.parametrize("address", rows_with_id())
def test_of_others_is_as_if_it_were_not_there(address: str, world: World, visitors: Visitors) -> None:
    rows, wrong, count = rows_with_id()[address], [], 0
    for person in PEOPLE:
        for method in (GET, POST):
            for row in forbidden(rows, person, method):
                path, body = path_of(world, row), body_of(world, row) if method == POST else None
                nowhere = ID.sub(lambda _: str(uuid4()), path)
                for htmx in (False, True) if person in AS_HTMX else (False,):
                    there = plain(visitors(person, path, body, method=method, htmx=htmx))
                    not_there = plain(visitors(person, nowhere, body, method=method, htmx=htmx))
                    count += 1
                    if there != not_there or there[0] != 404:
                        wrong.append(
                            f"{method.upper()} {address} ({row.object}), {person}, htmx {htmx}: {there[0]}"
                        )
    assert not wrong, "\n".join(wrong)
    assert count


def test_the_comparison_sees_a_difference(world: World, visitors: Visitors) -> None:
    path = f"/gesprekken/{world.gesprekken['werk'].pk}/"
    assert plain(visitors("mentor", path)) != plain(visitors("kawer", path))


def test_an_account_that_is_off_reaches_nothing(world: World, visitors: Visitors) -> None:
    mentor = world.people["mentor"]
    mentor.is_active = False
    mentor.save(update_fields=["is_active"])
    response = visitors("mentor", f"/studenten/{world.students['marije'].pk}/")
    mentor.is_active = True
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")
