"""Who reads layer zorg passes a second step: without it no page opens but the one where it is switched on."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from begeleiders import second_factor_views as second
from students.enums import Rol

GetResponse = Callable[[HttpRequest], HttpResponse]
ASKED = frozenset({Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})


class SecondFactorMiddleware:
    """After the viewer is known: the roles of today decide, so a new role asks for it at the next page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponse | None:
        """None to go on; else the way to the second step."""
        viewer = getattr(request, "viewer", None)
        match = request.resolver_match
        if not settings.TOTP or viewer is None or (match and match.url_name in second.OPEN_NAMES):
            return None
        if not viewer.rollen & ASKED or second.is_done(request):
            return None
        if second.has_one(request.user):
            logout(request)  # this session began before the second step was asked
            return redirect(settings.LOGIN_URL)
        return redirect("mfa_activate_totp")
