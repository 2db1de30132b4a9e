"""Steps that the four stories share: coming in, a page of the stage, what stands in the mail."""

import re

from django.core import mail
from playwright.sync_api import expect

from tests.begeleiders.coming_in import code_in, token_in
from tests.browser.journeys.hands import Hand
from tests.cast import address
from tests.factories import PASSWORD


def logs_in(hand: Hand, name: str) -> None:
    """With address and password, as people of school do."""
    hand.goes_to("/account/login/")
    hand.page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    form = hand.page.locator("form", has=hand.page.get_by_label("Wachtwoord", exact=True))
    form.get_by_label("E-mailadres").fill(address(name))
    hand.page.get_by_label("Wachtwoord", exact=True).press("Enter")
    expect(hand.page.get_by_role("heading", level=1)).to_contain_text(re.compile("Hallo|Goede"))
    hand.stop()


def comes_in_by_link(hand: Hand) -> int:
    """From the link in the newest mail to the first screen; says how many touches it took, the code not counted."""
    hand.goes_to(f"/welkom/{token_in(mail.outbox[-1])}/")
    hand.stop()
    before = hand.touches
    hand.press("Aan de slag")
    hand.is_at("Vul je code in")
    hand.stop()
    hand.page.get_by_label("Code uit de mail").fill(code_in(mail.outbox[-1]))
    hand.press("Aan de slag")
    expect(hand.page.get_by_role("heading", level=1)).to_contain_text(re.compile("Hallo|Goede"))
    return hand.touches - before


def no_name_in_any_mail(*names: str) -> None:
    """What left for the outside says nothing of anybody."""
    for message in mail.outbox:
        for name in names:
            assert name not in f"{message.subject} {message.body}", message.subject


def home(hand: Hand) -> None:
    """The first screen."""
    hand.goes_to("/")
    hand.stop()
