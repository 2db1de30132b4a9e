"""Hours of the demo world. In the files a stage has its working days and a code for each planned day, in order:

`rooster: {ma: 8, do: 8}` · `dagen: "8 8 6t z n 8"`: hours made; with a letter what happened: t te laat (the rest is
missed), z ziek gemeld, a afgemeld, n niet gemeld, v vrij, g gesloten, - nothing entered. `akkoord: 2` leaves the last
two weeks for the praktijkbegeleider; `terug` gives one back with a reason. A stage without `dagen` gets good weeks.
"""

import datetime
import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils import timezone

from begeleiders.models import User
from kern.dates import AMSTERDAM
from kern.schooldays import monday_of
from stageplekken.enums.uren import DagSoort, WeekStatus
from stageplekken.models import Stage, StageRooster, UrenDag, UrenDagVersie, UrenWeek
from stageplekken.queries.uren import plannen
from stageplekken.uren.invoer import Invoer, day_off, part_of_day, whole_day
from tests.demo.keys import key

WEEKDAGEN = {"ma": "0", "di": "1", "wo": "2", "do": "3", "vr": "4", "za": "5", "zo": "6"}
LETTERS = {
    "t": DagSoort.TE_LAAT,
    "z": DagSoort.ZIEK_GEMELD,
    "a": DagSoort.AFGEMELD,
    "n": DagSoort.NIET_GEMELD,
    "v": DagSoort.VRIJ,
    "g": DagSoort.GESLOTEN,
}
# For students without a story of hours: mostly good weeks, each at another point of it.
GOOD = "8 8 8 8 z 8 8 8 8 8 6t 8 8 8 v 8 8 a 8 8 8".split()
ROOSTERS = ({"ma": 8, "di": 8}, {"wo": 8, "do": 8}, {"di": 8, "do": 8, "vr": 6}, {"ma": 8, "do": 8})


def rooster_of(stage: Stage, row: dict[str, Any], number: int, by: User) -> None:
    """The working days of a stage; a student who works and learns (BBL) works four days."""
    days = row.get("rooster") or ROOSTERS[number % len(ROOSTERS)]
    if stage.student.leerweg == "BBL":
        days = row.get("rooster") or {"ma": 8, "di": 8, "wo": 8, "vr": 8}
    StageRooster.objects.create(
        stage=stage,
        vanaf=stage.begin,
        uren={WEEKDAGEN[day]: hours for day, hours in days.items()},
        gemaakt_op=timezone.now(),
        gemaakt_door=by,
    )


def _invoer(code: str, gepland: Decimal) -> Invoer | None:
    hours, letter = code.rstrip("tzanvg-"), code.lstrip("0123456789.")
    if letter == "-":
        return None
    if not letter:
        return whole_day(gepland)
    why = LETTERS[letter]
    return part_of_day(gepland, Decimal(hours), why) if hours else day_off(gepland, why)


def _codes(row: dict[str, Any], number: int) -> Iterator[str]:
    if "dagen" in row:
        return iter(row["dagen"].split())
    start = number * 5 % len(GOOD)
    return itertools.cycle(GOOD[start:] + GOOD[:start])


def fill(stage: Stage, row: dict[str, Any], number: int, guide: User, today: datetime.date) -> None:
    """All days up to yesterday, and the weeks with akkoord."""
    plan = plannen([stage])[stage.pk]
    codes = _codes(row, number)
    day, rows = stage.begin, []
    while day < min(today, stage.einde + datetime.timedelta(days=1)):
        if (gepland := plan.gepland_op(day)) and (code := next(codes, None)) is not None:
            rows += [(day, invoer)] if (invoer := _invoer(code, gepland)) else []
        day += datetime.timedelta(days=1)
    _store_days(stage, rows, guide)
    _store_weeks(stage, [day for day, _ in rows], row, guide, today)


def _store_days(stage: Stage, rows: list[tuple[datetime.date, Invoer]], guide: User) -> None:
    days, versions = [], []
    for day, invoer in rows:
        said = {
            "soort": invoer.soort,
            "gemaakt": invoer.gemaakt,
            "gemist": invoer.gemist,
            "vrij": invoer.vrij,
        }
        at = datetime.datetime.combine(day, datetime.time(16, 40), tzinfo=AMSTERDAM)
        who = {"ingevoerd_op": at, "ingevoerd_door": guide}
        days.append(UrenDag(id=key("uren", stage.pk, day), stage=stage, dag=day, **said, **who))
        versions.append(UrenDagVersie(stage=stage, dag=day, versie=1, op=at, door=guide, **said))
    UrenDag.objects.bulk_create(days)
    UrenDagVersie.objects.bulk_create(versions)


def _store_weeks(
    stage: Stage, days: list[datetime.date], row: dict[str, Any], guide: User, today: datetime.date
) -> None:
    """Old weeks have akkoord; the newest wait for it, and one can have gone back."""
    mondays = list(dict.fromkeys(monday_of(day) for day in days))
    waiting = monday_of(today) - datetime.timedelta(weeks=row.get("akkoord", 1))
    for monday in mondays:
        week = UrenWeek(
            id=key("week", stage.pk, monday), stage=stage, maandag=monday, status=WeekStatus.INGEVULD
        )
        week.versie = sum(monday_of(day) == monday for day in days)
        if monday < waiting:
            friday = datetime.datetime.combine(monday, datetime.time(16, 50), tzinfo=AMSTERDAM)
            week.status, week.akkoord_door = WeekStatus.AKKOORD, guide
            week.akkoord_op = friday + datetime.timedelta(days=4)
        week.save(force_insert=True)
