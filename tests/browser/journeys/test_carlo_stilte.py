"""Casus Carlo, "stilte": a stage stops, and nobody at the leerbedrijf is left to wonder why it went quiet."""

from collections.abc import Callable

from collaboration.models import StageEinde
from students.models import TeamLid
from tests.browser.journeys import steps
from tests.browser.journeys.coming import comes_by_code, is_closed, opens_melding
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import home, logs_in, no_name_in_any_mail
from tests.cast import Cast
from tests.factories import days

REDEN = "Thuis is het onrustig en daardoor slaapt hij slecht."
WOORDEN = "Ik zoek een plek waar ik later kan beginnen."
OPEN = "Leerbedrijf weet nog niets"


def test_the_end_of_a_stage_is_told(cast: Cast, tafel: Callable[[], Hand]) -> None:
    """Marije in the place of Carlo, Melissa in that of Koos."""
    harold, melissa, student = tafel(), tafel(), tafel()
    comes_by_code(melissa, cast.melissa)
    logs_in(harold, "harold")
    when_harold_ends_the_stage(harold)
    then_melissa_is_told_the_shared_words(melissa, cast)
    then_the_student_reads_the_same(student, cast)
    when_two_school_days_go_by(harold, cast)
    then_harold_reports_back(harold)
    then_melissa_sees_that_it_was_done(melissa, cast)
    then_her_access_ends(melissa, cast)
    no_name_in_any_mail("Marije", "Jonkers", "Melissa", "Harold", "De Kade")


def when_harold_ends_the_stage(hand: Hand) -> None:
    steps.opens_student(hand)
    hand.follow("Restaurant De Kade", within="Stage")
    hand.is_at("Restaurant De Kade")
    hand.stop()
    hand.follow("De stage is klaar of stopt")
    hand.is_at("De stage is klaar of stopt")
    hand.stop()
    hand.pick("De stage stopt")
    hand.write("Wat was de laatste dag?", days(0).isoformat())
    hand.write("Waarom?", REDEN)
    hand.pick("Ja, deze woorden")
    hand.write("In welke woorden?", WOORDEN)
    hand.write("Op welke dag vond de student dit goed?", days(0).isoformat())
    hand.press("Leg het einde vast")
    hand.is_at("De stage is gestopt")
    hand.sees(WOORDEN, REDEN, "Staat nog open", "Meld terug")
    hand.stop()


def then_melissa_is_told_the_shared_words(hand: Hand, cast: Cast) -> None:
    opens_melding(hand, "stage")
    hand.is_at("De stage is gestopt")
    hand.sees(WOORDEN, "Je kunt nog tot en met", "Staat nog open", "De mentor neemt contact op.")
    hand.sees_not(REDEN, "onrustig", "regie", "Meld terug")
    hand.stop()
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.sees(WOORDEN, "De terugmelding aan het leerbedrijf staat nog open.")
    hand.sees_not(REDEN, "onrustig")
    hand.stop()


def then_the_student_reads_the_same(hand: Hand, cast: Cast) -> None:
    comes_by_code(hand, cast.marije_zelf)
    opens_melding(hand, "stage")
    hand.sees("Dit deel jij met je stage", WOORDEN, REDEN)
    hand.stop()
    hand.goes_to(f"/studenten/{cast.marije.pk}/toestemming/")
    hand.sees("Harold Vermeer schreef dat op")
    hand.stop()


def when_two_school_days_go_by(hand: Hand, cast: Cast) -> None:
    """On the page of the student it stands open at once; after two school days on the first screen."""
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.sees("De terugmelding aan het leerbedrijf staat nog open.")
    einde = StageEinde.objects.get()
    StageEinde.objects.update(gemaakt_op=einde.gemaakt_op - (days(7) - days(0)))
    home(hand)
    hand.sees(OPEN)


def then_harold_reports_back(hand: Hand) -> None:
    hand.follow("Meld het terug voor Marije Jonkers")
    hand.is_at("Meld terug aan het leerbedrijf")
    hand.sees("Dit mag je vertellen", WOORDEN)
    hand.sees_not(REDEN)
    hand.stop()
    hand.pick("Gebeld")
    hand.write("Wie sprak je?", "Melissa")
    hand.write("Wat vertelde je?", "Marije zoekt een plek met een latere begintijd. Dank voor je geduld.")
    hand.press("Dit is gedaan")
    hand.is_at("De stage is gestopt")
    hand.sees("Gebeld door Harold Vermeer", "Dank voor je geduld.")
    hand.stop()
    home(hand)
    hand.sees_not(OPEN)


def then_melissa_sees_that_it_was_done(hand: Hand, cast: Cast) -> None:
    hand.goes_to(f"/stages/{cast.stage_marije.pk}/einde/")
    hand.sees("Gebeld door Harold Vermeer", "Dank voor je geduld.")
    hand.sees_not("Staat nog open", REDEN)
    hand.stop()


def then_her_access_ends(hand: Hand, cast: Cast) -> None:
    """Fourteen days after the last day she still reads it; the day after that nothing is left of it."""
    mine = TeamLid.objects.filter(student=cast.marije, user=cast.melissa)
    assert mine.get().einde == days(14)
    mine.update(einde=days(0))
    hand.goes_to(f"/stages/{cast.stage_marije.pk}/einde/")
    hand.is_at("De stage is gestopt")
    mine.update(einde=days(-1))
    for path in (f"/stages/{cast.stage_marije.pk}/einde/", f"/studenten/{cast.marije.pk}/"):
        is_closed(hand, path)
    hand.stop()
    home(hand)
    hand.sees_not("Marije", "Jonkers", WOORDEN)
