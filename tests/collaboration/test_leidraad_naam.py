"""No name of a student: a hint at the save and on the page, and never a refusal."""

import re

import pytest
from django.test import Client

from collaboration.models import CollegialeFeedback
from collaboration.namen import known_names, names_one
from tests.acts_leidraad import bring_in
from tests.cast import Cast
from tests.factories import viewer

HINT = "Je noemt een naam. Hier blijft de student naamloos: schrijf ‘een student’."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ik sprak Marije", True),
        ("ik sprak marije", True),
        ("MARIJE liep weg", True),
        ("Marijes moeder belde", True),
        ("Marije’s moeder", True),
        ("Maríje", True),
        ("mevrouw kovac en kovač", True),
        ("bij el-amrani thuis", True),
        ("El Amrani zweeg", True),
        ("amrani", False),
        ("de marijeboom", False),
        ("Een student liep weg.", False),
        # Words of every day count with a capital only.
        ("Roos liep weg", True),
        ("een roos in een vaas", False),
        ("toen zei Wil niets", True),
        ("ik wil dat het stopt", False),
        ("Wil je dat het stopt?", False),
        ("Goed. Wil hij dat?", False),
        ("de boer op het land", False),
        ("de familie Boer", True),
        ("met Bo erbij", True),
        ("bo", False),
        ("", False),
    ],
)
def test_a_name_is_found_as_a_whole_word_however_it_is_typed(text: str, found: bool) -> None:
    names = {("marije",), ("kovac",), ("el", "amrani"), ("roos",), ("wil",), ("boer",), ("bo",)}
    assert names_one([text], names) is found


def test_the_names_are_those_of_ones_own_students(cast: Cast) -> None:
    mine = known_names(viewer(cast.harold))
    assert {("marije",), ("sanna",)} <= mine
    assert (cast.lotte.voornaam.lower(),) not in mine  # of another school
    assert known_names(viewer(cast.bea)) == set()  # a beheerder guides nobody
    light = known_names(viewer(cast.noor))
    assert ("marije",) in light
    last = cast.marije.achternaam.lower()
    assert not [name for name in light if last in name]  # a peercoach knows no last name


@pytest.fixture
def harold(client: Client, cast: Cast) -> Client:
    """Harold, logged in."""
    client.force_login(cast.harold)
    return client


def save(client: Client, row: CollegialeFeedback, text: str, *, htmx: bool, naar: str = "situatie") -> str:
    headers = {"HX-Request": "true"} if htmx else {}
    data = {"t:situatie-kort": "", "situatie-kort": text, "pagina": "p1", "beurt": "1", "naar": naar}
    answer = client.post(f"/leidraad/{row.pk}/deel/situatie/", data, headers=headers, follow=not htmx)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_answer_to_a_save_brings_the_hint_and_keeps_the_text(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold)
    text = save(harold, row, "Ik riep Sanna na", htmx=True)
    assert 'data-staat="bewaard"' in text
    assert 'id="opmerking"' in text
    assert HINT in text
    shown = harold.get(f"/leidraad/{row.pk}/deel/situatie/").content.decode()
    assert HINT in shown
    assert "Ik riep Sanna na" in shown


def test_the_hint_goes_when_the_name_goes(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold)
    text = save(harold, row, "Ik riep een student na", htmx=True)
    assert '<div id="opmerking" role="status" hx-swap-oob="true"> </div>' in text
    assert HINT not in text


def test_without_scripts_the_next_page_and_the_last_say_where(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold)
    text = save(harold, row, "Ik riep Sanna na", htmx=False, naar="vragen")
    assert "Stap 2 van 6" in text
    assert HINT not in text
    assert f'Schrijf ‘een student’ bij <a href="/leidraad/{row.pk}/deel/situatie/">De situatie</a>.' in text
    assert HINT in save(harold, bring_in(cast.harold), "Ik riep Sanna na", htmx=False)
    last = re.sub(r"\s+", " ", harold.get(f"/leidraad/{row.pk}/").content.decode())
    assert "Je noemt een naam. Schrijf ‘een student’ bij" in last
    assert harold.post(f"/leidraad/{row.pk}/klaar/").status_code == 302  # a hint, no refusal


def test_a_name_of_somebody_elses_student_is_no_news(harold: Client, cast: Cast) -> None:
    row = bring_in(cast.harold)
    assert HINT not in save(harold, row, f"Ik riep {cast.lotte.voornaam} na", htmx=True)
