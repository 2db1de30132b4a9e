"""The three talks of a stage: the list, one talk with its parts side by side, and what is said there together."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from begeleiders.regels import regels_of
from kern.http import page, pdf, posted, toast
from stageplekken.actions import talks_plan, talks_samen
from stageplekken.enums.talks import Kant
from stageplekken.forms.talks import (
    AkkoordForm,
    BesprokenForm,
    GrenzenForm,
    HeropenForm,
    WanneerForm,
    ZonderForm,
)
from stageplekken.models import Stagegesprek
from stageplekken.queries import talks as queries
from stageplekken.rules import talks as rules
from stageplekken.talks.content import werkprocessen
from stageplekken.talks.screen import screen
from stageplekken.talks.verslag import build
from students.checks import Refused, demand
from students.http import ViewerRequest


@require_safe
def gesprekken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The three talks of a stage: when each is, and where it stands."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk)
    context = {
        "stage": stage,
        "student": stage.student,
        "talks": queries.talks_of(stage),
        "grenzen": sorted(queries.grenzen_of(stage)),
        "mag_plannen": rules.may_plan(viewer, stage),
        "vandaag": viewer.today,
        "regels": regels_of(stage.student.klas.school),
    }
    return page(request, "stageplekken/gesprekken.html", context)


@require_POST
def plan(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Plan the three talks from the period of the stage, or their days anew."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    talks_plan.plan(by=viewer, stage_id=stage.pk)
    toast(request, "De drie gesprekken staan gepland")
    return redirect("stagegesprekken", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def grenzen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say once what cannot be learned at this stageplek."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=request.method != "POST")
    demand(rules.may_limit(viewer, stage))
    now = queries.grenzen_of(stage)
    form = GrenzenForm(posted(request), profiel=stage.student.profiel, initial={"werkprocessen": sorted(now)})
    if form.is_bound and form.is_valid():
        talks_plan.set_limits(by=viewer, stage_id=stage.pk, werkprocessen=form.cleaned_data["werkprocessen"])
        toast(request, "Bewaard voor deze stageplek")
        return redirect("stagegesprekken", pk=pk)
    chosen = set(request.POST.getlist("werkprocessen")) if form.is_bound else set(now)
    groepen = [
        (kerntaak.titel, [(punt.werkproces, punt.titel, punt.werkproces in chosen) for punt in punten])
        for kerntaak, punten in werkprocessen(stage.student.profiel)
    ]
    newest = sorted(now.values(), key=lambda row: row.gezet_op, reverse=True)
    context = {"stage": stage, "student": stage.student, "form": form, "nu": newest, "groepen": groepen}
    return page(request, "stageplekken/grenzen.html", context, status=422 if form.is_bound else 200)


@require_safe
def gesprek(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One talk: where it stands, what is asked of this person, and the finished parts side by side."""
    talk = queries.get_talk(request.viewer, pk)
    return _show(request, talk, {})


def _show(
    request: ViewerRequest, talk: Stagegesprek, forms: dict[str, Any], status: int = 200
) -> HttpResponse:
    bad = {name.removeprefix("heropen_"): form for name, form in forms.items() if name.startswith("heropen_")}
    context = screen(request.viewer, talk, bad) | forms
    return page(request, "stageplekken/gesprek.html", context, status=status)


def _again(request: ViewerRequest, pk: UUID, name: str, form: Any, error: str = "") -> HttpResponse:
    """The page once more, with the form that needs another look and what was typed in it."""
    if error:
        form.add_error(None, error)
    return _show(request, queries.get_talk(request.viewer, pk), {name: form, "form": form}, status=422)


@require_POST
def wanneer(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say when the three meet."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk, read=False)
    demand(rules.may_plan(viewer, talk.stage))
    form = WanneerForm(request.POST, auto_id="wanneer_%s")
    if not form.is_valid():
        return _again(request, pk, "wanneer_form", form)
    try:
        talks_plan.set_day(by=viewer, talk_id=talk.pk, wanneer=form.moment())
    except Refused as refused:
        return _again(request, pk, "wanneer_form", form, refused.messages[0])
    toast(request, "De dag van het gesprek staat erin")
    return redirect("stagegesprek", pk=pk)


@require_POST
def besproken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Note on which day they talked."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk, read=False)
    form = BesprokenForm(request.POST)
    if not form.is_valid():
        demand(rules.may_discuss(viewer, talk))
        return _again(request, pk, "besproken_form", form)
    try:
        talks_samen.discuss(by=viewer, talk_id=talk.pk, dag=form.cleaned_data["dag"])
    except Refused as refused:
        return _again(request, pk, "besproken_form", form, refused.messages[0])
    toast(request, "Besproken. Nu nog akkoord van alle drie")
    return redirect("stagegesprek", pk=pk)


@require_POST
def akkoord(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say akkoord with what the page showed."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk, read=False)
    form = AkkoordForm(request.POST)
    kant = request.POST.get("kant", "")
    demand(
        rules.may_reopen(viewer, talk, kant) if kant in Kant.values else rules.may_agree(viewer, talk, kant)
    )
    form.is_valid()
    try:
        talks_samen.agree(by=viewer, talk_id=talk.pk, kant=kant, gezien=request.POST.get("gezien", ""))
    except Refused as refused:
        return _again(request, pk, "akkoord_form", form, refused.messages[0])
    toast(request, "Je bent akkoord")
    return redirect("stagegesprek", pk=pk)


@require_POST
def zonder(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Go on without the praktijk, where nobody stands there any more."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk, read=False)
    demand(rules.may_go_without(viewer, talk, queries.people_of(talk.stage, viewer.today)[Kant.PRAKTIJK]))
    form = ZonderForm(request.POST, auto_id="zonder_%s")
    if not form.is_valid():
        return _again(request, pk, "zonder_form", form)
    talks_samen.go_without(by=viewer, talk_id=talk.pk, reden=form.cleaned_data["reden"])
    toast(request, "Je gaat verder zonder de praktijk")
    return redirect("stagegesprek", pk=pk)


@require_POST
def open_weer(request: ViewerRequest, pk: UUID, kant: str) -> HttpResponse:
    """Open a part to change it; after an akkoord all three start again."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk, read=False)
    side = kant_of(kant)
    form = HeropenForm(request.POST, auto_id=f"{side}_%s")
    form.is_valid()
    try:
        talks_samen.reopen(by=viewer, talk_id=talk.pk, kant=side, reden=request.POST.get("reden", ""))
    except Refused as refused:
        form.add_error("reden", refused.messages[0])
        return _again(request, pk, f"heropen_{side}", form)
    return redirect("stagegesprek_deel", pk=pk, kant=side)


@require_safe
def verslag(request: ViewerRequest, pk: UUID, nummer: int) -> HttpResponse:
    """A fixed version as PDF; 404 for a version that is not there."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk)
    versions = queries.versions_of(talk)
    if not 1 <= nummer <= len(versions):
        raise Http404
    context = {"verslag": build(talk, versions[nummer - 1], nummer, len(versions))}
    return pdf(request, "pdf/stagegesprek.html", context, f"{talk.soort}-stage.pdf")


def kant_of(text: str) -> Kant:
    """The side in an address; Http404 for anything else."""
    if text not in Kant.values:
        raise Http404
    return Kant(text)
