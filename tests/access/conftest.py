"""The world, made once for each file of tests; every visit is undone."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.access.visit import Visitors
from tests.access.world import World, build


@pytest.fixture(scope="module")
def _one_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, Visitors]]:
    with django_db_blocker.unblock(), transaction.atomic():
        world = build()
        yield world, Visitors(world)
        transaction.set_rollback(True)


# `_one_world` stands before `db`, so that what a test writes is undone and the world stays.
@pytest.fixture
def world(_one_world: tuple[World, Visitors], db: None) -> World:
    """The world of tests/access/world.py."""
    return _one_world[0]


@pytest.fixture
def visitors(_one_world: tuple[World, Visitors], db: None) -> Visitors:
    """Everyone, logged in."""
    return _one_world[1]
