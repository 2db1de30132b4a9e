"""Putting a mail in the outbox, and what is known about addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from email.utils import parseaddr
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone

from kern.models import Bericht, GeweigerdAdres
from kern.post.delivery import deliver

CODE = re.compile(r"[0-9]{4,8}|[A-Z0-9]{4}-[A-Z0-9]{4}")
NOWHERE = ".invalid"  # the name that no host ever has (RFC 2606): who has no mail
URGENT = 20  # priority of what is of use for a short while only: it goes before all that waits


def link(path: str) -> str:
    """The whole address of one of our pages, for in a mail. In: a path as `reverse` gives it."""
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def _refuse_words(context: dict[str, Any]) -> None:
    """ValueError where a value is no link to ourselves, code, number or moment: words could be a name or content."""
    base = link("/")
    for name, value in context.items():
        if isinstance(value, bool | int | date | datetime):
            continue
        if isinstance(value, str) and (value.startswith(base) or CODE.fullmatch(value)):
            continue
        raise ValueError(f"In een mail staat alleen een link, code, getal of tijd; {name} is iets anders.")


def _marks() -> dict[str, Any]:
    """What each mail gets once and keeps at every attempt; it has a task in the queue from now on."""
    now, number = timezone.now(), uuid4()
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    promise = now + timedelta(seconds=settings.POST["queued"])
    return {
        "id": number,
        "message_id": f"<{number}@{domain}>",
        "gemaakt": now,
        "niet_voor": now,
        "vast_tot": promise,
    }


def post(
    *,
    to: str,
    onderwerp: str,
    sjabloon: str,
    context: dict[str, Any],
    sleutel: str = "",
    ontvanger: UUID | None = None,
    geldig_tot: datetime | None = None,
) -> Bericht:
    """Put one mail in the outbox, in the transaction of the caller: it leaves when that commits, else never.

    In: the address; a fixed subject; the name of a text in templates/post/ (without .txt) with its values: links made
    by `link`, codes, numbers and moments only. `sleutel`: who asks with the same key again gets the mail of then.
    `ontvanger`: the id of the account, so that the row can go with it. `geldig_tot`: not sent after this moment.
    Out: the row of the outbox. ValueError for values that could hold words, ValidationError for no address.
    """
    _refuse_words(context)
    to = to.strip()
    validate_email(to)
    if sleutel and (known := Bericht.objects.filter(sleutel=sleutel).first()):
        return known
    bericht = Bericht(
        **_marks(),
        sleutel=sleutel or None,
        aan=to,
        ontvanger=ontvanger,
        onderwerp=" ".join(onderwerp.split()),
        sjabloon=sjabloon,
        tekst=render_to_string(f"post/{sjabloon}.txt", context).strip() + "\n",
        geldig_tot=_sendable_until(to, geldig_tot),
    )
    try:
        with transaction.atomic():
            bericht.save(force_insert=True)
            enqueue(bericht)
    except IntegrityError:
        if not sleutel:
            raise
        # Somebody with the same key was first; their row is visible once they committed, which is what we waited for.
        return Bericht.objects.get(sleutel=sleutel)
    return bericht


def _sendable_until(to: str, until: datetime | None) -> datetime | None:
    """Until when a mail to this address may leave; what goes nowhere is over before it begins."""
    return timezone.now() if to.lower().endswith(NOWHERE) else until


def enqueue(bericht: Bericht) -> None:
    """Put the sending of this mail in the queue; what is of use for a short while only goes first."""
    deliver.using(priority=URGENT if bericht.geldig_tot else 0).enqueue(bericht=str(bericht.pk))


def refused(addresses: Iterable[str]) -> dict[str, datetime]:
    """Which of these addresses do not take our mail, each with since when; as they were given. One query."""
    asked = {address: address.strip().lower() for address in addresses}
    if not asked:
        return {}
    found = dict(GeweigerdAdres.objects.filter(adres__in=set(asked.values())).values_list("adres", "sinds"))
    return {address: found[plain] for address, plain in asked.items() if plain in found}


def mended(address: str) -> None:
    """Forget that this address was refused: it was corrected, or its owner says that it works again."""
    GeweigerdAdres.objects.filter(adres=address.strip().lower()).delete()
