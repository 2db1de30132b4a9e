"""A doel as a stair: which step is now, what is done, what comes; at most five steps, the rest folded."""

from dataclasses import dataclass
from datetime import date

from kern.dates import DAYS, MONTHS
from students.enums import DoelStatus, StapStatus
from students.models import Doel, DoelStap

MOST = 5


@dataclass(frozen=True)
class Trede:
    """One step as it is drawn: `stand` is "klaar", "nu" or "later"; `uit` is the step of which it is a piece."""

    stap: DoelStap
    stand: str
    uit: DoelStap | None = None


@dataclass(frozen=True)
class Regel:
    """One line of the list of all steps: how deep it stands, and of a step in pieces how many are reached."""

    stap: DoelStap
    diep: int
    stand: str
    stukjes: int = 0
    gehaald: int = 0
    eerder: bool = False  # whether it can move up
    later: bool = False


@dataclass(frozen=True)
class Trap:
    """The steps around now, those folded before and behind, and where one is ("stap 4 van 5")."""

    doel: Doel
    treden: list[Trede]
    voor: list[Trede]
    na: list[Trede]
    nu: DoelStap | None
    plek: int
    aantal: int
    regels: list[Regel]

    @property
    def klaar(self) -> bool:
        """Whether every step is reached, and the doel not yet said to be."""
        return self.nu is None and self.aantal > 0 and self.doel.status == DoelStatus.OPEN


def trap(doel: Doel) -> Trap:
    """In: a doel with its steps fetched. Asks the database nothing."""
    steps = list(doel.stappen.all())
    by_id = {one.pk: one for one in steps}
    climbed = [one for one in steps if one.status != StapStatus.GESPLITST]
    now = next((one for one in climbed if one.status == StapStatus.OPEN), None)
    treden = [Trede(one, _stand(one, now), by_id.get(one.uit_id) if one.uit_id else None) for one in climbed]
    here = climbed.index(now) if now else len(climbed) - 1
    first = max(0, min(here - 2, len(treden) - MOST))
    return Trap(
        doel=doel,
        treden=treden[first : first + MOST],
        voor=treden[:first],
        na=treden[first + MOST :],
        nu=now,
        plek=here + 1,
        aantal=len(climbed),
        regels=_lines(steps, None, 0, now),
    )


def _stand(stap: DoelStap, now: DoelStap | None) -> str:
    if stap.status == StapStatus.GEHAALD:
        return "klaar"
    return "nu" if stap is now else "later"


def _leaves(steps: list[DoelStap], stap: DoelStap) -> list[DoelStap]:
    """The steps to climb that a step consists of."""
    under = [one for one in steps if one.uit_id == stap.pk]
    return [leaf for one in under for leaf in _leaves(steps, one)] if under else [stap]


def _lines(steps: list[DoelStap], uit: DoelStap | None, diep: int, now: DoelStap | None) -> list[Regel]:
    beside = [one for one in steps if one.uit_id == (uit.pk if uit else None)]
    found: list[Regel] = []
    for number, one in enumerate(beside):
        may = one.status != StapStatus.GEHAALD  # what was reached stays where it was reached
        moves = {"eerder": may and number > 0, "later": may and number < len(beside) - 1}
        if one.status != StapStatus.GESPLITST:
            found.append(Regel(one, diep, _stand(one, now), **moves))
            continue
        leaves = _leaves(steps, one)
        done = sum(leaf.status == StapStatus.GEHAALD for leaf in leaves)
        found.append(Regel(one, diep, "stukjes", len(leaves), done, **moves))
        found += _lines(steps, one, diep + 1, now)
    return found


def say_short(day: date, today: date) -> str:
    """A day in a small space: "vandaag", "gisteren", "19 januari", with the year when it is another."""
    if 0 <= (gone := (today - day).days) < 2:
        return ("vandaag", "gisteren")[gone]
    if 0 < -gone < 7:
        return DAYS[day.weekday()]
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
