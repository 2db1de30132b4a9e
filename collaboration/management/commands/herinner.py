"""Reminders that come by the clock; `manage.py werk` runs this every five minutes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from collaboration.herinneren import herinner


class Command(BaseCommand):
    """`manage.py herinner`: run it as often as you like, nobody is reminded twice of the same."""

    help = "Stuurt herinneringen aan wie iets laat liggen: een afspraak, een signaal, een aanvraag, stilte."

    def add_arguments(self, parser: CommandParser) -> None:
        """Silence is looked for apart, as that asks after every student."""
        parser.add_argument("--stilte", action="store_true", help="kijk van wie lang niets gehoord is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Remind, and say how many people that were."""
        count = herinner(stilte=options["stilte"])
        if count:
            self.stdout.write(f"{count} herinneringen")
