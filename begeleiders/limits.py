"""Limits on guessing: one statement in the database counts and judges, so that parallel tries cannot outrun them."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from begeleiders.coming_in import Teller

# INSERT … ON CONFLICT … WHERE … RETURNING: known to SQLite and PostgreSQL alike. No row back: the limit is reached.
_COUNT = """
INSERT INTO {table} AS t (sleutel, aantal, tot) VALUES (%s, 1, %s)
ON CONFLICT (sleutel) DO UPDATE SET
    aantal = CASE WHEN t.tot <= %s THEN 1 ELSE t.aantal + 1 END,
    tot = CASE WHEN t.tot <= %s THEN excluded.tot ELSE t.tot END
WHERE t.tot <= %s OR t.aantal < %s
RETURNING aantal
"""
FORGET = timedelta(days=1)
NETWORK_TRIES = 120  # how often one network may try to come in, a minute


def _key(what: str, whose: str) -> str:
    """The key of a counter: keyed with the secret of the site, so that the table tells no address."""
    return salted_hmac(f"teller:{what}", whose, algorithm="sha256").hexdigest()


def claim(what: str, whose: str, *, limit: int, seconds: int) -> bool:
    """Count one try, before it is made; False when `limit` of them were made in this window of `seconds`."""
    now = timezone.now()
    adapt = connection.ops.adapt_datetimefield_value
    moment, end = adapt(now), adapt(now + timedelta(seconds=seconds))
    table = connection.ops.quote_name(Teller._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(table=table), [_key(what, whose), end, moment, moment, moment, limit])
        return cursor.fetchone() is not None


def reached(what: str, whose: str, *, limit: int) -> bool:
    """Whether the window of now is full; only to say so, for `claim` is what judges."""
    rows = Teller.objects.filter(sleutel=_key(what, whose), aantal__gte=limit, tot__gt=timezone.now())
    return rows.exists()


def give_back(what: str, whose: str) -> None:
    """A try that was right does not count."""
    Teller.objects.filter(sleutel=_key(what, whose), aantal__gt=0).update(aantal=F("aantal") - 1)


def clear_old() -> None:
    """Forget counters whose window is long over; called where new ones begin."""
    Teller.objects.filter(tot__lt=timezone.now() - FORGET).delete()


def address_of(request: HttpRequest) -> str:
    """The address on the network from which this request comes, behind the trusted proxies."""
    from allauth.core.internal.ratelimit import get_ip

    return str(get_ip(request))


def claim_network(request: HttpRequest, what: str) -> bool:
    """The wide limit for a whole network: a school shares one address, so it stops floods and no klas."""
    return claim(f"{what} netwerk", address_of(request), limit=NETWORK_TRIES, seconds=60)
