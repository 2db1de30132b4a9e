"""How allauth behaves in this house: closed signup, Dutch messages, and no mail of its own."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import reverse

from begeleiders import limits

# A password may be tried so often in five minutes; a code by mail stays open meanwhile.
PASSWORD_TRIES, PASSWORD_SECONDS = 5, 5 * 60
# Only what is worth a sentence; logging in and out is visible without one.
MESSAGES = {
    "account/messages/password_changed.txt": "Je nieuwe wachtwoord is bewaard.",
    "account/messages/password_set.txt": "Je nieuwe wachtwoord is bewaard.",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the school; everything else is allauth's own flow."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Dit account staat uit. Vraag het na bij je school.",
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord passen niet bij elkaar. Probeer het opnieuw.",
        "enter_current_password": "Typ het wachtwoord dat je nu gebruikt.",
        "incorrect_password": "Dit wachtwoord klopt nog niet. Probeer het opnieuw.",
        "invalid_password_reset": "Deze link werkt niet meer.",
        "too_many_login_attempts": "Dat waren te veel pogingen. Wacht vijf minuten en probeer het dan opnieuw.",
        "rate_limited": "Dat ging te snel achter elkaar. Wacht een minuut.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: a school knows its people and makes their accounts."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Refused: every mail of this house is one of `kern.post`, and allauth is asked for none.

        Codes are sent by `begeleiders.codes`, a new password by `begeleiders.tasks`; other mails of allauth are off.
        """
        raise NotImplementedError(f"{template_prefix} is geen mail van dit huis.")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Show our own sentence for the few events that need one."""
        if message := MESSAGES.get(message_template or "", kwargs.get("message")):
            super().add_message(request, level, message=message)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is compared, in the database: exact, also for tries side by side."""
        whose = str(credentials.get("email", "")).strip().lower()
        allowed = limits.claim_network(request, "wachtwoord") and limits.claim(
            "wachtwoord", whose, limit=PASSWORD_TRIES, seconds=PASSWORD_SECONDS
        )
        if not allowed:
            raise self.validation_error("too_many_login_attempts")
        self._whose = whose

    def _rollback_login_failed_rl_usage(self) -> None:
        """allauth calls this when the password was right."""
        limits.give_back("wachtwoord", self._whose)

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Whether this is the password of this person; counts for the limits on guessing.

        The address of the account itself is used: a person here has no list of addresses.
        """
        found = self.authenticate(allauth_context.request, email=user.email, password=password)  # type: ignore[attr-defined]
        return found is not None and found.pk == user.pk

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The login page, which says that you are logged out."""
        return f"{reverse('account_login')}?uitgelogd=1"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """The first screen, with a message."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)
