"""Logging in by a code of six digits, sent to the address that the school knows (decision 0014).

allauth keeps code and tries in the session, where parallel tries overwrite each other's count. Here both stand in a
row: each try is claimed there before the code is compared, and only one request can use the code.
"""

from __future__ import annotations

import re
import secrets
import uuid
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from begeleiders import limits
from begeleiders.coming_in import Inlogcode, Uitnodiging
from begeleiders.models import User
from kern.post import post

LIFE = timedelta(minutes=10)
TRIES = 5
ASKS, ASKS_SECONDS = 5, 15 * 60
SESSION_KEY = "inlogcode"
# For an address that nobody has: the same rows are written, and the mail is never due.
NOBODY = "niemand@kansrijk.invalid"


@dataclass(frozen=True)
class Pending:
    """What the browser that asked for a code waits with: the row, the typed address, and where to go after it."""

    code: str
    adres: str
    naar: str = ""
    uitnodiging: str = ""


def _hash(pk: uuid.UUID, code: str) -> str:
    return salted_hmac("inlogcode", f"{pk}:{code}", algorithm="sha256").hexdigest()


@transaction.atomic
def make(user: User | None, uitnodiging: Uitnodiging | None = None) -> Inlogcode:
    """Make a code and put its mail in the post; without a user the same is done for nobody."""
    now = timezone.now()
    Inlogcode.objects.filter(geldig_tot__lt=now - limits.FORGET).delete()
    limits.clear_old()
    pk, code = uuid.uuid4(), f"{secrets.randbelow(10**6):06d}"
    row = Inlogcode.objects.create(
        pk=pk, user=user, uitnodiging=uitnodiging, hash=_hash(pk, code), geldig_tot=now + LIFE
    )
    post(
        to=user.email if user else NOBODY,
        onderwerp="Kansrijk: je code",
        sjabloon="code",
        context={"code": code, "minuten": LIFE.seconds // 60},
        ontvanger=user.pk if user else None,
        geldig_tot=row.geldig_tot if user else now,
    )
    return row


def ask(
    request: HttpRequest, *, address: str, naar: str = "", uitnodiging: Uitnodiging | None = None
) -> bool:
    """Send a code and let this browser wait for it; False when it was asked too often.

    An invitation has a budget of its own: who floods the login page with an address does not close that door.
    """
    whose = str(uitnodiging.pk) if uitnodiging else address.strip().lower()
    if not limits.claim_network(request, "code") or not limits.claim(
        "code", whose, limit=ASKS, seconds=ASKS_SECONDS
    ):
        return False
    if uitnodiging:
        user = uitnodiging.user if uitnodiging.user.is_active else None
    else:
        user = User.objects.filter(email=address.strip().lower(), is_active=True).first()
    forget(request)
    row = make(user, uitnodiging)
    waits = Pending(
        code=str(row.pk), adres=address, naar=naar, uitnodiging=str(uitnodiging.pk) if uitnodiging else ""
    )
    request.session[SESSION_KEY] = asdict(waits)
    return True


def pending(request: HttpRequest) -> Pending | None:
    """The code that this browser waits for, or None."""
    stored = request.session.get(SESSION_KEY)
    return Pending(**stored) if stored else None


def forget(request: HttpRequest) -> None:
    """Stop waiting: the code that was asked before is dead."""
    if waiting := pending(request):
        Inlogcode.objects.filter(pk=waiting.code).update(geldig_tot=timezone.now())
        request.session.pop(SESSION_KEY, None)


@dataclass(frozen=True)
class Outcome:
    """What a try gave: the row when it was right, else whether another try is left."""

    row: Inlogcode | None = None
    more: bool = False


def attempt(code_id: str, typed: str) -> Outcome:
    """Try a code. At most TRIES comparisons are ever made for a row, and it is right at most once."""
    mine = Inlogcode.objects.filter(pk=code_id, gebruikt=False, geldig_tot__gt=timezone.now())
    if not mine.filter(pogingen__lt=TRIES).update(pogingen=F("pogingen") + 1):
        return Outcome()
    row = Inlogcode.objects.select_related("user", "uitnodiging__user").get(pk=code_id)
    right = constant_time_compare(row.hash, _hash(row.pk, digits(typed)))
    if right and row.user is not None and row.user.is_active and mine.update(gebruikt=True):
        return Outcome(row=row)
    return Outcome(more=row.pogingen < TRIES)


def digits(typed: str) -> str:
    """The code as it was meant: without the spaces and marks that come along when it is pasted."""
    return re.sub(r"[\s\-.]", "", typed)


def masked(address: str) -> str:
    """An address as a hint for who owns it: m…@dekade.example."""
    name, _, host = address.partition("@")
    return f"{name[:1]}…@{host}"
