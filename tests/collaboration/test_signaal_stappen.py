"""Each state of a signaal and each move that is not there, the signaal of the hours, and its lines in the log."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from collaboration.actions.checks import Refused
from collaboration.enums.signaal import SIGNAAL_MOVES
from collaboration.enums.signaal import SignaalStatus as S
from collaboration.models import Melding, Signaal
from kern.models import LogRegel
from stageplekken.signals import dag_niet_gemeld, dag_teruggenomen
from tests.acts_signaal import MOVES, moved, signaal
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words


@pytest.mark.parametrize("van", [S.NIEUW, *MOVES])
@pytest.mark.parametrize("naar", MOVES)
def test_each_move_and_no_other(cast: Cast, van: str, naar: str) -> None:
    before = {"nieuw": (), "gezien": ("gezien",), "opgepakt": ("opgepakt",), "teruggemeld": ("teruggemeld",)}
    row = moved(cast.harold, signaal(cast.melissa, cast.marije), *before.get(van, ("afgesloten",)))
    assert row.status == van
    # What nobody saw yet is seen by acting on it; to do again what was done is nothing.
    allowed = naar in SIGNAAL_MOVES[van] or van == "nieuw"
    past = getattr(row, f"{naar}_op") is not None
    if allowed:
        assert MOVES[naar](viewer(cast.soraya), row.pk).status == naar
        return
    if naar == "gezien":
        assert MOVES[naar](viewer(cast.soraya), row.pk).status == van
    else:
        with pytest.raises(Refused, match="heeft dit signaal al"):
            MOVES[naar](viewer(cast.soraya), row.pk)
    row.refresh_from_db()
    assert row.status == van
    assert past or getattr(row, f"{naar}_op") is None


def test_the_same_press_twice_is_one_step(cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije)
    for state in ("gezien", "opgepakt", "teruggemeld", "afgesloten"):
        moved(cast.harold, row, state, state)
    states = ["nieuw", "gezien", "opgepakt", "teruggemeld", "afgesloten"]
    assert list(row.overgangen.values_list("naar", flat=True)) == states


def test_hours_without_a_word_are_a_signaal_once_a_stage_and_day(cast: Cast) -> None:
    for person in (cast.melissa, cast.harold):
        dag_niet_gemeld.send(None, stage=cast.stage_marije, dag=days(-1), by=viewer(person))
    row = Signaal.objects.get()
    assert (row.soort, row.dag, row.auteur) == ("niet_gekomen", days(-1), cast.melissa)
    assert signaal(cast.melissa, cast.marije, "niet_gekomen", dag=days(-1)) == row
    dag_niet_gemeld.send(None, stage=cast.stage_marije, dag=days(-2), by=viewer(cast.melissa))
    assert Signaal.objects.count() == 2


def test_the_signaal_of_the_hours_goes_with_them_or_not_at_all(cast: Cast) -> None:
    with transaction.atomic():
        dag_niet_gemeld.send(None, stage=cast.stage_marije, dag=days(-1), by=viewer(cast.melissa))
        transaction.set_rollback(True)
    assert not Signaal.objects.exists()
    assert not Melding.objects.exists()


def test_the_database_keeps_one_a_stage_and_day(cast: Cast) -> None:
    row = signaal(cast.melissa, cast.marije, "niet_gekomen")
    row.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_each_step_is_a_line_in_the_log(cast: Cast) -> None:
    row = moved(cast.harold, signaal(cast.melissa, cast.marije), "opgepakt", "teruggemeld", "afgesloten")
    lines = LogRegel.objects.filter(object_id=row.pk).order_by("id").values_list("actie", "wie")
    assert list(lines) == [
        ("signaal gestuurd", cast.melissa.pk),
        *(
            (f"signaal {state}", cast.harold.pk)
            for state in ("gezien", "opgepakt", "teruggemeld", "afgesloten")
        ),
    ]


@pytest.mark.parametrize(
    ("step", "first", "field"),
    [
        ("signaal_oppakken", "opgepakt", "aanpak"),
        ("signaal_oppakken", "afgesloten", "aanpak"),
        ("signaal_terugmelden", "teruggemeld", "terugmelding"),
        ("signaal_terugmelden", "afgesloten", "terugmelding"),
        ("signaal_afsluiten", "afgesloten", "reden"),
    ],
)
def test_who_comes_second_keeps_the_words(
    client: Client, cast: Cast, step: str, first: str, field: str
) -> None:
    row = moved(cast.harold, signaal(cast.melissa, cast.marije), first)
    client.force_login(cast.soraya)
    answer = client.post(reverse(step, args=[row.pk]), {field: "Ik bel haar straks", "stand": "nieuw"})
    assert answer.status_code == 422
    assert "Harold Vermeer heeft dit signaal al" in words(answer)
    assert "Ik bel haar straks" in words(answer)


def test_a_day_taken_back_takes_its_signaal_along_and_what_was_answered_stays(
    client: Client, cast: Cast
) -> None:
    for day, before in ((-1, ()), (-2, ("gezien",)), (-3, ("opgepakt",))):
        dag_niet_gemeld.send(None, stage=cast.stage_marije, dag=days(day), by=viewer(cast.melissa))
        moved(cast.harold, Signaal.objects.get(dag=days(day)), *before)
        for by in (cast.soraya, cast.melissa, cast.melissa):  # of who did not send it nothing goes
            dag_teruggenomen.send(None, stage=cast.stage_marije, dag=days(day), by=viewer(by))
    found = dict(Signaal.objects.values_list("dag", "status"))
    assert found == {days(-1): S.TERUGGENOMEN, days(-2): S.TERUGGENOMEN, days(-3): S.OPGEPAKT}
    assert Signaal.objects.filter(teruggenomen_door=cast.melissa).count() == 3
    assert Melding.objects.filter(soort="signaal_terug", user=cast.harold).count() == 3
    client.force_login(cast.harold)
    page = words(client.get(reverse("signaal", args=[Signaal.objects.get(dag=days(-3)).pk])))
    assert "Ik bel vandaag" in page
    assert "Teruggenomen door Melissa" in page
    assert "Sluit het signaal af" in page
    gone = Signaal.objects.get(dag=days(-1))
    assert "Sluit het signaal af" not in words(client.get(reverse("signaal", args=[gone.pk])))
    with pytest.raises(Refused, match="Melissa Brouwer heeft dit signaal al teruggenomen"):
        moved(cast.harold, gone, "opgepakt")


def test_after_it_was_taken_back_it_can_be_sent_again_and_words_of_ones_own_stay(cast: Cast) -> None:
    first = signaal(cast.melissa, cast.marije, "niet_gekomen", "Ze is er niet", dag=days(-1))
    dag_teruggenomen.send(None, stage=cast.stage_marije, dag=days(-1), by=viewer(cast.melissa))
    first.refresh_from_db()
    assert first.status == S.NIEUW
    for _ in range(2):
        dag_niet_gemeld.send(None, stage=cast.stage_marije, dag=days(-2), by=viewer(cast.melissa))
        dag_teruggenomen.send(None, stage=cast.stage_marije, dag=days(-2), by=viewer(cast.melissa))
    assert Signaal.objects.filter(dag=days(-2), status=S.TERUGGENOMEN).count() == 2
