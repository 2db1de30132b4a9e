"""A klas in the autumn of 2026, with a holiday in it, and what the tests of aandacht do there.

The week of 19 to 23 October 2026 is holiday (17 to 25 October), so Friday the 16th is followed by Monday the 26th.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from begeleiders.models import School, Schoolvakantie, User
from collaboration.aandacht import Punt, lijst_voor
from collaboration.actions import aandacht as actions
from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, StageRooster, UrenDag
from students.access import Viewer
from students.enums import Rol
from students.models import Klas, Student
from tests.factories import (
    KlasFactory,
    KlasRolFactory,
    SchoolFactory,
    StageFactory,
    StudentFactory,
    UserFactory,
    viewer,
)

BEGIN = date(2026, 8, 31)
VAKANTIE = (date(2026, 10, 17), date(2026, 10, 25))
VRIJDAG = date(2026, 10, 16)  # the last school day before the holiday
MAANDAG = date(2026, 10, 26)  # the first after it


@dataclass(frozen=True)
class Klasje:
    """A school with a holiday, a klas with its duo, and one student."""

    school: School
    klas: Klas
    mentor: User
    kawer: User
    student: Student

    def kijkt(self, on: date, user: User | None = None) -> Viewer:
        """Somebody (the mentor) as the one who looks, on a day."""
        return Viewer(user=user or self.mentor, today=on)


def klasje(**regels: int) -> Klasje:
    """The klas; `regels` are numbers that the school set for itself."""
    school = SchoolFactory.create(regels=regels)
    Schoolvakantie.objects.create(school=school, naam="Herfstvakantie", begin=VAKANTIE[0], einde=VAKANTIE[1])
    klas = KlasFactory.create(school=school)
    mentor, kawer = UserFactory.create(voornaam="Harold"), UserFactory.create(voornaam="Soraya")
    KlasRolFactory.create(klas=klas, user=mentor, begin=BEGIN)
    KlasRolFactory.create(klas=klas, user=kawer, rol=Rol.KAWER, begin=BEGIN)
    student = StudentFactory.create(klas=klas, voornaam="Carlo", regie_houder=mentor)
    return Klasje(school, klas, mentor, kawer, student)


def at(day: date, hour: int = 10) -> datetime:
    """A moment on a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def gezien(by: User, klas: Klas, on: date, *, niet: tuple[Student, ...] = ()) -> None:
    """The klas was seen on a day, but for some."""
    absent = {student.pk for student in niet}
    there = set(klas.studenten.values_list("pk", flat=True)) - absent
    actions.see_klas(by=Viewer(user=by, today=on), klas=klas, er=there, niet=absent)


def gezien_vandaag(by: User, klas: Klas) -> None:
    """The klas was seen today, so nobody is silent."""
    gezien(by, klas, viewer(by).today)


def stage_van(
    student: Student, begin: date, *, uren: int = 320, dagen: dict[str, float] | None = None
) -> Stage:
    """A running stage with its working days (Monday to Wednesday, 8 hours), of half a year."""
    stage: Stage = StageFactory.create(
        student=student, begin=begin, einde=begin + timedelta(days=182), uren=uren
    )
    StageRooster.objects.create(
        stage=stage, vanaf=begin, uren=dagen or {"0": 8, "1": 8, "2": 8},
        gemaakt_op=at(begin), gemaakt_door=student.regie_houder,
    )  # fmt: skip
    return stage


def dag(stage: Stage, on: date, soort: str = DagSoort.GEMAAKT, uren: int = 8) -> UrenDag:
    """What stands on one day of a stage: hours made, missed, or allowed to be absent."""
    veld = {"gemaakt": "gemaakt", "vrij": "vrij", "gesloten": "vrij"}.get(soort, "gemist")
    row: UrenDag = UrenDag.objects.create(
        stage=stage,
        dag=on,
        soort=soort,
        ingevoerd_op=at(on),
        ingevoerd_door=stage.student.regie_houder,
        **{veld: uren},
    )
    return row


def punten(looks: Viewer) -> list[Punt]:
    """Every reason in the list of this person."""
    return [punt for kaart in lijst_voor(looks).kaarten for punt in kaart.punten]


def van(looks: Viewer, regel: str) -> list[Punt]:
    """Those of one rule."""
    return [punt for punt in punten(looks) if punt.regel == regel]


def opzij(by: Viewer, punt: Punt, tot: date, reden: str = "Hij is ziek, zijn moeder belde") -> Any:
    """Set this aside until a day."""
    wat = actions.Reden(punt.regel.value, UUID(str(punt.over)), reden, tot)
    return actions.set_aside(by=by, student=punt.student, wat=wat)


@contextmanager
def undone() -> Iterator[None]:
    """Within it, everything that is written is rolled back at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
