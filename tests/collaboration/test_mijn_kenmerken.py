"""Which kenmerken got attention lately: of one's own doing, in words and drawn, for nobody else to see."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from collaboration.models import Gesprek, IndividueleBegeleiding
from students.models import Student
from tests import acts, acts_samen
from tests.acts_leidraad import bring_in
from tests.cast import Cast

LOOK = {"rel1": True, "bld2": True, "volgende-1": ["relatie"]}


@pytest.fixture
def harold(client: Client, cast: Cast) -> Client:
    """Harold, logged in."""
    client.force_login(cast.harold)
    return client


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (answer.status_code, path)
    return re.sub(r"\s+", " ", answer.content.decode())


def of(student: Student) -> str:
    return f"/studenten/{student.pk}/kenmerken/"


def row_of(text: str, name: str) -> str:
    """What the drawing says of one kenmerk: its description and its word."""
    found = re.search(rf"<title[^>]*>{name}, week voor week</title>(.*?)</li>", text)
    assert found, name
    return re.sub(r"<[^>]+>", " ", found.group(1)).strip()


def test_before_anything_was_done_it_says_how_to_begin(harold: Client, cast: Cast) -> None:
    for path in ("/mijn-kenmerken/", of(cast.marije)):
        assert "Hier is nog niets te zien" in page(harold, path)


def test_words_and_drawing_and_table_say_the_same(harold: Client, cast: Cast) -> None:
    for student in (cast.marije, cast.sanna, cast.has):
        acts_samen.look(cast.harold, student, LOOK, klaar=True)
    bring_in(cast.harold, {"welke-kenmerken": ["relatie", "regie"]})
    text = page(harold, "/mijn-kenmerken/")
    often = "Vaak: aandacht geven aan de relatie, een goed beeld krijgen en positief en progressiegericht benaderen."
    assert f"{often} Nog weinig: inspelen op behoeften, verwachtingen uitspreken," in text
    assert "Soms: regie en verantwoordelijkheid. Nog weinig: informeren," in text
    assert "Aandacht in 1 van de 9 weken." in row_of(text, "Aandacht geven aan de relatie")
    assert row_of(text, "Aandacht geven aan de relatie").endswith("vaak")
    assert row_of(text, "Regie en verantwoordelijkheid").endswith("soms")
    assert row_of(text, "Autonomie bevorderen").endswith("nog weinig")
    assert "eigen begeleiding, collegiale feedback" in text
    assert 'href="/kenmerken/relatie/"' in text
    words = re.sub(r"<[^>]+>", " ", text.split("<main")[1])
    assert not re.search(r"\d+ ?(%|keer|punten)", words)  # no score


def test_of_one_student_only_what_is_about_this_student(harold: Client, cast: Cast) -> None:
    for _ in range(3):
        acts_samen.look(cast.harold, cast.marije, LOOK, klaar=True)
    acts_samen.look(cast.harold, cast.sanna, {"bld2": True}, klaar=True)
    bring_in(cast.harold, {"welke-kenmerken": ["regie"]})
    assert row_of(page(harold, of(cast.marije)), "Aandacht geven aan de relatie").endswith("vaak")
    text = page(harold, of(cast.sanna))
    assert row_of(text, "Een goed beeld krijgen").endswith("soms")
    assert row_of(text, "Aandacht geven aan de relatie").endswith("nog weinig")
    assert "collegiale feedback" not in text


def test_a_gesprek_and_samenwerking_count_for_who_did_them(client: Client, cast: Cast) -> None:
    gesprek = acts.concept(cast.harold, cast.marije, acts.B, voerders=(cast.soraya.pk,))
    tree = gesprek.invulling.versie.instrument
    ticked = next(veld for veld in tree.velden() if "autonomie" in veld.kenmerken and veld.soort == "vink")
    acts.answer(cast.harold, gesprek, {ticked.code: True})
    row = acts_samen.ask(cast.harold, cast.melissa, cast.marije)
    acts_samen.fill(cast.harold, row, acts_samen.six(acts_samen.GOED, acts_samen.NVT))
    for user in (cast.harold, cast.soraya):
        client.force_login(user)
        assert row_of(page(client, of(cast.marije)), "Autonomie bevorderen").endswith("soms")
    client.force_login(cast.harold)
    text = page(client, of(cast.marije))
    assert row_of(text, "Informeren").endswith("soms")
    assert row_of(text, "Vormen van een gedeeld beeld").endswith("nog weinig")  # niet van toepassing
    client.force_login(cast.melissa)  # asked, and filled in nothing yet
    assert "Hier is nog niets te zien" in page(client, of(cast.marije))


def test_what_is_longer_ago_than_two_months_is_gone(harold: Client, cast: Cast) -> None:
    row = acts_samen.look(cast.harold, cast.marije, LOOK, klaar=True)
    rows = IndividueleBegeleiding.objects.filter(pk=row.pk)
    rows.update(gemaakt_op=timezone.now() - timedelta(days=50))
    text = page(harold, of(cast.marije))
    assert row_of(text, "Een goed beeld krijgen").endswith("soms")
    circles = re.search(r"Een goed beeld krijgen, week voor week</title>(.*?)</svg>", text).group(1)  # type: ignore[union-attr]
    assert [number for number, one in enumerate(re.findall(r"<circle[^>]*>", circles)) if "vol" in one] == [1]
    rows.update(gemaakt_op=timezone.now() - timedelta(days=61))
    assert "Hier is nog niets te zien" in page(harold, of(cast.marije))


def test_it_is_of_who_guides_and_of_the_own_students(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)
    assert client.get("/mijn-kenmerken/").status_code == 404
    assert client.get(of(cast.marije)).status_code == 403
    client.force_login(cast.bea)  # of the school: sees nothing of anybody
    assert client.get("/mijn-kenmerken/").status_code == 404
    assert client.get(of(cast.marije)).status_code == 403
    client.force_login(cast.wouter)
    assert client.get(of(cast.marije)).status_code == 404


def test_as_many_queries_with_ten_as_with_two(harold: Client, cast: Cast) -> None:
    counts = []
    for number in (2, 8):
        for _ in range(number):
            acts_samen.look(cast.harold, cast.marije, LOOK, klaar=True)
            bring_in(cast.harold, {"welke-kenmerken": ["relatie"]})
            acts.answer(cast.harold, acts.concept(cast.harold, cast.marije, acts.A), {"s1n": "Iets"})
        pair = []
        for path in ("/mijn-kenmerken/", of(cast.marije)):
            harold.get(path)
            with CaptureQueriesContext(connection) as found:
                harold.get(path)
            pair.append(len(found))
        counts.append(pair)
    assert Gesprek.objects.count() == 10
    assert counts[0] == counts[1]
    assert max(counts[0]) < 16
