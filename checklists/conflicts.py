"""Keeping an edit that lost: once for each text, however often it is sent."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from checklists.models import Antwoord, Botsing
from checklists.tokens import Page
from checklists.values import Value

if TYPE_CHECKING:
    from begeleiders.models import User


def keep(*, by: User, antwoord: Antwoord, value: Value, basis: int, page: Page, now: datetime) -> Botsing:
    """The conflict that holds this text: one that was there, one that grows with the typing, or a new one."""
    earlier = list(Botsing.objects.filter(antwoord=antwoord, door=by).order_by("op", "id"))
    for botsing in earlier:
        if botsing.waarde == value and (botsing.open or botsing.basis == basis):
            return botsing  # the same text, sent again
    for botsing in earlier:
        if botsing.open and botsing.basis == basis:
            if page.turn(botsing) == "superseded":
                return botsing
            if page.turn(botsing) == "own" or _grows(botsing.waarde, value):
                return _update(botsing, value, page, now)
    return Botsing.objects.create(
        antwoord=antwoord, waarde=value, basis=basis, pagina=page.pagina, beurt=page.beurt, door=by, op=now
    )


def _grows(old: Value, new: Value) -> bool:
    """Whether nothing of the old text is gone in the new one."""
    return isinstance(old, str) and bool(old) and isinstance(new, str) and new.startswith(old)


def _update(botsing: Botsing, value: Value, page: Page, now: datetime) -> Botsing:
    botsing.waarde, botsing.pagina, botsing.beurt, botsing.op = value, page.pagina, page.beurt, now
    botsing.save(update_fields=["waarde", "pagina", "beurt", "op"])
    return botsing
