"""The cast and the factories make what their names say, by way of the rules."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collaboration.enums import GesprekStatus
from kern.models import LogRegel
from students.access import Viewer
from students.enums import Laag, Rol
from students.queries import students_for
from tests.acts import A, B, afspraak, answer, concept, poging, vastgelegd
from tests.cast import Cast, address, build_cast
from tests.factories import (
    AfspraakFactory,
    ContactpogingFactory,
    GesprekFactory,
    StageFactory,
    praktijkbegeleider,
    viewer,
)

pytestmark = pytest.mark.django_db


def names(person: Viewer) -> list[str]:
    return [student.voornaam for student in students_for(person)]


@pytest.mark.parametrize(
    ("name", "students"),
    [
        ("harold", ["Has", "Marije", "Sanna"]),
        ("soraya", ["Has", "Marije", "Sanna"]),
        ("melissa", ["Marije"]),
        ("noor", ["Marije", "Sanna"]),
        ("zohra", ["Has"]),
        ("coen", []),
        ("bea", ["Milan", "Has", "Marije", "Sanna"]),
        ("marije_zelf", ["Marije"]),
        ("petra", ["Sanna"]),
        ("ilse", ["Milan"]),
        ("wouter", ["Lotte"]),
        ("naima", ["Lotte"]),
        ("kees", ["Lotte"]),
        ("ex_mentor", []),
        ("straks_mentor", []),
        ("ex_praktijk", []),
        ("vreemde", []),
    ],
)
def test_who_knows_whom(cast: Cast, name: str, students: list[str]) -> None:
    assert names(viewer(cast.people()[name])) == students


def test_everyone_has_an_address_and_a_role_of_their_own(cast: Cast) -> None:
    assert cast.harold.email == address("harold") == "harold@noord.example"
    assert len({user.email for user in cast.people().values()}) == 17
    assert viewer(cast.melissa).links(cast.marije)[0].stage == cast.stage_marije.pk
    assert {link.rol for link in viewer(cast.bea).links(cast.marije)} == {Rol.BEHEERDER}
    assert cast.harold.check_password("een-lang-wachtwoord")


def test_the_cast_is_quick() -> None:
    with CaptureQueriesContext(connection) as queries:
        build_cast()
    assert len(queries) < 25


def test_a_gesprek_goes_through_the_actions(cast: Cast) -> None:
    begun = concept(cast.harold, cast.marije, B, onderwerp="op_tijd")
    answer(cast.harold, begun, {"s1n": "De metro", "s1p1": True, "s3k": ["s3a", "s3b"]}, stap="s3")
    answer(cast.harold, begun, {"s1n": "De metro en de kaart"})
    fixed = vastgelegd(
        cast.melissa, cast.marije, Laag.STAGE, stage=cast.stage_marije, instrument_code=A,
        answers={"s4r": [("Messen slijpen", "af"), ("Buffet", "open")]}, beloften=(("Om 9.00 uur beginnen", None),),
    )  # fmt: skip
    answers = dict(begun.invulling.antwoorden.values_list("veld", "waarde"))
    assert answers == {"s1n": "De metro en de kaart", "s1p1": True, "s3k": ["s3a", "s3b"]}
    assert fixed.status == GesprekStatus.VASTGELEGD
    assert fixed.invulling.antwoorden.get(veld="s4r").waarde[0] == {"tekst": "Messen slijpen", "stand": "af"}
    assert fixed.afspraken.get().leeft_vanaf is not None
    assert LogRegel.objects.filter(student=cast.marije.pk, actie="gesprek vastgelegd").count() == 1
    assert poging(cast.harold, cast.marije, wijze="geappt").laag == Laag.BEGELEIDING
    assert afspraak(cast.harold, cast.marije, eigenaar=cast.melissa).eigenaar == cast.melissa


def test_the_rules_hold_for_the_cast(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        concept(cast.wouter, cast.marije)


def test_bare_rows_are_valid() -> None:
    assert GesprekFactory(vast=True).vastgelegd_door is not None
    assert AfspraakFactory(gedaan=True).afgerond_op is not None
    assert ContactpogingFactory().student.profiel.groep == "horeca"
    assert praktijkbegeleider(StageFactory()).rol == Rol.PRAKTIJKBEGELEIDER
