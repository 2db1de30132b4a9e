"""Reading a card with a QR code: which row its link belongs to, and whether it still works.

The link follows from the row and the secret of the site: a card can be printed again, and a copy of the database
opens no door. A card alone lets nobody in: it only starts the flow, a code does the rest.
"""

from __future__ import annotations

import base64
import uuid

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from begeleiders.coming_in import Kaart
from kern.post import link

_ID, _MARK = 16, 16  # bytes of the id, and of what only we can make of it


def token_of(kaart: Kaart) -> str:
    """The secret of the link: the id of the row and a mark that only this site can make."""
    return base64.urlsafe_b64encode(kaart.pk.bytes + _mark(kaart.pk)).decode().rstrip("=")


def _mark(pk: uuid.UUID) -> bytes:
    return salted_hmac("kaart", str(pk), algorithm="sha256").digest()[:_MARK]


def url_of(kaart: Kaart) -> str:
    """The whole address of the link, for the QR code."""
    return link(reverse("welkom_kaart", args=[token_of(kaart)]))


def find(token: str) -> Kaart | None:
    """The card of this link if it works: not withdrawn, and of an account that is on."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    if len(raw) != _ID + _MARK:
        return None
    pk = uuid.UUID(bytes=raw[:_ID])
    if not constant_time_compare(raw[_ID:], _mark(pk)):
        return None
    return get(pk)


def get(pk: uuid.UUID | str) -> Kaart | None:
    """The card with this id if it works."""
    return _working().filter(pk=pk).first()


def card_of(student: uuid.UUID, user: uuid.UUID) -> Kaart | None:
    """The card of a student that works, made for the account that the student has now."""
    return _working().filter(student_ref=student, user=user).select_related("gemaakt_door").first()


def _working() -> QuerySet[Kaart]:
    running = Kaart.objects.filter(ingetrokken_op__isnull=True, user__is_active=True)
    return running.select_related("user")
