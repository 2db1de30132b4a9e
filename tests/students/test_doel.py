"""Casus Sanna through the actions: small steps, a step too big is cut and stays, each step is a success."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from begeleiders.models import User
from kern.models import LogRegel
from students.actions import doel as doelen
from students.actions import stap as actions
from students.checks import Refused
from students.enums import Begeleidingsdoel, Hulp, StapStatus
from students.models import Doel, DoelStap, Succes
from students.trap import trap
from tests import acts_doel as acts
from tests.cast import Cast
from tests.factories import days, viewer


@pytest.fixture
def sanna(cast: Cast) -> User:
    """The account of Sanna."""
    cast.sanna.account = cast.vreemde
    cast.sanna.save(update_fields=["account"])
    return cast.vreemde


def order(doel: Doel) -> list[str]:
    return list(doel.stappen.values_list("tekst", flat=True))


def test_the_story_of_sanna(cast: Cast, sanna: User) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    big = acts.stap(doel, "Vertellen voor de klas")
    pieces = acts.stukjes(sanna, big, "Vertellen aan zes klasgenoten", "Kiezen wat ik vertel", "Voor de klas")
    acts.gelukt(cast.harold, acts.stap(doel, "Vertellen aan Harold"))
    acts.gelukt(sanna, pieces[0])

    big.refresh_from_db()
    assert (big.status, big.tekst) == ("gesplitst", "Vertellen voor de klas")
    assert [one.uit_id for one in pieces] == [big.pk] * 3
    stair = trap(Doel.objects.get(pk=doel.pk))
    assert [(one.stap.tekst, one.stand) for one in stair.treden] == [
        ("Vertellen aan Harold", "klaar"),
        ("Vertellen aan zes klasgenoten", "klaar"),
        ("Kiezen wat ik vertel", "nu"),
        ("Voor de klas", "later"),
    ]
    assert (stair.plek, stair.aantal) == (3, 4)
    found = list(Succes.objects.order_by("wanneer").values_list("tekst", "soort", "auteur", "dag"))
    assert found == [
        ("Vertellen aan Harold", "stap", cast.harold.pk, days(0)),
        ("Vertellen aan zes klasgenoten", "stap", sanna.pk, days(0)),
    ]
    said = [
        "doel gemaakt",
        "stap in stukjes",
        "succes gevonden",
        "stap gelukt",
        "succes gevonden",
        "stap gelukt",
    ]
    assert list(LogRegel.objects.order_by("id").values_list("actie", flat=True)) == said


def test_twice_is_once(cast: Cast) -> None:
    plan = doelen.Plan("Bellen", Begeleidingsdoel.LOOPBAAN, stappen=("Oefenen", " "))
    key, harold = uuid4(), viewer(cast.harold)
    for _ in range(2):
        doel = doelen.maak_doel(by=harold, student=cast.sanna, plan=plan, sleutel=key)
        extra = actions.voeg_stap_toe(
            by=harold, doel_id=doel.pk, stap=actions.Stap("Opnemen"), sleutel=doel.pk
        )
        pieces = acts.stukjes(harold, extra, "Een", "Twee")
        acts.gelukt(harold, pieces[0])
    assert Doel.objects.count() == Succes.objects.count() == 1
    assert order(doel) == ["Oefenen", "Opnemen", "Een", "Twee"]


def test_two_people_tick_one_step(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.stap(doel, "Vertellen aan Harold")
    assert actions.stap_gehaald(by=viewer(cast.harold), stap_id=one.pk)[1]
    row, now = actions.stap_gehaald(by=viewer(cast.soraya), stap_id=one.pk)
    assert (row.gehaald_door, now) == (cast.harold, False)
    assert Succes.objects.get().auteur == cast.harold


def test_undo_takes_the_success_along(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.gelukt(cast.harold, acts.stap(doel, "Vertellen aan Harold"))
    for _ in range(2):
        row = actions.stap_nog_niet(by=viewer(cast.harold), stap_id=one.pk)
    assert (row.status, row.gehaald_op, row.gehaald_door) == (StapStatus.OPEN, None, None)
    assert not Succes.objects.exists()
    assert list(doel.overgangen.values_list("van", "naar")) == [("open", "gehaald"), ("gehaald", "open")]


@pytest.mark.parametrize(
    ("stukjes", "said"),
    [
        (("Een",), "Maak er twee, drie of vier stukjes van."),
        (("Een", " "), "Maak er twee, drie of vier stukjes van."),
        (tuple("abcde"), "Maak er twee, drie of vier stukjes van."),
    ],
)
def test_two_to_four_pieces(cast: Cast, stukjes: tuple[str, ...], said: str) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    with pytest.raises(Refused, match=said):
        acts.stukjes(cast.harold, acts.stap(doel, "Vertellen aan Harold"), *stukjes)
    assert doel.stappen.count() == 2


def test_what_was_cut_or_reached_is_not_cut_again(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    first, last = doel.stappen.all()
    acts.gelukt(cast.harold, first)
    acts.stukjes(cast.harold, last, "Een", "Twee")
    with pytest.raises(Refused, match="al gelukt"):
        acts.stukjes(cast.harold, first, "Een", "Twee")
    with pytest.raises(Refused, match="Iemand maakte net al stukjes"):
        acts.stukjes(cast.soraya, last, "Een", "Drie")
    with pytest.raises(Refused, match="in stukjes"):
        acts.gelukt(cast.harold, last)


def test_a_step_moves_with_its_pieces(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna, "A", "B", "C")
    deep = acts.stukjes(cast.harold, acts.stap(doel, "B"), "b1", "b2")[1]
    acts.stukjes(cast.harold, deep, "x", "y")
    harold = viewer(cast.harold)
    actions.verplaats(by=harold, stap_id=acts.stap(doel, "B").pk, eerder=True)
    assert order(doel) == ["B", "b1", "b2", "x", "y", "A", "C"]
    actions.verplaats(by=harold, stap_id=acts.stap(doel, "b1").pk, eerder=False)
    assert order(doel) == ["B", "b2", "x", "y", "b1", "A", "C"]
    actions.verplaats(by=harold, stap_id=acts.stap(doel, "C").pk, eerder=False)  # the last one stays
    assert order(doel)[-1] == "C"


def test_at_most_five_on_the_stair(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna, *"ABCDEFGH")
    for name in "ABCD":
        acts.gelukt(cast.harold, acts.stap(doel, name))
    stair = trap(Doel.objects.get(pk=doel.pk))
    shown = ["".join(one.stap.tekst for one in part) for part in (stair.voor, stair.treden, stair.na)]
    assert shown == ["AB", "CDEFG", "H"]
    assert stair.nu is not None
    assert stair.nu.tekst == "E"


def test_the_ladder_and_changes(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one, harold = acts.stap(doel, "Vertellen aan Harold"), viewer(cast.harold)
    for _ in range(2):
        actions.hulp_naar(by=harold, stap_id=one.pk, hulp=Hulp.ZELF)
        actions.pas_stap_aan(by=harold, stap_id=one.pk, nieuw={"voor": days(3)})
        doelen.pas_doel_aan(by=harold, doel_id=doel.pk, nieuw={"droom": "Een eigen winkel"})
    one.refresh_from_db()
    assert (one.hulp, one.voor) == ("zelf", days(3))
    said = LogRegel.objects.order_by("id").values_list("actie", flat=True)
    assert list(said) == ["doel gemaakt", "hulp bij stap", "stap aangepast", "doel aangepast"]


def test_a_doel_ends_and_goes_on(cast: Cast) -> None:
    doel, harold = acts.doel(cast.harold, cast.sanna), viewer(cast.harold)
    one = acts.stap(doel, "Vertellen aan Harold")
    with pytest.raises(Refused, match="waarom het nog niet lukt"):
        doelen.stop_doel(by=harold, doel_id=doel.pk, reden=" ")
    doelen.stop_doel(by=harold, doel_id=doel.pk, reden="Eerst rust")
    with pytest.raises(Refused, match="Dit doel staat stil"):
        acts.gelukt(cast.harold, one)
    with pytest.raises(Refused, match="Harold Vermeer zette dit doel al stil"):
        doelen.doel_gehaald(by=viewer(cast.soraya), doel_id=doel.pk)
    doelen.ga_verder(by=harold, doel_id=doel.pk)
    for _ in range(2):
        row = doelen.doel_gehaald(by=harold, doel_id=doel.pk)
    assert (row.status, row.reden, row.afgerond_door) == ("gehaald", "", cast.harold)
    assert [naar for (naar,) in doel.overgangen.values_list("naar")] == ["gestopt", "open", "gehaald"]


def test_who_may_not(cast: Cast) -> None:
    doel = acts.doel(cast.harold, cast.sanna)
    one = acts.stap(doel, "Vertellen aan Harold")
    for person in (
        cast.petra,
        cast.noor,
        cast.bea,
        cast.ilse,
        cast.wouter,
        cast.ex_mentor,
        cast.straks_mentor,
    ):
        with pytest.raises(PermissionDenied, match="Een doel veranderen Sanna en de begeleiders van school"):
            acts.gelukt(person, one)
    assert DoelStap.objects.get(pk=one.pk).status == StapStatus.OPEN
