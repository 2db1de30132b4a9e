"""Casus Marije, "korte lijntjes": a missed Monday is heard of at once, and two look at how they do it together."""

from collections.abc import Callable

import pytest

from stageplekken.models import Stage, UrenDag
from tests.acts_uren import monday, rooster
from tests.browser.journeys import steps
from tests.browser.journeys.coming import comes_by_code
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import home, logs_in, no_name_in_any_mail
from tests.cast import Cast
from tests.factories import days

PLAN = "Melissa en ik praten samen met Marije. Ik kom naar De Kade."
TERUG = "Haar fiets was kapot en haar telefoon leeg. Ze heeft nu een reservenummer."
NAMES = ("Marije", "Jonkers", "Melissa", "Harold", "De Kade")


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """The stage of Marije, with work every day so that today counts on any day of the week."""
    row = cast.stage_marije
    Stage.objects.filter(pk=row.pk).update(begin=monday(-4), einde=days(150), gaat_door=True)
    row.refresh_from_db()
    rooster(row, cast.harold, 8, 8, 8, 8, 8, 8, 8, vanaf=days(0))
    return row


# The signaal ----------------------------------------------------------------------------------------------


def test_not_come_and_heard_of_at_once(cast: Cast, stage: Stage, tafel: Callable[[], Hand]) -> None:
    harold, melissa = tafel(), tafel()
    comes_by_code(melissa, cast.melissa)
    when_melissa_reports_it(melissa)
    logs_in(harold, "harold")
    when_harold_picks_it_up(harold)
    then_melissa_sees_who_saw_it(melissa)
    when_harold_tells_what_came_of_it(harold)
    then_melissa_sees_what_came_of_it(melissa)
    no_name_in_any_mail(*NAMES)


def when_melissa_reports_it(hand: Hand) -> None:
    hand.sees("Was Marije er vandaag?")
    hand.sees_not("Sanna", "Has", "regie")
    before = hand.touches
    hand.press("Niet gekomen, niets gehoord")
    hand.sees("De mentor hoort het nu.", "Nog niet gezien")
    assert hand.touches - before <= 2, "niet gekomen: hoogstens twee tikken"
    assert UrenDag.objects.get(dag=days(0)).soort == "niet_gemeld"
    hand.stop()


def when_harold_picks_it_up(hand: Hand) -> None:
    """It stands on his first screen; he says that the two of them will talk with her."""
    hand.sees("Niet gekomen, vandaag")
    hand.follow("Antwoord Melissa", within="Signalen")
    hand.is_at("Niet gekomen, vandaag")
    hand.sees("Melissa Brouwer, Restaurant De Kade")
    hand.stop()
    hand.press("Ik heb het gezien")
    hand.sees("Gezien door jou")
    hand.stop()
    hand.write("Op welke dag praten jullie met de student?", days(1).isoformat())
    hand.write("Wat ga je doen?", PLAN)
    hand.press("Pak het op")
    hand.sees("Opgepakt door jou", PLAN)
    hand.stop()


def then_melissa_sees_who_saw_it(hand: Hand) -> None:
    home(hand)
    hand.sees("Opgepakt door Harold Vermeer", PLAN)
    hand.follow("Niet gekomen, vandaag")
    hand.is_at("Niet gekomen, vandaag")
    hand.sees("Gezien door Harold Vermeer", "We praten met Marije: morgen.", "Nog geen terugmelding")
    hand.sees_not("Pak het op", "Sluit af")
    hand.stop()


def when_harold_tells_what_came_of_it(hand: Hand) -> None:
    hand.page.get_by_role("textbox", name="Wat kwam ervan?").fill(TERUG)
    hand.press("Meld terug")
    hand.sees("Teruggemeld door jou", "Afgesloten door jou", TERUG)
    hand.stop()
    home(hand)
    hand.sees_not("Antwoord Melissa")


def then_melissa_sees_what_came_of_it(hand: Hand) -> None:
    home(hand)
    hand.follow("Niet gekomen, vandaag")
    hand.sees("Teruggemeld door Harold Vermeer", "Afgesloten door Harold Vermeer", TERUG)
    hand.stop()


# The Checklist Samenwerking -------------------------------------------------------------------------------

MINE = {"Harold": "Ik hoor vaak pas na een week iets.", "Melissa": "Ik bel school bijna elke dag."}
BELLEN = "Melissa belt Harold elke donderdag om vier uur"


def test_two_look_at_how_they_work_together(cast: Cast, stage: Stage, tafel: Callable[[], Hand]) -> None:
    harold, melissa, marije = tafel(), tafel(), tafel()
    logs_in(harold, "harold")
    when_harold_asks_melissa(harold)
    when_somebody_looks(harold, "Harold", "vraagt aandacht")
    harold.is_at("Wachten op Melissa Brouwer")
    harold.stop()
    comes_by_code(melissa, cast.melissa)
    when_melissa_answers(melissa)
    then_they_compare(melissa)
    home(harold)
    harold.follow("Jij en Melissa Brouwer")
    then_they_compare(harold)
    when_they_agree_who_calls(harold)
    for hand in (harold, melissa):
        hand.goes_to(f"/studenten/{cast.marije.pk}/")
        hand.sees(BELLEN)
        hand.stop()
    comes_by_code(marije, cast.marije_zelf)
    then_marije_sees_the_afspraak_only(marije, cast)
    no_name_in_any_mail(*NAMES)


def when_harold_asks_melissa(hand: Hand) -> None:
    steps.opens_student(hand)
    hand.follow("Kijk samen hoe je samenwerkt")
    hand.is_at("Met wie kijk je samen?")
    hand.stop()
    hand.pick("Melissa Brouwer, praktijkbegeleider")
    hand.press("Vraag het en begin")
    hand.is_at("Jouw kant van de samenwerking")
    hand.stop()


def when_somebody_looks(hand: Hand, wie: str, first: str) -> None:
    """Six kenmerken, one answer each; a note with the first; then free."""
    hand.follow("Begin met invullen")
    hand.is_at("Voordat je begint")
    hand.press("Begin bij stap 1")
    hand.is_at("Informeren")
    hand.pick(first)
    hand.write("Waar zie je dat aan?", MINE[wie])
    steps.is_saved(hand)
    hand.stop()
    for number in range(2, 7):
        hand.press(f"Naar stap {number}")
        hand.pick("gaat goed")
        steps.is_saved(hand)
    hand.press("Kijk terug")
    hand.is_at("Kijk terug")
    hand.press("Kijk het na en geef het vrij")
    hand.sees(MINE[wie])
    hand.stop()
    hand.press("Geef mijn antwoorden vrij")


def when_melissa_answers(hand: Hand) -> None:
    """She finds it on her first screen, and reads nothing of his answers."""
    hand.follow("Vul in met Harold Vermeer")
    hand.sees("Harold is klaar en wacht op jou.")
    hand.sees_not(MINE["Harold"])
    when_somebody_looks(hand, "Melissa", "gaat goed")


def then_they_compare(hand: Hand) -> None:
    hand.is_at("Zo zien jullie de samenwerking")
    hand.sees(*MINE.values(), "Groot verschil, praat hierover", "Zelfde beeld", "Dit doen jullie goed")
    hand.stop()


def when_they_agree_who_calls(hand: Hand) -> None:
    hand.pick("Informeren")
    hand.page.get_by_label("Onze afspraak", exact=True).fill(BELLEN)
    hand.page.get_by_label("Wie doet het?", exact=True).select_option(label="Melissa Brouwer")
    hand.press("Leg de afspraak vast")
    hand.sees("Dit spraken jullie af", BELLEN)
    hand.stop()


def then_marije_sees_the_afspraak_only(hand: Hand, cast: Cast) -> None:
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.sees(BELLEN, "keken hoe zij samenwerken.")
    hand.sees_not(*MINE.values(), "Groot verschil")
    hand.stop()
