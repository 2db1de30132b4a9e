"""The forms around logging in: allauth's own, with Dutch labels and without placeholders."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from begeleiders import tasks
from kern.forms import KansForm, in_sentence

ADVICE = "Minstens 12 tekens. Een paar woorden achter elkaar onthoud je het best."


class AccountForm(KansForm):
    """Puts the labels and the help of this house on allauth's fields; a label is never a placeholder."""

    labels: dict[str, str] = {}
    help_texts: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels[name]
            field.help_text = self.help_texts.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = f"Vul nog in: {in_sentence(field.label)}"


class LoginForm(AccountForm, allauth_forms.LoginForm):
    labels = {"login": "E-mailadres", "password": "Wachtwoord"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ResetPasswordForm(AccountForm, allauth_forms.ResetPasswordForm):
    labels = {"email": "E-mailadres"}
    help_texts = {"email": "Het adres waarmee je inlogt."}

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Queue the mail for every address: so the answer and the work tell nothing about who has an account."""
        email: str = self.cleaned_data["email"]
        tasks.send_password_reset.enqueue(email=email)
        return email


class RepeatedPassword(AccountForm):
    """Says in our own words that the two new passwords differ."""

    def add_error(self, field: str | None, error: Any) -> None:
        if field == "password2" and not isinstance(error, ValidationError):
            error = "De twee wachtwoorden zijn nog niet gelijk. Typ ze opnieuw."
        super().add_error(field, error)


class ResetPasswordKeyForm(RepeatedPassword, allauth_forms.ResetPasswordKeyForm):
    labels = {"password1": "Nieuw wachtwoord", "password2": "Nieuw wachtwoord, nog een keer"}
    help_texts = {"password1": ADVICE}


class ChangePasswordForm(RepeatedPassword, allauth_forms.ChangePasswordForm):
    labels = {
        "oldpassword": "Wachtwoord van nu",
        "password1": "Nieuw wachtwoord",
        "password2": "Nieuw wachtwoord, nog een keer",
    }
    help_texts = {"password1": ADVICE}


class SetPasswordForm(RepeatedPassword, allauth_forms.SetPasswordForm):
    labels = {"password1": "Nieuw wachtwoord", "password2": "Nieuw wachtwoord, nog een keer"}
    help_texts = {"password1": ADVICE}


class TakeBackForm(AccountForm, allauth_forms.ReauthenticateForm):
    """The password of the begeleider who handed over the phone."""

    labels = {"password": "Wachtwoord van de begeleider"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The phone is in the student's hand: a password manager must not fill this in by itself.
        self.fields["password"].widget.attrs |= {"autocomplete": "new-password", "autofocus": True}
