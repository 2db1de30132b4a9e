"""The gespreksverslag as it leaves the house: for readers with their words, for others not there."""

import re

import pytest
from pypdf import PdfReader

from tests.access.matrix_gesprek import LEZERS
from tests.access.readers import words
from tests.access.test_content import WORD
from tests.access.visit import Visitors
from tests.access.world import World, word
from tests.pdf import reading


@pytest.mark.parametrize("name", ["stage", "begeleiding", "zorg", "werk", "checklist", "ingetrokken"])
def test_a_verslag_holds_the_words_of_its_gesprek_only(name: str, world: World, visitors: Visitors) -> None:
    path = f"/gesprekken/{world.gesprekken[name].pk}/verslag.pdf"
    person = LEZERS[name].split()[-1]
    response = visitors(person, path)
    found = set(WORD.findall(reading.text(response.content)))
    assert word(f"gewoon {name}") in found
    assert found <= {one for one, readers in words().items() if person in readers}
    assert {one for one in found if name not in one} <= {
        word(w) for w in ("antwoord vast", "eigen mee", "student zei")
    }
    assert response.headers["Content-Disposition"].count("gespreksverslag.pdf") == 1


def test_the_file_itself_names_nobody(world: World, visitors: Visitors) -> None:
    path = f"/gesprekken/{world.gesprekken['stage'].pk}/verslag.pdf"
    reader: PdfReader = reading.opened(visitors("mentor", path).content)
    facts = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert not re.search("Marije|Jonkers|Harold", facts)
