"""The days of the demo world: counted in school days from today, so that it lives on a Sunday in August too."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.utils import timezone

from kern.dates import AMSTERDAM

ONE = datetime.timedelta(days=1)


def _is_school_day(day: datetime.date) -> bool:
    return day.weekday() < 5


class Days:
    """Days by number: -1 is the last school day before today, 0 the first from today on, 1 the one after that."""

    def __init__(self, now: datetime.datetime) -> None:
        self.now = now.astimezone(AMSTERDAM)
        self.today = self.now.date()

    def day(self, number: int) -> datetime.date:
        """The school day with this number."""
        step = ONE if number >= 0 else -ONE
        day = self.today if number >= 0 else self.today - ONE
        left = number if number >= 0 else -number - 1
        while left or not _is_school_day(day):
            left -= _is_school_day(day)
            day += step
        return day

    def at(self, number: int, uur: str) -> datetime.datetime:
        """A moment on that day; `uur` reads "10.40"."""
        hour, minute = map(int, uur.split("."))
        return datetime.datetime.combine(self.day(number), datetime.time(hour, minute), tzinfo=AMSTERDAM)

    def coming(self, number: int, uur: str) -> datetime.datetime:
        """As `at`, but what would be past already today is on the next school day."""
        moment = self.at(number, uur)
        return moment if number < 0 or moment > self.now else self.at(number + 1, uur)


@contextmanager
def clock_at(moment: datetime.datetime) -> Iterator[None]:
    """Let Django's clock stand at this moment, so that rows and log lines bear the time of the story."""
    with mock.patch.object(timezone, "now", return_value=moment.astimezone(datetime.UTC)):
        yield
