"""An instrument that no line of the code has seen: a school writes a file, and a mentor walks with it."""

from pathlib import Path
from typing import Any

from tests import unseen
from tests.browser.journeys import steps
from tests.browser.journeys.hands import Hand
from tests.cast import Cast


def test_a_file_of_a_school_is_walked_from_start_to_pdf(
    cast: Cast, on_phone: Hand, tmp_path: Path, settings: Any
) -> None:
    settings.CONTENT_DIR = settings.CONTENT_DIR  # put back afterwards
    unseen.add(tmp_path, unseen.WANDELING)
    given_it_is_offered(on_phone)
    when_they_walk(on_phone)
    then_it_is_a_verslag_like_any_other(on_phone)


def given_it_is_offered(hand: Hand) -> None:
    steps.logs_in(hand)
    steps.opens_student(hand)
    steps.starts(hand, "Een blokje om")


def when_they_walk(hand: Hand) -> None:
    hand.sees("Trek je jas aan.")
    hand.write("Waar lopen jullie heen?", "Langs de haven")
    steps.goes_on(hand, "Begin het gesprek", "Ga naar buiten")
    hand.sees("Stap 1 van 2")
    hand.tick("Vraag hoe de week was.")
    hand.write("Hoe was de week?", "Twee dagen op tijd.")
    steps.goes_on(hand, "Naar stap 2", "Kies een kant op")
    hand.pick("2b. Werk")
    hand.tick("Noem een voorbeeld van werk.")
    hand.write("Wat zeg je bij werk?", "De bestelling deed je alleen.")
    steps.goes_on(hand, "Kijk samen terug", "Kijk terug")
    hand.sees("Aandacht geven aan de relatie")
    hand.write("Hoe liep het?", "Ik liep te snel.")
    steps.is_saved(hand)


def then_it_is_a_verslag_like_any_other(hand: Hand) -> None:
    steps.fixes(hand, "Het team van school en de student")
    text = steps.downloads(hand.page)
    for said in (
        "Langs de haven",
        "Twee dagen op tijd.",
        "De bestelling deed je alleen.",
        "Eigen werk van een school",
    ):
        assert said in text, said
    assert "Ik liep te snel." not in text  # her own look back stays her own
