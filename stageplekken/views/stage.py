"""The page of a stage, and the mentor's forms around it: a new one, the plan, the POK, a pause, the first day."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kern.dates import DAYS
from kern.http import page, posted, toast
from stageplekken.actions import stage as actions
from stageplekken.enums import STAGE_MOVES, StageStatus
from stageplekken.forms.stage import AanpasForm, PauzeForm, PokForm, StageForm, StartForm, signed
from stageplekken.models import Stage
from stageplekken.queries import stage as queries
from stageplekken.rules import stage as rules
from students.access import Item, Viewer
from students.checks import Refused, demand
from students.enums import Soort
from students.http import ViewerRequest
from students.queries import get_student

S = StageStatus


@require_http_methods(["GET", "HEAD", "POST"])
def stage_nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A new stage for a student, by the mentor."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_plan(viewer, student))
    form = StageForm(
        posted(request), plekken=queries.places_for(student), initial={"sleutel": uuid4(), "uren": 320}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = actions.arrange(
            by=viewer,
            student=student,
            plek=form.place(),
            opzet=form.opzet(),
            status=data["status"],
            sleutel=data["sleutel"],
        )
        toast(request, "De stage staat erin")
        return redirect("stage", pk=made.pk)
    context = {"student": student, "form": form}
    return page(request, "stageplekken/stage_nieuw.html", context, status=422 if form.is_bound else 200)


@require_safe
def stage(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Everything that was agreed of one stage, and for the mentor what comes next."""
    viewer = request.viewer
    one = queries.get_stage(viewer, pk)
    return _shown(request, one)


def _shown(request: ViewerRequest, one: Stage, form: Any = None, status: int = 200) -> HttpResponse:
    viewer, today = request.viewer, request.viewer.today
    rows = list(one.roosters.order_by("vanaf"))
    changes = bool(rules.may_change(viewer, one))
    context = {
        "student": one.student,
        "stage": one,
        "form": form,
        "dagen": [(row.vanaf, _week(row.uren)) for row in rows],
        "pauzes": list(one.pauzes.order_by("begin")),
        "handtekeningen": signed(list(one.handtekeningen.all())),
        "stappen": [(S(row.naar).label, row) for row in queries.steps_of(one)]
        if _reads_history(viewer, one)
        else [],
        "regelt": changes,
        "mag_einde": bool(rules.may_end(viewer, one)),
        "kan": [(state, press) for state, press in rules.PRESSES.items() if state in STAGE_MOVES[one.status]],
        "kan_starten": changes and S.GESTART in STAGE_MOVES[one.status],
        "kan_niet_komen": changes and S.NIET_VERSCHENEN in STAGE_MOVES[one.status],
        "startform": StartForm(initial={"dag": max(min(one.begin, today), one.begin)}, auto_id="start_%s"),
        "geeindigd": one.status in rules.ENDED,
    }
    return page(request, "stageplekken/stage.html", context, status=status)


def _week(uren: dict[str, float]) -> list[tuple[str, str]]:
    """The days of a week with their hours: ("maandag", "7,5")."""
    return [(DAYS[int(day)], f"{hours:g}".replace(".", ",")) for day, hours in sorted(uren.items())]


def _reads_history(viewer: Viewer, one: Stage) -> bool:
    """Whether this person reads how the stage came about: not the leerbedrijf."""
    return bool(viewer.may("lees", one.student, Item(Soort.EERDERE_STAGE)))


@require_http_methods(["GET", "HEAD", "POST"])
def aanpassen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Change the period, the hours or the days."""
    viewer = request.viewer
    one = queries.get_stage(viewer, pk)
    demand(rules.may_change(viewer, one))
    form = AanpasForm(posted(request), initial=AanpasForm.initial_of(one, viewer.today))
    if request.method == "POST" and form.is_valid():
        vanaf = form.cleaned_data["vanaf"]
        actions.change(by=viewer, stage_id=one.pk, opzet=form.opzet(), vanaf=vanaf)
        toast(request, "De stage is aangepast")
        return redirect("stage", pk=one.pk)
    context = {"student": one.student, "stage": one, "form": form}
    return page(request, "stageplekken/stage_aanpassen.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def pauze(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The stage stands still for a while."""
    viewer = request.viewer
    one = queries.get_stage(viewer, pk)
    demand(rules.may_change(viewer, one))
    form = PauzeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.pause(by=viewer, stage_id=one.pk, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "De pauze staat erin")
            return redirect("stage", pk=one.pk)
    context = {"student": one.student, "stage": one, "form": form}
    return page(request, "stageplekken/stage_pauze.html", context, status=422 if form.is_bound else 200)


@require_POST
def pauze_weg(request: ViewerRequest, pk: UUID, pauze: int) -> HttpResponse:
    """Take a pause away."""
    viewer = request.viewer
    one = queries.get_stage(viewer, pk, read=False)
    actions.unpause(by=viewer, stage_id=one.pk, pauze=pauze)
    toast(request, "De pauze is weg")
    return redirect("stage", pk=one.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def pok(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Who signed the POK, and when."""
    viewer = request.viewer
    one = queries.get_stage(viewer, pk)
    demand(rules.may_change(viewer, one))
    form = PokForm(posted(request), initial={"dag": viewer.today})
    if request.method == "POST" and form.is_valid():
        now = actions.sign(by=viewer, stage_id=one.pk, **form.cleaned_data)
        done = now.status == S.POK_GETEKEND
        toast(request, "De POK is getekend" if done else "De handtekening staat erin")
        return redirect("stage", pk=one.pk)
    context = {
        "student": one.student,
        "stage": one,
        "form": form,
        "handtekeningen": signed(list(one.handtekeningen.all())),
    }
    return page(request, "stageplekken/stage_pok.html", context, status=422 if form.is_bound else 200)


@require_POST
def stap(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One step further: `naar` is a state; the first day brings `dag`."""
    viewer = request.viewer
    one = queries.get_stage(viewer, pk)
    demand(rules.may_change(viewer, one))
    form = StartForm(request.POST, auto_id="start_%s")
    naar = request.POST.get("naar", "")
    try:
        if naar == S.GESTART:
            if not form.is_valid():
                return _shown(request, one, form, 422)
            actions.start(by=viewer, stage_id=one.pk, dag=form.cleaned_data["dag"])
        elif naar == S.NIET_VERSCHENEN:
            actions.absent_at_start(by=viewer, stage_id=one.pk)
        else:
            actions.move(by=viewer, stage_id=one.pk, naar=naar)
    except Refused as refused:
        form = form if naar == S.GESTART else StartForm({"dag": one.begin})
        form.is_valid()
        form.add_error(None, refused)
        return _shown(request, queries.get_stage(viewer, pk), form, 422)
    toast(request, "Dat staat erbij")
    return redirect("stage", pk=one.pk)
