"""All background work: mail and other tasks, taking up what was left lying, and what comes back by the clock."""

import logging
import signal
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from kern.werk.worker import Werk


class Command(BaseCommand):
    """`manage.py werk`: runs until it is stopped; more of them may run at once."""

    help = "Doet het werk op de achtergrond: mail versturen, opnieuw proberen, opruimen, verzegelen."
    requires_system_checks = []  # as with the server: a service that comes back after a crash comes back at once

    def add_arguments(self, parser: CommandParser) -> None:
        """How many tasks at once."""
        parser.add_argument("--handen", type=int, default=settings.WERK["hands"], help="taken tegelijk")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work, until SIGTERM or SIGINT."""
        for name in ("django_tasks_db", "django.tasks"):
            logging.getLogger(name).setLevel(logging.WARNING)
        werk = Werk(options["handen"])
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, werk.stop)
        werk.run()
