"""Taking the phone back: with the own password, or by a code for who has none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from begeleiders import codes, handover, limits
from begeleiders.code_views import TOO_OFTEN, WRONG
from begeleiders.forms import TakeBackForm
from begeleiders.forms_code import TakeBackCodeForm
from begeleiders.models import User
from kern.http import posted

CODE_KEY = "telefoon_code"
TEMPLATE = "begeleiders/telefoon_terug.html"


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password", "code")
def telefoon_terug(request: HttpRequest) -> HttpResponse:
    """The begeleider takes the phone back, as often as a login may be tried."""
    handed_over = handover.current(request)
    if handed_over is None:
        return redirect("/")
    user = request.user
    assert isinstance(user, User)
    if not user.has_usable_password():
        return _by_code(request, user, handed_over)
    form = TakeBackForm(posted(request), user=user)
    if form.is_bound and form.is_valid():
        return _taken(request, handed_over)
    return _page(request, handed_over, form=form)


def _by_code(request: HttpRequest, user: User, handed_over: handover.Handover) -> HttpResponse:
    """Two steps on one page: send the code, type it."""
    waiting = request.session.get(CODE_KEY, "")
    if request.method == "POST" and "stuur" in request.POST:
        if not limits.claim("code", user.email, limit=codes.ASKS, seconds=codes.ASKS_SECONDS):
            return _page(request, handed_over, fout=TOO_OFTEN, status=429)
        request.session[CODE_KEY] = str(codes.make(user).pk)
        return redirect("telefoon_terug")
    if not waiting:
        return _page(request, handed_over)
    form = TakeBackCodeForm(posted(request))
    if form.is_bound and form.is_valid():
        outcome = codes.attempt(waiting, form.cleaned_data["code"])
        if outcome.row is not None and outcome.row.user_id == user.pk:
            request.session.pop(CODE_KEY)
            return _taken(request, handed_over)
        form.add_error("code", WRONG if outcome.more else "Deze code werkt niet meer. Vraag een nieuwe.")
    return _page(request, handed_over, form=form)


def _taken(request: HttpRequest, handed_over: handover.Handover) -> HttpResponse:
    handover.stop(request)
    return redirect(handover.back(handed_over))


def _page(
    request: HttpRequest,
    handed_over: handover.Handover,
    *,
    form: TakeBackForm | TakeBackCodeForm | None = None,
    fout: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "fout": fout,
        "met_code": not request.user.has_usable_password(),  # type: ignore[union-attr]
        "pagina": handover.page_of(handed_over),
    }
    return render(request, TEMPLATE, context, status=status)
