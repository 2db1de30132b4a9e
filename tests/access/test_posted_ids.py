"""Ids and words in what is sent: those of somebody else, and hostile ones, change nothing and tell nothing."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from collaboration.models import Afspraak, Contactpoging, Gesprek
from tests.access.addresses import BODIES
from tests.access.visit import Visitors, text
from tests.access.world import World

HOSTILE = [
    "",
    "bestaat-niet",
    "' OR 1=1 --",
    "../../etc",
    "\x00",
    "é" * 300,
    "None",
    "[]",
    "00000000-0000-0000-0000-000000000000",
]
pytestmark = pytest.mark.usefixtures("world")


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Gesprek, Afspraak, Contactpoging))


def page_of(world: World, tail: str, name: str = "marije") -> str:
    return f"/studenten/{world.students[name].pk}/{tail}/"


def others(world: World) -> list[str]:
    """People and things that a mentor of E1B may not use here: of another klas or school, former, unknown, hostile."""
    people = [
        str(world.people[name].pk)
        for name in ("mentor_klas", "kawer_school", "ex_mentor", "vreemde", "zorgco")
    ]
    return [*people, str(world.cast.stage_lotte.pk), str(uuid4()), *HOSTILE]


@pytest.mark.parametrize("person", ["mentor", "praktijk"])
def test_only_somebody_of_the_team_can_get_an_afspraak(person: str, world: World, visitors: Visitors) -> None:
    path, before = page_of(world, "afspraak"), counts()
    hidden = [str(world.people["zorg"].pk)] if person == "praktijk" else []
    for wie in [*others(world), *hidden]:
        response = visitors.lasting(person, path, BODIES["afspraak_nieuw"]() | {"wie": wie}, method="post")
        assert response.status_code == 422, wie
        assert "Zohra" not in text(response) or person == "mentor"
    assert counts() == before


def test_in_a_step_only_somebody_of_the_team_can_get_an_afspraak(world: World, visitors: Visitors) -> None:
    path, before = reverse("gesprek_stap", args=[world.gesprekken["concept"].pk, "s1"]), counts()
    for wie in others(world):
        body = {
            "a-wat": "Bellen",
            "a-wie": wie,
            "a-voor": BODIES["afspraak_nieuw"]()["voor"],
            "afspraak": "ja",
        }
        assert visitors.lasting("mentor", path, body, method="post").status_code == 422, wie
    assert counts() == before


@pytest.mark.parametrize("htmx", [False, True])
def test_only_colleagues_of_the_student_take_part(htmx: bool, world: World, visitors: Visitors) -> None:
    gesprek = world.gesprekken["concept"]
    for wie in [one for one in others(world) if one]:
        body = BODIES["gesprek_voor"]() | {"voerders": [wie]}
        response = visitors.lasting(
            "mentor", reverse("gesprek_voor", args=[gesprek.pk]), body, method="post", htmx=htmx
        )
        assert response.status_code == 422, wie
    assert [one.user_id for one in gesprek.voerders.all()] == [world.people["kawer"].pk]


def test_who_does_not_know_a_voerder_does_not_remove_them(world: World, visitors: Visitors) -> None:
    gesprek = world.gesprekken["concept_praktijk"]
    gesprek.voerders.create(user=world.people["zorg"])
    path = reverse("gesprek_aanpassen", args=[gesprek.pk])
    body = BODIES["gesprek_aanpassen"]() | {"voerders": [str(world.people["mentor"].pk)]}
    assert visitors.lasting("praktijk", path, body, method="post").status_code == 302
    there = set(gesprek.voerders.values_list("user_id", flat=True))
    assert there == {world.people["zorg"].pk, world.people["mentor"].pk}


# Layers and stages ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("person", "lagen"),
    [("mentor", ["zorg"]), ("praktijk", ["zorg", "begeleiding"]), ("peercoach", ["stage", "zorg"])],
)
def test_a_layer_that_the_role_has_not_is_refused(
    person: str, lagen: list[str], world: World, visitors: Visitors
) -> None:
    concept = {"mentor": "concept_kort", "praktijk": "concept_praktijk", "peercoach": "concept_peer"}[person]
    fix, before = reverse("gesprek_vastleggen", args=[world.gesprekken[concept].pk]), counts()
    for laag in [*lagen, *HOSTILE]:
        body = BODIES["gesprek_kort"]() | {"laag": laag}
        assert visitors.lasting(person, page_of(world, "kort"), body, method="post").status_code == 422, laag
        assert visitors.lasting(person, fix, {"laag": laag}, method="post").status_code == 422, laag
    assert counts() == before
    assert Gesprek.objects.get(pk=world.gesprekken[concept].pk).status == "concept"


def test_a_stage_of_somebody_else_is_refused(world: World, visitors: Visitors) -> None:
    fix = reverse("gesprek_vastleggen", args=[world.gesprekken["concept_kort"].pk])
    before = counts()
    for stage in (world.cast.stage_sanna.pk, world.cast.stage_lotte.pk, *HOSTILE):
        body = {"laag": "stage", "stage": str(stage)}
        kort = BODIES["gesprek_kort"]() | body
        assert visitors.lasting("mentor", fix, body, method="post").status_code == 422, stage
        assert visitors.lasting("mentor", page_of(world, "kort"), kort, method="post").status_code == 422, (
            stage
        )
    assert counts() == before


@pytest.mark.parametrize("laag", ["stage", "zorg", "werkaantekening", *HOSTILE])
def test_the_circle_of_readers_only_gets_smaller_and_never_without_the_student(
    laag: str, world: World, visitors: Visitors
) -> None:
    path = reverse("gesprek_laag", args=[world.gesprekken["stage"].pk])
    assert visitors.lasting("mentor", path, {"laag": laag}, method="post").status_code == 422
    assert Gesprek.objects.get(pk=world.gesprekken["stage"].pk).laag == "stage"


# The key of a form ------------------------------------------------------------------------------------------
def test_a_key_of_somebody_elses_object_makes_a_new_one(world: World, visitors: Visitors) -> None:
    cases: list[tuple[str, Any, dict[str, Any]]] = [
        ("gesprek", world.gesprekken["werk"], {"instrument": "begeleidingsgesprek-b"}),
        ("kort", world.gesprekken["concept_kort"], BODIES["gesprek_kort"]()),
        ("afspraak", world.afspraken["werk"], BODIES["afspraak_nieuw"]()),
        ("contactpoging", world.pogingen["mentor"], BODIES["contactpoging"]()),
    ]
    for tail, row, body in cases:
        model = type(row)
        before, stored = model.objects.count(), model.objects.filter(pk=row.pk).values().get()
        response = visitors.lasting(
            "kawer", page_of(world, tail), body | {"sleutel": str(row.pk)}, method="post"
        )
        assert response.status_code == 302, tail
        assert str(row.pk) not in response["Location"], tail
        assert model.objects.count() == before + 1, tail
        assert model.objects.filter(pk=row.pk).values().get() == stored, tail


@pytest.mark.parametrize("sleutel", ["geen-sleutel", "\x00", "1" * 400])
def test_a_hostile_key_does_no_harm(sleutel: str, world: World, visitors: Visitors) -> None:
    for tail, address in (
        ("gesprek", "gesprek_start"),
        ("kort", "gesprek_kort"),
        ("afspraak", "afspraak_nieuw"),
    ):
        response = visitors(
            "mentor", page_of(world, tail), BODIES[address]() | {"sleutel": sleutel}, method="post"
        )
        assert response.status_code in (302, 422), tail


@pytest.mark.parametrize("code", ["bestaat-niet", "", "../begeleidingsgesprek-b", "\x00"])
def test_an_unknown_instrument_is_not_there(code: str, world: World, visitors: Visitors) -> None:
    before = counts()
    response = visitors.lasting("mentor", page_of(world, "gesprek"), {"instrument": code}, method="post")
    assert response.status_code == 404
    assert counts() == before


def test_fields_that_no_form_has_are_ignored(world: World, visitors: Visitors) -> None:
    more = {
        "auteur": str(world.people["kawer"].pk), "student": str(world.students["sanna"].pk), "laag": "stage",
        "status": "gedaan", "gemaakt_op": "2020-01-01", "leeft_vanaf": "",
        "eigenaar": str(world.people["ex_mentor"].pk),
    }  # fmt: skip
    before = set(Afspraak.objects.values_list("pk", flat=True))
    visitors.lasting("mentor", page_of(world, "afspraak"), BODIES["afspraak_nieuw"]() | more, method="post")
    row = Afspraak.objects.exclude(pk__in=before).get()
    assert (row.auteur_id, row.student_id, row.laag) == (
        world.people["mentor"].pk,
        world.students["marije"].pk,
        "begeleiding",
    )
    assert (row.status, row.eigenaar_id) == ("open", None)
