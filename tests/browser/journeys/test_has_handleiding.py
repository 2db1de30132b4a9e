"""Casus Has: he writes what helps, decides who reads it, sees who did, and takes it back while it is read."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from students.models import Student
from tests.browser.journeys.coming import comes_by_code
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import logs_in
from tests.cast import Cast

HELPT = "Ik loop dan even weg. Wacht tien minuten en vraag dan of ik wil praten."
CONTACT = "Stuur mij een appje. Bellen doe ik liever niet."
TEGENZIT, BEREIK = "Als het even niet gaat", "Zo bereik je mij"


def test_his_words_are_his(cast: Cast, tafel: Callable[[], Hand]) -> None:
    """Marije in the place of Has: she has an account, and a stage."""
    student, harold, melissa = tafel(), tafel(), tafel()
    comes_by_code(student, cast.marije_zelf)
    when_he_writes_two_parts(student)
    when_he_shares_one_with_school(student)
    logs_in(harold, "harold")
    then_harold_reads_that_one(harold, cast.marije)
    logs_in(melissa, "melissa")
    then_the_stage_reads_nothing(melissa, cast.marije)
    when_he_shares_the_other_with_the_stage(student)
    then_the_stage_reads_the_other_one(melissa, cast.marije)
    chooses(student, BEREIK, "Melissa", ziet=False)
    then_it_is_gone_from_the_open_page(melissa, cast.marije)
    then_he_sees_who_read_it(student)
    then_he_sees_who_looked_into_his_file(student, cast.marije)


def switch(hand: Hand, part: str, name: str) -> Locator:
    """Whether this person sees this part."""
    return hand.page.get_by_role("region", name=part).get_by_role("switch", name=re.compile(f"^{name}, "))


def chooses(hand: Hand, part: str, name: str, *, ziet: bool) -> None:
    """One tap; it works at once."""
    one = switch(hand, part, name)
    expect(one).to_have_attribute("aria-checked", "false" if ziet else "true")
    one.click()
    expect(one).to_have_attribute("aria-checked", "true" if ziet else "false")


def when_he_writes_two_parts(hand: Hand) -> None:
    hand.goes_to("/mijn-handleiding/")
    hand.is_at("Mijn handleiding")
    hand.stop()
    writes(hand, "Wat helpt als het tegenzit?", TEGENZIT, HELPT)
    hand.sees("Niemand ziet dit.")
    writes(hand, "Hoe bereik je mij?", BEREIK, CONTACT)
    for name in ("Harold", "Soraya", "Melissa", "Noor"):
        expect(switch(hand, BEREIK, name)).to_have_attribute("aria-checked", "false")


def writes(hand: Hand, vraag: str, kop: str, tekst: str) -> None:
    hand.follow(vraag)
    hand.is_at(kop)
    hand.write(vraag, tekst)
    hand.stop()
    hand.press("Bewaar mijn tekst")
    hand.is_at("Mijn handleiding")
    hand.sees(kop, tekst)


def when_he_shares_one_with_school(hand: Hand) -> None:
    """His mentor and the KAW-er; the stage not. He looks at it as they do."""
    for name in ("Harold", "Soraya"):
        chooses(hand, TEGENZIT, name, ziet=True)
    expect(switch(hand, TEGENZIT, "Melissa")).to_have_attribute("aria-checked", "false")
    hand.sees("Nog door niemand gelezen.")
    hand.stop()
    hand.follow("Bekijk als Harold")
    hand.is_at("Dit ziet Harold")
    hand.sees(HELPT)
    hand.sees_not(CONTACT)
    hand.stop()
    hand.follow("Melissa")
    hand.is_at("Dit ziet Melissa")
    hand.sees("Melissa ziet niets van je handleiding.")
    hand.sees_not(HELPT, CONTACT)


def then_harold_reads_that_one(hand: Hand, has: Student) -> None:
    hand.goes_to(f"/studenten/{has.pk}/")
    hand.sees("Marije deelt dit met jou, en ziet dat je het las.")
    hand.follow("Lees de handleiding")
    hand.is_at("Handleiding van Marije")
    hand.sees(TEGENZIT, HELPT)
    hand.sees_not(CONTACT)
    hand.stop()


def then_the_stage_reads_nothing(hand: Hand, has: Student) -> None:
    hand.goes_to(f"/studenten/{has.pk}/")
    hand.sees("Marije deelt nu geen deel met jou.")
    hand.sees_not(HELPT, CONTACT)
    hand.goes_to(f"/studenten/{has.pk}/handleiding/")
    hand.sees("Hier staat nu niets")
    hand.sees_not(HELPT, CONTACT)
    hand.stop()


def when_he_shares_the_other_with_the_stage(hand: Hand) -> None:
    hand.goes_to("/mijn-handleiding/")
    chooses(hand, BEREIK, "Melissa", ziet=True)


def then_the_stage_reads_the_other_one(hand: Hand, has: Student) -> None:
    hand.goes_to(f"/studenten/{has.pk}/handleiding/")
    hand.sees(BEREIK, CONTACT)
    hand.sees_not(TEGENZIT, HELPT)
    hand.stop()


def then_it_is_gone_from_the_open_page(hand: Hand, has: Student) -> None:
    """The page looks again as soon as somebody comes back to it; without JavaScript when it is loaded again."""
    if hand.scripted:
        hand.sees(CONTACT)
        hand.page.evaluate("window.dispatchEvent(new Event('focus'))")
    else:
        hand.page.reload()
    hand.sees("Hier staat nu niets")
    hand.sees_not(BEREIK, CONTACT)
    hand.goes_to(f"/studenten/{has.pk}/handleiding.pdf")
    hand.is_at("Handleiding van Marije")  # nothing is left to print
    hand.sees_not(CONTACT)


def then_he_sees_who_read_it(hand: Hand) -> None:
    hand.goes_to("/mijn-handleiding/")
    said = hand.reads("#tegenzit")
    assert "Harold las dit, " in said
    assert "Soraya las" not in said
    hand.stop()


def then_he_sees_who_looked_into_his_file(hand: Hand, has: Student) -> None:
    hand.goes_to(f"/studenten/{has.pk}/gekeken/")
    hand.is_at("Wie heeft gekeken?")
    hand.sees("Harold Vermeer", "Melissa Brouwer", "Je handleiding")
    hand.sees_not("Soraya Haddou")
    hand.stop()
