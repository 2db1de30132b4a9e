"""The ground floor: people, schools, roles in a school, logging in."""

from django.apps import AppConfig


class BegeleidersConfig(AppConfig):
    name = "begeleiders"
    label = "begeleiders"
    verbose_name = "begeleiders"

    def ready(self) -> None:
        """Listen to logging in and out, for the log."""
        from begeleiders import signals

        signals.connect()
