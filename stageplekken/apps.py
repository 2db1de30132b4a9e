"""The room `stageplekken`."""

from django.apps import AppConfig


class StageplekkenConfig(AppConfig):
    """See docs/house.md for what stands in this room."""

    name = "stageplekken"
    verbose_name = "Stageplekken"
