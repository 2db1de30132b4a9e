"""A form whose token is too old: the text goes along when the form is ours, and is not echoed otherwise."""

import pytest

from begeleiders.carry import FIELD, signature
from begeleiders.models import User
from tests.begeleiders.test_lapsed import PAGE, TEXT, hidden, log_in, sent_by
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
OURS = [
    {"Sec-Fetch-Site": "same-origin"},
    {"Origin": "http://testserver"},
    {"Referer": "http://testserver/test/bewaar/"},
]
NOT_OURS = [
    {},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://evil.example", "Referer": "http://testserver/"},
    {"Origin": "null"},
    {"Referer": "https://evil.example/http://testserver/"},
]


@pytest.mark.parametrize("headers", OURS)
def test_our_own_form_can_be_sent_again(guarded: StrictClient, harold: User, headers: dict[str, str]) -> None:
    guarded.force_login(harold)
    answer = guarded.post(PAGE, sent_by(harold), headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Wat je typte staat klaar" in page
    assert "op tijd komen" in page
    token, *_ = hidden(page, "csrfmiddlewaretoken")
    guarded.post(
        PAGE, {"csrfmiddlewaretoken": token, "s1n": hidden(page, "s1n"), "_van": hidden(page, "_van")}
    )
    assert guarded.session["bewaard"]["s1n"] == [TEXT]


@pytest.mark.parametrize("headers", NOT_OURS)
def test_a_form_of_another_site_is_not_echoed(
    guarded: StrictClient, harold: User, headers: dict[str, str]
) -> None:
    guarded.force_login(harold)
    answer = guarded.post(PAGE, sent_by(harold), headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "op tijd komen" not in page
    assert "Wat je typte staat klaar" not in page
    assert "Probeer het nog een keer" in page


def test_text_of_somebody_else_is_not_shown(guarded: StrictClient, harold: User, anna: User) -> None:
    guarded.force_login(anna)
    page = guarded.post(PAGE, sent_by(harold), headers=OURS[0]).content.decode()
    assert "Iemand anders typte deze tekst" in page
    assert "op tijd komen" not in page


def test_logged_out_in_another_tab(guarded: StrictClient, harold: User) -> None:
    answer = guarded.post(PAGE, sent_by(harold), headers=OURS[0])
    page = answer.content.decode()
    assert answer.status_code == 401
    [carried], [token] = hidden(page, FIELD), hidden(page, "csrfmiddlewaretoken")
    data = {
        "login": harold.email,
        "password": "een-lang-wachtwoord",
        FIELD: carried,
        "csrfmiddlewaretoken": token,
    }
    again = guarded.post("/opnieuw/", data, headers=OURS[0]).content.decode()
    assert "Wat je typte staat klaar" in again
    assert "op tijd komen" in again


def test_logged_in_in_another_tab_meanwhile(guarded: StrictClient, harold: User) -> None:
    page = guarded.post(PAGE, sent_by(harold), headers=OURS[0]).content.decode()
    [carried] = hidden(page, FIELD)
    guarded.force_login(harold)
    again = guarded.post("/opnieuw/", {FIELD: carried, "csrfmiddlewaretoken": "x"}, headers=OURS[0])
    assert "op tijd komen" in again.content.decode()
    unprotected = StrictClient()
    unprotected.force_login(harold)
    assert "op tijd komen" in log_in(unprotected, harold, carried).content.decode()


def test_old_login_page(guarded: StrictClient, harold: User) -> None:
    data = {"login": harold.email, "password": "een-lang-wachtwoord"}
    answer = guarded.post("/account/login/", data, headers=OURS[0])
    assert answer.status_code == 403
    assert "Probeer het nog een keer" in answer.content.decode()
    assert harold.email not in answer.content.decode()


def test_htmx_may_try_again(guarded: StrictClient, harold: User, htmx: dict[str, str]) -> None:
    guarded.force_login(harold)
    answer = guarded.post(PAGE, {"s1n": TEXT, "_van": signature(harold)}, headers=htmx)
    assert answer.status_code == 403
    assert "Wat je typte, staat er nog. Probeer het opnieuw." in answer.content.decode()
    assert "<html" not in answer.content.decode()
