"""The pages of the second step: switch it on, type it at logging in, keep the emergency codes."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import is_mfa_enabled
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from begeleiders import second_factor
from begeleiders.carry import Carried
from begeleiders.lapsed import hand_back, unstash

DONE = "tweede_stap"
# What can be reached before the second step is done, beside the pages of logging in themselves.
OPEN_NAMES = frozenset({"mfa_activate_totp", "mfa_qr", "account_logout", "gezond"})


def is_done(request: HttpRequest) -> bool:
    """Whether this session passed the second step, at logging in or by switching it on."""
    records = get_authentication_records(request, request.user)
    return bool(request.session.get(DONE)) or any(one.get("method") == "mfa" for one in records)


def has_one(user: Any) -> bool:
    """Whether this person switched the second step on."""
    return bool(is_mfa_enabled(user, [Authenticator.Type.TOTP]))


class ActivateView(totp.ActivateTOTPView):
    """Scan, type one code, done."""

    form_class = second_factor.ActivateForm
    template_name = "begeleiders/tweede_aan.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if has_one(request.user):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: second_factor.ActivateForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        self.request.session[DONE] = True
        return response


@require_safe
def qr(request: HttpRequest) -> HttpResponse:
    """The picture to scan, as a file of our own: the policy of the site lets no picture stand inside a page."""
    if has_one(request.user) or not request.session.get(auth.SECRET_SESSION_KEY):
        raise Http404
    adapter = get_adapter()
    secret = request.session[auth.SECRET_SESSION_KEY]
    svg = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(svg, content_type="image/svg+xml")


class SecondStepView(base.AuthenticateView):
    """The code of the app, after password or mailed code."""

    form_class = second_factor.SecondStepForm
    template_name = "begeleiders/tweede_code.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"form": self.form or self.auth_form}

    def form_valid(self, form: second_factor.SecondStepForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        carried: Carried | None = unstash(self.request)
        return hand_back(self.request, carried) if carried else response


class IndexView(base.IndexView):
    """Whether it is on, and how many emergency codes are left."""

    template_name = "begeleiders/tweede_stap.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        codes = context["authenticators"].get(Authenticator.Type.RECOVERY_CODES)
        return context | {"noodcodes": len(codes.get_unused_codes()) if codes else 0}


class RecoveryView(recovery.ViewRecoveryCodesView):
    """The emergency codes, shown once."""

    template_name = "begeleiders/tweede_noodcodes.html"


class NewRecoveryView(recovery.GenerateRecoveryCodesView):
    """New emergency codes; the old ones are dead."""

    template_name = "begeleiders/tweede_nieuw.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not has_one(request.user):
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)
