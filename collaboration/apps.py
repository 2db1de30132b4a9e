"""The room `collaboration`."""

from django.apps import AppConfig


class CollaborationConfig(AppConfig):
    """See docs/house.md for what stands in this room."""

    name = "collaboration"
    verbose_name = "Samen"

    def ready(self) -> None:
        """Listen to the rooms below, and hand in to the library which gesprekken touched a kenmerk."""
        from cases import hooks
        from collaboration import receivers  # noqa: F401
        from collaboration.queries.kenmerk import talks_that_touched

        hooks.talks_come_from(talks_that_touched)
