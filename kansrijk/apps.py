"""The roof: settings, addresses, middleware, and what only it can join."""

from django.apps import AppConfig


class KansrijkConfig(AppConfig):
    """Hands in, to the ground floor, what only rooms above it know."""

    name = "kansrijk"
    verbose_name = "Kansrijk"

    def ready(self) -> None:
        """Models can be imported only now."""
        from begeleiders import demo, invitations, sessions
        from kansrijk import coming_in
        from kansrijk.cast import describe

        demo.describe_with(describe)
        sessions.let_stay_if(coming_in.may_stay)
        invitations.lives_as_long_as(coming_in.alive)
