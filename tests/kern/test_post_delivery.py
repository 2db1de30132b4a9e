"""What an answer of a mail server means, how long a mail rests, and what is written down."""

import smtplib
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import OperationalError
from django.utils import timezone

from kern.models import Bericht, GeweigerdAdres
from kern.post import delivery, link, outbox, post, refused
from kern.post.delivery import Outcome, hold, judge, note, pause

pytestmark = pytest.mark.django_db
Staat = Bericht.Staat
TO = "melissa@leerbedrijf.example"


@pytest.fixture
def row(monkeypatch: pytest.MonkeyPatch) -> Bericht:
    """A mail that waits: nobody delivers it but the test."""
    monkeypatch.setattr(outbox, "enqueue", lambda bericht: None)
    return post(to=TO, onderwerp="Iets nieuws", sjabloon="melding", context={"url": link("/")})


def to_address(code: int, words: str) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({TO: (code, words.encode())})


@pytest.mark.parametrize(
    ("error", "for_good", "code"),
    [
        (to_address(550, "5.1.1 Geen brievenbus voor Melissa"), True, "550 5.1.1"),
        (to_address(553, "weg"), True, "553"),
        (to_address(450, "4.2.0 Greylisted"), False, "450 4.2.0"),
        (to_address(552, "5.2.2 vol"), False, "552 5.2.2"),
        (to_address(530, "5.7.0 log eerst in"), False, "530 5.7.0"),
        (to_address(554, "5.7.1 Relay access denied"), False, "554 5.7.1"),
        (smtplib.SMTPDataError(554, b"5.6.0 niet te lezen"), True, "554 5.6.0"),
        (smtplib.SMTPDataError(451, b"even niet"), False, "451"),
        (smtplib.SMTPSenderRefused(550, b"wie ben jij", "ons@school.example"), False, "550"),
        (smtplib.SMTPAuthenticationError(535, b"nee"), False, "535"),
        (smtplib.SMTPServerDisconnected("weg"), False, "SMTPServerDisconnected"),
        (ConnectionRefusedError(), False, "ConnectionRefusedError"),
        (TimeoutError(), False, "TimeoutError"),
        (ValueError(TO), True, "ValueError"),
    ],
)
def test_what_an_error_means(error: Exception, for_good: bool, code: str) -> None:
    outcome = judge(error)
    assert (outcome.sent, outcome.for_good, outcome.code) == (False, for_good, code)


def test_pauses_grow_up_to_the_last() -> None:
    assert [pause(n).total_seconds() / 60 for n in (1, 2, 3, 4, 5, 6, 500)] == [1, 2, 5, 10, 15, 15, 15]


def test_the_clocks_hang_together(settings: Any) -> None:
    assert settings.POST["prelude"] + settings.POST["answer"] < settings.POST["hold"] < 300


def test_one_holds_it_and_nobody_else(row: Bericht) -> None:
    mine = hold(row.pk, uuid4())
    assert mine is not None
    assert (mine.staat, mine.pogingen) == (Staat.BEZIG, 1)
    assert hold(row.pk, uuid4()) is None


def test_after_a_failure_it_rests(row: Bericht) -> None:
    me = uuid4()
    note(hold(row.pk, me), me, Outcome(code="451"))
    row.refresh_from_db()
    assert (row.staat, row.fout, row.houder) == (Staat.WACHT, "451", None)
    assert row.tekst
    assert timedelta(seconds=50) < row.niet_voor - timezone.now() <= timedelta(seconds=60)
    delivery.deliver.call(str(row.pk))
    assert mail.outbox == []


def test_who_lost_the_hold_writes_nothing(row: Bericht) -> None:
    first = hold(row.pk, me := uuid4())
    Bericht.objects.filter(pk=row.pk).update(staat=Staat.WACHT, houder=None)
    hold(row.pk, uuid4())
    note(first, me, Outcome(for_good=True, code="550"))
    row.refresh_from_db()
    assert row.staat == Staat.BEZIG
    assert refused([TO]) == {}


def test_refused_for_good_wipes_the_text_and_marks_the_address_once(row: Bericht) -> None:
    since = timezone.now() - timedelta(days=3)
    GeweigerdAdres.objects.create(adres=TO, sinds=since, fout="550")
    me = uuid4()
    note(hold(row.pk, me), me, Outcome(for_good=True, code="550 5.1.1"))
    row.refresh_from_db()
    assert (row.staat, row.tekst, row.fout) == (Staat.GEWEIGERD, "", "550 5.1.1")
    assert refused([TO]) == {TO: since}


@pytest.mark.parametrize(("about", "end"), [(False, Staat.OPGEGEVEN), (True, Staat.GEWEIGERD)])
def test_after_five_days_it_is_given_up(row: Bericht, about: bool, end: str) -> None:
    Bericht.objects.filter(pk=row.pk).update(gemaakt=timezone.now() - timedelta(days=5))
    me = uuid4()
    note(hold(row.pk, me), me, Outcome(about_address=about, code="554 5.7.1"))
    row.refresh_from_db()
    assert (row.staat, row.tekst) == (end, "")
    assert bool(refused([TO])) is about


def test_mail_that_arrives_mends_the_address(row: Bericht) -> None:
    GeweigerdAdres.objects.create(adres=TO, sinds=timezone.now(), fout="550")
    delivery.deliver.call(str(row.pk))
    assert len(mail.outbox) == 1
    assert refused([TO]) == {}


@pytest.mark.django_db(transaction=True)
def test_a_note_that_the_database_refuses_is_made_again(
    row: Bericht, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.POST = settings.POST | {"note": 0}
    tries = iter([OperationalError("database is locked"), OperationalError("weg"), None])

    def stubborn(*args: Any) -> None:
        if error := next(tries):
            raise error
        note(*args)

    monkeypatch.setattr(delivery, "note", stubborn)
    delivery.deliver.call(str(row.pk))
    row.refresh_from_db()
    assert (row.staat, len(mail.outbox)) == (Staat.VERZONDEN, 1)


def test_a_server_that_was_slow_before_the_mail_is_left_in_time(settings: Any) -> None:
    from kern.post.smtp import TooLate, _Patient

    settings.POST = settings.POST | {"prelude": -1}
    with pytest.raises(TooLate):
        _Patient().data(b"")
    assert judge(TooLate("x")) == Outcome(code="TooLate")
