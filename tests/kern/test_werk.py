"""What is taken up again and what is not; jobs by the clock are done by one; what is old goes."""

from datetime import timedelta
from io import StringIO
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kern.models import Bericht, GeweigerdAdres, Klokslag
from kern.post import link, outbox, post, refused
from kern.werk import clock, sweep
from kern.werk.worker import Werk

pytestmark = pytest.mark.django_db
Staat = Bericht.Staat


@pytest.fixture
def row(monkeypatch: pytest.MonkeyPatch) -> Bericht:
    """A mail whose task got lost."""
    with monkeypatch.context() as lost:
        lost.setattr(outbox, "enqueue", lambda bericht: None)
        return post(
            to="melissa@leerbedrijf.example",
            onderwerp="Iets nieuws",
            sjabloon="melding",
            context={"url": link("/")},
        )


def change(row: Bericht, **values: Any) -> None:
    Bericht.objects.filter(pk=row.pk).update(**values)
    row.refresh_from_db()


def ago(**much: float) -> Any:
    return timezone.now() - timedelta(**much)


def test_what_somebody_has_is_left_alone(row: Bericht) -> None:
    assert sweep.sweep() == 0
    change(row, staat=Staat.BEZIG, houder=uuid4(), vast_tot=timezone.now() + timedelta(seconds=5))
    assert sweep.sweep() == 0
    assert mail.outbox == []


@pytest.mark.parametrize("state", [Staat.WACHT, Staat.BEZIG])
def test_a_lost_task_and_a_dead_worker_are_made_good(row: Bericht, state: str) -> None:
    change(row, staat=state, houder=uuid4() if state == Staat.BEZIG else None, vast_tot=ago(seconds=1))
    assert sweep.sweep() == 1
    row.refresh_from_db()
    assert (row.staat, len(mail.outbox)) == (Staat.VERZONDEN, 1)
    assert sweep.sweep() == 0


def test_a_mail_that_kills_its_worker_rests_and_is_given_up(row: Bericht) -> None:
    change(row, staat=Staat.BEZIG, houder=uuid4(), vast_tot=ago(seconds=1), pogingen=3)
    sweep.sweep()
    row.refresh_from_db()
    assert (row.staat, mail.outbox) == (Staat.WACHT, [])
    assert row.niet_voor > timezone.now() + timedelta(minutes=4)
    change(row, staat=Staat.BEZIG, houder=uuid4(), vast_tot=ago(seconds=1), gemaakt=ago(days=5))
    sweep.sweep()
    row.refresh_from_db()
    assert (row.staat, row.tekst) == (Staat.OPGEGEVEN, "")


def task_row(**values: Any) -> DBTaskResult:
    values = {"worker_ids": ["een"], "started_at": ago(minutes=5)} | values
    return DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="begeleiders.tasks.send_password_reset",
        backend_name="default",
        run_after=ago(minutes=9),
        exception_class_path="",
        traceback="",
        **values,
    )


def test_tasks_are_made_ready_again() -> None:
    dead = task_row(status=TaskResultStatus.RUNNING)
    failed = task_row(status=TaskResultStatus.FAILED, finished_at=timezone.now())
    busy = task_row(status=TaskResultStatus.RUNNING, started_at=ago(minutes=4))
    done = task_row(status=TaskResultStatus.SUCCESSFUL, finished_at=ago(minutes=4))
    assert sweep.sweep_tasks() == 2
    for task in (dead, failed, busy, done):
        task.refresh_from_db()
    assert [task.status for task in (dead, failed, busy, done)] == ["READY", "READY", "RUNNING", "SUCCESSFUL"]
    assert dead.run_after <= timezone.now() < failed.run_after


def test_a_task_has_a_number_of_chances(settings: Any) -> None:
    ids = ["een"] * settings.WERK["attempts"]
    dead = task_row(status=TaskResultStatus.RUNNING, worker_ids=ids)
    failed = task_row(status=TaskResultStatus.FAILED, worker_ids=ids, finished_at=timezone.now())
    old = task_row(status=TaskResultStatus.FAILED, finished_at=ago(days=3))
    assert sweep.sweep_tasks() == 0
    for task in (dead, failed, old):
        task.refresh_from_db()
        assert task.status == TaskResultStatus.FAILED


def test_a_job_by_the_clock_is_done_by_one() -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    assert [clock.claim("iets", hour, now + late) for late in (timedelta(), timedelta(), hour)] == [
        True,
        False,
        True,
    ]
    assert Klokslag.objects.get().laatst == now + hour


def test_a_job_that_fails_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    done: list[str] = []

    def call(name: str) -> None:
        done.append(name)
        raise {"een": CommandError("mis"), "twee": RuntimeError("mis")}.get(name, KeyError())

    monkeypatch.setattr(clock, "call_command", call)
    settings.KLOK = {name: (60, name) for name in ("een", "twee", "drie")}
    assert clock.strike() == done == ["een", "twee", "drie"]
    assert clock.strike() == []


def test_a_part_that_fails_is_begun_again(settings: Any) -> None:
    settings.WERK = settings.WERK | {"interval": 0}
    werk, calls = Werk(hands=1), []

    def part() -> None:
        calls.append(1)
        if len(calls) < 3:
            raise OperationalError("the database is away")
        werk.stop()

    thread = Thread(target=werk._keep, args=(part,))
    thread.start()
    thread.join(10)
    assert len(calls) == 3
    assert not werk.workers[0].running


def test_every_job_of_the_settings_runs() -> None:
    assert set(clock.strike()) >= {"zegel", "sessies", "taken", "post"}


def test_what_is_old_goes(row: Bericht) -> None:
    change(row, staat=Staat.VERZONDEN, klaar=ago(days=91), tekst="")
    for name, days in (("oud", 91), ("nieuw", 89)):
        GeweigerdAdres.objects.create(adres=f"{name}@leerbedrijf.example", sinds=ago(days=days), fout="550")
    call_command("ruim_post", stdout=StringIO())
    assert not Bericht.objects.exists()
    assert list(refused(["oud@leerbedrijf.example", "nieuw@leerbedrijf.example"])) == [
        "nieuw@leerbedrijf.example"
    ]


def test_an_address_that_is_still_mailed_stays_refused(row: Bericht) -> None:
    GeweigerdAdres.objects.create(adres=row.aan, sinds=ago(days=91), fout="550")
    sweep.forget()
    assert refused([row.aan])
