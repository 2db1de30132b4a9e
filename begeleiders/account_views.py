"""allauth's views with our forms: the guessing limits, the enumeration guard and the order of things are its own."""

from __future__ import annotations

from typing import Any

from allauth.account import views
from django.conf import settings

from begeleiders import demo, forms


class LoginView(views.LoginView):
    """Log in by e-mail address and password; the demo also lists its cast."""

    form_class = forms.LoginForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["cast"] = demo.cast() if settings.DEMO else []
        context["logged_out"] = "uitgelogd" in self.request.GET
        return context


class PasswordResetView(views.PasswordResetView):
    form_class = forms.ResetPasswordForm


class PasswordResetFromKeyView(views.PasswordResetFromKeyView):
    form_class = forms.ResetPasswordKeyForm


class PasswordChangeView(views.PasswordChangeView):
    form_class = forms.ChangePasswordForm


class PasswordSetView(views.PasswordSetView):
    form_class = forms.SetPasswordForm
