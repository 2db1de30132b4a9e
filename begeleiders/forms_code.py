"""The forms of coming in by a code."""

from __future__ import annotations

from typing import Any

from django import forms

from begeleiders.codes import digits
from kern.forms import KansForm

CODE_LENGTH = 6


class AskCodeForm(KansForm):
    """The address to which a code is sent; the field is named as on the login page, which sends here too."""

    login = forms.EmailField(
        label="E-mailadres",
        help_text="Het adres dat je school van je kent.",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )


class CodeField(forms.CharField):
    """Six digits; spaces and dashes that come along when it is pasted do no harm."""

    widget = forms.TextInput(
        attrs={
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "autofocus": True,
            "class": "form-control--code",
        }
    )

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Zes cijfers. Je mag de code plakken.")
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("error_messages", {"required": "Vul nog in: de code uit de mail"})
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        """The digits alone."""
        typed = digits(super().clean(value))
        if not (len(typed) == CODE_LENGTH and typed.isascii() and typed.isdigit()):
            raise forms.ValidationError("De code heeft zes cijfers. Kijk hem nog eens na.", code="invalid")
        return typed


class CodeForm(KansForm):
    """The code, and whether this device is the own one."""

    code = CodeField(label="Code uit de mail")
    eigen_toestel = forms.BooleanField(
        label="Dit is mijn eigen toestel. Houd mij 30 dagen ingelogd.",
        help_text="Voor studenten en begeleiders van een stage. Collega's van school loggen elke keer in.",
        required=False,
    )

    def __init__(self, *args: Any, getoond: bool = False, **kwargs: Any) -> None:
        """In: whether the code stands on the screen of the mentor, and not in a mail."""
        super().__init__(*args, **kwargs)
        if getoond:
            self.fields["code"].label = "Code van je mentor"
            self.fields["code"].help_text = "Zes cijfers."
            self.fields["code"].error_messages["required"] = "Vul nog in: de code van je mentor"


class TakeBackCodeForm(KansForm):
    """The code of the begeleider who handed over the phone and has no password."""

    code = CodeField(label="Code van de begeleider")
