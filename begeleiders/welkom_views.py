"""The link of an invitation. Opening it changes nothing, so a mail scanner does no harm; a button begins."""

from __future__ import annotations

from allauth.account.internal.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from begeleiders import codes, invitations, limits
from begeleiders.actions import uitnodigen
from begeleiders.code_views import TOO_OFTEN
from begeleiders.coming_in import Uitnodiging
from begeleiders.invitations import Link, Stand

STATUS = {Stand.OPEN: 200, Stand.ONBEKEND: 404}
GONE = 410
NEW_LINKS, NEW_LINKS_SECONDS = 3, 60 * 60


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def welkom(request: HttpRequest, token: str) -> HttpResponse:
    """Who invites you, what you can do here and what you see; the button sends the code to the known address."""
    link = invitations.find(token)
    row, fout = link.row, ""
    if request.method == "POST" and link.stand is Stand.OPEN and row is not None:
        if request.user.is_authenticated and request.user.pk == row.user_id:
            return redirect(_landing(row))
        if codes.ask(request, address=row.user.email, uitnodiging=row):
            return redirect("code_invullen")
        fout = TOO_OFTEN
    return _page(request, token, link, fout)


@login_not_required
@require_POST
def welkom_nieuw(request: HttpRequest, token: str) -> HttpResponse:
    """A new link, to the known address only."""
    link = invitations.find(token)
    row = link.row
    if link.stand is not Stand.VERLOPEN or row is None:
        return _page(request, token, link)
    if not limits.claim("nieuwe link", str(row.pk), limit=NEW_LINKS, seconds=NEW_LINKS_SECONDS):
        return _page(request, token, link, TOO_OFTEN)
    uitnodigen.send_again(by=row.user, uitnodiging_id=row.pk)
    return redirect("welkom", token)


def _landing(row: Uitnodiging) -> str:
    if not row.url_naam:
        return "/"
    return reverse(row.url_naam, args=[row.object_ref] if row.object_ref else [])


def _page(request: HttpRequest, token: str, link: Link, fout: str = "") -> HttpResponse:
    """The page for how the link stands. No name of a student: a link can be forwarded, and scanned."""
    row = link.row
    context = {
        "stand": link.stand.value,
        "token": token,
        "uitnodiging": row,
        "adres": codes.masked(row.user.email) if row else "",
        "al_binnen": bool(row and request.user.is_authenticated and request.user.pk == row.user_id),
        "naar": _landing(row) if row else "/",
        "fout": fout,
    }
    status = 429 if fout else STATUS.get(link.stand, GONE)
    response = render(request, "begeleiders/welkom.html", context, status=status)
    # The token never travels in a Referer, not even to ourselves; "no-referrer" would make the browser send the form
    # with Origin: null, which the check on tokens refuses.
    response["Referrer-Policy"] = "strict-origin"
    return response
