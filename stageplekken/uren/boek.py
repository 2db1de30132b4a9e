"""The hours of one stage as they stand: days, weeks, sums, what is open. Pure: it asks no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from kern.schooldays import monday_of
from stageplekken.enums.uren import GEMIST, WeekStatus
from stageplekken.uren.projection import DAY, NUL, WEEK, Plan, Projectie, days_of, planned_until, project


class Dag(NamedTuple):
    """What stands on one day: hours made, missed and allowed to be absent, and who said so."""

    dag: date
    soort: str
    gemaakt: Decimal
    gemist: Decimal
    vrij: Decimal
    versie: int = 1
    reden: str = ""
    van_student: bool = False
    op: datetime | None = None
    door: UUID | None = None
    naam: str = ""

    @property
    def is_gemist(self) -> bool:
        """A missed stage day, whatever the reason: nothing was made."""
        return self.soort in GEMIST and self.gemaakt == 0


class Week(NamedTuple):
    """The state of a week, with the number of changes it had."""

    maandag: date
    status: str = WeekStatus.LEEG
    versie: int = 0
    reden: str = ""
    akkoord_op: datetime | None = None
    akkoord_naam: str = ""


@dataclass(frozen=True)
class WeekSom:
    """The sums of one week; `open` is what was planned on days without an entry, those to come included."""

    week: Week
    dagen: tuple[Dag, ...]
    open_dagen: tuple[date, ...]
    gemaakt: Decimal
    gemist: Decimal
    vrij: Decimal
    open: Decimal

    @property
    def maandag(self) -> date:
        """The Monday on which the week begins."""
        return self.week.maandag

    @property
    def nummer(self) -> int:
        """The number of the week in the year (ISO 8601)."""
        return self.maandag.isocalendar().week


@dataclass(frozen=True)
class Urenboek:
    """All hours of a stage as of `vandaag`. `dagen` and `weken` by date (a week by its Monday)."""

    plan: Plan
    vandaag: date
    dagen: Mapping[date, Dag] = field(default_factory=dict)
    weken: Mapping[date, Week] = field(default_factory=dict)

    @cached_property
    def projectie(self) -> Projectie:
        """When the stage ends at this pace."""
        return project(self.plan, {dag: row.gemaakt for dag, row in self.dagen.items()}, self.vandaag)

    def som(self, wat: str) -> Decimal:
        """The sum of `gemaakt`, `gemist` or `vrij` over all days up to and including today."""
        return sum((getattr(row, wat) for row in self.dagen.values() if row.dag <= self.vandaag), NUL)

    @cached_property
    def laatste_dag(self) -> date:
        """The last day that can have an entry: today, or the end of the stage where that lies behind us."""
        return min(self.vandaag, self.plan.einde)

    @cached_property
    def open_dagen(self) -> list[date]:
        """Planned days up to and including today without an entry, oldest first."""
        dag, found = self.plan.begin, []
        while dag <= self.laatste_dag:
            if dag not in self.dagen and self.plan.gepland_op(dag) > 0:
                found.append(dag)
            dag += DAY
        return found

    @cached_property
    def weeksommen(self) -> list[WeekSom]:
        """The weeks from the first to that of today (or of the end), oldest first; none that was closed and empty."""
        found, maandag = [], monday_of(self.plan.begin)
        last = max([monday_of(self.laatste_dag), *(monday_of(dag) for dag in self.dagen)])
        while maandag <= last:
            som = self.week_som(maandag)
            if som.dagen or som.open_dagen or maandag in self.weken:
                found.append(som)
            maandag += WEEK
        return found

    def week_som(self, maandag: date) -> WeekSom:
        """The sums of one week."""
        dagen = tuple(self.dagen[dag] for dag in days_of(maandag) if dag in self.dagen)
        leeg = tuple(
            dag for dag in days_of(maandag) if dag not in self.dagen and self.plan.gepland_op(dag) > 0
        )
        return WeekSom(
            week=self.weken.get(maandag, Week(maandag)),
            dagen=dagen,
            open_dagen=leeg,
            gemaakt=sum((row.gemaakt for row in dagen), NUL),
            gemist=sum((row.gemist for row in dagen), NUL),
            vrij=sum((row.vrij for row in dagen), NUL),
            open=sum((self.plan.gepland_op(dag) for dag in leeg), NUL),
        )

    @cached_property
    def te_bevestigen(self) -> list[WeekSom]:
        """Weeks that wait for the akkoord: filled in, and no planned day of them still open."""
        return [
            som
            for som in self.weeksommen
            if som.week.status == WeekStatus.INGEVULD and som.dagen and not som.open_dagen
        ]

    @cached_property
    def teruggegeven(self) -> list[WeekSom]:
        """Weeks that came back with a reason."""
        return [som for som in self.weeksommen if som.week.status == WeekStatus.TERUGGEGEVEN]

    @cached_property
    def gewerkt(self) -> tuple[int, int]:
        """On how many days something was made, of how many days that had an entry or were planned up to today."""
        worked = sum(row.gemaakt > 0 for row in self.dagen.values() if row.dag <= self.vandaag)
        entered = sum(row.dag <= self.vandaag for row in self.dagen.values())
        return worked, entered + len(self.open_dagen)

    @cached_property
    def verwacht(self) -> Decimal:
        """The hours that should have been made: planned up to and including yesterday, less allowed absence."""
        gisteren = self.vandaag - DAY
        allowed = sum((row.vrij for row in self.dagen.values() if row.dag <= gisteren), NUL)
        return max(planned_until(self.plan, gisteren) - allowed, NUL)

    @cached_property
    def gemist_op_rij(self) -> int:
        """Missed stage days in a row up to today, any reason; a day on which something was made ends the row."""
        count = 0
        for dag in sorted(self.dagen, reverse=True):
            row = self.dagen[dag]
            if dag > self.vandaag or (row.gemaakt == 0 and not row.is_gemist):
                continue
            if not row.is_gemist:
                break
            count += 1
        return count

    @cached_property
    def dag_om_in_te_vullen(self) -> date | None:
        """The day that the first screen asks about: today if planned and open, else the last open one of a week.

        None once today is filled in: then nothing presses any more.
        """
        if self.vandaag in self.dagen:
            return None
        recent = [dag for dag in self.open_dagen if dag > self.vandaag - timedelta(days=8)]
        return recent[-1] if recent else None
