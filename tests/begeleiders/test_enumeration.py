"""Nobody learns here whether an address is known: same answer, same headers, same work."""

import statistics
import time
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from begeleiders import codes, limits
from begeleiders.models import User
from tests.begeleiders.coming_in import TYPE, ask
from tests.factories import UserFactory
from tests.harness import StrictClient

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "melissa@dekade.example", "nieuwsgierig@dekade.example"


@pytest.fixture(autouse=True)
def melissa(db: None) -> User:
    return UserFactory.create(email=KNOWN, password=None)


@pytest.fixture(autouse=True)
def _worker_elsewhere(settings: Any) -> None:
    """The queue is only written, as in production: what the worker does no page waits for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def seen(client: StrictClient, answer: Any, address: str) -> tuple[Any, ...]:
    """All that somebody sees of an answer, without its token and the address they typed themselves."""
    lines = [line for line in answer.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]
    headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
    text = "\n".join(lines).replace(address, "").replace(codes.masked(address), "")
    return answer.status_code, text, headers, sorted(answer.cookies)


def walk(address: str) -> list[Any]:
    """Ask, look, guess wrong until it is over, ask again."""
    client = StrictClient()
    steps = [ask(client, address), client.get(TYPE)]
    steps += [client.post(TYPE, {"code": "000000"}) for _ in range(6)]
    steps += [client.post(TYPE, {"opnieuw": "1"}), client.get(TYPE)]
    return [seen(client, step, address) for step in steps]


def test_every_page_and_header_is_the_same() -> None:
    assert walk(KNOWN) == walk(UNKNOWN)


def test_the_same_statements_in_the_same_order() -> None:
    def statements(address: str) -> list[str]:
        client = StrictClient()
        with CaptureQueriesContext(connection) as queries:
            ask(client, address)
            client.post(TYPE, {"code": "000000"})
        said = [query["sql"].split() for query in queries]
        return [" ".join(words[: 1 if "SAVEPOINT" in words else 3]) for words in said]

    statements(KNOWN)  # what is asked once for a process, was asked
    assert statements(KNOWN) == statements(UNKNOWN)


def test_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """In pairs, so that a busy machine is busy for both; the target is less than 20 ms between the medians."""
    monkeypatch.setattr(limits, "claim", lambda *args, **kwargs: True)
    client, gaps = StrictClient(), []
    for number in range(40):
        took = {}
        for address in (KNOWN, UNKNOWN) if number % 2 else (UNKNOWN, KNOWN):
            began = time.perf_counter()
            ask(client, address)
            took[address] = time.perf_counter() - began
        gaps.append(took[KNOWN] - took[UNKNOWN])
    assert abs(statistics.median(gaps)) < 0.020


def test_an_unknown_address_gets_no_mail(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
    ask(StrictClient(), UNKNOWN)
    assert mail.outbox == []
    ask(StrictClient(), KNOWN)
    assert [message.to for message in mail.outbox] == [[KNOWN]]
