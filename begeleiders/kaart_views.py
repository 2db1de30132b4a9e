"""The link on the card of a student. Opening it changes nothing; a button begins, and a code lets in."""

from __future__ import annotations

from allauth.account.internal.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from begeleiders import cards, codes, limits
from begeleiders.code_views import TOO_MANY, why_no_code
from begeleiders.coming_in import Kaart

NO_CODE = "Er is nog geen code voor jou. Vraag je mentor om een code. Druk daarna weer op de knop."
GONE = 410


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def welkom_kaart(request: HttpRequest, token: str) -> HttpResponse:
    """Say what happens; the one button sends the code to the known address, or waits for the mentor's screen."""
    kaart, fout = cards.find(token), ""
    if kaart is None:
        return _page(request, token, None, "", status=GONE)
    if request.method == "POST":
        if request.user.is_authenticated and request.user.pk == kaart.user_id:
            return redirect("/")
        fout = _begin(request, kaart)
        if not fout:
            return redirect("code_invullen")
    return _page(request, token, kaart, fout, status=200 if fout in ("", NO_CODE) else 429)


def _begin(request: HttpRequest, kaart: Kaart) -> str:
    """Let this browser wait for a code, by mail where that gets there; out: why not, as a sentence."""
    if not codes.reachable(kaart.user):
        if not limits.claim_network(request, "code"):
            return TOO_MANY
        return "" if codes.await_shown(request, kaart) else NO_CODE
    return "" if codes.ask(request, address=kaart.user.email, kaart=kaart) else why_no_code(kaart)


def _page(request: HttpRequest, token: str, kaart: Kaart | None, fout: str, *, status: int) -> HttpResponse:
    """The page of a card: no name on it, for a card lies about."""
    context = {
        "kaart": kaart,
        "token": token,
        "heeft_mail": bool(kaart and codes.reachable(kaart.user)),
        "adres": codes.masked(kaart.user.email) if kaart else "",
        "al_binnen": bool(kaart and request.user.is_authenticated and request.user.pk == kaart.user_id),
        "fout": fout,
    }
    response = render(request, "begeleiders/welkom_kaart.html", context, status=status)
    response["Referrer-Policy"] = "strict-origin"  # the token travels nowhere; see welkom_views
    return response
