"""The projected end date against figures worked out by hand on a calendar of 2026, at every edge of the rule."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kern.dates import day_of
from kern.schooldays import calendar
from stageplekken.uren.projection import Plan, Projectie, Rooster, Uitkomst, planned_until, project


def d(text: str) -> date:
    """A day of 2026: "02-03" is 3 February."""
    return date.fromisoformat(f"2026-{text}")


def week(*uren: float) -> tuple[Decimal, ...]:
    """The hours of Monday, Tuesday, …; the rest of the week is free."""
    return tuple(Decimal(str(uur)) for uur in [*uren, *[0] * (7 - len(uren))])


def plan(vereist: int = 320, *uren: float, **more: Any) -> Plan:
    """A stage from Monday 5 January, two days of eight hours a week unless said otherwise."""
    fields: dict[str, Any] = {"begin": d("01-05"), "einde": d("05-22")} | more
    fields.setdefault("roosters", (Rooster(fields["begin"], week(*(uren or (8, 8)))),))
    return Plan(vereist=Decimal(vereist), **fields)


def made(*weken: float, vanaf: str = "01-05") -> dict[date, Decimal]:
    """Hours made on the Monday of each week from a Monday on."""
    first = d(vanaf)
    return {first + timedelta(weeks=number): Decimal(str(uren)) for number, uren in enumerate(weken)}


def after(the_plan: Plan, gemaakt: Mapping[date, Decimal], vandaag: str) -> Projectie:
    return project(the_plan, gemaakt, d(vandaag))


def test_the_worked_example() -> None:
    # R = 320, W = 16; ten weeks (5 January to 15 March) lie behind, 96 made, 24 of them in the last four.
    hours = made(12, 12, 12, 12, 12, 12, 6, 6, 6, 6)
    found = after(plan(), hours, "03-16")
    assert (found.gemaakt, found.nog, found.tempo, found.tempo_weken) == (96, 224, 6, 4)
    assert found.weken == 38  # 224 / 6 = 37.3
    # The first of them begins on 23 March, the 38th 37 weeks later.
    assert found.week == d("12-07")
    assert (found.elke_dag_weken, found.elke_dag) == (14, d("06-22"))  # 224 / 16 = 14 exactly
    assert (found.uitkomst, found.gepland) == (Uitkomst.SCHATTING, d("05-22"))


def test_inge() -> None:
    # 400 hours, three days of eight; 72 made by Wednesday 11 March, 40 in the last four full weeks (9 February on).
    the_plan = plan(400, 8, 8, 8, begin=d("02-02"), einde=d("05-26"))
    hours = made(24, 16, 8, 0, 16, 8, vanaf="02-02")
    found = after(the_plan, hours, "03-11")
    assert (found.gemaakt, found.nog, found.tempo) == (72, 328, 10)
    assert (found.weken, found.week) == (33, d("10-26"))
    assert (found.elke_dag_weken, found.elke_dag) == (14, d("06-15"))


def test_nothing_made_is_no_end_in_sight() -> None:
    found = after(plan(), {}, "03-04")
    assert found.uitkomst is Uitkomst.GEEN_EINDE
    assert (found.tempo, found.tempo_weken, found.weken, found.week) == (0, 4, None, None)
    # The hopeful line stays: 320 / 16 = 20 weeks from 9 March.
    assert (found.elke_dag_weken, found.elke_dag) == (20, d("07-20"))


def test_hours_of_long_ago_give_no_pace() -> None:
    found = after(plan(), made(16, 16, 0, 0, 0, 0), "02-16")
    assert (found.uitkomst, found.gemaakt, found.tempo) == (Uitkomst.GEEN_EINDE, 32, 0)


def test_all_made_as_planned() -> None:
    found = after(plan(64), made(16, 16), "01-19")
    assert (found.tempo, found.tempo_weken) == (16, 2)
    assert found.weken == found.elke_dag_weken == 2  # 32 / 16
    assert found.week == found.elke_dag == d("02-02")  # weeks of 26 January and 2 February


@pytest.mark.parametrize(("vereist", "uitkomst"), [(65, "schatting"), (64, "gehaald"), (63, "gehaald")])
def test_reached_exactly_and_an_hour_beside(vereist: int, uitkomst: str) -> None:
    found = after(plan(vereist), made(16, 16, 16, 16), "02-02")
    assert found.uitkomst == uitkomst
    assert found.nog == (1 if vereist == 65 else 0)
    assert (found.week is None) == (uitkomst == "gehaald")


def test_hours_of_today_count_and_those_after_today_do_not() -> None:
    hours = {d("01-05"): Decimal(8), d("01-06"): Decimal(8)}
    assert after(plan(), hours, "01-05").gemaakt == 8
    assert after(plan(), hours, "01-06").gemaakt == 16


def test_the_first_week_takes_the_plan_as_pace() -> None:
    for day in ("01-05", "01-11"):  # Monday and Sunday of the first week
        found = after(plan(), made(8), day)
        assert (found.tempo, found.tempo_weken) == (16, 0)
        assert (found.weken, found.week) == (20, d("05-25"))  # 312 / 16 = 19.5; weeks from 12 January
    found = after(plan(), made(8), "01-12")
    assert (found.tempo, found.tempo_weken) == (8, 1)
    assert (found.weken, found.week) == (39, d("10-12"))  # 312 / 8 = 39 weeks from 19 January


def test_a_first_week_from_wednesday_is_not_full() -> None:
    the_plan = plan(begin=d("01-07"))
    assert after(the_plan, {d("01-07"): Decimal(4)}, "01-12").tempo_weken == 0
    assert after(the_plan, {d("01-07"): Decimal(4)}, "01-19").tempo == 0  # the week of the 12th is


def test_before_the_start_it_counts_from_the_first_week() -> None:
    found = after(plan(32), {}, "01-01")
    assert (found.weken, found.week) == (2, d("01-12"))


@pytest.mark.parametrize(("weken", "tempo"), [(1, Fraction(9)), (2, Fraction(10)), (3, Fraction(29, 3))])
def test_fewer_weeks_divide_by_those(weken: int, tempo: Fraction) -> None:
    hours = made(*(9, 11, 9)[:weken])
    found = project(plan(), hours, d("01-05") + timedelta(weeks=weken))
    assert (found.tempo, found.tempo_weken) == (tempo, weken)


def test_a_third_of_an_hour_is_not_rounded_away() -> None:
    # 29 in three weeks; 58 to go is exactly six weeks, also where 29 / 3 has no decimals.
    found = after(plan(29 + 58), made(9, 11, 9), "01-26")
    assert (found.weken, found.week) == (6, d("03-09"))


def test_the_week_of_today_counts_only_when_sunday_is_over() -> None:
    hours = made(16, 16, 16, 16, 0)  # nothing in the week of 2 February
    assert after(plan(), hours, "02-08").tempo == 16  # Sunday of that week
    assert after(plan(), hours, "02-09").tempo == 12


def test_closed_weeks_are_not_counted_backward_or_forward() -> None:
    # Spring holiday 14 to 22 February, May holiday 25 April to 3 May.
    closed = calendar([(d("02-14"), d("02-22")), (d("04-25"), d("05-03"))])
    hours = made(16, 16, 16, 8, 8, 8, 0, 8)  # the seventh week, of 16 February, is closed
    found = after(plan(144, kalender=closed), hours, "03-02")
    assert (found.tempo, found.tempo_weken) == (8, 4)  # weeks of 26 January, 2, 9 and 23 February
    assert found.nog == 64
    # Eight weeks from 9 March: … 20 April is the seventh, 27 April is closed, 4 May the eighth.
    assert (found.weken, found.week) == (8, d("05-04"))
    assert (found.elke_dag_weken, found.elke_dag) == (4, d("03-30"))


def test_a_stage_that_goes_on_in_the_holidays_has_no_closed_weeks() -> None:
    closed = calendar([(d("02-14"), d("02-22")), (d("04-25"), d("05-03"))])
    hours = made(16, 16, 16, 8, 8, 8, 0, 8)
    found = after(plan(144, kalender=closed, gaat_door=True), hours, "03-02")
    assert found.tempo == 6  # 8 + 8 + 0 + 8, over four
    assert (found.weken, found.week) == (11, d("05-18"))  # 64 / 6 = 10.7; none is skipped


def test_a_holiday_of_some_days_leaves_the_week_a_stage_week() -> None:
    some = calendar([(d("03-09"), d("03-09"))])  # a Monday; Tuesday is planned as well
    assert after(plan(32, kalender=some), {}, "03-08").elke_dag == d("03-16")
    both = calendar([(d("03-09"), d("03-10"))])  # all planned days of that week
    assert after(plan(32, kalender=both), {}, "03-08").elke_dag == d("03-23")


def test_a_pause_is_skipped_behind_and_ahead() -> None:
    the_plan = plan(144, pauzes=((d("02-02"), d("02-15")), (d("03-16"), d("03-29"))))
    hours = made(16, 16, 8, 8, 0, 0, 8, 8)
    found = after(the_plan, hours, "03-02")
    assert (found.tempo, found.tempo_weken) == (8, 4)  # weeks of 19, 26 January, 16, 23 February
    assert found.nog == 80
    # Ten weeks: 9 March is the first, 30 March the second, 25 May the tenth.
    assert (found.weken, found.week) == (10, d("05-25"))


@pytest.mark.parametrize(("laatste", "week"), [("03-09", "03-16"), ("03-10", "03-23"), ("03-11", "03-23")])
def test_a_pause_that_leaves_one_planned_day_leaves_the_week(laatste: str, week: str) -> None:
    the_plan = plan(32, pauzes=((d("03-09"), d(laatste)),))
    assert after(the_plan, {}, "03-08").elke_dag == d(week)


def test_changed_planned_hours() -> None:
    two, three = Rooster(d("01-05"), week(8, 8)), Rooster(d("02-02"), week(8, 8, 8))
    the_plan = plan(112, roosters=(two, three))
    found = after(the_plan, {}, "01-11")
    # As planned: 16, 16, 16 (to 1 February), then 24, 24, 24: 112 is passed in the sixth week.
    assert (found.elke_dag_weken, found.elke_dag) == (6, d("02-16"))
    assert found.weken == 7  # p is W of the coming week: 112 / 16
    assert after(the_plan, {}, "02-01").elke_dag_weken == 5  # 112 / 24 = 4.7
    assert planned_until(the_plan, d("02-04")) == 4 * 16 + 24


def test_a_change_in_the_middle_of_a_week() -> None:
    the_plan = plan(40, roosters=(Rooster(d("01-05"), week(8, 8)), Rooster(d("01-13"), week(0, 0, 8, 8))))
    assert the_plan.week_uren(d("01-12")) == 24  # Monday of the old, Wednesday and Thursday of the new
    assert planned_until(the_plan, d("01-18")) == 16 + 24


def test_without_planned_hours_there_is_no_end() -> None:
    empty = after(plan(roosters=()), {}, "01-12")
    assert (empty.uitkomst, empty.week, empty.elke_dag) == (Uitkomst.GEEN_EINDE, None, None)


def test_a_pace_so_slow_that_it_lasts_twenty_years_is_no_end() -> None:
    hours = {d("01-05"): Decimal("0.25")}
    assert after(plan(), hours, "02-02").uitkomst is Uitkomst.GEEN_EINDE


def moment(text: str) -> date:
    """The day here at a moment in UTC."""
    return day_of(datetime.fromisoformat(text).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("utc", "vandaag", "tempo"),
    [
        # The clock goes forward on Sunday 29 March; the week from 23 March ends at midnight here, 22.00 in UTC.
        ("2026-03-28T23:30:00", "03-29", 16),
        ("2026-03-29T21:59:00", "03-29", 16),
        ("2026-03-29T22:00:00", "03-30", 12),
        # It goes back on Sunday 25 October; the week from 19 October ends at 23.00 in UTC.
        ("2026-10-24T22:00:00", "10-25", 16),
        ("2026-10-25T22:59:00", "10-25", 16),
        ("2026-10-25T23:00:00", "10-26", 12),
    ],
)
def test_both_changes_of_the_clock(utc: str, vandaag: str, tempo: int) -> None:
    vanaf = "02-23" if vandaag < "06" else "09-21"
    the_plan = plan(400, begin=d(vanaf), einde=d("12-18"))
    hours = made(16, 16, 16, 16, 0, vanaf=vanaf)  # the fifth week holds the change, and no hours
    assert moment(utc) == d(vandaag)
    found = project(the_plan, hours, moment(utc))
    assert (found.tempo, found.gemaakt, found.nog) == (tempo, 64, 336)
    # 336 / 16 = 21 weeks, 336 / 12 = 28 weeks, from the Monday that comes.
    weken = {16: 21, 12: 28}[tempo]
    coming = moment(utc) + timedelta(days=7 - moment(utc).weekday())
    assert (found.weken, found.week) == (weken, coming + timedelta(weeks=weken - 1))


def test_weeks_ahead_across_the_change_stay_mondays() -> None:
    found = after(plan(320), made(16, 16, 16, 16), "02-02")
    assert (found.weken, found.week) == (16, d("05-25"))  # 256 / 16, from 9 February past 29 March
    assert found.week is not None
    assert found.week.weekday() == 0


def test_planned_hours_leave_out_holidays_pauses_and_what_lies_outside() -> None:
    the_plan = plan(
        320, begin=d("03-30"), einde=d("04-14"), roosters=(Rooster(d("03-30"), week(8, 8)),),
        kalender=calendar([(d("04-07"), d("04-07"))]),
    )  # fmt: skip
    assert planned_until(the_plan, d("03-29")) == 0
    assert planned_until(the_plan, d("03-30")) == 8
    assert planned_until(the_plan, d("04-05")) == 16
    # 6 April is Easter Monday, 7 April the school's own.
    assert planned_until(the_plan, d("04-12")) == 16
    assert planned_until(the_plan, d("04-30")) == 32
    paused = Plan(
        the_plan.begin, the_plan.einde, Decimal(320), the_plan.roosters, ((d("04-13"), d("04-13")),)
    )
    assert planned_until(paused, d("04-30")) == 16 + 8 + 8
