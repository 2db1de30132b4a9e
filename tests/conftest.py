"""What every test gets: strict client, strict templates, no network, clean cache, the database as in production."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.cast_fixture import cast
from tests.harness import StrictClient, no_network, strict_variables
from tests.harness.flush import flush_with_log
from tests.harness.mails import faults

__all__ = ["cast"]

# Folders whose tests ask the files of the project, or pages and papers in which the databases do not differ.
ONCE = ("house", "pdf")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is enough on one database is not repeated on PostgreSQL (tests/access and tests/sweep say it themselves)."""
    here = Path(__file__).parent
    for item in items:
        if any(here / folder in item.path.parents for folder in ONCE):
            item.add_marker(pytest.mark.eenmaal)


@pytest.fixture(autouse=True, scope="session")
def _strict() -> Iterator[None]:
    with no_network(), strict_variables(), flush_with_log():
        yield


@pytest.fixture(autouse=True)
def _clean_cache() -> Iterator[None]:
    """Limits on logging in are counted in the cache: one test's guesses must not close the door of the next."""
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _strict_mails() -> Iterator[None]:
    """Every mail that a test sends is one of our fixed texts, without a name or content."""
    yield
    assert [fault for message in getattr(mail, "outbox", []) for fault in faults(message)] == []


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """SQLite in a file, as in production: each thread has its own connection, and WAL and locks are real.

    The file lies in memory where the system has such a folder, as nothing in it needs to survive.
    """
    database = settings.DATABASES["default"]
    if database["ENGINE"] != "django.db.backends.sqlite3":
        yield
        return
    shm = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    folder = tempfile.TemporaryDirectory(prefix="kansrijk-test-", dir=shm if shm.is_dir() else None)
    with folder as name:
        database["TEST"]["NAME"] = str(Path(name) / "test.sqlite3")
        yield


@pytest.fixture
def client() -> StrictClient:
    """An anonymous visitor; every answer is judged (see tests/harness)."""
    return StrictClient()


@pytest.fixture
def htmx() -> dict[str, str]:
    """Headers of a request by htmx: client.post(url, data, headers=htmx)."""
    return {"HX-Request": "true"}


@pytest.fixture
def login(db: None) -> Callable[[Client, Any], Client]:
    """login(client, user) -> the same client, now logged in as this person."""

    def log_in(client: Client, user: Any) -> Client:
        client.force_login(user)
        return client

    return log_in
