"""The room of the instruments: content as data, and the engine that fills it in."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ChecklistsConfig(AppConfig):
    """Loads the instruments from `fixtures/` after every migrate."""

    name = "checklists"
    verbose_name = "Instrumenten"

    def ready(self) -> None:
        """Connect the loader, so that code and content never get out of step."""
        from checklists.loading import load_after_migrate

        post_migrate.connect(load_after_migrate, sender=self, dispatch_uid="checklists.load")
