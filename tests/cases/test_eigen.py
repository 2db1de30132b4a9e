"""A casus of a school: who adds it, who reads it, how it changes and goes."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from cases.actions import eigen
from cases.models import EigenCasus
from kern.models import LogRegel
from tests.cases.sample import VERHAAL
from tests.cast import Cast
from tests.factories import TeamLidFactory, viewer
from tests.pdf.reading import faults, text

NEW = "/casussen/eigen/nieuw/"
FORM = {
    "titel": "De lege stoel",
    "samenvatting": "Een stoel blijft leeg.",
    "verhaal": "Op maandag is de stoel leeg.\r\n\r\nOp dinsdag ook.",
    "wat_zou_jij_doen": "Wie belt er?",
    "keerpunt": "De conciërge belt.",
    "vragen": "Wie belt er bij ons?\n\nHoe snel?",
    "bevestigd": "on",
}


def added(cast: Cast, **changes: Any) -> EigenCasus:
    return eigen.add(by=viewer(cast.harold), school_id=cast.noord.pk, verhaal=replace(VERHAAL, **changes))


def test_a_mentor_adds_one_and_everyone_of_the_school_reads_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(NEW).content.decode()
    assert "Ook praktijkbegeleiders" in page
    assert 'name="school"' not in page  # there is only one
    answer = client.post(NEW, FORM | {"sleutel": str(uuid4())})
    row = EigenCasus.objects.get()
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/casussen/eigen/{row.pk}/"
    assert LogRegel.objects.filter(actie="casus toegevoegd", object_id=row.pk, student=None).count() == 1
    client.force_login(cast.melissa)
    assert "De lege stoel" in client.get("/casussen/").content.decode()
    page = client.get(answer.headers["Location"]).content.decode()
    before, fold, after = page.partition('id="verder"')
    assert fold
    assert "<p" in before
    assert "Op dinsdag ook." in before
    assert "De conciërge belt." in after
    assert "Hoe snel?" in after
    assert "Door Harold Vermeer" in page
    assert "Pas deze casus aan" not in page


def test_without_the_tick_it_is_not_kept(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(NEW, {name: value for name, value in FORM.items() if name != "bevestigd"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Zet het vinkje als niemand te herkennen is. Anders hoort dit verhaal hier niet." in page
    assert "Op dinsdag ook." in page  # nothing that was typed is lost
    with pytest.raises(ValidationError, match="Zet eerst het vinkje"):
        added(cast, bevestigd=False)
    assert not EigenCasus.objects.exists()


def test_what_is_missing_or_too_much_is_said(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.post(NEW, {"vragen": "\n".join("Wie?" for _ in range(9))}).content.decode()
    for sentence in (
        "Vul nog in: titel",
        "Vul nog in: het verhaal tot het keerpunt",
        "Dit zijn 9 vragen. Kies de beste acht.",
    ):
        assert sentence in page


def test_a_form_that_is_sent_twice_makes_one(cast: Cast) -> None:
    key = uuid4()
    first, second = (
        eigen.add(by=viewer(cast.harold), school_id=cast.noord.pk, verhaal=VERHAAL, sleutel=key)
        for _ in range(2)
    )
    assert first.pk == second.pk == key
    other = eigen.add(
        by=viewer(cast.harold), school_id=cast.noord.pk, verhaal=replace(VERHAAL, titel="Anders"), sleutel=key
    )
    assert other.pk != key
    with pytest.raises(ValidationError, match="Kies een school waar je werkt"):
        eigen.add(by=viewer(cast.harold), school_id=cast.zuid.pk, verhaal=VERHAAL)
    TeamLidFactory(
        student=cast.lotte, user=cast.harold, rol="peercoach"
    )  # there, but no colleague of that school
    with pytest.raises(ValidationError, match="Kies een school waar je werkt"):
        eigen.add(by=viewer(cast.harold), school_id=cast.zuid.pk, verhaal=VERHAAL)


def test_another_school_and_a_student_know_of_nothing(client: Client, cast: Cast) -> None:
    row = added(cast)
    for person in (cast.wouter, cast.marije_zelf, cast.bea, cast.ex_mentor):
        client.force_login(person)
        for tail in ("", "casus.pdf", "aanpassen/", "?beeld=groot"):
            assert client.get(f"/casussen/eigen/{row.pk}/{tail}").status_code == 404
    client.force_login(cast.wouter)
    assert "De lege stoel" not in client.get("/casussen/").content.decode()


def test_only_its_maker_changes_it_and_says_anew_that_nobody_is_recognised(
    client: Client, cast: Cast
) -> None:
    row = added(cast)
    path = f"/casussen/eigen/{row.pk}/aanpassen/"
    client.force_login(cast.soraya)
    answer = client.get(path)
    assert answer.status_code == 403
    assert "Deze casus kan alleen de maker aanpassen" in answer.content.decode()
    client.force_login(cast.harold)
    page = client.get(path).content.decode()
    assert "De conciërge belt." in page
    assert "checked" not in page.partition('name="bevestigd"')[2][:80]
    assert client.post(path, FORM | {"keerpunt": "Iemand klopt aan."}).status_code == 302
    row.refresh_from_db()
    assert row.keerpunt == "Iemand klopt aan."
    assert LogRegel.objects.filter(actie="casus aangepast", object_id=row.pk).count() == 1
    assert client.post(path, FORM | {"keerpunt": "Iemand klopt aan."}).status_code == 302
    assert LogRegel.objects.filter(actie="casus aangepast", object_id=row.pk).count() == 1


def test_a_withdrawn_one_is_there_for_its_maker_only(client: Client, cast: Cast) -> None:
    row = added(cast)
    with pytest.raises(PermissionDenied, match="alleen de maker of de zorgcoördinator"):
        eigen.withdraw(by=viewer(cast.soraya), casus_id=row.pk)
    client.force_login(cast.coen)
    assert client.post(f"/casussen/eigen/{row.pk}/intrekken/").status_code == 302
    eigen.withdraw(by=viewer(cast.harold), casus_id=row.pk)
    assert LogRegel.objects.filter(actie="casus ingetrokken", object_id=row.pk).count() == 1
    assert client.get(f"/casussen/eigen/{row.pk}/").status_code == 404
    client.force_login(cast.harold)
    assert "Alleen jij kunt hem nog lezen" in client.get(f"/casussen/eigen/{row.pk}/").content.decode()
    assert "De lege stoel" not in client.get("/casussen/").content.decode()
    assert client.get(f"/casussen/eigen/{row.pk}/aanpassen/").status_code == 403


def test_on_a_wall_and_on_paper_as_the_six(client: Client, cast: Cast) -> None:
    row = added(cast, titel="Stoel <b>leeg</b>")
    client.force_login(cast.harold)
    assert "5 van 5" in client.get(f"/casussen/eigen/{row.pk}/?beeld=groot&blad=5").content.decode()
    data = client.get(f"/casussen/eigen/{row.pk}/casus.pdf")
    assert 'filename="casus.pdf"' in data.headers["Content-Disposition"]
    assert faults(data.content) == []
    for expected in (
        "Stoel <b>leeg</b>",
        "Op dinsdag ook. Niemand belt.",
        "De conciërge belt.",
        "Van Entree Noord.",
    ):
        assert expected in text(data.content)
