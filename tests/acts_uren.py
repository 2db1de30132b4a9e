"""Hours as people make them: working days of a stage, days entered, weeks agreed, through the actions.

`monday(-1)` is the Monday of last week; a stage of these tests works on Monday, Tuesday and Wednesday.
"""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from begeleiders.models import User
from kern.schooldays import monday_of
from stageplekken.actions import uren as acties
from stageplekken.actions import uren_weken as weken
from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, StageRooster, UrenDag, UrenWeek
from stageplekken.uren.invoer import Invoer, whole_day
from students.access import Viewer
from tests.factories import days, viewer

ACHT = Decimal(8)


def monday(weeks: int = 0) -> datetime.date:
    """The Monday of this week, or of so many weeks from it."""
    return monday_of(timezone.localdate()) + datetime.timedelta(weeks=weeks)


def rooster(stage: Stage, by: User, *uren: float, vanaf: datetime.date | None = None) -> StageRooster:
    """The planned hours of Monday, Tuesday, …; three days of eight unless said otherwise."""
    planned = {str(weekday): uur for weekday, uur in enumerate(uren or (8, 8, 8)) if uur}
    row: StageRooster = StageRooster.objects.create(
        stage=stage, vanaf=vanaf or stage.begin, uren=planned, gemaakt_op=timezone.now(), gemaakt_door=by
    )
    return row


def seen(by: User | Viewer, today: datetime.date | None = None) -> Viewer:
    """This person as the one who looks, today or on another day."""
    one = by if isinstance(by, Viewer) else viewer(by)
    if today is not None:
        one = Viewer(user=one.user, today=today)
    return one


def enter(
    by: User | Viewer, stage: Stage, dag: datetime.date, invoer: Invoer | None = None, **more: Any
) -> acties.Uitslag:
    """A day entered: eight hours made, unless said otherwise."""
    return acties.enter_day(by=seen(by), stage_id=stage.pk, dag=dag, invoer=invoer or whole_day(ACHT), **more)


def missed(soort: str = DagSoort.ZIEK_GEMELD) -> Invoer:
    """Eight hours missed."""
    return Invoer(soort, gemist=ACHT)


def full_week(by: User | Viewer, stage: Stage, maandag: datetime.date) -> None:
    """Monday, Tuesday and Wednesday, eight hours each."""
    for number in range(3):
        enter(by, stage, maandag + datetime.timedelta(days=number))


def agree(by: User | Viewer, stage: Stage, maandag: datetime.date, **more: Any) -> UrenWeek:
    """The akkoord of a week."""
    return weken.say_akkoord(by=seen(by), stage_id=stage.pk, maandag=maandag, **more)


def with_hours(stage: Stage, by: User, mentor: User) -> None:
    """A stage of five weeks with a rooster, two weeks filled in and one of them agreed."""
    Stage.objects.filter(pk=stage.pk).update(begin=monday(-5), einde=days(150), gaat_door=True)
    stage.refresh_from_db()
    rooster(stage, mentor)
    full_week(by, stage, monday(-2))
    full_week(by, stage, monday(-1))
    agree(by, stage, monday(-2))


def row(stage: Stage, dag: datetime.date) -> UrenDag:
    """What stands on a day."""
    return UrenDag.objects.get(stage=stage, dag=dag)
