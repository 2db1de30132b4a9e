"""School days: weekends, national holidays, the school's own holidays."""

from datetime import date

import pytest

from kern.schooldays import Calendar, calendar, is_national_holiday, monday_of

HERFST = (date(2026, 10, 17), date(2026, 10, 25))
KERST = (date(2026, 12, 19), date(2027, 1, 3))
SCHOOL = calendar([KERST, HERFST])


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 10, 16), True),  # the Friday before the holiday
        (date(2026, 10, 17), False),  # Saturday, and its first day
        (date(2026, 10, 23), False),  # a Friday in it
        (date(2026, 10, 26), True),  # the Monday after it
        (date(2027, 3, 29), False),  # second day of Easter, which moves
        (date(2027, 4, 27), False),  # King's Day
        (date(2027, 5, 6), False),  # Ascension Day
        (date(2026, 11, 21), False),  # a Saturday
    ],
)
def test_school_days(day: date, open_: bool) -> None:
    assert SCHOOL.is_schoolday(day) is open_


def test_kings_day_moves_from_a_sunday() -> None:
    assert is_national_holiday(date(2025, 4, 26))
    assert not is_national_holiday(date(2025, 4, 27))


def test_days_are_counted_over_a_holiday_and_a_weekend() -> None:
    thursday = date(2026, 10, 15)
    assert SCHOOL.add(thursday, 1) == date(2026, 10, 16)
    assert SCHOOL.add(thursday, 2) == date(2026, 10, 26)
    assert SCHOOL.add(date(2026, 10, 26), -2) == thursday
    assert SCHOOL.add(date(2026, 10, 20), 0) == date(2026, 10, 20)
    assert SCHOOL.between(thursday, date(2026, 10, 26)) == 2
    assert SCHOOL.between(thursday, date(2026, 10, 25)) == 1
    assert SCHOOL.between(thursday, thursday) == 0
    assert SCHOOL.between(thursday, date(2026, 10, 1)) == 0


def test_counting_and_adding_agree_on_every_day_of_two_years() -> None:
    start = date(2026, 8, 1)
    for count in range(1, 300):
        day = SCHOOL.add(start, count)
        assert SCHOOL.is_schoolday(day)
        assert SCHOOL.between(start, day) == count


def test_summer_time_changes_no_day() -> None:
    assert SCHOOL.add(date(2026, 10, 23), 1) == date(2026, 10, 26)  # the clock goes back on the 25th
    # It goes forward on Easter Sunday, between Good Friday and Easter Monday: both without school.
    assert Calendar().add(date(2027, 3, 25), 1) == date(2027, 3, 30)


def test_a_week_is_closed_when_the_school_has_a_holiday_and_no_day_is_left() -> None:
    assert SCHOOL.week_closed(date(2026, 10, 19))
    assert not SCHOOL.week_closed(date(2026, 10, 12))
    assert not Calendar().week_closed(date(2026, 10, 19))
    # Four days of holiday and a national one beside them: closed too.
    assert calendar([(date(2027, 5, 3), date(2027, 5, 5)), (date(2027, 5, 7), date(2027, 5, 7))]).week_closed(
        date(2027, 5, 3)
    )


def test_the_monday_of_a_week() -> None:
    assert monday_of(date(2026, 11, 22)) == date(2026, 11, 16)
    assert monday_of(date(2026, 11, 16)) == date(2026, 11, 16)


def test_a_calendar_with_too_few_days_says_so() -> None:
    always = calendar([(date(2026, 1, 1), date(2030, 1, 1))])
    with pytest.raises(ValueError, match="Kijk de vakanties van de school na"):
        always.add(date(2026, 6, 1), 1)
