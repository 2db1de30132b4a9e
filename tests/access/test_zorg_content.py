"""Each word of a request, of the regie and of consent appears for exactly those who may read it, on every page."""

import re
from collections.abc import Iterator

import pytest
from django.urls import reverse

from tests.access.matrix_zorg import KENT_AANVRAAG
from tests.access.people import PEOPLE
from tests.access.visit import Visitors, text
from tests.access.world import World
from tests.access.world_zorg import key, word

WORD = re.compile(r"Zr[a-z]+rz")
# Who reads what was asked: the zorgteam, and who sent it.
INHOUD = {
    "nieuw": "mentor zorg zorgco",
    "bezig": "kawer zorg zorgco",
    "klas": "mentor_klas zorgco",
    "school": "mentor_school zorgco_school",
}


def readers() -> dict[str, set[str]]:
    """Every word with the people who may read it."""
    found = {
        word(f"{field} {name}"): who
        for name, who in INHOUD.items()
        for field in ("titel", "vraag", "geprobeerd")
    }
    found |= {
        word("vraag aan"): INHOUD["bezig"],
        word("antwoord op"): INHOUD["bezig"],
        word("terugkoppeling"): KENT_AANVRAAG["bezig"],
        word("grond"): INHOUD["klas"],
        word("reden regie"): "mentor kawer zorg",
        word("bericht regie"): "mentor kawer zorg",
        word("toestemming"): "mentor kawer zorg student",
    }
    return {one: set(who.split()) for one, who in found.items()}


def addresses(world: World) -> Iterator[str]:
    """Every page that could tell something of it, and those that should not."""
    yield from ("/", "/aanvragen/", "/studenten/", "/gesprekken/", "/meldingen/")
    for name in KENT_AANVRAAG:
        pk = key(world, "aanvraag", name)
        yield from (reverse(page, args=[pk]) for page in ("aanvraag", "aanvraag_besluit", "aanvraag_team"))
        for step in ("vraag", "antwoord", "terugkoppeling", "afronden", "intrekken", "heropenen"):
            yield reverse("aanvraag_stap", args=[pk, step])
    students = [key(world, "student", name) for name in (*KENT_AANVRAAG, "has", "marije")]
    for student in students:
        for page in ("student", "regie", "regie_nemen", "toestemming", "aanvraag_nieuw", "gesprek_kort"):
            yield reverse(page, args=[student])
    yield reverse("regie_weigeren", args=[key(world, "aanbod", "has")])
    yield reverse("zorgteam_eraf", args=[key(world, "lid", "bezig")])


@pytest.mark.parametrize("person", [*PEOPLE, "anoniem"])
def test_every_word_is_for_who_may_read_it(person: str, world: World, visitors: Visitors) -> None:
    found: dict[str, str] = {}
    for path in addresses(world):
        for one in WORD.findall(text(visitors(person, path))):
            found.setdefault(one, path)
    mine = {one for one, who in readers().items() if person in who}
    leaked = {one: path for one, path in found.items() if one not in mine}
    assert not leaked, f"gezien door wie het niet mag lezen: {leaked}"
    assert sorted(mine - set(found)) == [], "nergens te lezen voor wie het wel mag"


def test_no_title_names_the_student(world: World, visitors: Visitors) -> None:
    for path in addresses(world):
        for person in ("mentor", "zorgco", "zorg"):
            body = text(visitors(person, path))
            head = body.split("<title>")[1].split("</title>")[0]
            assert "Yara" not in head, path
            assert "Marije" not in head, path
