"""New versions, withdrawing, a smaller circle: nobody reads more by them, nothing stays in a wrong file."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from collaboration.actions.checks import Refused
from collaboration.actions.vastleggen import correct, narrow, vastleggen, withdraw
from collaboration.enums import AfspraakStatus, GesprekStatus
from collaboration.models import Afspraak, Gesprek
from students.enums import Laag
from tests.acts import B, afspraak, answer, concept, vastgelegd
from tests.cast import Cast
from tests.factories import viewer
from tests.htmx import words


def status(client: Client, cast_user: object, gesprek: Gesprek) -> int:
    """What somebody gets who opens the gesprek."""
    client.force_login(cast_user)  # type: ignore[arg-type]
    return client.get(f"/gesprekken/{gesprek.pk}/").status_code


@pytest.mark.parametrize("laag", [Laag.BEGELEIDING, Laag.STAGE])
def test_a_correction_is_no_way_to_a_wider_circle(cast: Cast, laag: Laag) -> None:
    old = vastgelegd(cast.harold, cast.marije, Laag.WERKAANTEKENING, tekst="Alleen voor mij")
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    with pytest.raises(PermissionDenied):
        vastleggen(by=viewer(cast.harold), gesprek_id=new.pk, laag=laag, stage=cast.stage_marije)


def test_a_correction_takes_nothing_from_the_student(cast: Cast) -> None:
    old = vastgelegd(cast.harold, cast.marije, Laag.BEGELEIDING)
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    with pytest.raises(PermissionDenied):
        vastleggen(by=viewer(cast.harold), gesprek_id=new.pk, laag=Laag.WERKAANTEKENING)


def test_a_smaller_circle_holds_for_the_old_version_and_the_afspraken_too(client: Client, cast: Cast) -> None:
    old = vastgelegd(
        cast.harold,
        cast.marije,
        Laag.STAGE,
        stage=cast.stage_marije,
        beloften=(("De bus van zeven uur nemen", None),),
    )
    assert status(client, cast.melissa, old) == 200
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    vastleggen(by=viewer(cast.harold), gesprek_id=new.pk, laag=Laag.BEGELEIDING)
    assert status(client, cast.melissa, old) == 404
    assert "De bus van zeven uur nemen" not in words(client.get(f"/studenten/{cast.marije.pk}/"))
    client.force_login(cast.harold)
    assert "De bus van zeven uur nemen" in words(client.get(f"/gesprekken/{new.pk}/"))


def test_narrowing_takes_the_afspraken_along(client: Client, cast: Cast) -> None:
    gesprek = vastgelegd(
        cast.harold, cast.marije, Laag.STAGE, stage=cast.stage_marije, beloften=(("Zelf bellen", None),)
    )
    client.force_login(cast.melissa)
    assert "Zelf bellen" in words(client.get(f"/studenten/{cast.marije.pk}/"))
    narrow(by=viewer(cast.harold), gesprek_id=gesprek.pk, laag=Laag.BEGELEIDING)
    assert "Zelf bellen" not in words(client.get(f"/studenten/{cast.marije.pk}/"))


def test_withdrawing_takes_every_version_and_its_afspraken_out_of_the_file(
    client: Client, cast: Cast
) -> None:
    old = vastgelegd(cast.harold, cast.marije, beloften=(("Moeder bellen", cast.harold),))
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    vastleggen(by=viewer(cast.harold), gesprek_id=new.pk, laag=Laag.BEGELEIDING)
    assert status(client, cast.soraya, old) == 200
    withdraw(by=viewer(cast.harold), gesprek_id=new.pk, reden="Het stond bij de verkeerde student")
    assert {status(client, cast.soraya, old), status(client, cast.soraya, new)} == {404}
    assert "Moeder bellen" not in words(client.get(f"/studenten/{cast.marije.pk}/"))
    assert Afspraak.objects.get().status == AfspraakStatus.VERVALLEN


def test_the_old_one_withdrawn_takes_the_new_concept_along(cast: Cast) -> None:
    old = vastgelegd(cast.harold, cast.marije)
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    withdraw(by=viewer(cast.harold), gesprek_id=old.pk, reden="Verkeerde student")
    new.refresh_from_db()
    assert new.status == GesprekStatus.INGETROKKEN


def test_a_new_version_keeps_who_was_there(cast: Cast) -> None:
    old = vastgelegd(cast.harold, cast.marije, voerders=(cast.soraya.pk,))
    new = correct(by=viewer(cast.harold), gesprek_id=old.pk)
    assert [voerder.user_id for voerder in new.voerders.all()] == [cast.soraya.pk]


def test_nobody_else_learns_that_a_version_is_begun(client: Client, cast: Cast) -> None:
    old = vastgelegd(cast.harold, cast.marije)
    client.force_login(cast.soraya)
    before = client.post(f"/gesprekken/{old.pk}/corrigeren/").status_code
    correct(by=viewer(cast.harold), gesprek_id=old.pk)
    assert (before, client.post(f"/gesprekken/{old.pk}/corrigeren/").status_code) == (403, 403)


def test_an_own_field_of_a_colleague_does_not_hold_up_vastleggen(cast: Cast) -> None:
    gesprek = concept(cast.harold, cast.marije, B, voerders=(cast.soraya.pk,))
    answer(cast.soraya, gesprek, {"eigen-punten": "Eerst dit"})
    assert gesprek.invulling is not None
    stored = gesprek.invulling.antwoorden.get(veld="eigen-punten")
    stored.botsingen.create(waarde="Of dit", basis=0, op=stored.op, door=cast.soraya)
    fixed = vastleggen(by=viewer(cast.harold), gesprek_id=gesprek.pk, laag=Laag.BEGELEIDING)
    assert fixed.status == GesprekStatus.VASTGELEGD


def test_two_texts_in_a_shared_field_ask_for_a_choice_first(cast: Cast) -> None:
    gesprek = concept(cast.harold, cast.marije, B)
    answer(cast.harold, gesprek, {"s1n": "Over de kassa"})
    assert gesprek.invulling is not None
    stored = gesprek.invulling.antwoorden.get(veld="s1n")
    stored.botsingen.create(waarde="Over de ochtend", basis=0, op=stored.op, door=cast.soraya)
    with pytest.raises(Refused, match="Op één plek staan nog twee teksten"):
        vastleggen(by=viewer(cast.harold), gesprek_id=gesprek.pk, laag=Laag.BEGELEIDING)


def test_only_the_author_can_keep_it_to_themselves(cast: Cast) -> None:
    gesprek = concept(cast.harold, cast.marije, student_erbij=False, voerders=(cast.soraya.pk,))
    with pytest.raises(PermissionDenied):
        vastleggen(by=viewer(cast.soraya), gesprek_id=gesprek.pk, laag=Laag.WERKAANTEKENING)


def test_an_afspraak_in_a_gesprek_that_is_just_fixed_is_refused_not_lost(cast: Cast) -> None:
    stale = concept(cast.harold, cast.marije, B)
    vastleggen(by=viewer(cast.harold), gesprek_id=stale.pk, laag=Laag.BEGELEIDING)
    with pytest.raises(PermissionDenied, match="al vastgelegd"):
        afspraak(cast.harold, cast.marije, "Bellen", gesprek=stale)
    assert not Afspraak.objects.exists()


def test_who_was_there_and_cannot_read_it_is_said(client: Client, cast: Cast) -> None:
    gesprek = vastgelegd(cast.harold, cast.marije, Laag.BEGELEIDING, voerders=(cast.melissa.pk,))
    client.force_login(cast.harold)
    seen = words(client.get(f"/gesprekken/{gesprek.pk}/"))
    assert "Melissa Brouwer (praktijkbegeleider, was erbij, maar kan dit niet lezen)" in seen
