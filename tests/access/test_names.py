"""Names: who is known by first name only, and who is not there for somebody."""

import re

import pytest
from django.template.loader import render_to_string

from kern import http
from students.queries import students_for
from tests import acts
from tests.access.matrix_rest import KENT
from tests.access.people import PEOPLE
from tests.access.test_content import addresses, read
from tests.access.visit import Visitors, text
from tests.access.world import World
from tests.pdf import reading


@pytest.fixture
def _plain_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        http, "render_pdf", lambda template, context: render_to_string(template, context).encode()
    )


@pytest.mark.usefixtures("_plain_pdf")
def test_a_peercoach_knows_first_name_and_klas_only(world: World, visitors: Visitors) -> None:
    seen = {path: read(visitors, "peercoach", path) for path in addresses(world)}
    assert any("Marije" in page and "E1B" in page for page in seen.values())
    for path, page in seen.items():
        assert not re.search(r"\bJonkers\b|\bBoer\b|06 00000001|marije\.jonkers|25742|Horeca|>MJ<", page), (
            path
        )


def test_a_peercoach_in_the_walk_sees_no_initial_of_the_surname(world: World, visitors: Visitors) -> None:
    mine = acts.concept(world.viewer("peercoach"), world.students["marije"], acts.A)
    page = read(visitors, "peercoach", f"/gesprekken/{mine.pk}/voor/")
    assert "Gesprek met Marije" in page
    assert not re.search(r"Jonkers|>\s*MJ\s*<", page)
    theirs = read(visitors, "mentor", f"/gesprekken/{world.gesprekken['concept'].pk}/voor/")
    assert re.search(r">\s*MJ\s*<", theirs)


def test_the_verslag_of_a_peercoach_names_no_surname(world: World, visitors: Visitors) -> None:
    path = f"/gesprekken/{world.gesprekken['peer'].pk}/verslag.pdf"
    assert "Jonkers" not in reading.text(visitors("peercoach", path).content)
    assert "Jonkers" in reading.text(visitors("mentor", path).content)


@pytest.mark.usefixtures("_plain_pdf")
@pytest.mark.parametrize("person", ["praktijk", "peercoach"])
def test_outside_the_school_nobody_learns_of_a_zorgmedewerker_or_the_regie(
    person: str, world: World, visitors: Visitors
) -> None:
    for path in addresses(world):
        page = read(visitors, person, path)
        assert "Zohra" not in page, path
        assert str(world.people["zorg"].pk) not in page, path
        # One of the six kenmerken of samenwerking has the word in its name; who holds it stands nowhere.
        assert "de regie" not in page.lower(), path
        assert path.startswith(("/samenwerking/", "/studenten/")) or "regie" not in page.lower(), path
    page = read(visitors, person, f"/studenten/{world.students['marije'].pk}/")
    assert "Aanspreekpunt: Harold Vermeer" in page


def test_the_school_does_know_the_zorgmedewerker_and_the_regie(world: World, visitors: Visitors) -> None:
    page = f"/studenten/{world.students['marije'].pk}/"
    for person in ("mentor", "kawer", "zorg"):
        assert "Zohra Amrani" in read(visitors, person, page)
        assert "Harold Vermeer heeft nu de regie" in read(visitors, person, page)
        assert "Zohra Amrani" in read(visitors, person, f"{page}afspraak/")


def test_the_phone_number_is_for_the_school_and_the_student(world: World, visitors: Visitors) -> None:
    path = f"/studenten/{world.students['marije'].pk}/"
    shown = {person for person in KENT["marije"].split() if "06 00000001" in read(visitors, person, path)}
    assert shown == {"mentor", "kawer", "zorg", "student", "beheer"}


def test_the_beheerder_sees_of_the_team_only_the_duo_of_the_klas(world: World, visitors: Visitors) -> None:
    page = read(visitors, "beheer", f"/studenten/{world.students['marije'].pk}/")
    assert "Harold Vermeer" in page
    assert "Soraya Haddou" in page
    for name in ("Zohra", "Melissa", "Noor", "De Kade", "heeft nu de regie"):
        assert name not in page, name


@pytest.mark.usefixtures("_plain_pdf")
def test_no_title_and_no_address_names_a_student(world: World, visitors: Visitors) -> None:
    for path in addresses(world):
        for person in ("mentor", "student"):
            response = visitors(person, path, htmx=False)
            if not response.headers.get("Content-Type", "").startswith("text/html"):
                assert "marije" not in response.headers.get("Content-Disposition", "").lower(), path
                continue
            title = re.search(r"<title>(.*?)</title>", text(response), re.DOTALL)
            assert not re.search("Marije|Jonkers|Sanna", title[1] if title else ""), path
            assert not re.search("marije|jonkers", response.headers.get("Location", ""), re.IGNORECASE)


def test_lists_count_only_who_is_there_for_you(world: World, visitors: Visitors) -> None:
    names = {"marije": "Marije", "sanna": "Sanna", "has": "Has", "milan": "Milan", "lotte": "Lotte"}
    for person in PEOPLE:
        page = read(visitors, person, "/studenten/").split("<main")[1].split("</main>")[0]
        mine = {name for name, who in KENT.items() if person in who.split()}
        assert {key for key, name in names.items() if re.search(rf"\b{name}\b", page)} == mine, person
        assert page.count('class="k-stu"') == students_for(world.viewer(person)).count(), person
