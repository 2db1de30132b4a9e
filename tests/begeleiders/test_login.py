"""Logging in and out with address and password."""

from typing import Any

import pytest

from begeleiders.models import User
from tests.factories import PASSWORD, UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
LOGIN = "/account/login/"


def attempt(client: StrictClient, email: str, password: str, **extra: str) -> Any:
    return client.post(LOGIN, {"login": email, "password": password, **extra})


def test_right_password_brings_you_to_the_page_you_asked_for(client: StrictClient, harold: User) -> None:
    asked = client.get("/test/bewaar/")
    assert asked["Location"] == f"{LOGIN}?next=/test/bewaar/"
    page = client.get(asked["Location"]).content.decode()
    assert "E-mailadres" in page
    assert "Wachtwoord vergeten?" in page
    assert "placeholder" not in page
    assert (
        attempt(client, "Harold@School.example", PASSWORD, next="/test/bewaar/")["Location"]
        == "/test/bewaar/"
    )
    assert client.get("/test/bewaar/").status_code == 200


def test_never_sent_on_to_another_site(client: StrictClient, harold: User) -> None:
    assert attempt(client, harold.email, PASSWORD, next="https://evil.example/")["Location"] == "/"


def test_wrong_password_and_unknown_address_get_the_same_answer(client: StrictClient, harold: User) -> None:
    wrong = attempt(client, harold.email, "verkeerd-wachtwoord").content.decode()
    unknown = attempt(client, "niemand@school.example", "verkeerd-wachtwoord").content.decode()
    assert "Dit e-mailadres en dit wachtwoord passen niet bij elkaar" in wrong
    assert "Fout: Inloggen" in wrong
    assert tokenless(wrong, harold.email) == tokenless(unknown, "niemand@school.example")


def tokenless(page: str, email: str) -> str:
    """The page without its token and the address that was typed."""
    lines = [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines).replace(email, "")


def test_five_guesses_close_the_door_for_five_minutes(client: StrictClient, harold: User) -> None:
    for _ in range(5):
        assert "passen niet bij elkaar" in attempt(client, harold.email, "gok").content.decode()
    page = attempt(client, harold.email, PASSWORD).content.decode()
    assert "Dat waren te veel pogingen" in page
    assert "_auth_user_id" not in client.session


def test_account_without_password_stays_out(client: StrictClient) -> None:
    melissa = UserFactory.create(password=None)
    assert "passen niet bij elkaar" in attempt(client, melissa.email, "!").content.decode()


def test_account_that_was_put_out_of_use(client: StrictClient) -> None:
    gone = UserFactory.create(is_active=False)
    answer = attempt(client, gone.email, PASSWORD)
    assert "Dit account staat uit" in client.get(answer["Location"]).content.decode()
    assert "_auth_user_id" not in client.session


def test_logging_out_is_a_button_and_leaves_nothing_in_the_browser(as_harold: StrictClient) -> None:
    assert "Log uit" in as_harold.get("/account/logout/").content.decode()
    assert "_auth_user_id" in as_harold.session
    answer = as_harold.post("/account/logout/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "Je bent uitgelogd." in as_harold.get(answer["Location"]).content.decode()
    assert as_harold.get("/test/bewaar/").status_code == 302


def test_nobody_makes_an_account_here(client: StrictClient) -> None:
    assert "Een account krijg je van school" in client.get("/account/signup/").content.decode()
    client.post("/account/signup/", {"email": "nieuw@school.example", "password1": PASSWORD})
    assert not User.objects.filter(email="nieuw@school.example").exists()
