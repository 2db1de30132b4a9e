"""The link of an invitation: a GET changes nothing, one button and a code let in; and how long it works."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from begeleiders import invitations
from begeleiders.actions import uitnodigen
from begeleiders.coming_in import Doel, Inlogcode, Uitnodiging
from begeleiders.models import User
from kern.models import LogRegel
from tests.begeleiders.coming_in import TYPE, ask, code_in, invited, token_in
from tests.factories import UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roles_live(monkeypatch: pytest.MonkeyPatch) -> None:
    """Roles stand on floors above; here each one runs."""
    monkeypatch.setattr(invitations, "_judges", [])


@pytest.fixture
def melissa(db: None) -> User:
    return UserFactory.create(
        voornaam="Melissa", achternaam="Brouwer", email="melissa@dekade.example", password=None
    )


def lapse(row: Uitnodiging) -> None:
    Uitnodiging.objects.filter(pk=row.pk).update(geldig_tot=timezone.now() - timedelta(seconds=1))


def test_from_the_link_to_inside_in_two_presses(client: StrictClient, harold: User, melissa: User) -> None:
    row, token = invited(harold, melissa)
    page = client.get(f"/welkom/{token}/")
    text = page.content.decode()
    assert "Welkom, Melissa" in text
    assert "Harold Vermeer vraagt je" in text
    assert "m…@dekade.example" in text
    assert melissa.email not in text
    assert "<input type=" not in text.replace('<input type="hidden"', "")
    assert page["Referrer-Policy"] == "strict-origin"
    assert client.post(f"/welkom/{token}/")["Location"] == TYPE
    assert client.post(TYPE, {"code": code_in(mail.outbox[-1])})["Location"] == "/"
    assert client.session["_auth_user_id"] == str(melissa.pk)
    row.refresh_from_db()
    assert row.binnen_sinds is not None
    assert row.bevestigd_door == melissa
    assert LogRegel.objects.filter(actie="uitnodiging aangenomen", wie=melissa.pk).count() == 1


def test_mail_says_no_name_and_database_no_token(harold: User, melissa: User) -> None:
    row, token = invited(harold, melissa)
    message = mail.outbox[-1]
    assert message.to == [melissa.email]
    for name in ("Melissa", "Brouwer", "Harold", "Vermeer"):
        assert name not in message.body + message.subject
    row.refresh_from_db()
    assert token not in str(vars(row))


def test_a_scanner_that_opens_it_changes_nothing(client: StrictClient, harold: User, melissa: User) -> None:
    row, token = invited(harold, melissa)
    before, letters = Uitnodiging.objects.values().get(), len(mail.outbox)
    for _ in range(3):
        client.get(f"/welkom/{token}/")
        client.head(f"/welkom/{token}/")
        assert client.get(f"/welkom/{token}/nieuw/").status_code == 405
    assert Uitnodiging.objects.values().get() == before
    assert len(mail.outbox) == letters
    assert not Inlogcode.objects.exists()
    assert "_auth_user_id" not in client.session
    assert row.binnen_sinds is None


def test_the_link_alone_lets_nobody_in(client: StrictClient, harold: User, melissa: User) -> None:
    _row, token = invited(harold, melissa)
    client.post(f"/welkom/{token}/")
    assert client.get("/test/bewaar/").status_code == 302
    assert mail.outbox[-1].to == [melissa.email]


@pytest.mark.parametrize(
    ("doel", "days"), [(Doel.FORMULIER, 14), (Doel.PEERCOACH, 14), (Doel.STUDENT, 14), (Doel.STAGE, 30)]
)
def test_the_last_day_the_day_before_and_the_day_after(
    harold: User, melissa: User, doel: Doel, days: int
) -> None:
    row, _token = invited(harold, melissa, doel)
    last = timezone.localdate() + timedelta(days=days)
    assert invitations.last_day(row) == last

    def stand(day: date, hour: int = 12) -> invitations.Stand:
        moment = timezone.make_aware(datetime.combine(day, time(hour)))
        return invitations.stand_of(row, moment, lives=True)

    assert stand(last - timedelta(days=1)) is invitations.Stand.OPEN
    assert stand(last, 23) is invitations.Stand.OPEN
    assert stand(last + timedelta(days=1), 0) is invitations.Stand.VERLOPEN


def test_a_day_ends_in_amsterdam_also_when_the_clock_changes() -> None:
    before = timezone.make_aware(datetime(2026, 10, 20, 9, 0))
    assert timezone.localtime(invitations.valid_until(Doel.FORMULIER, before)).isoformat() == (
        "2026-11-04T00:00:00+01:00"
    )


def test_too_old_sends_a_new_one_to_the_known_address_only(
    client: StrictClient, harold: User, melissa: User
) -> None:
    row, token = invited(harold, melissa)
    lapse(row)
    page = client.get(f"/welkom/{token}/")
    assert page.status_code == 410
    assert "Deze link is te oud" in page.content.decode()
    client.post(f"/welkom/{token}/")
    assert not Inlogcode.objects.exists()
    client.post(f"/welkom/{token}/nieuw/")
    assert mail.outbox[-1].to == [melissa.email]
    fresh = token_in(mail.outbox[-1])
    assert fresh != token
    assert "Er is een nieuwere mail" in client.get(f"/welkom/{token}/").content.decode()
    assert client.get(f"/welkom/{fresh}/").status_code == 200


def test_a_new_link_at_most_three_times_an_hour(client: StrictClient, harold: User, melissa: User) -> None:
    row, token = invited(harold, melissa)
    for _ in range(5):
        lapse(row)
        answer = client.post(f"/welkom/{token}/nieuw/")
        token = token_in(mail.outbox[-1])
    assert answer.status_code == 429
    assert len(mail.outbox) == 4


def test_withdrawn_used_and_unknown_say_what_to_do(client: StrictClient, harold: User, melissa: User) -> None:
    row, token = invited(harold, melissa, Doel.PEERCOACH)
    uitnodigen.came_in(by=melissa, uitnodiging_id=row.pk)
    page = client.get(f"/welkom/{token}/")
    assert (page.status_code, "Deze link heb je al gebruikt" in page.content.decode()) == (410, True)
    uitnodigen.withdraw(by=harold, uitnodiging_id=row.pk)
    page = client.get(f"/welkom/{token}/")
    assert page.status_code == 410
    assert "Vraag Harold Vermeer om een nieuwe uitnodiging" in page.content.decode()
    for path in (f"/welkom/{token}/", f"/welkom/{token}/nieuw/"):
        client.post(path)
    assert not Inlogcode.objects.exists()
    page = client.get("/welkom/bestaat-niet/")
    assert page.status_code == 404
    assert "Misschien is hij niet helemaal meegekomen" in page.content.decode()


def test_a_role_that_ended_ends_the_link(
    client: StrictClient, harold: User, melissa: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    _row, token = invited(harold, melissa)
    monkeypatch.setattr(invitations, "_judges", [lambda rows: set()])
    assert "De uitnodiging is gestopt" in client.get(f"/welkom/{token}/").content.decode()


def test_the_mentor_confirms_for_thirty_days_more(harold: User, melissa: User) -> None:
    row, _token = invited(harold, melissa)
    lapse(row)
    row = uitnodigen.confirm(by=harold, uitnodiging_id=row.pk)
    assert invitations.last_day(row) == timezone.localdate() + timedelta(days=30)
    assert row.bevestigd_door == harold


def test_who_came_in_by_the_login_page_confirmed_it_too(
    client: StrictClient, harold: User, melissa: User
) -> None:
    row, _token = invited(harold, melissa)
    lapse(row)
    ask(client, melissa.email)
    client.post(TYPE, {"code": code_in(mail.outbox[-1])})
    row.refresh_from_db()
    assert invitations.stand_of(row, timezone.now(), lives=True) is invitations.Stand.OPEN


def test_invited_twice_is_once(harold: User, melissa: User) -> None:
    first, _token = invited(harold, melissa)
    second, _same = invited(harold, melissa)
    assert (first.pk, len(mail.outbox)) == (second.pk, 1)


def test_flooding_the_login_page_does_not_close_the_link(
    client: StrictClient, harold: User, melissa: User
) -> None:
    _row, token = invited(harold, melissa)
    for _ in range(6):
        ask(StrictClient(), melissa.email)
    assert client.post(f"/welkom/{token}/")["Location"] == TYPE


def test_who_is_in_already_goes_on(client: StrictClient, harold: User, melissa: User) -> None:
    _row, token = invited(harold, melissa)
    client.force_login(melissa)
    assert "Je bent al binnen" in client.get(f"/welkom/{token}/").content.decode()
    assert client.post(f"/welkom/{token}/")["Location"] == "/"


def test_the_form_that_was_asked_for_is_where_one_lands(
    client: StrictClient, harold: User, melissa: User
) -> None:
    more: dict[str, Any] = {"url_naam": "welkom", "object_ref": melissa.pk}
    _row, token = invited(harold, melissa, Doel.FORMULIER, **more)
    client.post(f"/welkom/{token}/")
    answer = client.post(TYPE, {"code": code_in(mail.outbox[-1])})
    assert answer["Location"] == f"/welkom/{melissa.pk}/"
