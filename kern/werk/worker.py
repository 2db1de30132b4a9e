"""The process behind `manage.py werk`: a few hands that do tasks, a sweeper, and a clock."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from uuid import uuid4

from django.conf import settings
from django.db import connections
from django_tasks_db.management.commands.db_worker import Worker

from kern.werk.clock import strike
from kern.werk.sweep import sweep

logger = logging.getLogger("kern.werk")


class Werk:
    """Runs until it is told to stop; then lets each hand finish what it holds."""

    def __init__(self, hands: int) -> None:
        self.stopping = threading.Event()
        self.asked: set[int] = set()
        self.workers = [self._worker() for _ in range(hands)]

    @staticmethod
    def _worker() -> Worker:
        return Worker(
            queue_names=["*"],
            interval=settings.WERK["interval"],
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=uuid4().hex,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        """Work until `stop`. A part that fails is begun again: a database that is away comes back."""
        parts: list[Callable[[], object]] = [worker.run for worker in self.workers]
        parts += [self._every(settings.WERK["sweep"], sweep), self._every(settings.WERK["clock"], strike)]
        threads = [threading.Thread(target=self._keep, args=(part,), daemon=True) for part in parts]
        for thread in threads:
            thread.start()
        while not self.stopping.wait(3600):
            pass
        end = time.monotonic() + settings.POST["hold"]
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        """Take nothing new. The same signal a second time does not wait for what is in hand."""
        if number in self.asked:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        self.asked.add(number)
        for worker in self.workers:
            worker.running = False
        self.stopping.set()

    def _every(self, seconds: float, job: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            while not self.stopping.is_set():
                job()
                self.stopping.wait(seconds)

        return run

    def _keep(self, part: Callable[[], object]) -> None:
        while not self.stopping.is_set():
            try:
                part()
            except Exception:
                logger.exception("Background work was interrupted, and goes on.")
                self.stopping.wait(settings.WERK["interval"])
            finally:
                connections.close_all()
