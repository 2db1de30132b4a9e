"""Coming in by a code: ask for one with an address, then type it. The same pages for every address, known or not."""

from __future__ import annotations

from allauth.account.internal.decorators import login_not_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from begeleiders import cards, codes, invitations, limits, sessions
from begeleiders.actions import uitnodigen
from begeleiders.carry import FIELD, Carried
from begeleiders.coming_in import Inlogcode, Kaart
from begeleiders.forms_code import AskCodeForm, CodeForm
from begeleiders.lapsed import after_login, hand_back
from begeleiders.signals import kaart_gebruikt
from kern.http import posted

TOO_OFTEN = "Je vroeg net al vaker om een code. Kijk in je mail, of wacht een kwartier."
USED_UP = "Met je kaart zijn vandaag genoeg codes gemaakt. Log in met je e-mailadres, of probeer het morgen."
TOO_MANY = "Dat ging te snel achter elkaar. Wacht een minuut."
WRONG = "Deze code klopt nog niet. Kijk in de nieuwste mail en probeer het opnieuw."

WRONG_SHOWN = "Deze code klopt nog niet. Kijk nog eens op het scherm van je mentor."


def why_no_code(kaart: Kaart | None) -> str:
    """Why a code was not sent, as a sentence that says what to do instead."""
    return USED_UP if kaart and codes.card_is_used_up(kaart.user) else TOO_OFTEN


def _carried(request: HttpRequest) -> Carried | None:
    """A form that waits for its person to log in again, if this page has one with it."""
    return Carried.from_json(request.POST.get(FIELD, "")) if request.method == "POST" else None


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters(FIELD, "password")
def code_vragen(request: HttpRequest) -> HttpResponse:
    """Ask for a code with an address."""
    naar, carried = get_next_redirect_url(request) or "", _carried(request)
    if request.user.is_authenticated:
        return hand_back(request, carried) if carried else redirect(naar or settings.LOGIN_REDIRECT_URL)
    form, status = AskCodeForm(posted(request)), 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            if codes.ask(request, address=form.cleaned_data["login"], naar=naar):
                return _code_page(request, CodeForm(), carried) if carried else redirect("code_invullen")
            form.add_error(None, TOO_OFTEN)
            status = 429
    context = {"form": form, "naar": naar, "carried": carried}
    return render(request, "begeleiders/code_vragen.html", context, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("code", FIELD)
def code_invullen(request: HttpRequest) -> HttpResponse:
    """Type the code; or ask for a new one with one press."""
    waiting = codes.pending(request)
    if waiting is None:
        return redirect("/" if request.user.is_authenticated else "code_vragen")
    carried = _carried(request)
    if "opnieuw" in request.POST:
        return _send_again(request, waiting, carried)
    form = CodeForm(posted(request), getoond=waiting.getoond)
    if not form.is_bound:
        return _code_page(request, form, carried)
    if not form.is_valid():
        return _code_page(request, form, carried, status=422)
    if not limits.claim_network(request, "code typen"):
        form.add_error("code", TOO_MANY)
        return _code_page(request, form, carried, status=429)
    kaart = cards.get(waiting.kaart) if waiting.kaart else None
    if waiting.kaart and kaart is None:  # withdrawn while somebody was typing
        codes.forget(request)
        return redirect("code_vragen")
    outcome = codes.attempt(waiting.code, form.cleaned_data["code"])
    if outcome.row is not None:
        answer = _enter(request, outcome.row, waiting.naar, carried, own=form.cleaned_data["eigen_toestel"])
        if kaart is not None and request.user.is_authenticated:
            kaart_gebruikt.send(Kaart, kaart=kaart)
        return answer
    if outcome.more:
        form.add_error("code", WRONG_SHOWN if waiting.getoond else WRONG)
    return _code_page(request, form, carried, status=422, dood=not outcome.more)


def _send_again(request: HttpRequest, waiting: codes.Pending, carried: Carried | None) -> HttpResponse:
    """A new code to the same address; the one before is dead."""
    uitnodiging = invitations.get(waiting.uitnodiging) if waiting.uitnodiging else None
    kaart = cards.get(waiting.kaart) if waiting.kaart else None
    if waiting.kaart and (kaart is None or waiting.getoond):
        codes.forget(request)
        return redirect("welkom_kaart", cards.token_of(kaart)) if kaart else redirect("code_vragen")
    if not codes.ask(request, address=waiting.adres, naar=waiting.naar, uitnodiging=uitnodiging, kaart=kaart):
        form = CodeForm({})
        form.full_clean()
        form.errors.clear()
        form.add_error(None, why_no_code(kaart))
        return _code_page(request, form, carried, status=429)
    if carried:
        return _code_page(request, CodeForm(), carried)
    return redirect(f"{reverse('code_invullen')}?opnieuw=1")


def _code_page(
    request: HttpRequest, form: CodeForm, carried: Carried | None, *, status: int = 200, dood: bool = False
) -> HttpResponse:
    """The page where the code is typed; `dood` when no code can be right any more."""
    waiting = codes.pending(request)
    context = {
        "form": form,
        "adres": codes.masked(waiting.adres) if waiting else "",
        "carried": carried,
        "uitgenodigd": bool(waiting and (waiting.uitnodiging or waiting.kaart)),
        "getoond": bool(waiting and waiting.getoond),
        "opnieuw": "opnieuw" in request.GET,
        "dood": dood,
        "minuten": codes.LIFE.seconds // 60,
    }
    return render(request, "begeleiders/code_invullen.html", context, status=status)


def _enter(
    request: HttpRequest, row: Inlogcode, naar: str, carried: Carried | None, *, own: bool
) -> HttpResponse:
    """Log in by allauth's own flow (which asks the second factor of who has one), and go where it was asked."""
    user, uitnodiging = row.user, row.uitnodiging
    assert user is not None
    if request.user.is_authenticated and request.user.pk != user.pk:
        logout(request)
    else:
        request.session.pop(codes.SESSION_KEY, None)
    uitnodigen.came_in(by=user, uitnodiging_id=row.uitnodiging_id)
    if uitnodiging is not None and uitnodiging.url_naam:
        args = [uitnodiging.object_ref] if uitnodiging.object_ref else []
        naar = reverse(uitnodiging.url_naam, args=args)
    record_authentication(request, user, method="code", email=user.email)
    response: HttpResponse = perform_login(
        request, Login(user=user, email=user.email, redirect_url=naar or None)
    )
    if own and request.user.is_authenticated:
        sessions.call_own(request, user)
    return after_login(request, carried, response) if carried else response
