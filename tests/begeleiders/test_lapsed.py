"""A session lapsed while someone typed: the text goes along, to the same person only."""

import html
import re
from typing import Any

import pytest

from begeleiders.carry import FIELD, signature
from begeleiders.models import User
from tests.factories import PASSWORD
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
PAGE = "/test/bewaar/?stap=2"
TEXT = 'We spraken over "op tijd komen" & de bus.'


def sent_by(user: User | None, **more: object) -> dict[str, object]:
    fields: dict[str, object] = {"s1n": TEXT, "t:s1n": "0.abc", "s1p1": "on", "password": "geheim", **more}
    return fields | ({"_van": signature(user)} if user else {})


def hidden(page: str, name: str) -> list[str]:
    """The values of the hidden fields with this name."""
    found = re.findall(rf'<input type="hidden" name="{re.escape(name)}" value="([^"]*)"', page)
    return [html.unescape(value) for value in found]


def lapse(client: StrictClient, data: dict[str, object]) -> str:
    """Send a form without a session; the answer asks to log in again. Gives what it carries."""
    answer = client.post(PAGE, data)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "Je was even weg" in page
    [carried] = hidden(page, FIELD)
    assert "geheim" not in carried
    assert "csrfmiddlewaretoken" not in carried
    return carried


def log_in(client: StrictClient, user: User, carried: str, password: str = PASSWORD) -> Any:
    return client.post("/opnieuw/", {"login": user.email, "password": password, FIELD: carried})


def test_text_lands_where_it_was_sent_after_logging_in(client: StrictClient, harold: User) -> None:
    answer = log_in(client, harold, lapse(client, sent_by(harold)))
    page = answer.content.decode()
    assert "Wat je typte staat klaar" in page
    assert "Bewaar het nu" in page
    assert "op tijd komen" in page
    assert "Eén vinkje gaat ook mee" in page
    assert f'action="{PAGE}"' in page
    assert (hidden(page, "s1n"), hidden(page, "t:s1n")) == ([TEXT], ["0.abc"])
    client.post(PAGE, {name: hidden(page, name) for name in ("s1n", "t:s1n", "s1p1", "_van")})
    assert client.session["bewaard"]["s1n"] == [TEXT]


def test_wrong_password_keeps_the_text_and_counts(client: StrictClient, harold: User) -> None:
    carried = lapse(client, sent_by(harold))
    for _ in range(5):
        page = log_in(client, harold, carried, "gok").content.decode()
        assert "passen niet bij elkaar" in page
        assert hidden(page, FIELD) == [carried]
    assert "Dat waren te veel pogingen" in log_in(client, harold, carried).content.decode()


def test_another_person_does_not_see_it(client: StrictClient, harold: User, anna: User) -> None:
    page = log_in(client, anna, lapse(client, sent_by(harold))).content.decode()
    assert "Iemand anders typte deze tekst" in page
    assert "op tijd komen" not in page


@pytest.mark.parametrize("van", [None, "vals", "11111111-1111-1111-1111-111111111111:vals"])
def test_text_of_an_unknown_person_is_not_shown(client: StrictClient, harold: User, van: str | None) -> None:
    data = sent_by(None) | ({"_van": van} if van else {})
    page = log_in(client, harold, lapse(client, data)).content.decode()
    assert "Deze tekst is nog niet bewaard" in page
    assert "op tijd komen" not in page


@pytest.mark.parametrize(
    "path",
    ["https://evil.example/", "//evil.example/", "/bestaat-nog-niet/", "/demo/", "javascript:alert(1)"],
)
def test_text_is_never_sent_on_elsewhere(client: StrictClient, harold: User, path: str) -> None:
    carried = lapse(client, sent_by(harold)).replace(PAGE, path)
    answer = log_in(client, harold, carried)
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize(
    "carried", ["", "{", "[1,2,3,4]", '["/", "", "", [["a", 1]]]', '["/","",""]', "[[],[],[],[]]"]
)
def test_nonsense_ends_at_the_login_page(client: StrictClient, harold: User, carried: str) -> None:
    assert log_in(client, harold, carried)["Location"] == "/account/login/"


def test_a_press_without_text_brings_you_back_to_the_page(client: StrictClient, harold: User) -> None:
    answer = client.post(
        PAGE, {"_van": signature(harold)}, headers={"Referer": "http://testserver/test/bewaar/"}
    )
    [carried] = hidden(answer.content.decode(), FIELD)
    assert "Wat je typte gaat mee" not in answer.content.decode()
    assert log_in(client, harold, carried)["Location"] == "/test/bewaar/"


def test_htmx_gets_a_sentence_and_the_page_stays(client: StrictClient, htmx: dict[str, str]) -> None:
    for answer in (client.post(PAGE, sent_by(None), headers=htmx), client.get(PAGE, headers=htmx)):
        page = answer.content.decode()
        assert answer.status_code == 401
        assert "Je bent uitgelogd." in page
        assert "Wat je typte, staat er nog." in page
        assert "<html" not in page
        assert "op tijd komen" not in page


def test_form_of_one_person_is_not_saved_in_the_session_of_another(
    as_harold: StrictClient, anna: User, htmx: dict[str, str]
) -> None:
    whole, part = as_harold.post(PAGE, sent_by(anna)), as_harold.post(PAGE, sent_by(anna), headers=htmx)
    assert (whole.status_code, part.status_code) == (409, 409)
    assert "Iemand anders typte deze tekst" in whole.content.decode()
    assert "Er is nu iemand anders ingelogd" in part.content.decode()
    assert "bewaard" not in as_harold.session
