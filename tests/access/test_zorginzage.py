"""The zorgcoördinator has a role for a student while an escalatie gives it, and for nobody else."""

import pytest

from students.access import Item, Viewer
from students.enums import Laag, Rol, Soort
from students.models import Zorginzage
from students.queries import students_for
from tests.cast import Cast
from tests.factories import SchoolRolFactory, days

pytestmark = pytest.mark.django_db


def knows(cast: Cast, name: str, day: int = 0) -> list[str]:
    viewer = Viewer(user=getattr(cast, name), today=days(day))
    return [student.voornaam for student in students_for(viewer)]


def inzage(cast: Cast, student: str = "has", **period: object) -> None:
    row = {"begin": days(-3)} | period
    if row.get("einde"):
        row["eindreden"] = "de aanvraag is afgesloten"
    Zorginzage.objects.create(student=getattr(cast, student), **row)


def test_without_an_escalatie_there_is_no_student(cast: Cast) -> None:
    assert knows(cast, "coen") == []


def test_with_one_there_is_that_student_alone(cast: Cast) -> None:
    inzage(cast)
    assert knows(cast, "coen") == ["Has"]
    viewer = Viewer(user=cast.coen, today=days(0))
    assert {link.rol for link in viewer.links(cast.has)} == {Rol.ZORGCOORDINATOR}
    assert viewer.may("lees", cast.has, Item(Soort.GESPREK, Laag.BEGELEIDING))
    assert viewer.may("schrijf", cast.has, Item(Soort.ESCALATIE, Laag.ZORG))
    assert not viewer.may("schrijf", cast.has, Item(Soort.GESPREK, Laag.BEGELEIDING))
    assert not viewer.may("lees", cast.marije, Item(Soort.PERSONALIA))


def test_it_begins_and_ends_with_its_days(cast: Cast) -> None:
    inzage(cast, begin=days(0), einde=days(2))
    assert [bool(knows(cast, "coen", day)) for day in (-1, 0, 2, 3)] == [False, True, True, False]


def test_it_is_of_the_own_school(cast: Cast) -> None:
    inzage(cast, "lotte")
    assert knows(cast, "coen") == []
    SchoolRolFactory(school=cast.zuid, user=cast.coen, rol="zorgcoordinator", begin=days(-3))
    assert knows(cast, "coen") == ["Lotte"]


def test_a_beheerder_gains_nothing_by_it(cast: Cast) -> None:
    inzage(cast)
    viewer = Viewer(user=cast.bea, today=days(0))
    assert {link.rol for link in viewer.links(cast.has)} == {Rol.BEHEERDER}


def test_a_zorgcoordinator_whose_role_ended_sees_nothing(cast: Cast) -> None:
    inzage(cast)
    cast.coen.schoolrollen.update(einde=days(-1), eindreden="andere baan")
    assert knows(cast, "coen") == []
