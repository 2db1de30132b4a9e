"""The world, made once for each file of tests; every visit is undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.access.visit import Visitors
from tests.access.world import World, build

# These ask the database itself; the rest of this folder asks pages, in which the databases do not differ.
ON_BOTH = ("test_students_access.py", "test_zorginzage.py", "test_actions.py", "test_log.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is enough on one database is not repeated on PostgreSQL."""
    for item in items:
        if Path(__file__).parent in item.path.parents and item.path.name not in ON_BOTH:
            item.add_marker(pytest.mark.eenmaal)


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
