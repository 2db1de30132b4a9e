"""One page about one's own devices: log out everywhere else."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from begeleiders import sessions
from begeleiders.actions import sessies
from begeleiders.models import User
from kern.http import toast


@require_http_methods(["GET", "HEAD", "POST"])
def toestellen(request: HttpRequest) -> HttpResponse:
    """Say how long this device stays logged in; a button ends all other sessions."""
    user = request.user
    assert isinstance(user, User)
    if request.method == "POST":
        sessies.end_all(by=user)
        update_session_auth_hash(request, user)
        toast(request, "Op andere toestellen ben je uitgelogd")
        return redirect("toestellen")
    return render(request, "begeleiders/toestellen.html", {"eigen": sessions.is_own_device(request)})
