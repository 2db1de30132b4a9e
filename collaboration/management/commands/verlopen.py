"""Consent that ran out; `manage.py werk` runs this every hour."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from collaboration.actions.consent import laat_verlopen


class Command(BaseCommand):
    """`manage.py verlopen`: run it as often as you like."""

    help = (
        "Zet toestemming waarvan de laatste dag voorbij is op verlopen, en laat dat weten aan wie hem vroeg."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it down, and say how many there were."""
        count = laat_verlopen(on=timezone.localdate())
        if count:
            self.stdout.write(f"{count} keer toestemming verlopen")
