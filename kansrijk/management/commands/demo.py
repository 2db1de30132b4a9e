"""Loads the demo world: only where the settings say so, and never on a site with https."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """`manage.py demo`: run it again and nothing changes."""

    help = "Zet de demowereld in de database. Alleen met KANSRIJK_DEMO=1 en KANSRIJK_HTTPS=0."

    def handle(self, *args: Any, **options: Any) -> None:
        """Build it, or say why not."""
        if not settings.DEMO or settings.HTTPS:
            raise CommandError(
                "De demowereld hoort niet in een echte omgeving. "
                "Zet op je eigen machine KANSRIJK_DEMO=1 en KANSRIJK_HTTPS=0."
            )
        try:
            from tests.demo.build import build
        except ModuleNotFoundError as error:
            raise CommandError(
                f"De demowereld zit niet in dit pakket ({error.name} ontbreekt). "
                "Haal de hele broncode op en draai make run."
            ) from error
        if build():
            self.stdout.write("De demowereld staat klaar. Alle mensen erin zijn verzonnen.")
        else:
            self.stdout.write(
                "De demowereld is er al; er is niets veranderd. Opnieuw beginnen? Haal var/kansrijk.sqlite3 weg."
            )
