"""Days and times as people here say them, always on the clock of Amsterdam."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def local(value: datetime) -> datetime:
    """The same moment on the clock of Amsterdam; a moment without zone is taken to be on that clock already."""
    return value.replace(tzinfo=AMSTERDAM) if timezone.is_naive(value) else value.astimezone(AMSTERDAM)


def day_of(value: date | datetime) -> date:
    """The day on which a moment falls here."""
    return local(value).date() if isinstance(value, datetime) else value


def say_day(value: date | datetime) -> str:
    """For example "dinsdag 10 maart"."""
    day = day_of(value)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def say_day_year(value: date | datetime) -> str:
    """For example "dinsdag 10 maart 2026"."""
    return f"{say_day(value)} {day_of(value).year}"


def say_time(value: datetime | time) -> str:
    """For example "11.00 uur"."""
    clock = local(value) if isinstance(value, datetime) else value
    return f"{clock.hour}.{clock.minute:02d} uur"


def say_moment(value: datetime, now: datetime | None = None) -> str:
    """For example "vandaag 10.42 uur", "gisteren 14.10 uur", "dinsdag 10 maart, 11.00 uur"."""
    today = day_of(now or timezone.now())
    day = day_of(value)
    if day == today:
        return f"vandaag {say_time(value)}"
    if day == today - timedelta(days=1):
        return f"gisteren {say_time(value)}"
    said = say_day(value) if day.year == today.year else say_day_year(value)
    return f"{said}, {say_time(value)}"


def say_saved(value: datetime, now: datetime | None = None) -> str:
    """When something was saved: "om 10.42 uur" today, else with the day."""
    today = day_of(now or timezone.now())
    return f"om {say_time(value)}" if day_of(value) == today else say_moment(value, now)
