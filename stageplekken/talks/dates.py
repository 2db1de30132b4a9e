"""From which day each of the three talks is asked for: pure functions of the plan of a stage.

The rule (docs/stagegesprekken.md): startgesprek in week 2, tussenevaluatie at half of the hours, eindevaluatie ten
school days before the planned end. Half of the hours is planned from the working days; that it was really made, is
asked of the database (queries_talks.due_talks), and whichever comes first counts.
"""

from datetime import date, timedelta

from kern.schooldays import Calendar, monday_of
from stageplekken.enums.talks import TalkSoort
from stageplekken.uren.projection import NUL, Plan

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
# A guard: no holiday lasts a year.
FAR = 366


def start_day(begin: date, kalender: Calendar, week: int) -> date:
    """The first school day of the `week`-th week (Monday to Sunday) of the stage; never before it begins."""
    day = max(begin, monday_of(begin) + (week - 1) * WEEK)
    return _schoolday_from(day, kalender)


def half_day(plan: Plan) -> date:
    """The day on which half of the required hours is reached, if every planned day is made.

    Without working days, or where they never reach half, the middle of the period.
    """
    so_far, day = NUL, plan.begin
    while plan.roosters and day <= plan.einde:
        so_far += plan.gepland_op(day)
        if so_far * 2 >= plan.vereist:
            return day
        day += DAY
    return plan.begin + (plan.einde - plan.begin) / 2


def end_day(begin: date, einde: date, kalender: Calendar, before: int) -> date:
    """The day `before` school days before the planned end; never before the stage begins."""
    return max(begin, kalender.add(einde, -before))


def days(plan: Plan, *, week: int, before: int) -> dict[TalkSoort, date]:
    """The day of each talk. `week` and `before` are the school's own numbers (Regels)."""
    return {
        TalkSoort.START: start_day(plan.begin, plan.kalender, week),
        TalkSoort.TUSSEN: half_day(plan),
        TalkSoort.EIND: end_day(plan.begin, plan.einde, plan.kalender, before),
    }


def _schoolday_from(day: date, kalender: Calendar) -> date:
    for number in range(FAR):
        if kalender.is_schoolday(day + number * DAY):
            return day + number * DAY
    return day
