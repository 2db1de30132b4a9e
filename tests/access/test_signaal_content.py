"""Each word of a signaal and of an ended stage appears for exactly those who may read it."""

import re
from collections.abc import Iterator

import pytest

from tests.access.matrix_signaal import SIGNALEN
from tests.access.people import PEOPLE
from tests.access.visit import Visitors, text
from tests.access.world import World
from tests.access.world_signaal import word

WORD = re.compile(r"Zq[a-z]+qz")
# The words that the student shares: whose stage it was is nobody's role any more in this world.
READERS = {f"bericht {name}": reads for name, reads in SIGNALEN.items()} | {
    "reden": "mentor kawer zorg student",
    "woorden": "mentor kawer zorg student",
}


def addresses(world: World) -> Iterator[str]:
    """Every page that shows something of a signaal or an end."""
    yield from ("/", "/signalen/", "/overdracht/", "/meldingen/", "/studenten/", "/gesprekken/")
    for student in world.students.values():
        yield f"/studenten/{student.pk}/"
        yield f"/studenten/{student.pk}/signaal/"
    for name, pk in world.signaal.items():
        if name.startswith("signaal"):
            yield f"/signalen/{pk}/"
        else:
            yield from (
                f"/stages/{pk}/{tail}" for tail in ("", "einde/", "einde/woorden/", "einde/terugmelding/")
            )


@pytest.mark.parametrize("person", [*PEOPLE, "anoniem"])
def test_every_word_is_for_who_may_read_it(person: str, world: World, visitors: Visitors) -> None:
    found: dict[str, str] = {}
    for path in addresses(world):
        for one in WORD.findall(text(visitors(person, path))):
            found.setdefault(one, path)
    mine = {word(name) for name, reads in READERS.items() if person in reads.split()}
    assert {one: path for one, path in found.items() if one not in mine} == {}
    assert sorted(mine - set(found)) == []
