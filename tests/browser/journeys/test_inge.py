"""Casus Inge: the hours lie on the table. The praktijkbegeleider comes in with a code, and a talk follows."""

from collections.abc import Callable

import pytest

from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, UrenDag, UrenWeek
from tests.acts_uren import enter, full_week, missed, monday, rooster
from tests.browser.journeys import steps
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import comes_in_by_link, home, logs_in, no_name_in_any_mail
from tests.cast import Cast
from tests.factories import days


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """Marije in the place of Inge: two weeks half missed, not agreed yet, and work every day so that today counts."""
    row = cast.stage_marije
    Stage.objects.filter(pk=row.pk).update(begin=monday(-4), einde=days(150), gaat_door=True)
    row.refresh_from_db()
    rooster(row, cast.harold, 8, 8, 8)
    full_week(cast.marije_zelf, row, monday(-2))
    enter(cast.marije_zelf, row, monday(-1))
    enter(cast.marije_zelf, row, monday(-1) + (days(1) - days(0)), missed())
    enter(cast.marije_zelf, row, monday(-1) + (days(2) - days(0)), missed(DagSoort.AFGEMELD))
    rooster(row, cast.harold, 8, 8, 8, 8, 8, 8, 8, vanaf=days(0))
    return row


def test_hours_on_the_table(cast: Cast, stage: Stage, tafel: Callable[[], Hand]) -> None:
    harold, joris = tafel(), tafel()
    logs_in(harold, "harold")
    when_harold_invites(harold)
    then_joris_enters_today_within_six_taps(joris)
    when_joris_judges_two_weeks(joris)
    when_they_talk_over_the_hours(joris, stage)
    then_harold_sees_it_the_same_day(harold, stage)
    no_name_in_any_mail("Marije", "Jonkers", "Joris", "Harold")


def when_harold_invites(hand: Hand) -> None:
    steps.opens_student(hand)
    hand.follow("Nodig iemand uit")
    hand.stop()
    hand.follow("Een praktijkbegeleider bij Restaurant De Kade")
    hand.stop()
    hand.write("E-mailadres", "joris@dekade.example")
    hand.write("Voornaam", "Joris")
    hand.write("Achternaam", "Mulder")
    hand.press("Stuur de uitnodiging")
    hand.sees("nog niet binnen")
    hand.stop()


def then_joris_enters_today_within_six_taps(hand: Hand) -> None:
    taps = comes_in_by_link(hand)
    hand.stop()
    hand.sees("Marije")
    hand.sees_not("Sanna", "Has", "regie")
    before = hand.touches
    hand.press("Hele dag, 8 uur")
    hand.sees("8 uur gemaakt")
    assert hand.touches - before <= 2, "uren van vandaag: hoogstens twee tikken"
    assert taps + hand.touches - before <= 6, "van link tot bewaarde uren: hoogstens zes tikken"
    assert UrenDag.objects.get(dag=days(0)).gemaakt == 8
    hand.stop()


def when_joris_judges_two_weeks(hand: Hand) -> None:
    first, second = monday(-2).isocalendar().week, monday(-1).isocalendar().week
    before = hand.touches
    hand.press(f"Akkoord met week {first}")
    hand.sees(f"Akkoord op week {first}")
    assert hand.touches - before == 1, "akkoord op een week: één tik"
    hand.stop()
    hand.follow(f"Dit klopt nog niet: week {second}")
    hand.stop()
    hand.write("Wat klopt er nog niet?", "Dinsdag was Marije er wel, tot de lunch.")
    hand.press(f"Geef week {second} terug")
    hand.stop()
    states = dict(UrenWeek.objects.values_list("maandag", "status"))
    assert (states[monday(-2)], states[monday(-1)]) == ("akkoord", "teruggegeven")


def when_they_talk_over_the_hours(hand: Hand, stage: Stage) -> None:
    hand.goes_to(f"/stages/{stage.pk}/uren/")
    hand.stop()
    hand.sees("gemaakt", "gemist", "Wanneer is Marije klaar?", "Gaat het zoals nu")
    hand.follow("Open de gesprekshulp")
    hand.press(f"Start dit gesprek: {steps.B}")
    hand.is_at("Bereid het gesprek voor")
    hand.write("Waar wil je student het over hebben?", "Ik ben vaak moe.")
    steps.is_saved(hand)
    steps.goes_on(hand, "Begin het gesprek", "Bereid goed voor")
    hand.sees("Ik ben vaak moe.")
    steps.goes_on(hand, "Naar stap 2", "Check samen de voortgang")
    steps.goes_on(hand, "Naar stap 3", "Geef je student een concrete boodschap")
    steps.makes_afspraak(hand, "Marije belt voor half negen als ze niet komt", "Marije")
    steps.goes_on(hand, "Naar stap 4", "Wat staat ons te doen?")
    steps.goes_on(hand, "Naar stap 5", "Positieve afsluiting")
    steps.goes_on(hand, "Kijk samen terug", "Kijk terug")
    hand.write("In gewone woorden", "Je belt als je niet komt. Zo weten wij waar je bent.")
    steps.is_saved(hand)
    steps.fixes(hand, "School, student en stage")


def then_harold_sees_it_the_same_day(hand: Hand, stage: Stage) -> None:
    home(hand)
    steps.opens_student(hand)
    hand.sees("Marije belt voor half negen als ze niet komt", "Je belt als je niet komt")
    hand.follow("Bekijk alle uren")
    hand.stop()
    hand.sees("Dinsdag was Marije er wel, tot de lunch.", "akkoord van Joris Mulder")
