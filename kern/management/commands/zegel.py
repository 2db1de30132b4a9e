"""Seals the log, and checks the seals. Run it every five minutes; keep what it prints on another machine."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kern.seal import check, seal


class Command(BaseCommand):
    """`manage.py zegel`: check first, then seal; with --elke it goes on doing so."""

    help = "Controleert de zegels van het logboek en verzegelt de nieuwe regels."

    def add_arguments(self, parser: CommandParser) -> None:
        """The pace, for a process that keeps running."""
        parser.add_argument("--elke", type=int, default=0, metavar="SECONDEN", help="blijf dit herhalen")

    def handle(self, *args: Any, **options: Any) -> None:
        """CommandError (exit code 1) where a seal does not hold: then nothing is sealed on top of it."""
        while True:
            self._once()
            if not options["elke"]:
                return
            time.sleep(options["elke"])

    def _once(self) -> None:
        verdict = check()
        if (broken := verdict.broken) is not None:
            raise CommandError(
                f"Het logboek is veranderd: zegel {broken.pk} (tot regel {broken.tot}) klopt niet meer. "
                "Zet de server stil en vergelijk met de laatste reservekopie."
            )
        new = seal()
        if new is not None:
            self.stdout.write(f"{new.op:%Y-%m-%d %H:%M:%S} zegel {new.pk} tot regel {new.tot}: {new.hash}")
