"""Walking through an instrument with a student: before, step by step, after, and making it vastgelegd.

Every page is one form. Pressing a button saves what was typed and goes where the button says; htmx saves after
every touch and gets back a status line, new tokens, and both texts where two people wrote at once.
"""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from checklists.actions import SaveResult
from checklists.filled import Filled
from checklists.nodes import STUDENT, TERUGKIJKEN, VOOR
from checklists.page import part_page, save_reply, step_page
from collaboration.actions import afspraak as afspraak_actions
from collaboration.actions import gesprek as actions
from collaboration.actions.checks import demand
from collaboration.enums import GesprekStatus
from collaboration.forms import AfspraakForm, PlanForm
from collaboration.models import Gesprek
from collaboration.queries import gesprek as queries
from collaboration.queries import samen as queries_samen
from collaboration.rules import gesprek as rules
from collaboration.views import walk_parts as parts
from collaboration.views.telefoon import geef
from collaboration.walk import (
    LATER,
    TELEFOON,
    allowed_target,
    go_on_later,
    resume_url,
    side_of,
    suggestions,
    url_of,
)
from kern.http import page, toast
from students.http import ViewerRequest


def open_concept(request: ViewerRequest, pk: UUID) -> Gesprek | HttpResponse:
    """The concept with an instrument that this person works in, or the answer where it is none (any more)."""
    viewer = request.viewer
    saving = request.method == "POST"
    gesprek = queries.get_gesprek(viewer, pk, read=not saving)
    if gesprek.status != GesprekStatus.CONCEPT:
        return parts.too_late(request, gesprek) if saving else redirect("gesprek", pk=pk)
    if gesprek.invulling is None:
        return redirect("gesprek_aanpassen", pk=pk)
    return gesprek


def _conflict_url(gesprek: Gesprek) -> Any:
    return lambda botsing: reverse("gesprek_botsing", args=[gesprek.pk, botsing])


def save(request: ViewerRequest, gesprek: Gesprek, deel: str) -> SaveResult:
    """Save what was touched on a page of the walk; the student's own question is not on it."""
    viewer = request.viewer
    assert gesprek.invulling is not None
    instrument = gesprek.invulling.versie.instrument
    student = {veld.code for veld in instrument.velden(STUDENT)}
    fields = [veld for veld in instrument.velden(deel) if veld.code not in student]
    return actions.save_step(by=viewer, gesprek_id=gesprek.pk, posted=request.POST, fields=fields, stap=deel)


def _fragment(
    request: ViewerRequest, gesprek: Gesprek, result: SaveResult, extra: dict[str, Any]
) -> HttpResponse:
    """The answer to a save by htmx: status line, tokens, conflicts."""
    viewer = request.viewer
    assert gesprek.invulling is not None
    reply = save_reply(
        result, invulling=gesprek.invulling, for_user=viewer.user, conflict_url=_conflict_url(gesprek)
    )
    status = 409 if result.botsingen else 422 if result.fouten or extra.get("plan_fout") else 200
    return render(
        request, "collaboration/bewaard.html", {"reply": reply, "result": result, **extra}, status=status
    )


def _forward(request: ViewerRequest, gesprek: Gesprek, deel: str) -> HttpResponse:
    """Go where the pressed button leads, and remember it for the other device."""
    viewer = request.viewer
    assert gesprek.invulling is not None
    instrument = gesprek.invulling.versie.instrument
    wish = allowed_target(instrument, request.POST.get("naar", "")) or deel
    if wish in instrument.delen and wish != deel:
        actions.go_to(by=viewer, gesprek_id=gesprek.pk, stap=wish)
    if (deel, wish) == (VOOR, instrument.stappen[0].code):
        actions.begin(by=viewer, gesprek_id=gesprek.pk)
    if wish in (deel, LATER):
        toast(request, "Bewaard" if wish == deel else go_on_later(instrument, deel))
    return redirect(url_of(gesprek, wish))


@require_safe
def verder(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Go on at the very point where it stopped, on whatever device."""
    viewer = request.viewer
    gesprek = queries.get_gesprek(viewer, pk, read=False)
    return redirect(
        resume_url(gesprek) if gesprek.status == GesprekStatus.CONCEPT else reverse("gesprek", args=[pk])
    )


@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: ViewerRequest, pk: UUID, code: str) -> HttpResponse:
    """One step of the instrument."""
    gesprek = open_concept(request, pk)
    if isinstance(gesprek, HttpResponse):
        return gesprek
    assert gesprek.invulling is not None
    if code not in {step.code for step in gesprek.invulling.versie.instrument.stappen}:
        raise Http404
    if request.method != "POST":
        return _show_step(request, gesprek, code, None, parts.afspraak_form(request.viewer, gesprek))
    result = save(request, gesprek, code)
    if request.htmx:
        return _fragment(request, gesprek, result, {})
    form = parts.afspraak_form(request.viewer, gesprek, request.POST)
    if result.ok and _afspraak_done(request, gesprek, form):
        if "afspraak" in request.POST:
            return redirect(url_of(gesprek, code) + "#afspraken")
        return _forward(request, gesprek, code)
    return _show_step(request, gesprek, code, result, form)


def _show_step(
    request: ViewerRequest, gesprek: Gesprek, code: str, result: SaveResult | None, form: AfspraakForm
) -> HttpResponse:
    assert gesprek.invulling is not None
    viewer, student = request.viewer, gesprek.student
    filled = Filled(gesprek.invulling, viewer.user)
    step = filled.instrument.stap(code)
    shown = step_page(
        filled,
        step,
        student.profiel.groep,
        wie=side_of(viewer, student),
        suggesties=suggestions(filled.instrument, filled, code, student),
        conflict_url=_conflict_url(gesprek),
        posted=request.POST if result else None,
        result=result,
    )
    context = parts.walk_context(gesprek, filled, code) | {"page": shown, "form": form}
    context |= parts.panels(viewer, gesprek, filled, step.panelen)
    return page(request, "collaboration/gesprek_stap.html", context, status=_status(result, form))


def _status(result: SaveResult | None, form: Any = None) -> int:
    if result is None:
        return 200
    return (
        409
        if result.botsingen
        else 422
        if result.fouten or (form is not None and form.is_bound and form.errors)
        else 200
    )


def _afspraak_done(request: ViewerRequest, gesprek: Gesprek, form: AfspraakForm) -> bool:
    """Make the afspraak that was typed along, if any; False where it needs another look."""
    viewer = request.viewer
    if not form.is_bound:
        return True
    if not form.is_valid():
        parts.point_at(form)
        return False
    try:
        made = afspraak_actions.make(
            by=viewer,
            student=gesprek.student,
            belofte=form.belofte(),
            gesprek=gesprek,
            sleutel=form.cleaned_data["sleutel"],
        )
    except PermissionDenied as denied:
        form.add_error(None, str(denied))
        return False
    toast(request, f"Afspraak erbij: {made.wat}")
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def voor(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Prepare: the student's points first, then one's own; what it is about; when."""
    viewer = request.viewer
    gesprek = open_concept(request, pk)
    if isinstance(gesprek, HttpResponse):
        return gesprek
    assert gesprek.invulling is not None
    result = None
    if request.method == "POST":
        result = save(request, gesprek, VOOR)
        form = _save_plan(request, gesprek)
        planned = form.is_valid()
        if request.htmx:
            return _fragment(request, gesprek, result, {"plan": form, "plan_fout": not planned})
        if result.ok and planned:
            return _forward(request, gesprek, VOOR)
    else:
        form = parts.plan_form(viewer, gesprek)
    filled = Filled(gesprek.invulling, viewer.user)
    shown = part_page(
        filled,
        VOOR,
        conflict_url=_conflict_url(gesprek),
        posted=request.POST if result else None,
        result=result,
    )
    context = parts.walk_context(gesprek, filled, VOOR) | {"page": shown, "form": form}
    context |= parts.plan_fold(viewer, gesprek, form)
    context["volgende_keer"] = queries_samen.next_time(viewer, gesprek.student)
    return page(request, "collaboration/gesprek_voor.html", context, status=_status(result, form))


def _save_plan(request: ViewerRequest, gesprek: Gesprek) -> PlanForm:
    """Write what was touched of the plan; out: the form, with its errors or with what is stored now."""
    viewer = request.viewer
    form = actions.change_plan(
        by=viewer, gesprek_id=gesprek.pk, form=lambda now: parts.plan_form(viewer, now, request.POST)
    )
    if form.is_valid():
        form.stored()
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def na(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Look back: what got attention, the student's word, in plain words."""
    viewer = request.viewer
    gesprek = open_concept(request, pk)
    if isinstance(gesprek, HttpResponse):
        return gesprek
    assert gesprek.invulling is not None
    result = None
    if request.method == "POST":
        result = save(request, gesprek, TERUGKIJKEN)
        if request.htmx:
            return _fragment(request, gesprek, result, {})
        if result.ok:
            # The phone is handed over from this page: what was typed is saved first, with or without scripts.
            handing_over = request.POST.get("naar") == TELEFOON
            return geef(request, pk) if handing_over else _forward(request, gesprek, TERUGKIJKEN)
    filled = Filled(gesprek.invulling, viewer.user)
    shown = part_page(
        filled,
        TERUGKIJKEN,
        conflict_url=_conflict_url(gesprek),
        posted=request.POST if result else None,
        result=result,
    )
    context = parts.walk_context(gesprek, filled, TERUGKIJKEN) | {"page": shown}
    context |= parts.looked_back(filled)
    return page(request, "collaboration/gesprek_na.html", context, status=_status(result))


@require_POST
def botsing(request: ViewerRequest, pk: UUID, botsing: UUID) -> HttpResponse:
    """Choose between two texts; whatever else was typed on that page is saved first."""
    viewer = request.viewer
    gesprek = open_concept(request, pk)
    if isinstance(gesprek, HttpResponse):
        return gesprek
    where = parts.settle(viewer, gesprek, botsing, request)
    return redirect(where)


@require_POST
def afspraak_weg(request: ViewerRequest, pk: UUID, afspraak: UUID) -> HttpResponse:
    """Take an afspraak out of a concept; what was typed on the page is saved first."""
    viewer = request.viewer
    gesprek = open_concept(request, pk)
    if isinstance(gesprek, HttpResponse):
        return gesprek
    demand(rules.may_write(viewer, gesprek.student))
    assert gesprek.invulling is not None
    deel = request.POST.get("deel", "")
    if deel in gesprek.invulling.versie.instrument.delen:
        save(request, gesprek, deel)
    afspraak_actions.remove(by=viewer, gesprek_id=gesprek.pk, afspraak_id=afspraak)
    toast(request, "De afspraak is weg")
    return redirect(
        url_of(gesprek, deel) + "#afspraken"
        if deel in gesprek.invulling.versie.instrument.delen
        else resume_url(gesprek)
    )
