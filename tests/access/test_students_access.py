"""students/access.py, cell by cell, against the table of roles and kinds as it is written here once more."""

from dataclasses import replace
from typing import Any, cast
from uuid import uuid4

import pytest

from collaboration.models import Afspraak, Gesprek
from students.access import TABLE, Answer, Item, Viewer
from students.enums import Laag, Rol, Soort
from students.models import Student
from students.queries import get_student, klassen_for, short_name_only, students_for, team_of
from tests.access.matrix_rest import KENT
from tests.access.people import PEOPLE
from tests.access.world import World
from tests.factories import KlasRolFactory, SchoolRolFactory, TeamLidFactory, days

# In the order of the domain's columns. r: reads, w: reads and writes, o: what one wrote oneself, s: of the own stage,
# S: the same and writes it, v: when it is vastgelegd, k: first name and klas, d: what the student shares with this
# person, D: the same and adds to it, -: nothing.
COLUMNS = "mentor kawer praktijkbegeleider peercoach zorgmedewerker zorgcoordinator student beheerder".split()
DOMAIN = {
    ("personalia", None): "w r r k r r r w",
    ("contact", None): "w r - - r r w w",
    ("stage", None): "w r S - r r r -",
    ("eerdere_stage", None): "w r - - r r r -",
    ("gesprek", "stage"): "w w S - w r v -",
    ("gesprek", "begeleiding"): "w w - o w r v -",
    ("gesprek", "zorg"): "- - - - w w - -",
    ("gesprek", "werkaantekening"): "o o o o o o - -",
    ("afspraak", "stage"): "w w S - w r v -",
    ("afspraak", "begeleiding"): "w w - o w r v -",
    ("afspraak", "zorg"): "- - - - w w - -",
    ("afspraak", "werkaantekening"): "o o o o o o v -",
    ("signaal", None): "w w o o r r - -",
    ("compliment", None): "w w o o r r r -",
    ("escalatie", "zorg"): "o o - - w w - -",
    ("escalatie_status", None): "r r - - r w r -",
    ("samenwerking", None): "o o o - o o - -",
    ("toestemming", None): "w r - - r w w -",
    ("regie", None): "w r - - r r r -",
    ("team", None): "w r r r r r r r",
    ("handleiding", None): "d d d d d d w -",
    ("gedeeld_beeld", None): "d d d d d d w -",
    ("leefgebieden", None): "d d - - d d w -",
    ("doel", None): "w w d d w r w -",
    ("succes", None): "w w D D w r w -",
    ("netwerk", None): "w w - - w r r -",
    ("ingezien", None): "- - - - - r r -",
}
CELLS = [
    (key, rol, cell) for key, line in DOMAIN.items() for rol, cell in zip(COLUMNS, line.split(), strict=True)
]
STAGE = uuid4()


class Klas:
    school_id = uuid4()


class Someone:
    """A student as access needs one."""

    id, klas_id, klas = uuid4(), uuid4(), Klas()


def looking(*roles: str) -> Viewer:
    """Somebody with these roles for Someone."""
    viewer = Viewer(user=cast(Any, type("User", (), {"pk": uuid4()})()), today=days(0))
    scope = {
        "mentor": ("klas", Someone.klas_id),
        "kawer": ("klas", Someone.klas_id),
        "beheerder": ("school", Klas.school_id),
    }
    viewer.__dict__["rows"] = [
        (*scope.get(rol, ("student", Someone.id)), rol, STAGE if rol == "praktijkbegeleider" else None)
        for rol in roles
    ]
    return viewer


def asks(viewer: Viewer, verb: Any, item: Item) -> Answer:
    return viewer.may(verb, cast(Any, Someone), item)


def test_the_table_has_the_rows_and_roles_of_the_domain() -> None:
    assert {(soort.value, laag.value if laag else None) for soort, laag in TABLE} == set(DOMAIN)
    assert {rol.value for rol in Rol} == set(COLUMNS)


@pytest.mark.parametrize(("key", "rol", "cell"), CELLS)
def test_each_cell(key: tuple[str, str | None], rol: str, cell: str) -> None:
    viewer = looking(rol)
    item = Item(Soort(key[0]), Laag(key[1]) if key[1] else None, auteur=uuid4(), stage=uuid4())
    cases = {
        "of somebody else": (item, "rwkv"),
        "my own": (replace(item, auteur=viewer.user.pk), "rwkovdD"),
        "shared with me": (replace(item, gedeeld=True), "rwkvdD"),
        "of my stage": (replace(item, stage=STAGE), "rwksSv"),
        "not yet vastgelegd": (replace(item, vastgelegd=False), "rwk"),
    }
    for name, (one, reads) in cases.items():
        answer = asks(viewer, "lees", one)
        assert bool(answer) == (cell in reads), name
        assert answer.rol == (rol if answer else None)
        assert bool(answer.reden) == (not answer)
    assert bool(asks(viewer, "schrijf", replace(item, auteur=viewer.user.pk, stage=STAGE))) == (
        cell in "woSD"
    ), "write"
    assert bool(asks(viewer, "schrijf", replace(item, auteur=viewer.user.pk))) == (cell in "woD"), (
        "write elsewhere"
    )


def test_layers_to_choose_from() -> None:
    want = {
        "mentor": "werkaantekening begeleiding stage", "kawer": "werkaantekening begeleiding stage",
        "praktijkbegeleider": "werkaantekening stage", "peercoach": "werkaantekening begeleiding",
        "zorgmedewerker": "werkaantekening zorg begeleiding stage", "student": "", "beheerder": "",
    }  # fmt: skip
    for rol, layers in want.items():
        assert [laag.value for laag in looking(rol).layers(cast(Any, Someone))] == layers.split(), rol


def test_rights_are_the_union_of_the_roles_and_the_log_names_the_one_that_granted() -> None:
    viewer = looking("kawer", "zorgmedewerker")
    assert asks(viewer, "lees", Item(Soort.GESPREK, Laag.ZORG)).rol == Rol.ZORGMEDEWERKER
    assert viewer.subject(cast(Any, Someone), "gesprek", laag="zorg").role == "zorgmedewerker"
    assert viewer.subject(cast(Any, Someone), "gesprek", laag="begeleiding").role == "kawer"
    assert viewer.subject(cast(Any, Someone), "dossier").role == "kawer"
    assert not short_name_only(looking("peercoach", "kawer"), cast(Any, Someone))
    assert short_name_only(looking("peercoach"), cast(Any, Someone))


def test_nobody_has_a_role_for_another_student_klas_or_school(world: World) -> None:
    for person in PEOPLE:
        viewer = world.viewer(person)
        for name, student in world.students.items():
            assert bool(viewer.links(student)) == (person in KENT[name].split()), (person, name)


def test_students_and_klassen_are_those_of_today(world: World) -> None:
    for person in PEOPLE:
        mine = {world.students[name].pk for name, who in KENT.items() if person in who.split()}
        five = students_for(world.viewer(person)).filter(pk__in=[one.pk for one in world.students.values()])
        assert set(five.values_list("pk", flat=True)) == mine, person
        for student in world.students.values():
            if student.pk in mine:
                assert get_student(world.viewer(person), student.pk) == student
    assert [klas.naam for klas in klassen_for(world.viewer("mentor"))] == ["E1B"]
    assert klassen_for(world.viewer("ex_mentor")) == []


def test_the_team_list_by_role(world: World) -> None:
    want = {
        "mentor": "Harold Soraya Melissa Noor Zohra", "zorg": "Harold Soraya Melissa Noor Zohra",
        "student": "Harold Soraya Melissa Noor Zohra", "praktijk": "Harold Soraya Melissa Noor",
        "peercoach": "Harold Soraya", "beheer": "Harold Soraya", "vreemde": "", "zorgco": "",
    }  # fmt: skip
    for person, names in want.items():
        team = team_of(world.viewer(person), world.students["marije"])
        assert sorted(one.user.voornaam for one in team) == sorted(names.split()), person


@pytest.mark.parametrize("ago", [0, 1])
def test_a_role_holds_on_its_last_day_and_not_a_day_longer(ago: int, world: World) -> None:
    has = world.students["has"]
    row = TeamLidFactory(student=has, user=world.people["vreemde"], einde=days(-ago), eindreden="klaar")
    assert bool(world.viewer("vreemde").links(has)) == (ago == 0)
    assert row.einde == days(-ago)


def test_a_mentor_who_became_beheerder_reads_no_text_of_then(world: World) -> None:
    person = world.people["ex_mentor"]
    SchoolRolFactory(user=person, school=world.cast.noord, rol="beheerder", begin=days(-1))
    viewer = world.viewer("ex_mentor")
    assert viewer.links(world.students["marije"])
    assert not Gesprek.objects.visible_to(viewer).exists()
    assert not Afspraak.objects.readable_by(viewer).exists()


def test_a_role_elsewhere_opens_nothing_here(world: World) -> None:
    KlasRolFactory(user=world.people["praktijk"], klas=world.cast.z1a, rol=Rol.MENTOR)
    viewer = world.viewer("praktijk")
    assert {link.rol for link in viewer.links(world.students["marije"])} == {Rol.PRAKTIJKBEGELEIDER}
    assert not viewer.may("lees", world.students["marije"], Item(Soort.GESPREK, Laag.BEGELEIDING))
    seen = Gesprek.objects.readable_by(viewer).filter(student=world.students["marije"].pk)
    assert {row.laag for row in seen} == {"stage"}
    five = [student.pk for student in world.students.values()]
    assert Student.objects.visible_to(viewer).filter(pk__in=five).count() == 2
