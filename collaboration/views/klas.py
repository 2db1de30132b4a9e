"""Handing a klas to a colleague: by the beheerder, or by who leaves."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from collaboration.actions.checks import Refused, demand
from collaboration.actions.klas import geef_over
from collaboration.forms.klas import KlasForm
from collaboration.queries import klas as queries
from collaboration.rules.rol import may_hand_klas
from kern.http import address, page, posted, toast
from students.http import ViewerRequest
from students.models import KlasRol


@require_http_methods(["GET", "HEAD", "POST"])
def klas_overdracht(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Who has this klas, and giving a role in it to a colleague."""
    viewer = request.viewer
    klas = queries.get_klas(viewer, pk)
    rollen = queries.roles_of(viewer, klas)
    mine = queries.own_to_give(viewer, rollen)
    form = KlasForm(posted(request), rollen=mine, people=queries.successors(viewer, klas))
    _never_oneself(request, mine)
    if request.method == "POST" and form.is_valid() and _given(request, form):
        own = any(rol.pk == form.rol_id() and rol.user_id == viewer.user.pk for rol in rollen)
        return redirect(address("overdracht") if own else address("klas_overdracht", klas.pk))
    context = {"klas": klas, "rollen": rollen, "form": form if mine else None}
    return page(request, "collaboration/klas_overdracht.html", context, status=422 if form.is_bound else 200)


def _never_oneself(request: ViewerRequest, mine: list[KlasRol]) -> None:
    """Who sends their own id (it does not stand in the list) hears why not."""
    me = str(request.viewer.user.pk)
    if request.POST.get("aan") == me:
        for rol in mine:
            demand(may_hand_klas(request.viewer, rol, request.viewer.user.pk))


def _given(request: ViewerRequest, form: KlasForm) -> bool:
    try:
        geef_over(by=request.viewer, rol_id=form.rol_id(), wissel=form.wissel())
    except Refused as refused:
        form.add_error(refused.code if refused.code in form.fields else None, refused.messages[0])
        return False
    toast(request, "De klas is overgedragen. Iedereen krijgt een melding.")
    return True
