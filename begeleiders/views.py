"""The demo's login. Logging in itself is allauth's (`account_urls`)."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from begeleiders import demo
from begeleiders.lapsed import csrf_failure

__all__ = ["csrf_failure", "demo_login"]


@login_not_required
@require_http_methods(["GET", "POST"])
def demo_login(request: HttpRequest) -> HttpResponse:
    """Log in as one of the cast with one press. Outside the demo this address does not exist."""
    if not settings.DEMO:
        raise Http404
    if request.method == "GET":
        return redirect("account_login")
    user = demo.member(request.POST.get("wie", ""))
    if user is None:
        raise Http404
    get_adapter().login(request, user)
    return redirect(get_next_redirect_url(request) or settings.LOGIN_REDIRECT_URL)
