"""How people from outside and students come in: by a code in their mail. And what leads them on from there."""

import re

from django.core import mail
from playwright.sync_api import expect

from begeleiders.models import User
from tests.begeleiders.coming_in import code_in
from tests.browser.journeys.hands import Hand


def comes_by_code(hand: Hand, user: User) -> None:
    """Without a password: an address, a code, and in."""
    hand.goes_to("/inloggen/code/")
    hand.is_at("Inloggen met een code")
    hand.stop()
    hand.write("E-mailadres", user.email)
    hand.press("Stuur mij een code")
    hand.is_at("Vul je code in")
    hand.stop()
    assert mail.outbox[-1].to == [user.email]
    hand.write("Code uit de mail", code_in(mail.outbox[-1]))
    hand.press("Aan de slag")
    expect(hand.page.get_by_role("heading", level=1)).to_contain_text(re.compile("Hallo|Goede"))
    hand.stop()


def opens_melding(hand: Hand, words: str) -> None:
    """From the list of meldingen, the newest one that speaks of this."""
    hand.goes_to("/meldingen/")
    hand.stop()
    hand.page.get_by_role("button", name=re.compile(f"Bekijk.*{words}", re.IGNORECASE)).first.click()
    hand.stop()


def is_closed(hand: Hand, path: str) -> None:
    """What this person may not know of does not exist."""
    hand.goes_to(path)
    hand.is_at("Deze pagina vinden we niet")
