"""The room `collaboration`."""

from django.apps import AppConfig


class CollaborationConfig(AppConfig):
    """See docs/house.md for what stands in this room."""

    name = "collaboration"
    verbose_name = "Samen"
