"""What a room makes of its own content: a version of its own kind, never in the list; and answers in one press."""

from typing import Any

import pytest
from django.http import Http404
from django.utils import timezone

from begeleiders.models import User
from checklists.actions import set_answers, start
from checklists.filled import Filled
from checklists.loading import made
from checklists.models import Antwoord
from checklists.queries import current, current_all
from tests.checklists import sample
from tests.checklists.sample import KENMERKEN
from tests.factories import UserFactory


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A tree without its version."""
    monkeypatch.setattr("checklists.kenmerken.codes", lambda: KENMERKEN)
    return {key: value for key, value in sample.tree().items() if key != "versie"}


@pytest.fixture
def harold(db: None) -> User:
    """Somebody who fills in."""
    return UserFactory()


def test_the_same_content_is_the_same_version(db: None, data: dict[str, Any]) -> None:
    first = made(data, where="proef")
    assert made(data, where="proef") == first
    second = made(data | {"kort": "Korter"}, where="proef")
    assert (first.versie, second.versie) == (1, 2)
    assert made(data | {"kort": "Korter"}, where="proef") == second


def test_nobody_chooses_it_from_the_list(db: None, data: dict[str, Any]) -> None:
    row = made(data, where="proef")
    assert row.code not in {one.code for one in current_all()}
    with pytest.raises(Http404):
        current(row.code)


def test_one_press_answers_only_what_nobody_answered(harold: User, data: dict[str, Any]) -> None:
    invulling = start(by=harold, versie=made(data, where="proef"), now=timezone.now())
    now = timezone.now()
    assert set_answers(by=harold, invulling=invulling, given={"plek": "Hier"}, now=now) == ["plek"]
    given = {"plek": "Daar", "notitie": "Nieuw"}
    assert set_answers(by=harold, invulling=invulling, given=given, now=now) == ["notitie"]
    Antwoord.objects.filter(veld="notitie").update(waarde="")
    assert set_answers(by=harold, invulling=invulling, given={"notitie": "Weer"}, now=now) == ["notitie"]
    filled = Filled(invulling, harold)
    assert (filled.value("plek"), filled.value("notitie")) == ("Hier", "Weer")
    assert Antwoord.objects.get(veld="notitie").versie == 2
