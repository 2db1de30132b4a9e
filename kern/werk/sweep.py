"""Taking up again what was left lying: mails whose pause is over or whose worker died, tasks that failed or stayed.

django-tasks-db gives a task to one worker and never looks back: a failed one is not tried again, and one whose worker
was killed stands at "running" for ever. So each task of this house may be done twice without harm, and is done within
`POST["hold"]` seconds; past that its worker is taken for dead.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kern.models import Bericht, GeweigerdAdres
from kern.post.delivery import pause
from kern.post.outbox import enqueue

logger = logging.getLogger("kern.werk")
Staat = Bericht.Staat
BATCH = 100  # rows in one transaction: others want to write too
CRASHES = 3  # after so many attempts without a note, a mail waits between them as after a failure
LOOK_BACK = timedelta(days=2)  # a failed task older than this had all its chances


def _seconds(name: str) -> timedelta:
    return timedelta(seconds=settings.POST[name])


def sweep() -> int:
    """Take up everything that was left lying. Out: how much that was."""
    done = sweep_tasks()
    while batch := sweep_post():
        done += batch
    return done


@transaction.atomic
def sweep_post() -> int:
    """Put mails in the queue again whose pause is over, or whose task or worker is gone. Out: how many."""
    now, done = timezone.now(), 0
    left = Bericht.objects.filter(staat__in=(Staat.WACHT, Staat.BEZIG), vast_tot__lte=now)
    for row in left.order_by("vast_tot")[:BATCH]:
        mine = left.filter(pk=row.pk, houder=row.houder)
        if row.staat == Staat.BEZIG and row.gemaakt + _seconds("give_up") <= now:
            mine.update(staat=Staat.OPGEGEVEN, klaar=now, tekst="", houder=None)
        elif row.staat == Staat.BEZIG and row.pogingen >= CRASHES:
            again = now + pause(row.pogingen)
            mine.update(staat=Staat.WACHT, niet_voor=again, vast_tot=again, houder=None)
        elif mine.update(staat=Staat.WACHT, vast_tot=now + _seconds("queued"), houder=None):
            enqueue(row)
        done += 1
    return done


@transaction.atomic
def sweep_tasks() -> int:
    """Make tasks ready again that failed or whose worker died, each a limited number of times. Out: how many."""
    now, done = timezone.now(), 0
    left = DBTaskResult.objects.filter(
        Q(status=TaskResultStatus.RUNNING, started_at__lte=now - _seconds("hold"))
        | Q(status=TaskResultStatus.FAILED, finished_at__gte=now - LOOK_BACK)
    )
    for row in left.select_for_update(skip_locked=True):
        attempts = len(row.worker_ids)
        if attempts < settings.WERK["attempts"]:
            # A dead worker is no reason to wait; a failure is, counted from when it failed.
            failed = row.finished_at if row.status == TaskResultStatus.FAILED else None
            row.run_after = failed + pause(attempts) if failed else now
            row.status, row.finished_at = TaskResultStatus.READY, None
            row.save(update_fields=["status", "run_after", "finished_at"])
            done += 1
        elif row.status == TaskResultStatus.RUNNING:
            logger.error("Task %s (%s) never came to an end; given up.", row.pk, row.task_path)
            row.status, row.finished_at = TaskResultStatus.FAILED, now
            row.save(update_fields=["status", "finished_at"])
    return done


def forget() -> int:
    """Remove what was done with long ago: mails, and refused addresses that nobody mails any more. Out: how many."""
    before = timezone.now() - _seconds("keep")
    gone, _ = Bericht.objects.filter(klaar__lt=before).delete()
    mailed = Bericht.objects.annotate(adres=Lower("aan")).filter(adres=OuterRef("adres"))
    quiet = GeweigerdAdres.objects.filter(~Exists(mailed), sinds__lt=before)
    return gone + quiet.delete()[0]
