"""How the tables of the matrix read.

A cell is a line such as "200 lezers · 403 beheer": a status, and for whom; later parts win over earlier ones.
Whoever is not named gets 404; someone who is not logged in is sent to the login page (GET 302, POST 401).
Words for several people: "ingelogd" (everyone with an account), "iedereen", and the groups that a table brings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tests.access.people import ANON, EVERYONE, PEOPLE

GET, POST = "get", "post"
NO = "405 ingelogd"  # this method is not there
GROUPS = {"ingelogd": tuple(PEOPLE), "iedereen": EVERYONE}
# htmx cannot follow a redirect to the login page: it gets 401.
ANON_STATUS = {(GET, False): 302, (GET, True): 401, (POST, False): 401, (POST, True): 401}


@dataclass(frozen=True)
class Row:
    """What one address gives for one object: a cell for GET and one for POST, and how htmx differs."""

    url: str
    object: str
    get: str
    post: str
    htmx: Mapping[int, int]  # status without the header -> status with it, for POST


@cache  # asked thirty thousand times
def statuses(cell: str, lezers: str = "") -> dict[str, int]:
    """The status for each person that a cell names."""
    groups = GROUPS | {"lezers": tuple(lezers.split())}
    found: dict[str, int] = {}
    for part in filter(None, (part.strip() for part in cell.split("·"))):
        status, *names = part.split()
        for name in names:
            for person in groups.get(name, (name,)):
                assert person in EVERYONE, f"{person} staat niet in de tabel van mensen"
                found[person] = int(status)
    return found


def expected(row: Row, person: str, method: str, *, htmx: bool, lezers: str = "") -> int:
    """The status that this person gets."""
    named = statuses(row.get if method == GET else row.post, lezers)
    if person == ANON:
        return named.get(ANON, ANON_STATUS[method, htmx])
    status = named.get(person, 404)
    return row.htmx.get(status, status) if htmx and method == POST else status
