"""One step: added, changed, cut into pieces, moved, reached with undo."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kern.http import page, posted, toast
from students import queries_doel as queries
from students.actions import stap as actions
from students.checks import Refused, demand
from students.enums import Hulp, StapStatus
from students.forms.doel import StapAanpasForm, StapForm, StukjesForm
from students.http import ViewerRequest, back_to, saying
from students.models import DoelStap
from students.rules import doel as rules
from students.views.doelen import around, show_doel


def _doel(stap: DoelStap, fragment: str = "stappen") -> str:
    return reverse("doel", args=[stap.doel_id], fragment=fragment)


def _pressed(request: ViewerRequest, pk: UUID) -> DoelStap:
    """The step of a press, which shows nothing; 404 or 403 where this person may not."""
    stap = queries.get_stap(request.viewer, pk, read=False)
    demand(rules.may_write(request.viewer, stap.doel.student))
    return stap


@require_POST
def nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One step more at the end of the stair."""
    viewer = request.viewer
    doel = queries.get_doel(viewer, pk)
    demand(rules.may_write(viewer, doel.student))
    form = StapForm(request.POST, auto_id="stap_%s")
    if form.is_valid():
        try:
            actions.voeg_stap_toe(
                by=viewer, doel_id=doel.pk, stap=form.stap(), sleutel=form.cleaned_data["sleutel"]
            )
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "De stap staat erbij")
            return redirect(reverse("doel", args=[doel.pk], fragment="stappen"))
    return show_doel(request, doel, {"stapform": form, "form": form}, 422)


@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Change a step: its words, how much help, before when."""
    viewer = request.viewer
    one = queries.get_stap(viewer, pk)
    demand(rules.may_write(viewer, one.doel.student))
    form = StapAanpasForm(posted(request), stap=one)
    if form.is_bound and form.is_valid():
        actions.pas_stap_aan(by=viewer, stap_id=one.pk, nieuw=form.touched())
        toast(request, "De stap is bewaard")
        return redirect(_doel(one))
    context = around(viewer, one.doel.student) | {"doel": one.doel, "stap": one, "form": form}
    context |= {"open": one.status == StapStatus.OPEN, "ladder": list(Hulp)}
    return page(request, "students/stap.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def stukjes(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Cut a step that is too big; the step itself stays."""
    viewer = request.viewer
    one = queries.get_stap(viewer, pk)
    demand(rules.may_write(viewer, one.doel.student))
    form = StukjesForm(posted(request))
    if form.is_bound and form.is_valid():
        try:
            actions.splits_stap(by=viewer, stap_id=one.pk, stukjes=form.stukjes())
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "De stap is nu in stukjes")
            return redirect(_doel(one))
    context = around(viewer, one.doel.student) | {"doel": one.doel, "stap": one, "form": form}
    return page(request, "students/stap_stukjes.html", context, status=422 if form.is_bound else 200)


@require_POST
def gelukt(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Reached: a success, with undo for who pressed."""
    viewer = request.viewer
    one = _pressed(request, pk)
    back = back_to(request, _doel(one, ""))
    try:
        done, now = actions.stap_gehaald(by=viewer, stap_id=one.pk)
    except Refused as refused:
        toast(request, refused.messages[0])
        return redirect(back)
    if now or done.gehaald_door_id == viewer.user.pk:
        undo = reverse("stap_nog_niet", args=[one.pk], query={"terug": back})
        toast(request, f"Gelukt: {done.tekst}", undo=undo)
    else:
        who = done.gehaald_door.naam if done.gehaald_door else "Iemand"
        toast(request, f"{who} zette deze stap al op gelukt")
    return redirect(back)


@require_POST
def nog_niet(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Undo: the step is open again and its success is gone."""
    one = _pressed(request, pk)
    actions.stap_nog_niet(by=request.viewer, stap_id=one.pk)
    toast(request, "De stap staat weer op nog niet")
    return redirect(back_to(request, _doel(one, "")))


@require_POST
def hulp(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One rung of the ladder up or down."""
    one = _pressed(request, pk)
    wish = request.POST.get("hulp", "")
    naar = Hulp(wish) if wish in Hulp.values else Hulp(one.hulp)
    with saying(request, f"Hulp: {naar.label.lower()}"):
        actions.hulp_naar(by=request.viewer, stap_id=one.pk, hulp=naar)
    return redirect(back_to(request, _doel(one)))


@require_POST
def verplaats(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One place earlier or later."""
    one = _pressed(request, pk)
    eerder = request.POST.get("naar") != "later"
    with saying(request, f"Deze stap komt nu {'eerder' if eerder else 'later'}"):
        actions.verplaats(by=request.viewer, stap_id=one.pk, eerder=eerder)
    return redirect(back_to(request, _doel(one)))
