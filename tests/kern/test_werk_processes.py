"""Real workers and a real mail server that has bad days: every mail arrives, and once where that can be."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from begeleiders.tasks import send_password_reset
from kern.models import Bericht
from kern.post import link, mended, post, refused
from tests.factories import UserFactory
from tests.harness.mailserver import MailServer, wait_for
from tests.harness.werk import working

pytestmark = pytest.mark.django_db(transaction=True)
Staat = Bericht.Staat


@pytest.fixture(autouse=True)
def _queue_in_the_database(settings: object) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}  # type: ignore[attr-defined]


@pytest.fixture
def server() -> Iterator[MailServer]:
    return MailServer()


def send(name: str, sleutel: str = "") -> Bericht:
    return post(
        to=f"{name}@leerbedrijf.example",
        onderwerp="Er is iets nieuws",
        sjabloon="melding",
        context={"url": link("/")},
        sleutel=sleutel,
    )


def state(row: Bericht) -> str:
    row.refresh_from_db()
    return row.staat


def all_sent(rows: list[Bericht]) -> Callable[[], bool]:
    return lambda: all(state(row) == Staat.VERZONDEN for row in rows)


def test_a_server_that_is_down_refuses_one_and_puts_one_off(server: MailServer) -> None:
    rows, gone = [send(name) for name in ("een", "twee", "straks")], send("weg")
    server.gone.add("weg@leerbedrijf.example")
    server.later["straks@leerbedrijf.example"] = 2
    with working(server.port):
        wait_for(lambda: Bericht.objects.filter(pogingen__gte=1).count() == 4)
        assert not server.taken
        with server.running():
            wait_for(all_sent(rows))
            wait_for(lambda: state(gone) == Staat.GEWEIGERD)
            known = refused(["Weg@leerbedrijf.example", "een@leerbedrijf.example"])
            assert list(known) == ["Weg@leerbedrijf.example"]
            assert known["Weg@leerbedrijf.example"] <= timezone.now()
            server.gone.clear()
            mended("weg@leerbedrijf.example")
            rows.append(send("weg"))
            wait_for(all_sent(rows))
    assert server.copies() == {row.message_id: 1 for row in rows}
    assert rows[2].pogingen >= 3
    assert set(Bericht.objects.values_list("tekst", flat=True)) == {""}
    assert refused(["weg@leerbedrijf.example"]) == {}


def test_nobody_waits_for_a_slow_server_and_a_worker_that_is_stopped_finishes(server: MailServer) -> None:
    server.slow = 1.2
    busy = threading.Event()
    server.on_rcpt = lambda address: busy.set()
    with server.running(), working(server.port, hands=1) as werk:
        began = time.monotonic()
        first = send("een")
        assert time.monotonic() - began < server.slow
        assert busy.wait(20)
        second = send("twee")
        assert werk.stop() == 0
        assert (state(first), state(second)) == (Staat.VERZONDEN, Staat.WACHT)
        server.slow = 0
        with working(server.port):
            wait_for(all_sent([second]))
    assert server.copies() == {first.message_id: 1, second.message_id: 1}


def test_a_worker_killed_before_the_mail_was_handed_over_gives_no_double(server: MailServer) -> None:
    reached, on = threading.Event(), threading.Event()

    def stop_here(address: str) -> None:
        reached.set()
        on.wait(20)

    server.on_rcpt = stop_here
    row = send("een")
    with server.running():
        with working(server.port) as werk:
            assert reached.wait(20)
            werk.kill()
        on.set()
        server.on_rcpt = None
        assert (state(row), row.pogingen) == (Staat.BEZIG, 1)
        with working(server.port):
            wait_for(all_sent([row]))
    assert server.copies() == {row.message_id: 1}
    assert row.pogingen == 2


def test_a_worker_killed_between_the_answer_and_its_note_gives_one_double(server: MailServer) -> None:
    reached, on = threading.Event(), threading.Event()

    def stop_here(mail: object) -> None:
        reached.set()
        on.wait(20)

    server.on_data = stop_here
    row = send("een")
    with server.running():
        with working(server.port) as werk:
            assert reached.wait(20)
            with (
                transaction.atomic()
            ):  # the note has to wait for us: on SQLite for the file, else for the row
                Bericht.objects.select_for_update().get(pk=row.pk)
                on.set()
                time.sleep(0.4)
                werk.kill()
        server.on_data = None
        assert state(row) == Staat.BEZIG
        with working(server.port):
            wait_for(all_sent([row]))
    assert server.copies() == {row.message_id: 2}
    first, second = server.taken
    assert first.as_bytes() == second.as_bytes()


def test_a_database_that_is_locked_for_a_while_gives_no_double(server: MailServer) -> None:
    row = send("een")
    reached, on = threading.Event(), threading.Event()

    def stop_here(mail: object) -> None:
        reached.set()
        on.wait(20)

    server.on_data = stop_here
    with server.running(), working(server.port):
        assert reached.wait(20)
        with transaction.atomic():
            Bericht.objects.select_for_update().get(pk=row.pk)
            on.set()
            time.sleep(1)
        wait_for(all_sent([row]))
    assert server.copies() == {row.message_id: 1}


def test_two_workers_send_each_mail_once(server: MailServer) -> None:
    rows = [send(f"nummer-{i}") for i in range(20)]
    with server.running(), working(server.port), working(server.port):
        wait_for(all_sent(rows))
    assert server.copies() == {row.message_id: 1 for row in rows}


def test_one_key_asked_at_the_same_moment_is_one_mail(server: MailServer) -> None:
    gate, found = threading.Barrier(6), []

    def ask() -> None:
        gate.wait(10)
        found.append(send("een", sleutel="melding:1").pk)
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(found) == 6
    assert set(found) == {Bericht.objects.get().pk}
    assert DBTaskResult.objects.count() == 1


def test_other_work_of_a_dead_worker_is_taken_up_and_mails_once(server: MailServer) -> None:
    user = UserFactory.create()
    result = send_password_reset.enqueue(email=user.email)
    task = DBTaskResult.objects.filter(pk=result.id)
    dead = {"status": "RUNNING", "started_at": timezone.now() - timedelta(minutes=9), "worker_ids": ["weg"]}
    task.update(**dead)
    with server.running(), working(server.port):
        wait_for(lambda: server.taken)
        wait_for(lambda: task.get().status == "SUCCESSFUL")
        task.update(**dead)
        wait_for(lambda: task.get().status == "SUCCESSFUL")
    assert Bericht.objects.count() == len(server.taken) == 1
