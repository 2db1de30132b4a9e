"""The ground floor: people, schools, roles in a school, logging in."""

from django.apps import AppConfig


class BegeleidersConfig(AppConfig):
    name = "begeleiders"
    label = "begeleiders"
    verbose_name = "begeleiders"

    def ready(self) -> None:
        """Make the rows of coming in known, and listen to logging in and out, for the log."""
        from begeleiders import coming_in, signals  # noqa: F401

        signals.connect()
