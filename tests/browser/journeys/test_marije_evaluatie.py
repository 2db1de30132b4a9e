"""Casus Marije, halfway: the three look at the stage each for themselves, and then together."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests import acts_talks as talks
from tests.browser.journeys import steps
from tests.browser.journeys.coming import comes_by_code
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import logs_in, no_name_in_any_mail
from tests.cast import Cast
from tests.factories import days

SEEN = {
    "Marije": "Ik sta elke dag om acht uur klaar.",
    "Melissa": "Ze belde netjes toen de bus niet reed.",
    "Harold": "Op school komt ze nog vaak te laat.",
}


def test_three_views_side_by_side(cast: Cast, tafel: Callable[[], Hand]) -> None:
    talks.plan(cast.harold, cast.stage_marije)
    harold, melissa, marije = tafel(), tafel(), tafel()
    logs_in(harold, "harold")
    comes_by_code(melissa, cast.melissa)
    comes_by_code(marije, cast.marije_zelf)
    student = f"/studenten/{cast.marije.pk}/"
    when_somebody_fills_in(melissa, student, "Melissa", "Op tijd komen", "Goed")
    then_nobody_reads_it_yet(harold, student, "Melissa")
    when_somebody_is_klaar(melissa)
    melissa.sees("Jouw deel is klaar", "We wachten nog op Marije en Harold")
    melissa.stop()
    then_nobody_reads_it_yet(harold, student, "Melissa")
    when_somebody_fills_in(harold, student, "Harold", "Op tijd komen", "Oefenen")
    when_somebody_is_klaar(harold)
    harold.sees(SEEN["Melissa"], SEEN["Harold"], "We wachten nog op Marije")
    then_nobody_reads_it_yet(marije, student, "Melissa", "Harold")
    when_somebody_fills_in(marije, student, "Marije", "Ik kom op tijd", "Voldoende")
    when_somebody_is_klaar(marije)
    for hand in (marije, harold, melissa):
        then_they_lie_side_by_side(hand, student)
    when_they_discuss_it(harold, student)
    when_all_three_agree(student, harold, melissa, marije)
    then_it_is_fixed(student, marije, melissa, harold)
    no_name_in_any_mail("Marije", "Jonkers", "Melissa", "Harold", "De Kade")


def opens_talk(hand: Hand, student: str) -> None:
    hand.goes_to(student)
    hand.follow("Tussenevaluatie", within="Stagegesprekken")
    hand.is_at("Tussenevaluatie van Marije")


def when_somebody_fills_in(hand: Hand, student: str, wie: str, vraag: str, stand: str) -> None:
    """One skill with what was seen of it; what did not come up takes one press a list."""
    opens_talk(hand, student)
    hand.stop()
    hand.follow("Vul jouw deel in")
    hand.sees("Alleen jij ziet dit, tot je klaar bent.")
    hand.stop()
    skill = hand.page.get_by_role("group", name=vraag)
    skill.get_by_role("radio", name=stand).check()
    skill.locator("summary").click()
    skill.get_by_role("textbox").first.fill(SEEN[wie])
    steps.is_saved(hand)
    rest = hand.page.get_by_role("button", name=re.compile("op “niet aan bod”"))
    for left in (1, 0):
        rest.first.click()
        expect(rest).to_have_count(left)
        expect(skill.get_by_role("textbox").first).to_have_value(SEEN[wie])
    hand.pick("Zo doorgaan")
    steps.is_saved(hand)
    hand.stop()


def when_somebody_is_klaar(hand: Hand) -> None:
    hand.page.get_by_role("button", name=re.compile("^(Ik ben klaar|Klaar, laat het)")).click()
    hand.is_at("Tussenevaluatie van Marije")


def then_nobody_reads_it_yet(hand: Hand, student: str, *makers: str) -> None:
    opens_talk(hand, student)
    hand.sees("Wat de anderen invulden, lees je als jouw deel klaar is.")
    hand.sees_not(*(SEEN[wie] for wie in makers))


def then_they_lie_side_by_side(hand: Hand, student: str) -> None:
    opens_talk(hand, student)
    hand.sees(*SEEN.values())
    row = hand.page.locator(".k-naast__rij").filter(
        has=hand.page.get_by_text(re.compile("^(Op tijd komen|Ik kom op tijd)$"))
    )
    expect(row.locator("dd strong")).to_have_text(["Voldoende", "Goed", "Oefenen"])
    hand.stop()


def when_they_discuss_it(hand: Hand, student: str) -> None:
    hand.follow("Schrijf op wat jullie afspreken")
    hand.write("Wat spreken jullie af?", "Harold zet een wekker met Marije.")
    hand.write("In gewone woorden", "Je bent hier op tijd. Op school lukt dat ook.")
    steps.is_saved(hand)
    hand.stop()
    hand.press("Bewaar en ga terug")
    hand.sees("Dit spraken jullie samen af", "Harold zet een wekker met Marije.")
    hand.write("Wanneer praatten jullie?", days(0).isoformat())
    hand.press("We hebben het besproken")
    hand.sees("Besproken. Nu nog akkoord van alle drie")
    hand.stop()


def when_all_three_agree(student: str, *hands: Hand) -> None:
    for hand in hands:
        opens_talk(hand, student)
        hand.sees("Harold zet een wekker met Marije.")
        hand.sees_not("Vast sinds")
        hand.press("Ik ben akkoord")
        hand.stop()


def then_it_is_fixed(student: str, *hands: Hand) -> None:
    for hand in hands:
        opens_talk(hand, student)
        hand.sees("Vast sinds", "Alle drie zijn akkoord.")
        hand.sees_not("Vul jouw deel in", "Ik ben akkoord")
        text = steps.downloads(hand.page, "tussen-stage.pdf")
        assert all(one in text for one in (*SEEN.values(), "Harold zet een wekker met Marije.")), text
    hands[0].stop()
