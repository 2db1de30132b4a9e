"""The room `collaboration`."""

from django.apps import AppConfig


class CollaborationConfig(AppConfig):
    """See docs/house.md for what stands in this room."""

    name = "collaboration"
    verbose_name = "Samen"

    def ready(self) -> None:
        """Listen to the rooms below."""
        from collaboration import receivers  # noqa: F401
