"""Sending one mail of the outbox: hold it, hand it to the mail server, write down what came of it."""

from __future__ import annotations

import contextlib
import logging
import re
import smtplib
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import OperationalError, connection, transaction
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from kern.models import Bericht, GeweigerdAdres

logger = logging.getLogger("kern.post")
Staat = Bericht.Staat

# Answers to the address that are not about the address: we must log in first, or its box is full for now.
OURS = {530, 535, 538, 552}
# Enhanced codes (RFC 3463) of policy: mostly about who sends. Tried again, and counted as refused in the end.
POLICY = re.compile(r"5\.7\.\d")


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt: sent, refused for good, or to be tried again; and the code, never the server's words."""

    sent: bool = False
    for_good: bool = False
    about_address: bool = False
    code: str = ""


@task
def deliver(bericht: str) -> None:
    """Send the mail with this id, if it is waiting and its pause is over. May be called any number of times."""
    holder = uuid4()
    if (row := hold(UUID(bericht), holder)) is None:
        return
    server = mailers["default"]
    try:
        _note_surely(row, holder, attempt(row, server))
    finally:
        # Only after the note: what goes wrong while saying goodbye changes nothing any more.
        with contextlib.suppress(OSError):
            server.close()


def hold(number: UUID, holder: UUID) -> Bericht | None:
    """Take a waiting mail, so that nobody else sends it: one conditional UPDATE. None where there is nothing to do."""
    now = timezone.now()
    waiting = Bericht.objects.filter(pk=number, staat=Staat.WACHT, niet_voor__lte=now)
    if waiting.filter(geldig_tot__lte=now).update(staat=Staat.VERLOPEN, klaar=now, tekst=""):
        return None
    taken = waiting.update(
        staat=Staat.BEZIG,
        houder=holder,
        vast_tot=now + timedelta(seconds=settings.POST["hold"]),
        pogingen=F("pogingen") + 1,
    )
    return Bericht.objects.get(pk=number) if taken else None


def attempt(row: Bericht, server: BaseEmailBackend) -> Outcome:
    """Hand one mail to the mail server. Never raises: whatever goes wrong is an outcome. The caller closes the line."""
    message = EmailMessage(
        subject=row.onderwerp,
        body=row.tekst,
        to=[row.aan],
        # The same at every attempt, so that a receiver knows a second copy for what it is.
        headers={
            "Message-ID": row.message_id,
            "Date": format_datetime(timezone.localtime(row.gemaakt)),
            "Auto-Submitted": "auto-generated",
        },
    )
    try:
        server.open()
        server.send_messages([message])
    except Exception as error:
        return judge(error)
    return Outcome(sent=True)


def judge(error: Exception) -> Outcome:
    """What an error means for this mail: the address, the mail itself, or a server that has a bad day."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        (code, words), *_ = error.recipients.values()
        return _answer(code, words, about_address=True)
    if isinstance(error, smtplib.SMTPDataError):
        return _answer(error.smtp_code, error.smtp_error, about_address=False)
    if isinstance(error, smtplib.SMTPResponseException):  # about us: sender, login, greeting
        return Outcome(code=str(error.smtp_code))
    if isinstance(error, OSError):  # all of smtplib's own, no connection, no answer in time
        return Outcome(code=type(error).__name__)
    # No mail could be made of it, and none ever will be: it must not come back.
    logger.error("A mail could not be made: %s", type(error).__name__)
    return Outcome(for_good=True, code=type(error).__name__)


def _answer(code: int, words: bytes | str, *, about_address: bool) -> Outcome:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    found = re.match(r"\d\.\d{1,3}\.\d{1,3}", text)
    enhanced = found.group() if found else ""
    for_good = 500 <= code < 600 and code not in OURS and not POLICY.match(enhanced)
    about = about_address or enhanced.startswith("5.1.")
    return Outcome(for_good=for_good, about_address=about, code=f"{code} {enhanced}".strip())


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts: longer each time, up to the last of the list."""
    steps: list[float] = settings.POST["pauses"]
    return timedelta(seconds=steps[min(attempts, len(steps)) - 1])


def _note_surely(row: Bericht, holder: UUID, outcome: Outcome) -> None:
    """As `note`; where the database is away or locked for a while, again, for as long as we hold the mail."""
    while True:
        try:
            return note(row, holder, outcome)
        except OperationalError:
            if connection.in_atomic_block or timezone.now() > row.vast_tot:
                raise
            connection.close()
            time.sleep(settings.POST["note"])


@transaction.atomic
def note(row: Bericht, holder: UUID, outcome: Outcome) -> None:
    """Write down what came of an attempt; only while we still hold the mail."""
    now = timezone.now()
    held = Bericht.objects.filter(pk=row.pk, staat=Staat.BEZIG, houder=holder)
    given_up = row.gemaakt + timedelta(seconds=settings.POST["give_up"]) <= now
    if outcome.sent:
        done = held.update(staat=Staat.VERZONDEN, klaar=now, tekst="", fout="", houder=None)
        if done:
            GeweigerdAdres.objects.filter(adres=row.aan.lower()).delete()
    elif outcome.for_good or given_up:
        end = Staat.GEWEIGERD if outcome.for_good or outcome.about_address else Staat.OPGEGEVEN
        done = held.update(staat=end, klaar=now, tekst="", fout=outcome.code, houder=None)
        if done and end == Staat.GEWEIGERD:
            _mark(row.aan, now, outcome.code)
        logger.error("Mail %s was not delivered: %s", row.pk, outcome.code)
    else:
        logger.warning("Mail %s did not leave at attempt %d: %s", row.pk, row.pogingen, outcome.code)
        again = now + pause(row.pogingen)
        held.update(staat=Staat.WACHT, niet_voor=again, vast_tot=again, fout=outcome.code, houder=None)


def _mark(address: str, now: datetime, code: str) -> None:
    GeweigerdAdres.objects.get_or_create(adres=address.lower(), defaults={"sinds": now, "fout": code})
