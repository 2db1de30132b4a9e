"""A new password: by a link in a mail, or by someone who is logged in."""

import re

import pytest
from django.core import mail

from begeleiders.models import User
from tests.factories import PASSWORD, UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
ASK = "/account/password/reset/"
NEW = "vier-rustige-groene-fietsen"


def link_in_mail() -> str:
    found = re.search(r"http://localhost:8000(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_link_in_a_mail_without_a_name_gives_a_new_password_once(client: StrictClient, harold: User) -> None:
    answer = client.post(ASK, {"email": "HAROLD@school.example"})
    assert "Kijk in je mail" in client.get(answer["Location"]).content.decode()
    [sent] = mail.outbox
    assert sent.to == [harold.email]
    assert "Harold" not in f"{sent.subject} {sent.body}"
    link = link_in_mail()
    form = client.get(link, follow=True)
    assert "Kies een nieuw wachtwoord" in form.content.decode()
    path = form.redirect_chain[-1][0]
    done = client.post(path, {"password1": NEW, "password2": NEW}, follow=True)
    assert "Je wachtwoord is nieuw" in done.content.decode()
    assert client.login(email=harold.email, password=NEW)
    client.logout()
    assert "Deze link werkt niet meer" in client.get(link).content.decode()


def test_unknown_address_gets_the_same_answer_and_no_mail(client: StrictClient, harold: User) -> None:
    known, unknown = (
        client.post(ASK, {"email": email}) for email in (harold.email, "niemand@school.example")
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [m.to for m in mail.outbox] == [[harold.email]]


@pytest.mark.parametrize("who", [{"password": None}, {"is_active": False}])
def test_account_that_may_not_log_in_gets_no_mail(client: StrictClient, who: dict[str, object]) -> None:
    client.post(ASK, {"email": UserFactory.create(**who).email})
    assert mail.outbox == []


def test_two_different_passwords(client: StrictClient, harold: User) -> None:
    client.post(ASK, {"email": harold.email})
    path = client.get(link_in_mail(), follow=True).redirect_chain[-1][0]
    page = client.post(path, {"password1": NEW, "password2": PASSWORD}).content.decode()
    assert "De twee wachtwoorden zijn nog niet gelijk" in page
    assert (
        "Vul nog in: nieuw wachtwoord, nog een keer" in client.post(path, {"password1": NEW}).content.decode()
    )


def test_changing_it_yourself_asks_the_one_of_now(as_harold: StrictClient, harold: User) -> None:
    url = "/account/password/change/"
    assert "Wachtwoord van nu" in as_harold.get(url).content.decode()
    wrong = as_harold.post(url, {"oldpassword": "gok", "password1": NEW, "password2": NEW})
    assert "Typ het wachtwoord dat je nu gebruikt" in wrong.content.decode()
    page = as_harold.post(url, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert page["Location"] == "/"
    harold.refresh_from_db()
    assert harold.check_password(NEW)
    assert "_auth_user_id" in as_harold.session
