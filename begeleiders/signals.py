"""Logging in and out are lines in the log as well; and news of coming in for the rooms above."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import Signal

from begeleiders.models import User
from kern.log import Subject, record

# Somebody came in with the card of a student, by a code in the mail or on the mentor's screen: sent with kaart.
kaart_gebruikt = Signal()


def connect() -> None:
    """Called once, when the app is ready."""
    user_logged_in.connect(_logged_in, dispatch_uid="log-in")
    user_logged_out.connect(_logged_out, dispatch_uid="log-uit")


def _logged_in(sender: object, user: User, **kwargs: Any) -> None:
    record("ingelogd", by=user.pk, about=Subject(kind="account", object_id=user.pk))


def _logged_out(sender: object, user: User | None, **kwargs: Any) -> None:
    if user is not None:
        record("uitgelogd", by=user.pk, about=Subject(kind="account", object_id=user.pk))
