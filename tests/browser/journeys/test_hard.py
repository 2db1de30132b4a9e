"""Next week: the hard gesprek. It may not come as a surprise, and Marije takes along what is finished."""

import pytest
from playwright.sync_api import expect

from tests import acts
from tests.browser.journeys import steps
from tests.browser.journeys.hands import Hand
from tests.cast import Cast

OUTCOME = "Hoe kwam het bericht binnen?"


@pytest.fixture
def earlier(cast: Cast) -> None:
    """Harold and Marije spoke before about coming in time, and about something else."""
    acts.vastgelegd(cast.harold, cast.marije, onderwerp="op_tijd", tekst="De bus van zeven uur is gelukt.")
    acts.vastgelegd(cast.harold, cast.marije, onderwerp="groeten", tekst="Marije groet de gasten.")


def test_hard_gesprek(earlier: None, on_phone: Hand) -> None:
    steps.logs_in(on_phone)
    steps.opens_student(on_phone)
    steps.starts(on_phone, steps.A)
    then_step_one_asks_for_the_onderwerp(on_phone)
    then_step_one_shows_what_was_said_before(on_phone)
    when_the_message_is_given(on_phone)
    when_kerntaken_are_listed(on_phone)
    then_the_verslag_tells_what_is_finished(on_phone)


def then_step_one_asks_for_the_onderwerp(hand: Hand) -> None:
    steps.goes_on(hand, "Begin het gesprek", "Neem je student apart")
    hand.sees("Je koos nog geen onderwerp.")
    hand.press("Kies een onderwerp bij Voor")
    hand.choose("Waar gaat het over?", "Op tijd komen")


def then_step_one_shows_what_was_said_before(hand: Hand) -> None:
    steps.goes_on(hand, "Begin het gesprek", "Neem je student apart")
    hand.sees("Eerder over dit onderwerp", "De bus van zeven uur is gelukt.")
    hand.sees_not("Marije groet de gasten.")


def when_the_message_is_given(hand: Hand) -> None:
    steps.goes_on(hand, "Naar stap 2", "Vertel direct je boodschap")
    hand.write("Wat lukt op deze plek nog niet?", "Elke dag op tijd beginnen.")
    steps.goes_on(hand, "Naar stap 3", "Kijk en luister naar de reactie van je student")
    hand.pick("3a. Je student herkent het")
    hand.write(OUTCOME, "Marije schrok, en begreep het.")
    steps.goes_on(hand, "Naar stap 4", "Stop wanneer het niet meer kan en zorg voor goede werkafspraken")


def when_kerntaken_are_listed(hand: Hand) -> None:
    lines = hand.page.get_by_role("group", name="Welke opdrachten en kerntaken zijn af")
    lines.get_by_role("combobox", name="B1-K1").select_option(label="Af")
    steps.is_saved(hand)
    steps.makes_afspraak(hand, "Harold zoekt een plek die later begint", "Harold Vermeer (ik)")
    expect(lines.get_by_role("combobox").first).to_have_value("af")


def then_the_verslag_tells_what_is_finished(hand: Hand) -> None:
    hand.unfold("Stap 4 van 4")
    hand.press("Na")
    hand.is_at("Kijk terug")
    hand.stop()
    steps.fixes(hand, "Het team van school en de student")
    text = steps.downloads(hand.page)
    for said in ("B1-K1", "Elke dag op tijd beginnen.", "Harold zoekt een plek die later begint"):
        assert said in text, said
