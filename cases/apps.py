"""The room `cases`."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """See docs/house.md for what stands in this room."""

    name = "cases"
    verbose_name = "Casussen"
