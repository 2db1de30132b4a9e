"""How long a session lives, what happens when it lapsed, and what can be reached while the phone is handed over."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve

from begeleiders import carry, handover, lapsed, sessions
from kern.http import wants_fragment

GetResponse = Callable[[HttpRequest], HttpResponse]

TOUCH_SECONDS = 60
ABSOLUTE_SECONDS = 12 * 60 * 60
SEEN, BEGAN = "laatst", "begin"


class SessionMiddleware:
    """Ends a session after half an hour without a request, and after twelve hours in any case.

    On a device that somebody called their own it lives 30 days, as long as their roles allow that (looked at with each
    write). The session is written at most once a minute, so most requests stay without a write.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._look_at_the_clock(request, int(time.time()))
        return self.get_response(request)

    @staticmethod
    def _look_at_the_clock(request: HttpRequest, now: int) -> None:
        session = request.session
        seen, began = session.get(SEEN, now), session.get(BEGAN, now)
        touch = SEEN not in session or now - seen >= TOUCH_SECONDS
        if touch and sessions.is_own_device(request) and not sessions.may_stay(request.user):  # type: ignore[arg-type]
            sessions.end_stay(request)
        idle, absolute = settings.SESSION_IDLE_SECONDS, ABSOLUTE_SECONDS
        if sessions.is_own_device(request):
            idle = absolute = settings.SESSION_STAY_SECONDS
        if now - seen > idle or now - began > absolute:
            logout(request)
        elif touch:
            session[SEEN], session[BEGAN] = now, began


class LoginMiddleware(LoginRequiredMiddleware):
    """Login is required everywhere but where a view says otherwise; what was typed is never lost by it."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        signed = request.POST.get(carry.VAN) if request.method == "POST" else None
        if request.user.is_authenticated and signed is not None and not carry.is_from(request.user, signed):
            # Somebody else logged in beside an open page: its text is not theirs to save.
            return lapsed.other_person(request)
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]  # ours does not always redirect
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        """Redirect to the login page; a sent form and a request of htmx get an answer that keeps the text."""
        if wants_fragment(request):
            return lapsed.fragment(request)
        if request.method == "POST":
            return lapsed.login_again(request, carry.Carried.from_request(request))
        return super().handle_no_permission(request, view_func)


class HandoverMiddleware:
    """While the phone is with the student, every page is that one page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        going_on = handover.current(request)
        if going_on is None or self._is_open(request, going_on):
            return self.get_response(request)
        if request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers:
            return redirect(handover.page_of(going_on))
        return render(request, "begeleiders/handover_fragment.html", status=403)

    @staticmethod
    def _is_open(request: HttpRequest, going_on: handover.Handover) -> bool:
        if request.path == "/gezond/" or request.path.startswith(settings.STATIC_URL):
            return True
        try:
            return handover.is_open(going_on, resolve(request.path_info).url_name)
        except Resolver404:
            return False
