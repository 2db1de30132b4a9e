"""When a stage ends at this pace: the rule for the projected end date, as pure functions of dates and hours.

The rule. R required hours, M hours made up to and including today, W planned hours a stage week. Pace p = hours made
in the last four full stage weeks (Monday to Sunday, wholly behind us, not closed) / 4; fewer weeks since the start:
divide by those; none: p = W. M >= R: reached. p = 0: no end in sight. Else the remaining stage weeks are
ceil((R - M) / p), counted from the coming stage week, without closed weeks (the school's holidays, unless the stage
goes on in them) and without pauses.

Everything is a date, and today is the day on the clock of Amsterdam; so the nights on which that clock changes make
no difference here. Hours are Decimals; the pace is a Fraction, as a third of an hour has no decimals.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import ceil

from kern.schooldays import Calendar, covers, is_national_holiday, monday_of

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
NUL = Decimal(0)
TEMPO_WEKEN = 4
# A guard: who needs more stage weeks than these (twenty years) has no end in sight.
VER = 1040


class Uitkomst(StrEnum):
    """What can be said of the end."""

    GEHAALD = "gehaald"
    GEEN_EINDE = "geen einde in zicht"
    SCHATTING = "schatting"


@dataclass(frozen=True)
class Rooster:
    """The planned hours of Monday to Sunday, from a day on."""

    vanaf: date
    uren: tuple[Decimal, ...]


@dataclass(frozen=True)
class Plan:
    """What was agreed of a stage: first and planned last day, required hours, working days, pauses, calendar.

    `roosters` in order of time; before the first begins, the first holds. `pauzes` with first and last day.
    """

    begin: date
    einde: date
    vereist: Decimal
    roosters: tuple[Rooster, ...] = ()
    pauzes: tuple[tuple[date, date], ...] = ()
    kalender: Calendar = field(default_factory=Calendar)
    gaat_door: bool = False

    def rooster_op(self, dag: date) -> Decimal:
        """The hours that the working days give for this day, whatever else is the matter with it."""
        if not self.roosters:
            return NUL
        now = self.roosters[0]
        for one in self.roosters[1:]:
            if one.vanaf <= dag:
                now = one
        return now.uren[dag.weekday()]

    def week_uren(self, maandag: date) -> Decimal:
        """W for this week."""
        if len(self.roosters) == 1:
            return self._vaste_week
        return sum((self.rooster_op(dag) for dag in days_of(maandag)), NUL)

    @cached_property
    def _vaste_week(self) -> Decimal:
        return sum(self.roosters[0].uren, NUL)

    @cached_property
    def _vrij(self) -> tuple[tuple[date, date], ...]:
        """First and last days of the pauses, and of the school's holidays unless the stage goes on in them."""
        return (*self.pauzes, *(() if self.gaat_door else self.kalender.vakanties))

    def pauze_op(self, dag: date) -> bool:
        """Whether the stage stands still on this day."""
        return covers(self.pauzes, dag)

    def gepland_op(self, dag: date) -> Decimal:
        """The hours that are expected on this day: 0 outside the period, in a holiday or in a pause."""
        return self.gepland.get(dag, NUL)

    @cached_property
    def gepland(self) -> dict[date, Decimal]:
        """The days of the period on which hours are expected, with those hours; worked out once, in no order."""
        free = [one for one in self._vrij if one[0] <= self.einde and one[1] >= self.begin]
        return {
            dag: uren
            for dag, uren in self._werkdagen()
            if not covers(free, dag) and (self.gaat_door or not is_national_holiday(dag))
        }

    def _werkdagen(self) -> Iterator[tuple[date, Decimal]]:
        """The days of the period for which the working days give hours: of each weekday one a week."""
        tot = [*(one.vanaf - DAY for one in self.roosters[1:]), self.einde]
        eerste = self.begin
        for rooster, laatste in zip(self.roosters, tot, strict=False):
            until = min(laatste, self.einde)
            for weekdag, uren in enumerate(rooster.uren):
                dag = eerste + timedelta(days=(weekdag - eerste.weekday()) % 7)
                while uren and dag <= until:
                    yield dag, uren
                    dag += WEEK
            eerste = max(eerste, laatste + DAY)

    def is_stageweek(self, maandag: date) -> bool:
        """Whether work is planned in this week: not closed, and not wholly in a pause. The period is not asked."""
        if self.week_uren(maandag) <= 0:
            return False
        volgende = maandag + WEEK
        free = [one for one in self._vrij if one[0] < volgende and one[1] >= maandag]
        if not free:
            return True
        if not self.gaat_door and self.kalender.week_closed(maandag):
            return False
        return any(self.rooster_op(dag) > 0 and not covers(free, dag) for dag in days_of(maandag))


@dataclass(frozen=True)
class Projectie:
    """What the rule says: hours required, made and to go, the pace, and the weeks in which the stage would end.

    `week` (at this pace) and `elke_dag` (every planned day made from now on, the same rule with p = W) are Mondays of
    the last stage week, None where there is none. `tempo` is hours a week, over `tempo_weken` weeks (0: as planned).
    """

    uitkomst: Uitkomst
    vereist: Decimal
    gemaakt: Decimal
    nog: Decimal
    gepland: date
    tempo: Fraction
    tempo_weken: int
    weken: int | None = None
    week: date | None = None
    elke_dag_weken: int | None = None
    elke_dag: date | None = None


def days_of(maandag: date) -> list[date]:
    """Monday to Sunday."""
    return [maandag + timedelta(days=number) for number in range(7)]


def full_weeks(plan: Plan, vandaag: date) -> list[date]:
    """The Mondays of the last full stage weeks, at most four, newest first: within the period and behind us."""
    found: list[date] = []
    maandag = min(monday_of(vandaag), monday_of(plan.einde) + WEEK) - WEEK
    while maandag >= plan.begin and len(found) < TEMPO_WEKEN:
        if plan.is_stageweek(maandag):
            found.append(maandag)
        maandag -= WEEK
    return found


def coming_weeks(plan: Plan, vandaag: date) -> Iterator[date]:
    """The Mondays of the stage weeks from the coming one on; the week of today is not one of them."""
    maandag = max(monday_of(vandaag) + WEEK, monday_of(plan.begin))
    for _ in range(VER):
        if plan.is_stageweek(maandag):
            yield maandag
        maandag += WEEK


def pace(plan: Plan, gemaakt: Mapping[date, Decimal], vandaag: date) -> tuple[Fraction, int]:
    """Hours a week, and over how many weeks that is; as planned (and 0 weeks) where no full week is behind us."""
    weeks = full_weeks(plan, vandaag)
    if not weeks:
        coming = next(coming_weeks(plan, vandaag), None)
        return Fraction(plan.week_uren(coming)) if coming else Fraction(0), 0
    made = sum((gemaakt.get(dag, NUL) for maandag in weeks for dag in days_of(maandag)), NUL)
    return Fraction(made) / len(weeks), len(weeks)


def project(
    plan: Plan, gemaakt: Mapping[date, Decimal], vandaag: date, totaal: Decimal | None = None
) -> Projectie:
    """The projected end. In: what was agreed, hours made by day, and the day of today.

    `totaal`: all hours made up to and including today, where `gemaakt` holds only the days of the last full weeks.
    """
    done = totaal
    if done is None:
        done = sum((uren for dag, uren in gemaakt.items() if dag <= vandaag), NUL)
    nog = max(plan.vereist - done, NUL)
    tempo, over = pace(plan, gemaakt, vandaag)
    if nog == 0:
        return Projectie(Uitkomst.GEHAALD, plan.vereist, done, nog, plan.einde, tempo, over)
    (weken, week), (elke_weken, elke_dag) = _ends(plan, vandaag, nog, tempo)
    return Projectie(
        uitkomst=Uitkomst.SCHATTING if week else Uitkomst.GEEN_EINDE,
        vereist=plan.vereist,
        gemaakt=done,
        nog=nog,
        gepland=plan.einde,
        tempo=tempo,
        tempo_weken=over,
        weken=weken,
        week=week,
        elke_dag_weken=elke_weken,
        elke_dag=elke_dag,
    )


End = tuple[int | None, date | None]  # so many stage weeks from the coming one, and the Monday of the last


def _ends(plan: Plan, vandaag: date, nog: Decimal, tempo: Fraction) -> tuple[End, End]:
    """The end at this pace, and with every planned day made: the same rule with the planned hours of each week as
    pace, as working days may change on the way. One walk along the weeks to come."""
    needed = ceil(Fraction(nog) / tempo) if tempo else 0
    at_pace: End = (None, None)
    every_day: End = (None, None)
    for number, maandag in enumerate(coming_weeks(plan, vandaag), start=1):
        if number == needed:
            at_pace = number, maandag
        if nog > 0:
            nog -= plan.week_uren(maandag)
            if nog <= 0:
                every_day = number, maandag
        if nog <= 0 and number >= needed:
            break
    return at_pace, every_day


def planned_until(plan: Plan, tot_en_met: date) -> Decimal:
    """The hours that were expected from the first day up to and including this one."""
    return sum((uren for dag, uren in plan.gepland.items() if dag <= tot_en_met), NUL)
