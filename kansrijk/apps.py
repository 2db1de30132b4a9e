"""The room `kansrijk`."""

from django.apps import AppConfig


class KansrijkConfig(AppConfig):
    """See docs/house.md for what stands in this room."""

    name = "kansrijk"
    verbose_name = "Kansrijk"
