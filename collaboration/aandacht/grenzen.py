"""The days on which rules begin to hold, worked out from the calendar and the numbers of each school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from begeleiders.calendar import calendars
from begeleiders.models import School
from begeleiders.regels import Regels, regels_of
from kern.schooldays import DAY, Calendar


def midnight(day: date) -> datetime:
    """The first moment of a day, on the clock here."""
    return timezone.make_aware(datetime.combine(day, time()))


@dataclass(frozen=True)
class Grens:
    """What is asked of one school: its school days, its numbers, and today."""

    school: UUID
    calendar: Calendar
    regels: Regels
    today: date

    def volle_dagen(self, count: int) -> date:
        """The first of the last `count` whole school days before today: no sign since then is so much silence."""
        return self.calendar.add(self.today, -count)

    def over(self, count: int) -> date:
        """What was for a day before this one, is `count` school days past: "voor vrijdag" is 1 day past on Monday."""
        return self.calendar.add(self.today + DAY, -count)


def grenzen(schools: Iterable[School], today: date) -> dict[UUID, Grens]:
    """For each of these schools what its rules need, in one query."""
    rows = list(schools)
    days = calendars(row.pk for row in rows)
    return {row.pk: Grens(row.pk, days[row.pk], regels_of(row), today) for row in rows}
