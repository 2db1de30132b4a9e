"""Other methods than GET and POST: nowhere anything but a refusal, and HEAD gives what GET gives."""

import pytest

from tests.access.addresses import path_of
from tests.access.table import Row
from tests.access.test_matrix import MATRIX
from tests.access.visit import Visitors
from tests.access.world import World

FIRST: dict[str, Row] = {}
for row in MATRIX:
    FIRST.setdefault(row.url, row)
OTHER = ("put", "patch", "delete", "options", "trace")
# The pages of the login package are class-based: before it looks at the method it sends on who is logged in, or shows
# that the key is no good. Nothing is done, and nobody's data is there.
PACKAGE = {200, 302, 405}


@pytest.mark.parametrize("method", OTHER)
def test_other_methods_are_refused(method: str, world: World, visitors: Visitors) -> None:
    wrong = []
    for address, row in FIRST.items():
        for person, allowed in (("mentor", {405}), ("vreemde", {405}), ("anoniem", {405, 302})):
            got = visitors(person, path_of(world, row), method=method).status_code
            of_package = address.startswith(("account_", "mfa_")) or address == "carry_login"
            if got not in (PACKAGE if of_package else allowed):
                wrong.append(f"{method.upper()} {address}, {person}: {got}")
    assert not wrong, "\n".join(wrong)


def test_head_gives_what_get_gives(world: World, visitors: Visitors) -> None:
    wrong = []
    for address, row in FIRST.items():
        if address in ("demo_login", "telefoon_terug"):  # a form to send, nothing to probe
            continue
        for person in ("mentor", "vreemde", "anoniem"):
            path = path_of(world, row)
            get, head = (visitors(person, path, method=name).status_code for name in ("get", "head"))
            if get != head:
                wrong.append(f"{address}, {person}: GET {get}, HEAD {head}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "tail",
    ["x.css", "../", "%2e%2e/", "?_method=delete", ";x", "//"],
    ids=["css", "up", "coded", "method", "semi", "double"],
)
def test_variants_of_an_address_reach_nothing_more(tail: str, world: World, visitors: Visitors) -> None:
    path = f"/gesprekken/{world.gesprekken['werk'].pk}/{tail}"
    assert visitors("kawer", path).status_code in (404, 302)
    assert visitors("kawer", path.upper()).status_code == 404
