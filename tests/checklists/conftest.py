"""Two begeleiders, Harold and Noor, and one instrument that is being filled in."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from begeleiders.models import User
from checklists import actions, kenmerken, loading, tree
from checklists.actions import SaveResult
from checklists.models import InstrumentVersie, Invulling
from tests.checklists import sample
from tests.factories import UserFactory

START = dt.datetime(2026, 3, 10, 10, 42, tzinfo=dt.UTC)


@pytest.fixture
def harold(db: None) -> User:
    """The mentor."""
    return UserFactory.create(voornaam="Harold", achternaam="Vermeer")


@pytest.fixture
def noor(db: None) -> User:
    """The KAW-er."""
    return UserFactory.create(voornaam="Noor", achternaam="Aydin")


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two kenmerken of the sample, beside the real ones: a page may read a real instrument anew."""
    both = kenmerken.codes() | sample.KENMERKEN
    monkeypatch.setattr(kenmerken, "codes", lambda: both)


@pytest.fixture
def versie(db: None, known: None) -> InstrumentVersie:
    """The sample as a row."""
    data = sample.tree()
    return loading.load(tree.parse(data, where="proef.yaml"), data)


@pytest.fixture
def invulling(versie: InstrumentVersie, harold: User) -> Invulling:
    """Begun by Harold."""
    return actions.start(by=harold, versie=versie, now=START)


@pytest.fixture
def save(invulling: Invulling) -> Callable[..., SaveResult]:
    """save(person, post) -> SaveResult; each call is a minute later."""
    clock = [START]

    def save_post(person: User, post: Any) -> SaveResult:
        clock[0] += dt.timedelta(minutes=1)
        fields = invulling.versie.instrument.velden()
        return actions.save_answers(by=person, invulling=invulling, posted=post, fields=fields, now=clock[0])

    return save_post
