"""The second step of logging in (TOTP, by allauth.mfa), for the roles that read layer zorg: its forms and secrets."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateForm
from allauth.mfa.totp.internal import auth
from cryptography.fernet import Fernet
from django import forms
from django.conf import settings

from begeleiders import limits
from kern.forms import KansForm

TRIES, SECONDS = 5, 5 * 60
TOO_MANY = "Dat waren te veel pogingen. Wacht vijf minuten en probeer het dan opnieuw."
WRONG = "Deze code klopt nog niet. Wacht op de volgende code in je app en typ die."


class MFAAdapter(DefaultMFAAdapter):
    """Keeps secrets encrypted with the secret of the site, and lets nobody switch the second step off by themselves."""

    def _fernet(self) -> Fernet:
        key = hashlib.sha256(f"tweede stap:{settings.SECRET_KEY}".encode()).digest()
        return Fernet(base64.urlsafe_b64encode(key))

    def encrypt(self, text: str) -> str:
        """What stands in the database."""
        return self._fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What it means."""
        return self._fernet().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Never: who lost the phone has emergency codes, and after that the beheerder of the server."""
        return False


class _Code(KansForm):
    """A field for a code from an app, or an emergency code."""

    code = forms.CharField(
        label="Code uit je app",
        help_text="Zes cijfers. Geen telefoon bij de hand? Typ dan een van je noodcodes.",
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "autofocus": True,
                "class": "form-control--code",
            }
        ),
        error_messages={"required": "Vul nog in: de code uit je app"},
    )

    user: Any

    def typed(self) -> str:
        """The code without spaces, once this try was counted."""
        if not limits.claim("tweede stap", str(self.user.pk), limit=TRIES, seconds=SECONDS):
            raise forms.ValidationError(TOO_MANY, code="rate_limited")
        return "".join(str(self.cleaned_data["code"]).split())

    def right(self) -> None:
        """A try that was right does not count."""
        limits.give_back("tweede stap", str(self.user.pk))


class SecondStepForm(_Code, AllauthAuthenticateForm):
    """The second step at logging in."""

    def clean_code(self) -> str:
        """Look at every factor of this person; a try is counted before."""
        code = self.typed()
        for found in Authenticator.objects.filter(user=self.user):
            if found.wrap().validate_code(code):
                found.user = self.user
                self.authenticator = found
                self.right()
                return code
        raise forms.ValidationError(WRONG, code="incorrect_code")


class ActivateForm(_Code, AllauthActivateForm):
    """The first code, which shows that the app knows the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "Zes cijfers. Ze wisselen elke halve minuut."

    def clean_code(self) -> str:
        """Compare with the secret that waits in the session."""
        code = self.typed()
        if not auth.validate_totp_code(self.secret, code):
            raise forms.ValidationError(WRONG, code="incorrect_code")
        self.right()
        return code
