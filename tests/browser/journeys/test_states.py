"""A step in each of its states: empty, filled, error, two texts, saved, not saved. Axe finds nothing in any."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import acts
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.journeys.conftest import STILL, OpenContext
from tests.browser.journeys.hands import Hand
from tests.cast import Cast

FIELD = "Wat gaan jullie bespreken?"
STATUS = "#bewaar-status"


@pytest.fixture
def step(cast: Cast) -> str:
    """The address of the first step of a gesprek that Harold began with Marije."""
    return f"/gesprekken/{acts.concept(cast.harold, cast.marije, acts.B).pk}/stap/s1/"


@pytest.fixture(params=[PHONE, DESKTOP], ids=["telefoon", "bureau"])
def hand(request: pytest.FixtureRequest, open_context: OpenContext, browser_login: Any, cast: Cast) -> Hand:
    """Harold, logged in, on each device."""
    return Hand(browser_login(open_context(**request.param, **STILL).new_page(), cast.harold))


@pytest.fixture
def without_scripts(open_context: OpenContext, browser_login: Any, cast: Cast) -> Hand:
    """Harold on a phone without JavaScript."""
    return Hand(browser_login(open_context(**PHONE, java_script_enabled=False).new_page(), cast.harold))


def status(page: Page) -> Any:
    """What the line about saving says."""
    return expect(page.locator(STATUS))


def test_empty_then_filled_and_saved(hand: Hand, step: str) -> None:
    hand.goes_to(step)
    status(hand.page).to_have_text("We bewaren wat je typt")
    hand.stop()
    hand.write(FIELD, "De werktijden.")
    status(hand.page).to_have_text(re.compile(r"Bewaard om \d+\.\d\d uur"))
    hand.stop()
    hand.page.reload()
    assert hand.page.get_by_label(FIELD).input_value() == "De werktijden."


def test_error_in_an_afspraak_stands_at_its_field(hand: Hand, step: str) -> None:
    hand.goes_to(step)
    hand.write(FIELD, "De werktijden.")
    hand.unfold("Maak een afspraak", within="Afspraken")
    with hand.page.expect_response(lambda answer: answer.status == 422):
        hand.press("Zet de afspraak erbij")
    expect(hand.page.get_by_label("Wat spreken jullie af?")).to_be_focused()
    expect(hand.page.get_by_label("Wat spreken jullie af?")).to_be_in_viewport()
    hand.sees("Vul in wat jullie afspreken")
    hand.sees_not("voordat je verder kunt")
    assert hand.page.title().startswith("Fout: ")
    hand.stop()
    assert hand.page.get_by_label(FIELD).input_value() == "De werktijden."


@pytest.mark.parametrize(
    ("page_of_student", "button", "sentence"),
    [
        ("kort", "Leg het gesprek vast", "Schrijf in een paar woorden op wat er gezegd is"),
        ("afspraak", "Bewaar de afspraak", "Vul in wat jullie afspreken"),
    ],
)
def test_error_on_a_small_form(
    hand: Hand, cast: Cast, page_of_student: str, button: str, sentence: str
) -> None:
    hand.goes_to(f"/studenten/{cast.marije.pk}/{page_of_student}/")
    hand.press(button)
    expect(hand.page.locator("[data-focus]")).to_be_focused()
    hand.sees(sentence)
    assert hand.page.title().startswith("Fout: ")
    hand.stop()


def test_two_texts_stand_side_by_side(hand: Hand, step: str) -> None:
    hand.goes_to(step)
    other = Hand(hand.page.context.new_page())
    other.goes_to(step)
    other.write(FIELD, "Eerst de werktijden.")
    status(other.page).to_contain_text("Bewaard om")
    hand.write(FIELD, "Eerst de koffie.")
    hand.sees("Welke blijft?", "Eerst de werktijden.")
    hand.stop()
    hand.press("Zet ze onder elkaar")
    hand.sees("Je keuze staat erin")
    text = hand.page.get_by_label(FIELD).input_value()
    assert "Eerst de werktijden." in text
    assert "Eerst de koffie." in text
    hand.stop()


def test_two_texts_without_scripts(without_scripts: Hand, step: str) -> None:
    hand = without_scripts
    hand.goes_to(step)
    other = Hand(hand.page.context.new_page())
    other.goes_to(step)
    other.write(FIELD, "Eerst de werktijden.")
    other.press("Naar stap 2")
    hand.write(FIELD, "Eerst de koffie.")
    hand.press("Naar stap 2")
    hand.sees("Welke blijft?", "Eerst de werktijden.")
    hand.stop()
    hand.press("Kies mijn tekst")
    assert hand.page.get_by_label(FIELD).input_value() == "Eerst de koffie."


def test_not_saved_without_internet(hand: Hand, step: str) -> None:
    hand.page.context.watch.expect("ERR_INTERNET_DISCONNECTED|htmx:(afterRequest|sendError)")  # type: ignore[attr-defined]
    hand.goes_to(step)
    hand.page.context.set_offline(True)
    hand.write(FIELD, "De werktijden.")
    status(hand.page).to_contain_text("Nog niet bewaard")
    hand.stop()
    hand.page.context.set_offline(False)
    status(hand.page).to_contain_text("Bewaard om", timeout=20_000)
    hand.page.reload()
    assert hand.page.get_by_label(FIELD).input_value() == "De werktijden."


def test_nobody_yet(hand: Hand, cast: Cast, browser_login: Any) -> None:
    browser_login(hand.page, cast.vreemde)
    for path in ("/", "/studenten/", "/gesprekken/"):
        hand.goes_to(path)
        hand.stop()
    hand.goes_to("/studenten/")
    hand.sees("Nog geen studenten")
