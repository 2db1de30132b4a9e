"""Logging in by a code of six digits, sent to the known address."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from begeleiders import codes, sessions
from begeleiders.carry import FIELD, Carried, signature
from begeleiders.coming_in import Inlogcode
from begeleiders.models import User
from kern.models import LogRegel
from tests.begeleiders.coming_in import ASK, TYPE, ask, code_for, code_in, wrong
from tests.factories import UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def melissa(db: None) -> User:
    """Somebody without a password."""
    return UserFactory.create(voornaam="Melissa", email="melissa@dekade.example", password=None)


def logged_in(client: StrictClient) -> bool:
    return "_auth_user_id" in client.session


def test_an_address_and_a_code_and_you_are_in(client: StrictClient, melissa: User) -> None:
    page = client.get("/account/login/").content.decode()
    assert "Stuur mij een code" in page
    assert f'formaction="{ASK}"' in page
    answer = ask(client, "Melissa@DeKade.example", next="/test/bewaar/")
    assert answer["Location"] == TYPE
    page = client.get(TYPE).content.decode()
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page
    assert "m…@dekade.example" in page.lower()
    code = code_in(mail.outbox[-1])
    assert mail.outbox[-1].to == [melissa.email]
    answer = client.post(TYPE, {"code": f"{code[:3]} {code[3:]}"})
    assert answer["Location"] == "/test/bewaar/"
    assert logged_in(client)
    assert LogRegel.objects.filter(actie="ingelogd", wie=melissa.pk).count() == 1


def test_no_name_in_the_mail_and_no_code_in_the_database(client: StrictClient, melissa: User) -> None:
    code = code_for(client, melissa.email)
    message = mail.outbox[-1]
    assert melissa.voornaam not in message.body + message.subject
    assert code not in str(list(Inlogcode.objects.values()))
    assert code not in str(dict(client.session))


def test_a_code_works_once_and_only_in_the_browser_that_asked(client: StrictClient, melissa: User) -> None:
    other = StrictClient()
    code = code_for(client, melissa.email)
    assert other.post(TYPE, {"code": code})["Location"] == ASK
    row = client.session[codes.SESSION_KEY]["code"]
    client.post(TYPE, {"code": code})
    assert codes.attempt(row, code) == codes.Outcome()


@pytest.mark.parametrize(("seconds", "inside"), [(-1, True), (1, False)])
def test_ten_minutes(client: StrictClient, melissa: User, seconds: int, inside: bool) -> None:
    code = code_for(client, melissa.email)
    row = Inlogcode.objects.get()
    assert abs(row.geldig_tot - timezone.now() - timedelta(minutes=10)) < timedelta(seconds=5)
    Inlogcode.objects.update(geldig_tot=timezone.now() - timedelta(seconds=seconds))
    page = client.post(TYPE, {"code": code})
    assert logged_in(client) is inside
    if not inside:
        assert "Deze code werkt niet meer" in page.content.decode()


def test_five_tries_then_a_new_code_with_one_press(client: StrictClient, melissa: User) -> None:
    code = code_for(client, melissa.email)
    for _ in range(4):
        page = client.post(TYPE, {"code": wrong(code)}).content.decode()
        assert "Deze code klopt nog niet" in page
    assert "Deze code werkt niet meer" in client.post(TYPE, {"code": wrong(code)}).content.decode()
    assert "Deze code werkt niet meer" in client.post(TYPE, {"code": code}).content.decode()
    assert not logged_in(client)
    assert client.post(TYPE, {"opnieuw": "1"})["Location"] == f"{TYPE}?opnieuw=1"
    assert "Er is een nieuwe code onderweg" in client.get(f"{TYPE}?opnieuw=1").content.decode()
    assert client.post(TYPE, {"code": code_in(mail.outbox[-1])}).status_code == 302
    assert logged_in(client)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "²²²²²²"])
def test_what_cannot_be_a_code_costs_no_try(client: StrictClient, melissa: User, typed: str) -> None:
    ask(client, melissa.email)
    page = client.post(TYPE, {"code": typed}).content.decode()
    assert ("De code heeft zes cijfers" if typed else "Vul nog in: de code uit de mail") in page
    assert Inlogcode.objects.get().pogingen == 0


def test_a_newer_code_ends_the_older(client: StrictClient, melissa: User) -> None:
    first = code_for(client, melissa.email)
    code_for(client, melissa.email)
    if first != code_in(mail.outbox[-1]):
        assert "klopt nog niet" in client.post(TYPE, {"code": first}).content.decode()
    assert Inlogcode.objects.filter(geldig_tot__gt=timezone.now()).count() == 1


def test_asked_five_times_in_a_quarter(client: StrictClient, melissa: User) -> None:
    for _ in range(5):
        assert ask(client, melissa.email).status_code == 302
    refused = ask(StrictClient(), melissa.email)
    assert refused.status_code == 429
    assert "Kijk in je mail, of wacht een kwartier" in refused.content.decode()
    assert len(mail.outbox) == 5
    assert "wacht een kwartier" in client.post(TYPE, {"opnieuw": "1"}).content.decode()
    assert ask(client, "iemand-anders@dekade.example").status_code == 302


def test_who_was_put_out_of_use_gets_nothing(client: StrictClient) -> None:
    gone = UserFactory.create(is_active=False)
    assert ask(client, gone.email).status_code == 302
    assert mail.outbox == []


def test_text_of_a_lapsed_session_goes_along(client: StrictClient, melissa: User) -> None:
    carried = Carried("/test/bewaar/", "/test/bewaar/", signature(melissa), (("s1n", "Mijn tekst"),)).json
    page = ask(client, melissa.email, **{FIELD: carried}).content.decode()
    assert "Vul je code in" in page
    assert "Mijn tekst" in page
    page = client.post(TYPE, {"code": code_in(mail.outbox[-1]), FIELD: carried}).content.decode()
    assert "Wat je typte staat klaar" in page
    assert "Mijn tekst" in page


def test_someone_else_was_logged_in_here(client: StrictClient, melissa: User, harold: User) -> None:
    ask(client, melissa.email)
    waiting = client.session[codes.SESSION_KEY]
    client.force_login(harold)
    session = client.session
    session[codes.SESSION_KEY] = waiting
    session.save()
    client.post(TYPE, {"code": code_in(mail.outbox[-1])})
    assert client.session["_auth_user_id"] == str(melissa.pk)


def test_who_is_in_needs_no_code(as_harold: StrictClient) -> None:
    assert as_harold.get(ASK)["Location"] == "/"
    assert as_harold.get(TYPE)["Location"] == "/"


class TestOwnDevice:
    """Thirty days for a praktijkbegeleider and a student, for a colleague of school the visit."""

    @pytest.fixture(autouse=True)
    def _judge(self, monkeypatch: pytest.MonkeyPatch, melissa: User) -> None:
        self.allowed = {melissa.pk}
        monkeypatch.setattr(sessions, "_judges", [lambda user: user.pk in self.allowed])

    def come_in(self, client: StrictClient, user: User, **more: str) -> None:
        client.post(TYPE, {"code": code_for(client, user.email), **more})

    def test_thirty_days_when_asked(self, client: StrictClient, melissa: User) -> None:
        self.come_in(client, melissa, eigen_toestel="on")
        assert client.session.get_expiry_age() == 30 * 24 * 3600
        assert not client.session.get_expire_at_browser_close()
        assert "data-idle" not in client.get("/account/password/change/").content.decode()

    @pytest.mark.parametrize(("days", "inside"), [(29, True), (30, True), (31, False)])
    def test_the_day_before_on_and_after(
        self, client: StrictClient, melissa: User, days: int, inside: bool
    ) -> None:
        self.come_in(client, melissa, eigen_toestel="on")
        client.get("/test/bewaar/")
        session = client.session
        session["begin"] -= days * 24 * 3600 - 60
        session["laatst"] -= 3 * 24 * 3600
        session.save()
        assert (client.get("/test/bewaar/").status_code == 200) is inside

    def test_not_asked_is_a_visit(self, client: StrictClient, melissa: User) -> None:
        self.come_in(client, melissa)
        assert client.session.get_expire_at_browser_close()

    def test_a_colleague_of_school_asks_in_vain(self, client: StrictClient, harold: User) -> None:
        self.come_in(client, harold, eigen_toestel="on")
        assert client.session.get_expire_at_browser_close()
        assert 'data-idle="1800"' in client.get("/account/password/change/").content.decode()

    def test_who_becomes_a_colleague_is_back_to_a_visit(self, client: StrictClient, melissa: User) -> None:
        self.come_in(client, melissa, eigen_toestel="on")
        client.get("/test/bewaar/")
        self.allowed.clear()
        session = client.session
        session["laatst"] -= 3600
        session.save()
        assert client.get("/test/bewaar/").status_code == 302
