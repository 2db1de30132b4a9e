"""Who reads the people around a student without an account, and the colleagues to whom a klas can go."""

from functools import cache
from typing import Any

from students.models import Klas
from tests.sweep.people import Person

SCHOOL = "mentor kawer zorgmedewerker zorgcoordinator"


def _network(person: Person, row: Any) -> bool:
    """The team of school and the student."""
    return person.has(row.student_id, f"{SCHOOL} student")


def _reach(person: Person, row: Any) -> bool:
    """How to reach somebody: the student; the team of school on a yes or a ground."""
    agreed = row.antwoord == "ja" or row.grond != ""
    return person.has(row.student_id, f"{SCHOOL} student" if agreed else "student")


def takes_over(person: Person, row: Any) -> bool:
    """A colleague of the school, for who can hand a klas over: mentor, KAW-er, beheerder."""
    others = person.people[row.pk]  # type: ignore[attr-defined]
    return bool(_schools(person, "mentor kawer beheerder") & _schools(others, f"{SCHOOL} beheerder"))


def _schools(person: Person, names: str) -> set[Any]:
    """The schools in which somebody has one of these roles today."""
    found = {school for rol, school in person.scholen if rol in names.split()}
    for student in person.students():  # type: ignore[attr-defined]
        if person.has(student.pk, names):
            found.add(_school_of(student.klas_id))
    return found


@cache
def _school_of(klas: Any) -> Any:
    return Klas.objects.values_list("school", flat=True).get(pk=klas)


NETWERK = {
    f"students.Contactpersoon.{name}": _network
    for name in "naam organisatie waarvoor ouder grond_reden".split()
} | {"students.Contactpersoon.bereiken": _reach}
