"""Weeks in a row without a missed stage day: counted in weeks with an akkoord, so that it is true. Pure."""

from collections.abc import Collection
from datetime import date

from stageplekken.enums.uren import WeekStatus
from stageplekken.uren.boek import Urenboek


def weken_op_rij(boek: Urenboek) -> list[list[date]]:
    """The rows of Mondays of weeks with an akkoord in which something was made and nothing missed, oldest first.

    A closed week, and one in which all absence was allowed, neither counts nor ends the row.
    """
    found: list[list[date]] = [[]]
    for som in boek.weeksommen:
        if som.week.status != WeekStatus.AKKOORD or som.gemist > 0:
            found.append([])
        elif som.gemaakt > 0:
            found[-1].append(som.maandag)
    return [row for row in found if row]


def volle_reeksen(boek: Urenboek, weken: int, bekend: Collection[date] = ()) -> list[date]:
    """The first Mondays of every so many weeks in a row; no week counts twice.

    `bekend`: the first Mondays of those that were found before; they stay as long as they hold.
    """
    return [monday for row in weken_op_rij(boek) for monday in _cut(row, weken, bekend)]


def _cut(row: list[date], weken: int, bekend: Collection[date]) -> list[date]:
    found, here = [], 0
    while here + weken <= len(row):
        known = next((number for number in range(weken) if row[here + number] in bekend), 0)
        if known == 0:
            found.append(row[here])
        here += known or weken
    return found
