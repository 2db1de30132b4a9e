"""School days: Monday to Friday, less national holidays and the school's own holidays.

The package `holidays` counts Good Friday among the national ones, which is how schools live.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

DAY = timedelta(days=1)
WORKWEEK = 5
# A guard against a calendar in which everything is closed: two years of days, then something is wrong.
FAR = 730


@cache
def _national(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=year))


def is_national_holiday(day: date) -> bool:
    """Whether this is a national holiday of the Netherlands."""
    return day in _national(day.year)


def monday_of(day: date) -> date:
    """The Monday of the week (Monday to Sunday) in which this day lies."""
    return day - timedelta(days=day.weekday())


def covers(periods: Iterable[tuple[date, date]], day: date) -> bool:
    """Whether one of these periods, each with its first and last day, has this day."""
    for first, last in periods:  # noqa: SIM110 - asked for every day of every stage: `any` takes three times as long
        if first <= day <= last:
            return True
    return False


@dataclass(frozen=True)
class Calendar:
    """The school days of one school. `vakanties`: first and last day of each holiday of its own, both included."""

    vakanties: tuple[tuple[date, date], ...] = ()

    def in_vakantie(self, day: date) -> bool:
        """Whether the school's own holiday covers this day."""
        return covers(self.vakanties, day)

    def is_schoolday(self, day: date) -> bool:
        """Whether there is school on this day."""
        return day.weekday() < WORKWEEK and not is_national_holiday(day) and not self.in_vakantie(day)

    def add(self, day: date, count: int) -> date:
        """The school day that lies `count` school days after `day`, or before it where `count` is negative.

        0 is the day itself, also when that is not a school day. Raises ValueError where two years hold too few.
        """
        step, left, found = (DAY, count, day) if count >= 0 else (-DAY, -count, day)
        for _ in range(FAR):
            if left == 0:
                return found
            found += step
            left -= self.is_schoolday(found)
        if left == 0:
            return found
        raise ValueError("Deze kalender heeft te weinig schooldagen. Kijk de vakanties van de school na.")

    def between(self, after: date, until: date) -> int:
        """How many school days lie after `after`, up to and including `until`; 0 where `until` is not later."""
        days = (until - after).days
        return sum(self.is_schoolday(after + timedelta(days=number)) for number in range(1, days + 1))

    def week_closed(self, monday: date) -> bool:
        """Whether no day from Monday to Friday of this week is a school day because of the school's holidays."""
        week = [monday + timedelta(days=number) for number in range(WORKWEEK)]
        return any(self.in_vakantie(day) for day in week) and not any(self.is_schoolday(day) for day in week)


def calendar(vakanties: Iterable[tuple[date, date]]) -> Calendar:
    """The calendar of a school with these holidays."""
    return Calendar(tuple(sorted(vakanties)))
