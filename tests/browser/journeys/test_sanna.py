"""Casus Sanna: what is too big is cut into what she dares, and each step reached is seen by everybody around her."""

from collections.abc import Callable

from playwright.sync_api import expect

from students.models import Doel, DoelStap
from tests.browser.journeys.coming import comes_by_code
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import home, logs_in
from tests.cast import Cast

DOEL = "Presenteren voor de klas"
TE_GROOT = "Vertellen voor de hele klas"
KLEIN = "Vertellen aan twee klasgenoten"


def test_a_step_that_is_too_big(cast: Cast, tafel: Callable[[], Hand]) -> None:
    """Marije in the place of Sanna."""
    harold, student, soraya = tafel(), tafel(), tafel()
    logs_in(harold, "harold")
    when_harold_and_the_student_cut_the_doel(harold, cast)
    then_the_student_cuts_a_step_on_her_own(student, cast)
    then_she_reaches_one(student)
    for hand, name in ((harold, ""), (soraya, "soraya")):
        then_a_colleague_sees_it_first(hand, name)
    then_harold_sees_where_she_is(harold, cast)


def when_harold_and_the_student_cut_the_doel(hand: Hand, cast: Cast) -> None:
    """Together, on the page of the mentor."""
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.follow("Doel toevoegen")
    hand.is_at("Een nieuw doel")
    hand.stop()
    hand.write("Wat wil Marije leren of doen?", DOEL)
    hand.pick("Vakoverstijgende taken")
    hand.write("De eerste stap", "Kiezen wat ik vertel")
    hand.write("Stap 2", TE_GROOT)
    hand.press("Bewaar het doel")
    hand.is_at(DOEL)
    hand.sees("Kiezen wat ik vertel", "Hier is Marije nu", "Nog niet")
    hand.stop()


def then_the_student_cuts_a_step_on_her_own(hand: Hand, cast: Cast) -> None:
    comes_by_code(hand, cast.marije_zelf)
    she_asks_what_a_word_means(hand)
    hand.follow(DOEL)
    hand.is_at(DOEL)
    hand.sees("Hier ben je nu")
    hand.press("Gelukt: Kiezen wat ik vertel")
    hand.sees("Gelukt: Kiezen wat ik vertel")
    hand.follow(f"Te groot? Maak stukjes van {TE_GROOT}")
    hand.is_at("Te groot? Maak stukjes")
    hand.stop()
    hand.write("Stukje 1", KLEIN)
    hand.write("Stukje 2", "Vertellen aan zes klasgenoten")
    hand.press("Maak er stukjes van")
    hand.is_at(DOEL)
    hand.sees("Te groot, in stukjes. 0 van 2 gelukt.", KLEIN)
    hand.stop()
    assert DoelStap.objects.get(tekst=TE_GROOT).status == "gesplitst"


def she_asks_what_a_word_means(hand: Hand) -> None:
    """The sentence comes to where she is, and she goes back to the word."""
    word, meaning = hand.page.locator("#lees-stage"), hand.page.locator("#w-stage")
    hand.follow_to(word)
    expect(meaning).to_be_in_viewport()
    hand.sees("Je leert een beroep door mee te werken in een bedrijf.")
    hand.stop()
    hand.follow("Terug naar stage")
    expect(word).to_be_in_viewport()


def then_she_reaches_one(hand: Hand) -> None:
    home(hand)
    hand.press(f"Gelukt: {KLEIN}", within="Mijn stappen")
    hand.sees("Dit lukte jou", f"Gelukt: {KLEIN}", "Maak ongedaan")
    assert KLEIN in hand.reads("#successen")
    hand.stop()


def then_a_colleague_sees_it_first(hand: Hand, name: str) -> None:
    """On the first screen, beside what grows."""
    if name:
        logs_in(hand, name)
    home(hand)
    hand.sees("Dit lukte", KLEIN, "gezien door Marije Jonkers")


def then_harold_sees_where_she_is(hand: Hand, cast: Cast) -> None:
    hand.goes_to(f"/doelen/{Doel.objects.get().pk}/")
    hand.sees("Te groot, in stukjes. 1 van 2 gelukt.", "Vertellen aan zes klasgenoten", "Stap 3 van 3.")
    hand.stop()
