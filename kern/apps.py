"""The basement: what knows no domain."""

from django.apps import AppConfig


class KernConfig(AppConfig):
    """Log, PDF, form layout, template tags and the pages about Kansrijk itself."""

    name = "kern"
    default_auto_field = "django.db.models.BigAutoField"
