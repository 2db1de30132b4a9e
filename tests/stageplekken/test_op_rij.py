"""Weeks in a row without a missed day, as a pure function: the week before, on, and after."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from stageplekken.enums.uren import DagSoort, WeekStatus
from stageplekken.uren.boek import Dag, Urenboek, Week
from stageplekken.uren.op_rij import volle_reeksen
from stageplekken.uren.projection import Plan, Rooster

BEGIN = date(2026, 9, 7)  # a Monday; Monday is the stage day
NUL, ACHT = Decimal(0), Decimal(8)


def monday(number: int) -> date:
    return BEGIN + timedelta(weeks=number)


def boek(weken: str) -> Urenboek:
    """A letter a week: a(kkoord), i(ngevuld), m(issed), l(ate: half of it missed), v(rij, allowed)."""
    plan = Plan(BEGIN, date(2027, 1, 31), Decimal(300), (Rooster(BEGIN, (ACHT, *[NUL] * 6)),))
    dagen, states = {}, {}
    for number, letter in enumerate(weken):
        day = monday(number)
        soort, made, missed, free = {
            "m": (DagSoort.ZIEK_GEMELD, NUL, ACHT, NUL),
            "l": (DagSoort.TE_LAAT, Decimal(4), Decimal(4), NUL),
            "v": (DagSoort.VRIJ, NUL, NUL, ACHT),
        }.get(letter, (DagSoort.GEMAAKT, ACHT, NUL, NUL))
        dagen[day] = Dag(day, soort, made, missed, free)
        states[day] = Week(day, WeekStatus.INGEVULD if letter == "i" else WeekStatus.AKKOORD)
    return Urenboek(plan, monday(len(weken) - 1), dagen, states)


@pytest.mark.parametrize(
    ("weken", "found"),
    [
        ("aa", []),  # the week before
        ("aaa", [0]),  # on
        ("aaaa", [0]),  # the week after: the same one
        ("aaaaa", [0]),
        ("aaaaaa", [0, 3]),  # six weeks are twice three
        ("aai", []),  # no akkoord yet
        ("iaaa", [1]),
        ("amaa", []),
        ("amaaa", [2]),  # a missed day begins the count anew
        ("alaa", []),  # too late is missed too
        ("avaa", [0]),  # what was allowed does not end the row, and does not count
        ("ava", []),
    ],
)
def test_three_weeks_in_a_row(weken: str, found: list[int]) -> None:
    assert volle_reeksen(boek(weken), 3) == [monday(number) for number in found]


def test_a_number_of_its_own() -> None:
    assert volle_reeksen(boek("aaaa"), 2) == [monday(0), monday(2)]


@pytest.mark.parametrize(
    ("weken", "bekend", "found"),
    [
        ("aaaa", [1], [1]),  # the first week got its akkoord last: no second success over the same weeks
        ("aaaaaaa", [1], [1, 4]),
        ("aaaaaaaa", [3], [0, 3]),
        ("ama", [0], []),  # what was found holds no longer
    ],
)
def test_what_was_found_before_stays_as_long_as_it_holds(
    weken: str, bekend: list[int], found: list[int]
) -> None:
    known = {monday(number) for number in bekend}
    assert volle_reeksen(boek(weken), 3, known) == [monday(number) for number in found]
