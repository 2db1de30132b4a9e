"""The ages at which a student decides alone (docs/zorg.md)."""

from datetime import date

from students.models import Student

EIGEN_BESLUIT = 16  # years: under it a parent decides along, and that is recorded
MEERDERJARIG = 18  # years: from then on parents hear nothing without the student's consent


def age(student: Student, on: date) -> int | None:
    """How old the student is on this day; None where the birth date is not known.

    Who was born on 29 February is a year older on 1 March, where the year has no such day.
    """
    born = student.geboortedatum
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def parent_decides_along(student: Student, on: date) -> bool:
    """Whether a parent decides along: under sixteen. An unknown birth date asks no parent."""
    years = age(student, on)
    return years is not None and years < EIGEN_BESLUIT
