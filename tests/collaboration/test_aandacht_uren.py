"""Hours that ask for aandacht: days without an entry, missed days in a row, and an end that moves on."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from begeleiders.models import User
from collaboration.aandacht import achter
from collaboration.enums.aandacht import Regel
from stageplekken.enums import StageStatus
from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, StagePauze
from tests import acts_aandacht as here
from tests.acts_aandacht import Klasje, at

pytestmark = pytest.mark.django_db
# Stage on Monday to Wednesday, from 5 October: planned days are 5-7 and 12-14 October, then (after the holiday) 26-28.
BEGIN = date(2026, 10, 5)


def said(klas: Klasje, regel: str, on: date, user: User | None = None) -> list[str]:
    return [punt.reden for punt in here.van(klas.kijkt(on, user), regel)]


@pytest.fixture
def klas() -> Klasje:
    return here.klasje()


@pytest.fixture
def stage(klas: Klasje) -> Stage:
    """Everything made until the holiday."""
    stage = here.stage_van(klas.student, BEGIN)
    for day in (5, 6, 7, 12, 13, 14):
        here.dag(stage, date(2026, 10, day))
    return stage


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 10, 25), []),  # all days of the holiday were free
        (date(2026, 10, 28), []),  # the day before: two planned days went by
        (date(2026, 10, 29), ["Drie stagedagen niet ingevuld"]),  # on the day
        (date(2026, 10, 30), ["Drie stagedagen niet ingevuld"]),  # the day after is no stage day
        (date(2026, 11, 3), ["Vier stagedagen niet ingevuld"]),
    ],
)
def test_three_planned_days_without_an_entry(klas: Klasje, stage: Stage, on: date, words: list[str]) -> None:
    assert said(klas, Regel.STILTE_STAGE, on) == words
    assert said(klas, Regel.STILTE_STAGE, on, klas.kawer) == []


def test_an_entry_or_a_pause_ends_it(klas: Klasje, stage: Stage) -> None:
    on = date(2026, 10, 29)
    with here.undone():
        here.dag(stage, date(2026, 10, 28), DagSoort.ZIEK_GEMELD)
        assert said(klas, Regel.STILTE_STAGE, on) == []
    StagePauze.objects.create(
        stage=stage, begin=date(2026, 10, 27), einde=date(2026, 11, 6), gemaakt_op=at(on), gemaakt_door=klas.mentor
    )  # fmt: skip
    assert said(klas, Regel.STILTE_STAGE, on) == []
    assert said(klas, Regel.STILTE_STAGE, date(2026, 11, 11)) == ["Drie stagedagen niet ingevuld"]


def test_two_missed_days_in_a_row_whatever_the_reason(klas: Klasje, stage: Stage) -> None:
    here.dag(stage, date(2026, 10, 26), DagSoort.ZIEK_GEMELD)
    assert said(klas, Regel.GEMIST, date(2026, 10, 26)) == []  # the day before
    here.dag(stage, date(2026, 10, 27), DagSoort.NIET_GEMELD)
    for on in (date(2026, 10, 27), date(2026, 10, 28)):  # on the day and after
        assert said(klas, Regel.GEMIST, on) == ["Twee stagedagen achter elkaar gemist"]
        assert said(klas, Regel.GEMIST, on, klas.kawer) == ["Twee stagedagen achter elkaar gemist"]
    (punt,) = here.van(klas.kijkt(date(2026, 10, 28)), Regel.GEMIST)
    assert punt.sinds == date(2026, 10, 26)
    assert punt.uitleg == "De laatste was gisteren. De reden staat bij de uren."
    here.dag(stage, date(2026, 10, 28))
    assert said(klas, Regel.GEMIST, date(2026, 10, 28)) == []


def test_a_holiday_and_an_allowed_day_between_do_not_end_the_row(klas: Klasje) -> None:
    stage = here.stage_van(klas.student, BEGIN)
    here.dag(stage, date(2026, 10, 13))
    here.dag(stage, date(2026, 10, 14), DagSoort.AFGEMELD)
    here.dag(stage, date(2026, 10, 26), DagSoort.VRIJ)
    assert said(klas, Regel.GEMIST, date(2026, 10, 26)) == []
    here.dag(stage, date(2026, 10, 27), DagSoort.ZIEK_GEMELD)
    assert said(klas, Regel.GEMIST, date(2026, 10, 27)) == ["Twee stagedagen achter elkaar gemist"]


def test_behind_below_85_percent_and_not_at_it(klas: Klasje) -> None:
    """Six days of 8 hours are planned before the holiday, 48 hours; 85 % of that is 40,8."""
    stage = here.stage_van(klas.student, BEGIN)
    for day in (5, 6, 7, 12, 13):
        here.dag(stage, date(2026, 10, day))
    missed = here.dag(stage, date(2026, 10, 14), DagSoort.ZIEK_GEMELD)
    assert (
        said(klas, Regel.ACHTER, date(2026, 10, 14)) == []
    )  # the day before: 40 planned until yesterday, 40 made
    for on in (
        date(2026, 10, 15),
        date(2026, 10, 16),
        date(2026, 10, 26),
    ):  # 40 of 48; nothing is added in the holiday
        assert said(klas, Regel.ACHTER, on) == ["Uren lopen achter"], on  # the plan has weeks to spare
    (punt,) = here.van(klas.kijkt(date(2026, 10, 26)), Regel.ACHTER)
    assert punt.sinds == date(2026, 10, 15)
    assert punt.uitleg.startswith(
        "40 uur gemaakt, 48 uur gepland tot en met gisteren. In dit tempo is de stage klaar"
    )
    assert "Lukt vanaf nu elke stagedag, dan is dat de week van maandag" in punt.uitleg
    assert said(klas, Regel.ACHTER, date(2026, 10, 26), klas.kawer) == []
    missed.soort, missed.gemist, missed.vrij = DagSoort.VRIJ, 0, 8  # allowed: 40 of 40
    missed.save()
    assert said(klas, Regel.ACHTER, date(2026, 10, 26)) == []


@pytest.mark.parametrize(("made", "below"), [(84, True), (85, False), (86, False)])
def test_exactly_85_is_not_below(made: int, below: bool) -> None:
    assert achter.below(made, 100, 85) is below
    assert not achter.below(0, 0, 85)


def test_a_pace_of_nothing_is_said_in_words(klas: Klasje) -> None:
    here.stage_van(klas.student, BEGIN)
    (punt,) = here.van(klas.kijkt(date(2026, 10, 26)), Regel.ACHTER)
    assert punt.reden == "Einddatum schuift op"
    assert "In dit tempo is er nog geen einde in zicht. Lukt vanaf nu elke stagedag" in punt.uitleg


def test_a_stage_that_ended_asks_nothing(klas: Klasje, stage: Stage) -> None:
    stage.status = StageStatus.GESTOPT
    stage.save()
    assert [p.regel for p in here.punten(klas.kijkt(date(2026, 12, 1)))] == [Regel.STILTE]


def test_the_number_of_queries_does_not_grow(klas: Klasje) -> None:
    def count() -> int:
        here.punten(klas.kijkt(date(2026, 10, 29)))
        with CaptureQueriesContext(connection) as asked:
            here.punten(klas.kijkt(date(2026, 10, 29)))
        return len(asked)

    def more(number: int) -> None:
        for _ in range(number):
            student = here.StudentFactory.create(klas=klas.klas, regie_houder=klas.mentor)
            stage = here.stage_van(student, BEGIN - timedelta(days=7))
            here.dag(stage, date(2026, 10, 5), DagSoort.ZIEK_GEMELD)
            here.dag(stage, date(2026, 10, 6), DagSoort.ZIEK_GEMELD)

    more(2)
    few = count()
    more(8)
    assert count() == few


def test_who_made_all_required_hours_is_not_behind(klas: Klasje, stage: Stage) -> None:
    on = date(2026, 11, 12)  # the days after the holiday were not entered
    assert len(said(klas, Regel.ACHTER, on)) == 1
    Stage.objects.filter(pk=stage.pk).update(uren=40)
    assert said(klas, Regel.ACHTER, on) == []
