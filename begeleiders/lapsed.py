"""The pages for a session or token that lapsed: log in again, and send on what was typed."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from begeleiders import handover
from begeleiders.account_views import LoginView
from begeleiders.carry import FIELD, Carried, is_from, same_origin, signature
from begeleiders.forms import LoginForm
from kern.http import wants_fragment


def fragment(request: HttpRequest) -> HttpResponse:
    """For htmx: you are logged out, with a link to log in beside this page. The page itself stays as it is."""
    return render(request, "begeleiders/lapsed_fragment.html", status=401)


def login_again(request: HttpRequest, carried: Carried) -> HttpResponse:
    """The login page for someone whose session lapsed, with the sent form in a hidden field."""
    context = {"form": LoginForm(request=request), "carried": carried}
    return render(request, "begeleiders/lapsed.html", context, status=401)


def hand_back(request: HttpRequest, carried: Carried, status: int = 200) -> HttpResponse:
    """Show the person who typed it what is ready to be sent on, with a fresh token; anyone else sees none of it."""
    if carried.is_empty():
        return redirect(carried.page or "/") if status == 200 else _too_old(request, carried.page)
    if not is_from(request.user, carried.van):
        return _page(request, "begeleiders/carry_other.html", status, known=bool(carried.van))
    return _page(request, "begeleiders/carry.html", status, carried=carried, van=signature(request.user))


STASH = "meegenomen"


def after_login(request: HttpRequest, carried: Carried, response: HttpResponse) -> HttpResponse:
    """Hand back what was typed; where a second step comes first, it waits on the server for that."""
    if request.user.is_authenticated:
        return hand_back(request, carried)
    request.session[STASH] = carried.json
    return response


def unstash(request: HttpRequest) -> Carried | None:
    """What waited for the second step, once somebody is logged in."""
    waiting = request.session.pop(STASH, None) if request.user.is_authenticated else None
    return Carried.from_json(waiting) if waiting else None


def other_person(request: HttpRequest) -> HttpResponse:
    """A form that was made for one person, sent in the session of another: nothing is saved or shown."""
    if wants_fragment(request):
        return render(request, "begeleiders/other_person_fragment.html", status=409)
    return _page(request, "begeleiders/carry_other.html", 409, known=True)


def _too_old(request: HttpRequest, page: str) -> HttpResponse:
    return _page(request, "begeleiders/csrf.html", 403, page=page)


def _page(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    """A whole page; without any navigation while the phone is with a student."""
    frame = "begeleiders/bare.html" if handover.current(request) else "base.html"
    return render(request, template, {"frame": frame, **context}, status=status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token. The text goes along, but only if the form came from this site."""
    if wants_fragment(request):
        return render(request, "begeleiders/csrf_fragment.html", status=403)
    if request.method != "POST" or not same_origin(request):
        return _too_old(request, "")
    carried = (
        Carried.from_json(request.POST[FIELD]) if FIELD in request.POST else Carried.from_request(request)
    )
    if carried is None:
        return _too_old(request, "")
    if request.user.is_authenticated:
        return hand_back(request, carried, status=403)
    return login_again(request, carried) if not carried.is_empty() else _too_old(request, carried.page)


@method_decorator(login_not_required, name="dispatch")
class LoginAgainView(LoginView):
    """Logs in by the same flow and limits as the login page, and then hands back what was typed."""

    template_name = "begeleiders/lapsed.html"
    http_method_names = ["post"]
    carried: Carried

    @method_decorator(sensitive_post_parameters("password", FIELD))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        carried = Carried.from_json(request.POST.get(FIELD, ""))
        if carried is None:
            return redirect("account_login")
        self.carried = carried
        if request.user.is_authenticated:
            return hand_back(request, carried)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"carried": self.carried}

    def form_valid(self, form: LoginForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        return after_login(self.request, self.carried, response)
