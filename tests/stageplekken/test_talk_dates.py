"""From which day a talk is asked for, worked out by hand; and the rule of attention around that day."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from kern.schooldays import calendar
from stageplekken.enums import StageStatus
from stageplekken.enums.talks import TalkSoort
from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, Stagegesprek, StageRooster, UrenDag
from stageplekken.queries import talks as queries
from stageplekken.talks.dates import days, end_day, half_day, start_day
from stageplekken.uren.projection import Plan, Rooster
from tests import acts_talks as acts
from tests.cast import Cast
from tests.factories import days as from_today
from tests.factories import viewer

NONE = calendar([])
# Monday 2 to Friday 6 March 2026 is a holiday; Good Friday is 3 April, Easter Monday 6 April 2026.
SPRING = calendar([(date(2026, 3, 2), date(2026, 3, 6))])
WERKDAGEN = tuple(Decimal(hours) for hours in (8, 0, 0, 8, 0, 0, 0))


@pytest.mark.parametrize(
    ("begin", "kalender", "expected"),
    [
        (date(2026, 2, 2), NONE, date(2026, 2, 9)),  # a Monday: the next one
        (date(2026, 2, 6), NONE, date(2026, 2, 9)),  # a Friday: week 1 is that one day
        (date(2026, 2, 8), NONE, date(2026, 2, 9)),  # a Sunday
        (date(2026, 2, 23), SPRING, date(2026, 3, 9)),  # week 2 is a holiday
        (date(2026, 3, 30), NONE, date(2026, 4, 7)),  # week 2 begins with Easter Monday
    ],
)
def test_the_start_talk_is_in_week_two(begin: date, kalender: Any, expected: date) -> None:
    assert start_day(begin, kalender, 2) == expected


def test_another_week_is_a_setting_of_the_school() -> None:
    assert start_day(date(2026, 2, 2), NONE, 3) == date(2026, 2, 16)
    assert start_day(date(2026, 2, 4), NONE, 1) == date(2026, 2, 4)


def plan(**changes: Any) -> Plan:
    fields = {
        "begin": date(2026, 2, 2), "einde": date(2026, 6, 26), "vereist": Decimal(64),
        "roosters": (Rooster(date(2026, 2, 2), WERKDAGEN),), "kalender": NONE,
    }  # fmt: skip
    return Plan(**(fields | changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, date(2026, 2, 12)),  # 2, 5, 9, 12 February: 4 x 8 = 32
        ({"vereist": Decimal(65)}, date(2026, 2, 16)),  # 32 is not yet half of 65
        ({"begin": date(2026, 2, 23), "kalender": SPRING}, date(2026, 3, 12)),  # 23, 26 | holiday | 9, 12
        ({"pauzes": ((date(2026, 2, 9), date(2026, 2, 15)),)}, date(2026, 2, 19)),  # 2, 5 | pause | 16, 19
        ({"roosters": ()}, date(2026, 4, 15)),  # no working days: the middle, 72 days on
        ({"vereist": Decimal(2000)}, date(2026, 4, 15)),  # never half: the middle
    ],
)
def test_the_middle_talk_is_at_half_of_the_planned_hours(changes: dict[str, Any], expected: date) -> None:
    assert half_day(plan(**changes)) == expected


@pytest.mark.parametrize(
    ("einde", "kalender", "expected"),
    [
        (date(2026, 6, 26), NONE, date(2026, 6, 12)),  # two full weeks before a Friday
        (date(2026, 6, 27), NONE, date(2026, 6, 15)),  # a Saturday: the Friday before it is the first
        (date(2026, 3, 16), SPRING, date(2026, 2, 23)),  # a week of holiday in between
        (date(2026, 4, 10), NONE, date(2026, 3, 25)),  # Easter Monday and Good Friday in between
        (date(2026, 2, 6), NONE, date(2026, 2, 2)),  # a stage of one week: not before it begins
    ],
)
def test_the_last_talk_is_ten_school_days_before_the_end(einde: date, kalender: Any, expected: date) -> None:
    assert end_day(date(2026, 2, 2), einde, kalender, 10) == expected


def test_all_three_at_once() -> None:
    found = days(plan(), week=2, before=10)
    assert found == {
        TalkSoort.START: date(2026, 2, 9),
        TalkSoort.TUSSEN: date(2026, 2, 12),
        TalkSoort.EIND: date(2026, 6, 12),
    }


# Attention --------------------------------------------------------------------------------------------------


@pytest.fixture
def talks(cast: Cast) -> dict[TalkSoort, Stagegesprek]:
    """Her three talks; the days of the stage are those of a year with a holiday."""
    stage = cast.stage_marije
    Stage.objects.filter(pk=stage.pk).update(begin=date(2026, 2, 2), einde=date(2026, 6, 26), uren=64)
    hours = {str(day): int(count) for day, count in enumerate(WERKDAGEN) if count}
    StageRooster.objects.create(
        stage=stage, vanaf=date(2026, 2, 2), uren=hours, gemaakt_op=timezone.now(), gemaakt_door=cast.harold
    )
    return acts.plan(cast.harold, stage)


@pytest.mark.parametrize("soort", list(TalkSoort))
@pytest.mark.parametrize(("shift", "due"), [(-1, False), (0, True), (1, True)])
def test_due_from_its_day_on(talks: Any, soort: TalkSoort, shift: int, due: bool) -> None:
    day = talks[soort].aan_de_beurt + timedelta(days=shift)
    assert (talks[soort] in queries.due_talks(day)) is due


@pytest.mark.parametrize(("hours", "due"), [("31.75", False), ("32.00", True), ("32.25", True)])
def test_the_middle_talk_is_due_as_soon_as_half_is_made(
    cast: Cast, talks: Any, hours: str, due: bool
) -> None:
    made, day = Decimal(hours), date(2026, 2, 2)
    for number, part in enumerate((made - 24, Decimal(12), Decimal(12))):
        UrenDag.objects.create(
            stage=cast.stage_marije, dag=day + timedelta(days=number), soort=DagSoort.GEMAAKT, gemaakt=part,
            ingevoerd_op=timezone.now(), ingevoerd_door=cast.melissa,
        )  # fmt: skip
    before = talks[TalkSoort.TUSSEN].aan_de_beurt - timedelta(days=1)
    assert (talks[TalkSoort.TUSSEN] in queries.due_talks(before)) is due
    assert talks[TalkSoort.EIND] not in queries.due_talks(before)


def test_until_it_is_fixed(cast: Cast, talks: Any) -> None:
    talk = talks[TalkSoort.START]
    late = date(2027, 1, 1)
    acts.discussed(cast, talk)
    assert talk in queries.due_talks(late)
    for kant, who in acts.sides(cast).items():
        acts.agree(who, talk, kant)
    assert talk not in queries.due_talks(late)


@pytest.mark.parametrize("status", list(StageStatus))
def test_only_of_a_stage_that_began_and_was_not_broken_off(
    cast: Cast, talks: Any, status: StageStatus
) -> None:
    Stage.objects.filter(pk=cast.stage_marije.pk).update(status=status)
    asked = status in ("gestart", "lopend", "afgerond")
    assert (queries.due_talks(date(2027, 1, 1)).count() == 3) is asked


def test_what_is_asked_of_each_side(cast: Cast, talks: Any) -> None:
    talk = talks[TalkSoort.TUSSEN]
    Stagegesprek.objects.exclude(pk=talk.pk).update(aan_de_beurt=from_today(30))
    for shift, count in ((1, 0), (0, 1), (-1, 1)):
        Stagegesprek.objects.filter(pk=talk.pk).update(aan_de_beurt=from_today(shift))
        assert len(queries.asked(viewer(cast.melissa))) == count
    for name in ("soraya", "noor", "coen", "petra", "vreemde", "bea"):
        assert queries.asked(viewer(getattr(cast, name))) == []
    acts.ready(cast.melissa, talk, acts.Kant.PRAKTIJK)
    assert queries.asked(viewer(cast.melissa)) == []
    assert [ask.wat for ask in queries.asked(viewer(cast.marije_zelf))] == ["vul-in"]
    acts.ready(cast.marije_zelf, talk, acts.Kant.STUDENT)
    acts.ready(cast.harold, talk, acts.Kant.MENTOR)
    assert [ask.wat for ask in queries.asked(viewer(cast.melissa))] == ["bespreek"]
    acts.talks_samen.discuss(by=viewer(cast.harold), talk_id=talk.pk, dag=from_today(0))
    assert [ask.wat for ask in queries.asked(viewer(cast.melissa))] == ["akkoord"]
    acts.agree(cast.melissa, talk, acts.Kant.PRAKTIJK)
    assert queries.asked(viewer(cast.melissa)) == []
    assert [ask.wat for ask in queries.asked(viewer(cast.harold))] == ["akkoord"]
