"""The end of a stage, the words for the leerbedrijf, the terugmelding, and what is handed over with a role."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from begeleiders.regels import regels_of
from collaboration.actions import einde as actions
from collaboration.actions import overdracht as overdrachten
from collaboration.actions.checks import Refused, demand
from collaboration.enums.signaal import Delen
from collaboration.forms.einde import EindeForm, TerugmeldingForm, WoordenForm
from collaboration.models import StageEinde
from collaboration.queries import einde as queries
from collaboration.queries.gesprek import get_gesprek
from collaboration.rules import einde as rules
from collaboration.words.gesprek import count
from kern.http import page, posted, toast
from stageplekken.models import Stage
from stageplekken.queries.stage import get_stage
from stageplekken.rules import stage as rules_stage
from students.access import Viewer
from students.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def stage_einde(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Note that a stage ends; once it did, how it ended."""
    viewer = request.viewer
    stage = get_stage(viewer, pk)
    einde = queries.einde_of(viewer, stage)
    if einde is not None and request.method != "POST":
        return _ended(request, einde)
    if einde is None and stage.status in rules_stage.ENDED and request.method != "POST":
        known: dict[str, Any] = {"student": stage.student, "stage": stage}
        return page(request, "collaboration/stage_zonder_einde.html", known)
    if einde is None:
        demand(rules_stage.may_end(viewer, stage))
    start = {"laatste_dag": min(stage.einde, viewer.today)}
    form = EindeForm(posted(request), student=stage.student, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end(by=viewer, stage_id=stage.pk, afronding=form.afronding())
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Het einde staat erin. Iedereen in het team hoort het.")
            return redirect("stage_einde", pk=stage.pk)
    days = count(regels_of(stage.student.klas.school).stage_toegang_kalenderdagen, "dag", "dagen")
    context = {"student": stage.student, "stage": stage, "form": form, "toegang": days}
    return page(request, "collaboration/stage_einde.html", context, status=422 if form.is_bound else 200)


def _ended(request: ViewerRequest, einde: StageEinde) -> HttpResponse:
    viewer = request.viewer
    context: dict[str, Any] = {
        "student": einde.student,
        "stage": einde.stage,
        "einde": einde,
        "volledig": bool(rules.reads_reason(viewer, einde.student)),
        "woorden": rules.shared_words(einde, viewer.today),
        "meldt": bool(rules.may_report_back(viewer, einde)),
        "tot": _access_until(viewer, einde.stage),
        "nog_vragen": einde.delen == Delen.NIET_GESPROKEN,
    }
    return page(request, "collaboration/stage_geeindigd.html", context)


def _access_until(viewer: Viewer, stage: Stage) -> Any:
    """The last day on which a praktijkbegeleider reads this stage; None for anyone else."""
    mine = any(link.stage == stage.pk for link in viewer.links(stage.student))
    return queries.last_days(viewer).get(stage.student_id) if mine else None


@require_http_methods(["GET", "HEAD", "POST"])
def woorden(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What the student lets the leerbedrijf know, where it was not asked before or is said otherwise."""
    viewer = request.viewer
    einde = queries.get_einde(viewer, get_stage(viewer, pk))
    demand(rules.may_report_back(viewer, einde))
    start = {"delen": einde.delen, "woorden": einde.woorden, "mondeling": viewer.today}
    form = WoordenForm(posted(request), student=einde.student, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.share_words(by=viewer, stage_id=einde.stage_id, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Dat staat erbij")
            return redirect("stage_einde", pk=einde.stage_id)
    context = {"student": einde.student, "stage": einde.stage, "form": form}
    return page(request, "collaboration/stage_woorden.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def terugmelding(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The leerbedrijf heard it: how, and what was said."""
    viewer = request.viewer
    einde = queries.get_einde(viewer, get_stage(viewer, pk))
    demand(rules.may_report_back(viewer, einde))
    shared = rules.shared_words(einde, viewer.today)
    form = TerugmeldingForm(posted(request), initial={"tekst": shared})
    if request.method == "POST" and form.is_valid():
        try:
            actions.report_back(by=viewer, stage_id=einde.stage_id, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "De terugmelding is gedaan")
            return redirect("stage_einde", pk=einde.stage_id)
    context = {
        "student": einde.student,
        "stage": einde.stage,
        "einde": einde,
        "woorden": shared,
        "form": form,
    }
    return page(
        request, "collaboration/stage_terugmelding.html", context, status=422 if form.is_bound else 200
    )


@require_safe
def overdracht(request: ViewerRequest) -> HttpResponse:
    """What somebody whose role ends leaves behind, with what can be done with each."""
    return page(request, "collaboration/overdracht.html", {"vertrek": queries.left_behind(request.viewer)})


@require_POST
def overdragen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Hand one gesprek over to the colleague that was chosen."""
    viewer = request.viewer
    gesprek = get_gesprek(viewer, pk, read=False)
    row = overdrachten.hand_over(by=viewer, gesprek_id=gesprek.pk, aan=_chosen(request))
    toast(request, f"Overgedragen aan {row.aan.naam}")
    return redirect("overdracht")


def _chosen(request: ViewerRequest) -> UUID:
    """The id that the form sent; one that is no id is nobody's."""
    try:
        return UUID(request.POST.get("aan", ""))
    except ValueError:
        return UUID(int=0)
