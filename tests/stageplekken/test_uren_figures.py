"""The figures that the attention rules compare: made, should have been made, missed in a row, days without a word."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from begeleiders.models import Schoolvakantie
from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage
from stageplekken.queries import uren as queries
from tests.acts_uren import enter, full_week, missed, monday
from tests.cast import Cast

DINSDAG, WOENSDAG = timedelta(days=1), timedelta(days=2)


def in_row(stage: Stage, at_least: int, today: date) -> list[int]:
    return [row["reeks"] for row in queries.missed_in_row(at_least, today).filter(stage=stage)]


def test_made_up_to_and_including_a_day(cast: Cast, stage: Stage) -> None:
    full_week(cast.melissa, stage, monday(-1))
    assert queries.made([stage.pk], monday(-1) - timedelta(days=1)) == {stage.pk: 0}
    assert queries.made([stage.pk], monday(-1)) == {stage.pk: 8}
    assert queries.made([stage.pk, cast.stage_sanna.pk], monday(-1) + WOENSDAG) == {
        stage.pk: 24,
        cast.stage_sanna.pk: 0,
    }


@pytest.mark.parametrize(
    ("days", "found"),
    [([], []), ([0], []), ([0, 1], [2]), ([0, 1, 2], [3])],
)
def test_missed_in_a_row(cast: Cast, stage: Stage, days: list[int], found: list[int]) -> None:
    for number in days:
        enter(cast.melissa, stage, monday(-1) + timedelta(days=number), missed())
    assert in_row(stage, 2, timezone.localdate()) == found


def test_a_day_made_ends_the_row_and_a_day_off_does_not(cast: Cast, stage: Stage) -> None:
    week = monday(-2)
    enter(cast.melissa, stage, week, missed())
    enter(cast.melissa, stage, week + DINSDAG)
    enter(cast.melissa, stage, week + WOENSDAG, missed(DagSoort.AFGEMELD))
    assert in_row(stage, 2, timezone.localdate()) == []
    from stageplekken.uren.invoer import day_off, part_of_day
    from tests.acts_uren import ACHT

    enter(cast.melissa, stage, monday(-1), day_off(ACHT, "gesloten"))
    enter(cast.melissa, stage, monday(-1) + DINSDAG, missed(DagSoort.NIET_GEMELD))
    assert in_row(stage, 2, timezone.localdate()) == [2]
    assert in_row(stage, 2, monday(-1)) == []  # as it was then
    assert queries.boek(stage, timezone.localdate()).gemist_op_rij == 2
    enter(cast.melissa, stage, monday(-1) + WOENSDAG, part_of_day(ACHT, ACHT - 1, "te_laat"))
    assert in_row(stage, 1, timezone.localdate()) == []
    assert queries.boek(stage, timezone.localdate()).gemist_op_rij == 0


def test_should_have_made_counts_up_to_yesterday_without_what_was_allowed(cast: Cast, stage: Stage) -> None:
    from stageplekken.uren.invoer import day_off
    from tests.acts_uren import ACHT

    def on(day: date) -> int:
        return int(queries.should_have_made([stage], day)[stage.pk])

    assert on(stage.begin) == 0
    assert on(stage.begin + DINSDAG) == 8  # the day after
    assert on(monday(-4)) == 24
    enter(cast.melissa, stage, monday(-5) + WOENSDAG, day_off(ACHT, "vrij"))
    assert on(monday(-5) + WOENSDAG) == 16
    assert on(monday(-4)) == 16
    assert queries.boek(stage, monday(-4)).verwacht == 16


def test_holidays_of_the_school_are_not_expected(cast: Cast, stage: Stage) -> None:
    Stage.objects.filter(pk=stage.pk).update(gaat_door=False)
    stage.refresh_from_db()
    before = int(queries.should_have_made([stage], monday(-3))[stage.pk])
    Schoolvakantie.objects.create(
        school=cast.noord, naam="Vrije week", begin=monday(-4), einde=monday(-4) + timedelta(days=6)
    )
    after = int(queries.should_have_made([stage], monday(-3))[stage.pk])
    assert 0 <= after <= before - 8
