"""Choosing between two texts: once, and never over a text that nobody saw."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from begeleiders.models import User
from checklists import actions, queries
from checklists.actions import SaveResult
from checklists.models import Antwoord, Botsing, Invulling
from checklists.tokens import shown
from tests.checklists.conftest import START
from tests.checklists.sample import browser, fresh

Save = Callable[..., SaveResult]
LATER = START + dt.timedelta(hours=1)


def conflict_on(
    save: Save, invulling: Invulling, first: User, second: User, code: str, one: object, two: object
) -> Botsing:
    """`first` wrote `one`; `second` posts `two` from a page that did not show it."""
    name = code.replace("-", "_")
    late = browser(fresh(invulling, second), codes=[code], **{name: two})
    save(first, browser(fresh(invulling, first), codes=[code], **{name: one}))
    [botsing] = save(second, late).botsingen
    return botsing


@pytest.fixture
def botsing(save: Save, invulling: Invulling, harold: User, noor: User) -> Botsing:
    """Harold's text stands, Noor's waits."""
    return conflict_on(save, invulling, harold, noor, "notitie", "Van Harold", "Van Noor")


@pytest.mark.parametrize(
    ("keuze", "value", "version"),
    [("mijn", "Van Noor", 2), ("ander", "Van Harold", 1), ("samen", "Van Harold\nVan Noor", 2)],
)
def test_the_choice_becomes_the_value(
    botsing: Botsing, noor: User, keuze: actions.Keus, value: str, version: int
) -> None:
    outcome = actions.resolve(by=noor, botsing=botsing, keuze=keuze, gezien=shown(botsing), now=LATER)
    assert outcome.outcome == "gekozen"
    row = Antwoord.objects.get(veld="notitie")
    assert (row.waarde, row.versie) == (value, version)
    botsing.refresh_from_db()
    assert (botsing.open, botsing.opgelost_door, botsing.opgelost_op) == (False, noor, LATER)


def test_keeping_the_stored_text_does_not_disturb_its_writer(
    save: Save, invulling: Invulling, botsing: Botsing, harold: User, noor: User
) -> None:
    post = browser(fresh(invulling, harold), codes=["notitie"], notitie="Van Harold en meer")
    actions.resolve(by=noor, botsing=botsing, keuze="ander", gezien=shown(botsing), now=LATER)
    assert save(harold, post).ok


def test_lists_can_be_joined(save: Save, invulling: Invulling, harold: User, noor: User) -> None:
    botsing = conflict_on(save, invulling, harold, noor, "vork", ["weg-b"], ["weg-a"])
    actions.resolve(by=harold, botsing=botsing, keuze="samen", gezien=shown(botsing), now=LATER)
    assert fresh(invulling, noor).value("vork") == ["weg-a", "weg-b"]


def test_a_single_choice_cannot_be_joined(save: Save, invulling: Invulling, harold: User, noor: User) -> None:
    botsing = conflict_on(save, invulling, harold, noor, "hoe", "fijn", "gaat")
    with pytest.raises(ValueError, match="Kies een van de twee"):
        actions.resolve(by=harold, botsing=botsing, keuze="samen", gezien=shown(botsing), now=LATER)
    with pytest.raises(ValueError, match="Kies mijn, ander of samen"):
        actions.resolve(by=harold, botsing=botsing, keuze="geen", gezien=shown(botsing), now=LATER)  # type: ignore[arg-type]
    assert Botsing.objects.get().open


def test_who_comes_second_changes_nothing_and_learns_who_was_first(
    botsing: Botsing, harold: User, noor: User
) -> None:
    seen = shown(botsing)
    actions.resolve(by=harold, botsing=botsing, keuze="samen", gezien=seen, now=START)
    second = actions.resolve(by=noor, botsing=botsing, keuze="mijn", gezien=seen, now=LATER)
    assert (second.outcome, second.botsing.opgelost_door) == ("al-gekozen", harold)
    assert Antwoord.objects.get(veld="notitie").waarde == "Van Harold\nVan Noor"


def test_a_text_that_was_not_shown_is_never_overwritten(
    save: Save, invulling: Invulling, botsing: Botsing, harold: User, noor: User
) -> None:
    seen = shown(botsing)
    save(harold, browser(fresh(invulling, harold), codes=["notitie"], notitie="Van Harold, later"))
    outcome = actions.resolve(by=noor, botsing=botsing, keuze="mijn", gezien=seen, now=LATER)
    assert outcome.outcome == "veranderd"
    assert (Antwoord.objects.get(veld="notitie").waarde, Botsing.objects.get().open) == (
        "Van Harold, later",
        True,
    )


def test_a_lost_text_that_comes_again_after_the_choice_stays_settled(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    late = browser(fresh(invulling, noor), codes=["notitie"], notitie="Van Noor")
    save(harold, browser(fresh(invulling, harold), codes=["notitie"], notitie="Van Harold"))
    [botsing] = save(noor, late).botsingen
    actions.resolve(by=harold, botsing=botsing, keuze="ander", gezien=shown(botsing), now=LATER)
    assert save(noor, late).botsingen == []
    assert Botsing.objects.count() == 1


def test_an_own_field_is_settled_by_its_owner_only(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    botsing = conflict_on(save, invulling, harold, harold, "eigen-punt", "Bureau", "Telefoon")
    with pytest.raises(PermissionDenied):
        actions.resolve(by=noor, botsing=botsing, keuze="mijn", gezien=shown(botsing), now=LATER)
    with pytest.raises(Http404):
        queries.get_conflict(invulling=invulling, pk=botsing.pk, for_user=noor)
    assert queries.get_conflict(invulling=invulling, pk=botsing.pk, for_user=harold) == botsing
    assert fresh(invulling, noor).conflicts == {}
