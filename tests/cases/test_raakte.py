"""Which gesprekken touched a kenmerk, for who may read them; as many queries with two rows as with ten."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.actions import eigen
from checklists.nodes import VINK
from collaboration.queries.kenmerk import talks_that_touched
from students.enums import Laag
from tests import acts
from tests.cases.sample import VERHAAL
from tests.cast import Cast
from tests.factories import viewer

KENMERK = "relatie"


def point(code: str = acts.B) -> str:
    """A point of an instrument that is about the kenmerk, on no path of a fork."""
    fields = acts.instrument(code).instrument.velden()
    return next(one.code for one in fields if one.soort == VINK and KENMERK in one.kenmerken and not one.pad)


def talk(
    cast: Cast, laag: str = Laag.BEGELEIDING, *, ticked: bool = True, by: Any = None, **more: Any
) -> Any:
    answers = {point(): True} if ticked else {}
    who, student = by or cast.harold, more.pop("student", cast.marije)
    return acts.vastgelegd(who, student, laag, instrument_code=acts.B, answers=answers, **more)


def found(person: Any, code: str = KENMERK) -> list[str]:
    return [one.url for one in talks_that_touched(viewer(person), code)]


def test_those_in_which_a_point_was_ticked_and_no_other(cast: Cast) -> None:
    row = talk(cast)
    talk(cast, ticked=False)
    assert found(cast.harold) == [f"/gesprekken/{row.pk}/"]
    assert found(cast.harold, "loopbaan-nee") == []


def test_a_tick_on_a_path_that_was_left_again_does_not_count(cast: Cast) -> None:
    fields = acts.instrument().instrument.velden()
    veld = next(one for one in fields if one.soort == VINK and one.pad and one.kenmerken)
    fork, _, path = veld.pad.partition(":")
    acts.vastgelegd(cast.harold, cast.marije, instrument_code=acts.B, answers={veld.code: True})
    assert found(cast.harold, veld.kenmerken[0]) == []
    answers = {veld.code: True, fork: [path]}
    row = acts.vastgelegd(cast.harold, cast.marije, instrument_code=acts.B, answers=answers)
    assert found(cast.harold, veld.kenmerken[0]) == [f"/gesprekken/{row.pk}/"]


def test_each_sees_what_is_theirs_to_read(cast: Cast) -> None:
    stage = talk(cast, Laag.STAGE, stage=cast.stage_marije)
    team = talk(cast)
    talk(cast, Laag.WERKAANTEKENING)
    assert found(cast.melissa) == [f"/gesprekken/{stage.pk}/"]
    assert set(found(cast.soraya)) == {f"/gesprekken/{row.pk}/" for row in (stage, team)}
    assert len(found(cast.harold)) == 3
    assert found(cast.wouter) == []


def test_the_page_names_the_student_and_leads_there(client: Client, cast: Cast) -> None:
    row = talk(cast)
    client.force_login(cast.harold)
    page = client.get(f"/kenmerken/{KENMERK}/").content.decode()
    assert f'href="/gesprekken/{row.pk}/"' in page
    assert "Marije Jonkers (E1B)" in page
    client.force_login(cast.ilse)
    page = client.get(f"/kenmerken/{KENMERK}/").content.decode()
    assert "Jonkers" not in page
    assert "Nog geen." in page


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_as_many_queries_with_ten_as_with_two(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    paths = ("/casussen/", f"/kenmerken/{KENMERK}/", "/casussen/carlo/", "/woorden/")

    def more(rows: int) -> dict[str, int]:
        for number in range(rows):
            student = (cast.marije, cast.sanna, cast.has)[number % 3]
            talk(cast, student=student)
            eigen.add(by=viewer(cast.harold), school_id=cast.noord.pk, verhaal=VERHAAL)
        for path in paths:
            client.get(path)
        return {path: queries(client, path) for path in paths}

    two = more(2)
    assert more(8) == two
    assert max(two.values()) <= 14
    assert len(found(cast.harold)) == 10
    more(2)
    assert len(found(cast.harold)) == 10
