"""The world, made once for all of this folder; every visit is undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.access.visit import Visitors
from tests.access.world import World, build

# These ask the database itself; the rest of this folder asks pages, in which the databases do not differ.
ON_BOTH = ("test_students_access.py", "test_zorginzage.py", "test_actions.py", "test_log.py")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """What is enough on one database is not repeated on PostgreSQL; tests of the one world follow each other."""
    for item in items:
        if Path(__file__).parent in item.path.parents and item.path.name not in ON_BOTH:
            item.add_marker(pytest.mark.eenmaal)
    yield  # what was not asked for goes, and the order is drawn
    of_world = [item for item in items if "_one_world" in getattr(item, "fixturenames", ())]
    if of_world:
        here, ids = items.index(of_world[0]), {id(item) for item in of_world}
        before = [item for item in items[:here] if id(item) not in ids]
        after = [item for item in items[here:] if id(item) not in ids]
        items[:] = [*before, *of_world, *after]


@pytest.fixture(scope="package")  # a build takes ten seconds
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
