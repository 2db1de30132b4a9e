"""The roof: settings, addresses, middleware, and what only it can join."""

from django.apps import AppConfig


class KansrijkConfig(AppConfig):
    """Tells the login page of the demo who its cast are."""

    name = "kansrijk"
    verbose_name = "Kansrijk"

    def ready(self) -> None:
        """Models can be imported only now."""
        from begeleiders import demo
        from kansrijk.cast import describe

        demo.describe_with(describe)
