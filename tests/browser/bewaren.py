"""What the tests of unsent text have in common: a page of the walk, and what the server and the device then hold."""

import json
import time
from collections.abc import Callable
from typing import Any

from django.db import connections
from playwright.sync_api import Page, expect

from checklists.models import Antwoord, Botsing
from collaboration.models import Gesprek

STATUS = "#bewaar-status"
BACK = "Deze tekst was nog niet bewaard. Hij staat er weer."


def step(page: Page, gesprek: Gesprek, code: str = "s1") -> Page:
    """Open a step; the script has then put back what it had."""
    page.goto(f"/gesprekken/{gesprek.pk}/stap/{code}/")
    return page


def first_text(gesprek: Gesprek, code: str = "s1") -> str:
    """The code of the first text field of a step."""
    assert gesprek.invulling is not None
    fields = gesprek.invulling.versie.instrument.velden(code)
    return next(veld.code for veld in fields if veld.soort == "tekst" and not veld.eigen)


def stored(gesprek: Gesprek, veld: str) -> Any:
    """The answer as the server has it now."""
    row = Antwoord.objects.filter(invulling=gesprek.invulling, veld=veld).first()
    return row.waarde if row else None


def conflicts(gesprek: Gesprek) -> int:
    """How many pairs of texts wait for a choice."""
    return Botsing.objects.filter(antwoord__invulling=gesprek.invulling, opgelost_op__isnull=True).count()


def saved(page: Page) -> None:
    """Waits until the page says that everything is saved, and nothing waits on the device."""
    expect(page.locator(STATUS)).to_contain_text("Bewaard om")
    eventually(lambda: not shelf(page))


def expects(page: Page, pattern: str) -> None:
    """A test that refuses or breaks something expects to read of it in the console."""
    page.context.watch.expect(pattern)  # type: ignore[attr-defined]


def shelf(page: Page) -> dict[str, Any]:
    """What the device holds of text that the server has not acknowledged."""
    found = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('kansrijk:'))")
    return {key: json.loads(value) for key, value in found}


def eventually(true: Callable[[], bool], seconds: float = 5) -> None:
    """Waits until something is so; for what no page shows."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "het gebeurde niet op tijd"
        time.sleep(0.05)
    connections.close_all()
