"""In between: a call that nobody answered, a chat in the corridor, an afspraak that was kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import acts
from tests.browser.conftest import PHONE
from tests.browser.journeys.conftest import STILL, OpenContext
from tests.browser.journeys.hands import Hand
from tests.cast import Cast


@pytest.fixture(params=["met JavaScript", "zonder JavaScript"])
def phone_of_harold(
    request: pytest.FixtureRequest, open_context: OpenContext, browser_login, cast: Cast
) -> Hand:
    """Harold on his phone, logged in."""
    context = open_context(**PHONE, **STILL, java_script_enabled=request.param == "met JavaScript")
    return Hand(browser_login(context.new_page(), cast.harold))


def timeline(page: Page) -> list[str]:
    """The headings of the timeline, newest first."""
    return page.locator("#tijdlijn ol h3").all_inner_texts()


def opens(hand: Hand, cast: Cast) -> None:
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.touches = 0


def test_nobody_answered_in_one_tap_with_undo(cast: Cast, phone_of_harold: Hand) -> None:
    hand = phone_of_harold
    opens(hand, cast)
    hand.press("Gebeld, geen gehoor")
    assert hand.touches == 1
    hand.sees("Gebeld, geen gehoor: staat in de tijdlijn")
    assert len(timeline(hand.page)) == 1
    hand.stop()
    hand.press("Maak ongedaan")
    hand.sees("De poging is weg")
    assert timeline(hand.page) == []
    hand.stop()


def test_chat_in_the_corridor_within_a_minute(cast: Cast, phone_of_harold: Hand) -> None:
    hand = phone_of_harold
    opens(hand, cast)
    hand.follow("Noteer een kort gesprek")
    hand.stop()
    hand.write("Wat is er gezegd?", "Marije vertelde over haar eerste avonddienst.")
    hand.press("Leg het gesprek vast")
    hand.sees("Het gesprek staat in de tijdlijn", "Marije vertelde over haar eerste avonddienst.")
    hand.stop()
    # Two presses and one field: at ten seconds each, and half a minute to type, that is a minute.
    assert hand.touches == 3


def test_afspraak_is_ticked_off_with_undo(cast: Cast, phone_of_harold: Hand) -> None:
    hand = phone_of_harold
    acts.afspraak(cast.harold, cast.marije, "Melissa bellen", eigenaar=cast.harold)
    hand.goes_to("/")
    hand.stop()
    hand.press("Gedaan: Melissa bellen")
    hand.sees("Afspraak afgevinkt", "Er staat geen afspraak open")
    hand.stop()
    hand.press("Maak ongedaan")
    hand.sees("De afspraak staat weer open")
    hand.goes_to("/")
    expect(hand.page.get_by_role("button", name=re.compile("Gedaan.*Melissa bellen"))).to_be_visible()


def test_timeline_is_filtered(cast: Cast, phone_of_harold: Hand) -> None:
    hand = phone_of_harold
    acts.vastgelegd(cast.harold, cast.marije, tekst="Over de eerste week.")
    acts.poging(cast.harold, cast.marije)
    opens(hand, cast)
    assert len(timeline(hand.page)) == 2
    hand.follow("Contactpogingen")
    expect(hand.page).to_have_url(re.compile(r"\?soort=contact$"))
    expect(hand.page.get_by_role("link", name="Contactpogingen")).to_have_attribute("aria-current", "true")
    expect(hand.page.locator("#tijdlijn ol h3")).to_have_count(1)
    hand.sees_not("Over de eerste week.")
    hand.stop()
    hand.page.go_back()
    expect(hand.page.locator("#tijdlijn ol h3")).to_have_count(2)
    hand.stop()


def test_filter_keeps_the_focus(cast: Cast, on_phone: Hand, browser_login) -> None:
    acts.poging(cast.harold, cast.marije)
    browser_login(on_phone.page, cast.harold)
    opens(on_phone, cast)
    chosen = on_phone.page.get_by_role("link", name="Contactpogingen")
    chosen.press("Enter")
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(chosen).to_be_focused()
