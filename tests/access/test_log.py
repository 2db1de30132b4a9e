"""The log: every read and every change is one line, what is refused shows nothing, and no line holds content."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from kern.models import LogRegel
from tests.access.addresses import BODIES
from tests.access.matrix_gesprek import LEZERS
from tests.access.matrix_rest import KENT
from tests.access.visit import Visitors, undone
from tests.access.world import World


def lines(visit: Callable[[], Any]) -> tuple[Any, list[LogRegel]]:
    """The answer of a visit, and the lines it wrote, first one first."""
    last = LogRegel.objects.order_by("-id").values_list("id", flat=True).first() or 0
    response = visit()
    return response, list(LogRegel.objects.filter(id__gt=last).order_by("id"))


def reads(found: list[LogRegel]) -> list[LogRegel]:
    return [line for line in found if line.actie == "gelezen"]


# Reads ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize(
    "name", ["stage", "begeleiding", "zorg", "werk", "peer", "ingetrokken", "concept_kort"]
)
def test_reading_a_gesprek_is_one_line(name: str, htmx: bool, world: World, visitors: Visitors) -> None:
    row = world.gesprekken[name]
    path = reverse("gesprek_aanpassen" if name == "concept_kort" else "gesprek", args=[row.pk])
    for person in LEZERS[name].split():
        with undone():
            response, found = lines(lambda who=person: visitors.lasting(who, path, htmx=htmx))  # type: ignore[misc]
            assert response.status_code == 200
            [line] = found
            assert (line.actie, line.wie, line.student) == (
                "gelezen",
                world.people[person].pk,
                row.student_id,
            )
            assert (line.object_id, line.laag, line.school) == (row.pk, row.laag, world.cast.noord.pk)
            assert line.kanaal == ("fragment" if htmx else "pagina")


def test_reading_the_page_of_a_student_is_one_line(world: World, visitors: Visitors) -> None:
    pk = world.students["marije"].pk
    widest = {
        "mentor": "zorg",  # owns an afspraak in that layer
        "kawer": "begeleiding",
        "zorg": "zorg",
        "praktijk": "handleiding",  # parts of it are shared with her
    }
    for person in KENT["marije"].split():
        for path in (f"/studenten/{pk}/?aantal=300", f"/studenten/{pk}/?soort=contact&aantal=300"):
            with undone():
                _, found = lines(lambda who=person, to=path: visitors.lasting(who, to))  # type: ignore[misc]
                assert [line.student for line in reads(found)] == [pk], (person, path)
                assert len(found) == 1
                if "soort" not in path and person in widest:
                    assert found[0].laag == widest[person], person


def test_the_first_screens_note_every_student_whose_texts_they_show(world: World, visitors: Visitors) -> None:
    for person in ("mentor", "kawer", "zorg", "praktijk", "vreemde", "beheer"):
        for path in ("/", "/gesprekken/"):
            with undone():
                response, found = lines(lambda who=person, to=path: visitors.lasting(who, to))  # type: ignore[misc]
                noted = [line.student for line in reads(found)]
                assert len(noted) == len(set(noted)), "meer dan één regel voor een student"
                assert None in noted, "de lijst zelf is één regel zonder student"
                main = response.content.decode().split("<main")[1]
                shown = {one.pk for one in world.students.values() if "Xq" in main and str(one.pk) in main}
                assert not shown or set(noted) - {None}, (person, path)


def test_a_list_of_students_is_one_line_without_students(world: World, visitors: Visitors) -> None:
    _, found = lines(lambda: visitors.lasting("mentor", "/studenten/"))
    assert [(line.actie, line.student) for line in found] == [("gelezen", None)]


def test_a_pdf_says_so(world: World, visitors: Visitors) -> None:
    path = reverse("verslag", args=[world.gesprekken["begeleiding"].pk])
    _, [line] = lines(lambda: visitors.lasting("mentor", path))
    assert (line.actie, line.kanaal, line.laag) == ("gelezen", "pdf", "begeleiding")


def test_earlier_gesprekken_in_a_step_are_read_in_their_layer(world: World, visitors: Visitors) -> None:
    path = reverse("gesprek_stap", args=[world.gesprekken["concept"].pk, "s1"])
    for person, laag in (("mentor", "werkaantekening"), ("kawer", "begeleiding")):
        with undone():
            _, found = lines(lambda who=person: visitors.lasting(who, path))  # type: ignore[misc]
            assert [line.laag for line in reads(found)] == [laag], person


def test_what_is_refused_is_not_read(world: World, visitors: Visitors) -> None:
    refused = [
        ("kawer", "gesprek", "werk", 404), ("praktijk", "verslag", "begeleiding", 404),
        ("vreemde", "gesprek", "stage", 404),
        ("kawer", "gesprek_laag", "stage", 403), ("student", "gesprek_intrekken", "begeleiding", 403),
    ]  # fmt: skip
    for person, address, name, status in refused:
        path = reverse(address, args=[world.gesprekken[name].pk])
        response, found = lines(lambda who=person, to=path: visitors.lasting(who, to))  # type: ignore[misc]
        assert response.status_code == status
        assert reads(found) == [], (person, address)
        assert all(line.resultaat == "geweigerd" and line.student is None and not line.laag for line in found)
    path = reverse("afspraak_afronden", args=[world.afspraken["stage"].pk])
    response, found = lines(lambda: visitors.lasting("praktijk", path))
    assert (response.status_code, reads(found)) == (403, [])


# Changes ----------------------------------------------------------------------------------------------------
def marije(tail: str) -> Callable[[World], str]:
    return lambda world: f"/studenten/{world.students['marije'].pk}/{tail}/"


def of(address: str, kind: str, name: str, *more: Any) -> Callable[[World], str]:
    return lambda world: reverse(address, args=[getattr(world, kind)[name].pk, *more])


PLAN = {"dag": "2030-01-01", "tijd": "10:00", "wijze": "school", "tekst": "Iets anders."}
# who, address, body, the lines in order
CHANGES: list[tuple[str, Callable[[World], str], dict[str, Any], list[str]]] = [
    ("mentor", marije("gesprek"), {"instrument": "begeleidingsgesprek-b"}, ["gesprek begonnen"]),
    ("mentor", marije("kort"), BODIES["gesprek_kort"](), ["gesprek begonnen", "gesprek vastgelegd"]),
    ("kawer", marije("contactpoging"), {"een_tik": "1"}, ["contactpoging genoteerd"]),
    ("mentor", of("contactpoging_ongedaan", "pogingen", "mentor"), {}, ["contactpoging weggehaald"]),
    ("praktijk", marije("afspraak"), BODIES["afspraak_nieuw"](), ["afspraak gemaakt"]),
    ("mentor", of("afspraak_gedaan", "afspraken", "stage"), {}, ["afspraak gedaan"]),
    (
        "mentor",
        of("afspraak_afronden", "afspraken", "stage"),
        BODIES["afspraak_afronden"](),
        ["afspraak vervallen"],
    ),
    ("mentor", of("gesprek_aanpassen", "gesprekken", "concept_kort"), PLAN, ["gesprek aangepast"]),
    (
        "mentor",
        of("gesprek_vastleggen", "gesprekken", "concept_kort"),
        {"laag": "begeleiding"},
        ["gesprek vastgelegd"],
    ),
    (
        "kawer",
        of("gesprek_stap", "gesprekken", "concept", "s2"),
        {"s2n": "Nieuw", "t:s2n": ""},
        ["antwoorden bewaard"],
    ),
    ("mentor", of("gesprek_corrigeren", "gesprekken", "begeleiding"), {}, ["nieuwe versie begonnen"]),
    ("mentor", of("gesprek_laag", "gesprekken", "stage"), {"laag": "begeleiding"}, ["kring kleiner gemaakt"]),
    (
        "zorg",
        of("gesprek_intrekken", "gesprekken", "zorg"),
        {"reden": "Fout"},
        ["afspraak vervallen", "gesprek ingetrokken"],
    ),
]


@pytest.mark.parametrize(("person", "path", "body", "want"), CHANGES, ids=[" + ".join(c[3]) for c in CHANGES])
def test_a_change_writes_its_line(
    person: str, path: Callable[[World], str], body: Any, want: list[str], world: World, visitors: Visitors
) -> None:
    response, found = lines(lambda: visitors.lasting(person, path(world), body, method="post"))
    assert response.status_code == 302
    changes = [line for line in found if line.actie != "gelezen"]
    assert sorted(line.actie for line in changes) == sorted(want)
    for line in changes:
        assert (line.wie, line.student) == (world.people[person].pk, world.students["marije"].pk)
        assert (line.school, line.resultaat, line.grond) == (world.cast.noord.pk, "toegestaan", "rol")
        assert line.object_id
        assert line.rol


def test_no_line_holds_content(world: World, visitors: Visitors) -> None:
    for person, path, body, _ in CHANGES:
        visitors.lasting(person, path(world), body, method="post")
    for person in ("mentor", "zorg", "praktijk"):
        visitors.lasting(person, f"/studenten/{world.students['marije'].pk}/?aantal=300")
    every = list(LogRegel.objects.values_list())
    assert len(every) > 60
    told = " ".join(str(value) for line in every for value in line)
    assert not re.search("Xq|Marije|Jonkers|Harold|Vermeer|Even bellen|Verkeerde|Een paar woorden", told)
