"""Removes mails and refused addresses that nobody needs any more; `manage.py werk` does it every day."""

from typing import Any

from django.core.management.base import BaseCommand

from kern.werk.sweep import forget


class Command(BaseCommand):
    """`manage.py ruim_post`."""

    help = "Wist berichten die lang geleden verstuurd, geweigerd of opgegeven zijn."

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove, and say nothing."""
        forget()
