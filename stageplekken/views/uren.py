"""The hours of a stage: the page, a day entered or taken back, a day mended by the mentor."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kern.dates import say_day
from kern.http import address, page, pdf, toast
from stageplekken.actions import uren as actions
from stageplekken.forms.uren import DagForm, KiesDagForm, VerbeterForm
from stageplekken.models import Stage, UrenDag
from stageplekken.queries import uren as queries
from stageplekken.rules import uren as rules
from stageplekken.uren.beeld import picture
from stageplekken.uren.boek import Urenboek
from stageplekken.uren.invoer import Invoer
from stageplekken.uren.projection import NUL
from stageplekken.uren.words import say_stand
from stageplekken.views.uren_deel import PAGE, clash, day_in, entry_card, put, sent_data, start_of, wie
from students.checks import Refused, demand
from students.enums import Rol
from students.http import ViewerRequest, saying


@require_safe
def mijn_uren(request: ViewerRequest) -> HttpResponse:
    """Straight to the one stage, or the list of stages whose hours this person enters."""
    found = queries.own_stages(request.viewer)
    if len(found) == 1:
        return redirect("uren", found[0].pk)
    return page(request, "stageplekken/mijn_uren.html", {"stages": found})


@require_safe
def uren(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Entry, weeks, and when the stage ends."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk)
    boek = queries.boek(stage, viewer.today)
    dag = day_in(request.GET.get("dag", ""))
    return page(request, PAGE, context_of(request, stage, boek, dag=dag))


def context_of(
    request: ViewerRequest,
    stage: Stage,
    boek: Urenboek,
    *,
    dag: date | None = None,
    form: DagForm | None = None,
) -> dict[str, Any]:
    """Everything the page shows, with a form that was refused in place of a fresh one."""
    viewer = request.viewer
    mag = rules.may_enter(viewer, stage)
    found = rules.roles(viewer, stage)
    return {
        "stage": stage,
        "student": stage.student,
        "wie": wie(viewer, stage),
        "zelf": Rol.STUDENT in found,
        "boek": boek,
        "beeld": picture(boek, wie(viewer, stage)),
        "invul": entry_card(viewer, stage, boek, dag, form) if mag else None,
        "kies_dag": KiesDagForm(auto_id="kies_%s"),
        "mag_akkoord": bool(rules.may_agree(viewer, stage)),
        "mag_verbeteren": bool(rules.may_correct(viewer, stage)),
        "mag_telefoon": bool(rules.may_hand_over(viewer, stage)),
        "form": form,
    }


def back(request: ViewerRequest, stage: Stage, dag: date | None = None) -> str:
    """The first screen for who came from there, else the page of the hours."""
    if request.POST.get("terug") == "vandaag":
        return address("vandaag")
    query = {"dag": dag.isoformat()} if dag and dag != request.viewer.today else None
    return reverse("uren", args=[stage.pk], query=query)


@require_POST
def uren_dag(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Enter or change a day: the form of the page, or one tap."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    demand(rules.may_enter(viewer, stage))
    boek = queries.boek(stage, viewer.today)
    data = sent_data(request)
    dag = day_in(data.get("dag", ""))
    form = DagForm(
        data,
        gepland=boek.plan.gepland_op(dag) if dag else NUL,
        niets_gehoord=bool(rules.may_report(viewer, stage)),
    )
    if form.is_valid():
        sent = form.cleaned_data
        try:
            done = actions.enter_day(
                by=viewer, stage_id=stage.pk, dag=sent["dag"], invoer=form.invoer(), gezien=sent["gezien"],
                sleutel=sent["sleutel"],
            )  # fmt: skip
        except Refused as refused:
            put(form, refused)
        else:
            return _answer(request, stage, done, sent["dag"], form.invoer(), data)
    viewer.ledger.read(viewer.subject(stage.student, "uren", object_id=stage.pk))
    return page(request, PAGE, context_of(request, stage, boek, dag=dag, form=form), status=422)


def _answer(
    request: ViewerRequest, stage: Stage, done: actions.Uitslag, dag: date, invoer: Invoer, data: QueryDict
) -> HttpResponse:
    """After a day was entered: back with undo, or both stands where another one was there already."""
    if done.botst:
        return clash(request, stage, done.dag, invoer, data, back(request, stage, dag))
    said = say_stand(invoer)
    toast(request, f"{say_day(dag).capitalize()}: {said}", undo=_undo(request, stage, done.dag, data))
    return redirect(back(request, stage, dag))


def _undo(request: ViewerRequest, stage: Stage, row: UrenDag | None, data: QueryDict) -> str:
    """Where this person takes the day back that was just entered."""
    if row is None or row.ingevoerd_door_id != request.viewer.user.pk:
        return ""
    query = {"dag": row.dag.isoformat(), "v": str(row.versie), "terug": data.get("terug", "")}
    return reverse("uren_ongedaan", args=[stage.pk], query=query)


@require_POST
def niet_gekomen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Niet gekomen, niets gehoord: the missed day and the signaal in one tap."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    demand(rules.may_report(viewer, stage))
    boek = queries.boek(stage, viewer.today)
    gepland = boek.plan.gepland_op(day_in(request.POST.get("dag", "")) or viewer.today)
    data = request.POST.copy()
    data.update({"keuze": "niet", "waarom_niet": "niet_gemeld"})
    data.setdefault("dag", viewer.today.isoformat())
    form = DagForm(data, gepland=gepland, niets_gehoord=True)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            done = actions.niet_gekomen(
                by=viewer, stage_id=stage.pk, dag=sent["dag"], gezien=sent["gezien"], sleutel=sent["sleutel"]
            )
        except Refused as refused:
            put(form, refused)
        else:
            if done.botst:
                return clash(request, stage, done.dag, form.invoer(), data, back(request, stage, sent["dag"]))
            heard = f"{say_day(sent['dag']).capitalize()}: niet gemeld. De mentor hoort het nu."
            toast(request, heard, undo=_undo(request, stage, done.dag, data))
            return redirect(back(request, stage, sent["dag"]))
    viewer.ledger.read(viewer.subject(stage.student, "uren", object_id=stage.pk))
    dag = day_in(data.get("dag", ""))
    return page(request, PAGE, context_of(request, stage, boek, dag=dag, form=form), status=422)


@require_POST
def ongedaan(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take back one's own change of today."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    demand(rules.may_enter(viewer, stage))
    dag, versie = day_in(request.GET.get("dag", "")), request.GET.get("v", "")
    home = address("vandaag") if request.GET.get("terug") == "vandaag" else address("uren", stage.pk)
    if dag is None or not (versie.isascii() and versie.isdigit() and len(versie) < 6):
        toast(request, "Er viel niets ongedaan te maken.")
        return redirect(home)
    with saying(request, f"{say_day(dag).capitalize()} staat weer zoals het was"):
        actions.undo_day(by=viewer, stage_id=stage.pk, dag=dag, versie=int(versie))
    return redirect(home)


@require_http_methods(["GET", "HEAD", "POST"])
def verbeter(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The mentor mends a day, with a reason."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=request.method != "POST")
    demand(rules.may_correct(viewer, stage))
    boek = queries.boek(stage, viewer.today)
    data = request.POST if request.method == "POST" else None
    dag = day_in((data or request.GET).get("dag", "")) or viewer.today
    gepland, there = boek.plan.gepland_op(dag), boek.dagen.get(dag)
    form = VerbeterForm(data, gepland=gepland, initial=start_of(dag, there, gepland))
    if data is not None and form.is_valid():
        sent = form.cleaned_data
        try:
            done = actions.correct(
                by=viewer, stage_id=stage.pk, dag=sent["dag"], invoer=form.invoer(), reden=sent["reden"],
                gezien=sent["gezien"],
            )  # fmt: skip
        except Refused as refused:
            put(form, refused)
        else:
            if done.botst:
                return clash(request, stage, done.dag, form.invoer(), request.POST, address("uren", stage.pk))
            return _mended(request, stage, dag)
    context = {
        "stage": stage,
        "student": stage.student,
        "form": form,
        "dag": dag,
        "gepland": gepland,
        "er_staat": there,
    }
    return page(request, "stageplekken/uren_verbeter.html", context, status=422 if form.errors else 200)


def _mended(request: ViewerRequest, stage: Stage, dag: date) -> HttpResponse:
    toast(request, f"{say_day(dag).capitalize()} is verbeterd")
    return redirect("uren", stage.pk)


@require_safe
def uren_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The hours on paper."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk)
    boek = queries.boek(stage, viewer.today)
    context = {
        "stage": stage,
        "student": stage.student,
        "boek": boek,
        "beeld": picture(boek, stage.student.voornaam),
        "vandaag": viewer.today,
    }
    return pdf(request, "pdf/urenlijst.html", context, "urenlijst.pdf")
