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
from begeleiders.coming_in import Inlogcode, Kaart, Uitnodiging
from begeleiders.models import User
from kern.post import post, refused

LIFE = timedelta(minutes=10)
TRIES = 5
ASKS, ASKS_SECONDS = 5, 15 * 60
# How many codes the card of one student gives a day, mailed and shown together: a new card is no new budget.
CARD_CODES, CARD_SECONDS = 10, 24 * 60 * 60
CARD = "kaart"
SESSION_KEY = "inlogcode"
# Addresses to which no mail ever goes (RFC 2606). For an address that nobody has the same rows are written, and the
# mail is never due; a student without mail logs in with a card and a code on the screen of the mentor.
NO_MAIL = "kansrijk.invalid"
NOBODY = f"niemand@{NO_MAIL}"


@dataclass(frozen=True)
class Pending:
    """What the browser that asked for a code waits with: the row, the typed address, and where to go after it."""

    code: str
    adres: str
    naar: str = ""
    uitnodiging: str = ""
    kaart: str = ""
    # The code stands on the screen of the mentor, and not in a mail.
    getoond: bool = False


def has_mail(user: User) -> bool:
    """Whether this person can be reached by mail at all."""
    return not user.email.endswith(f"@{NO_MAIL}")


def reachable(user: User) -> bool:
    """Whether a code by mail gets to this person: there is an address, and it takes our mail."""
    return has_mail(user) and not refused([user.email])


def claim_card(user: User) -> bool:
    """Count one code by the card of this student, before it is made; False when today's are used up."""
    return limits.claim(CARD, str(user.pk), limit=CARD_CODES, seconds=CARD_SECONDS)


def card_is_used_up(user: User) -> bool:
    """Whether the card of this student gives no more codes today."""
    return limits.reached(CARD, str(user.pk), limit=CARD_CODES)


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


def show(user: User, by: User) -> str:
    """Make a code that goes in no mail: who asks shows it on the own screen, once. The one shown before is dead."""
    now = timezone.now()
    Inlogcode.objects.filter(user=user, getoond_op__isnull=False, geldig_tot__gt=now).update(geldig_tot=now)
    pk, code = uuid.uuid4(), f"{secrets.randbelow(10**6):06d}"
    Inlogcode.objects.create(
        pk=pk, user=user, hash=_hash(pk, code), geldig_tot=now + LIFE, getoond_op=now, getoond_door=by
    )
    return code


def await_shown(request: HttpRequest, kaart: Kaart) -> bool:
    """Let this browser wait for the code that the mentor shows for this card; False when there is none."""
    shown = Inlogcode.objects.filter(
        user=kaart.user, getoond_op__isnull=False, gebruikt=False, geldig_tot__gt=timezone.now()
    ).first()
    if shown is None:
        return False
    waits = Pending(code=str(shown.pk), adres="", kaart=str(kaart.pk), getoond=True)
    request.session[SESSION_KEY] = asdict(waits)
    return True


def ask(
    request: HttpRequest,
    *,
    address: str,
    naar: str = "",
    uitnodiging: Uitnodiging | None = None,
    kaart: Kaart | None = None,
) -> bool:
    """Send a code and let this browser wait for it; False when it was asked too often.

    An invitation and a card have a budget of their own: who floods the login page with an address does not close
    that door. That of a card is small, and of the student: see CARD_CODES.
    """
    door = uitnodiging or kaart
    whose = str(door.pk) if door else address.strip().lower()
    if not limits.claim_network(request, "code") or not limits.claim(
        "code", whose, limit=ASKS, seconds=ASKS_SECONDS
    ):
        return False
    if kaart and not claim_card(kaart.user):
        return False
    if door:
        user = door.user if door.user.is_active and has_mail(door.user) else None
    else:
        user = User.objects.filter(email=address.strip().lower(), is_active=True).first()
    forget(request)
    row = make(user, uitnodiging)
    waits = Pending(
        code=str(row.pk),
        adres=address,
        naar=naar,
        uitnodiging=str(uitnodiging.pk) if uitnodiging else "",
        kaart=str(kaart.pk) if kaart else "",
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
        # A code that the mentor shows is not this browser's to end.
        Inlogcode.objects.filter(pk=waiting.code, getoond_op=None).update(geldig_tot=timezone.now())
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
