"""Samenwerking: the list, asking a colleague, filling in alone, side by side, and the afspraken out of it."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from checklists.kenmerken import naam
from checklists.nodes import VOOR
from checklists.queries import stored
from collaboration import vergelijking
from collaboration.actions import samen as actions
from collaboration.actions.checks import Refused, demand
from collaboration.enums.samen import SamenStatus
from collaboration.forms.choices import wie_choices
from collaboration.forms.samen import BesprokenForm, StopForm, VraagForm
from collaboration.models import Samenwerking
from collaboration.queries import samen as queries
from collaboration.rules import samen as rules
from collaboration.rules.leidraad import may_bring_in
from collaboration.views import alleen as fill
from collaboration.walk import LATER
from kern.http import page, pdf, posted, toast
from stageplekken.queries.lopend import stages_of
from students.access import Viewer
from students.http import ViewerRequest
from students.queries import colleagues_of, first_students, get_student

FILENAME = "samenwerking.pdf"
MANY = 60


@require_safe
def samen(request: ViewerRequest) -> HttpResponse:
    """All rounds of this person, what waits first; and the students with whom a round can begin."""
    viewer = request.viewer
    rows = queries.rounds(viewer)
    to_do = queries.waiting(viewer, rows)
    if rows:
        viewer.ledger.read(queries.list_subject())
    context = {
        "doet_mee": bool(viewer.rollen & rules.SAMEN_ROLLEN),
        "mag_inbrengen": may_bring_in(viewer),
        "bezig": [row for row in rows if row.status == SamenStatus.BEZIG],
        "naast": [row for row in to_do if row.status == SamenStatus.NAAST],
        "klaar": [row for row in rows if row.status != SamenStatus.BEZIG and row not in to_do],
    }
    if context["doet_mee"]:
        context["studenten"] = [s for s in first_students(viewer, MANY) if rules.may_ask(viewer, s)]
    return page(request, "collaboration/samen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def samen_start(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Ask one colleague of this student."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_ask(viewer, student))
    partners = rules.partners(viewer, student)
    form = VraagForm(posted(request), partners=partners, initial={"sleutel": uuid4()})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        row = actions.ask(by=viewer, student=student, collega=UUID(data["collega"]), sleutel=data["sleutel"])
        return redirect("samen_ronde", pk=row.pk)
    context = {
        "student": student,
        "form": form,
        "partners": partners,
        "rondes": queries.rounds_about(viewer, student),
    }
    return page(request, "collaboration/samen_start.html", context, status=422 if form.is_bound else 200)


def _ronde_url(row: Samenwerking, deel: str) -> str:
    if deel == LATER:
        return reverse("samen")
    if deel == fill.KLAAR:
        return reverse("samen_ronde", args=[row.pk])
    return reverse("samen_deel", args=[row.pk, deel])


def _alleen(request: ViewerRequest, row: Samenwerking) -> fill.Alleen:
    """One's own side as something to fill in."""
    viewer, kant = request.viewer, rules.side_of(row, request.viewer.user.pk)
    ander = rules.other_side(row, viewer.user.pk).user
    return fill.Alleen(
        student=row.student,
        invulling=kant.invulling,
        mag=rules.may_fill(viewer, row),
        titel=f"Samenwerking rond {row.student.voornaam}",
        wie_leest=f"{ander.naam} ziet dit pas als jullie het allebei vrijgeven.",
        klaar="Kijk het na en geef het vrij",
        url=lambda deel: _ronde_url(row, deel),
        conflict_url=lambda botsing: reverse("samen_botsing", args=[row.pk, botsing]),
        eigen=actions.EIGEN,
        pk=row.pk,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def samen_deel(request: ViewerRequest, pk: UUID, deel: str) -> HttpResponse:
    """One page of one's own side."""
    row = queries.get_samenwerking(request.viewer, pk, read=request.method != "POST")
    return fill.part(request, _alleen(request, row), deel)


@require_POST
def samen_botsing(request: ViewerRequest, pk: UUID, botsing: UUID) -> HttpResponse:
    """Choose between two texts of one's own."""
    row = queries.get_samenwerking(request.viewer, pk, read=False)
    return fill.settle(request, _alleen(request, row), botsing)


@require_safe
def samen_ronde(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One round: one's own answers while it is filled in, both beside each other when both gave them free."""
    row = queries.get_samenwerking(request.viewer, pk)
    if row.status in queries.NAAST:
        return _beside(request, row, _discuss_form(request, row))
    return _own(request, row)


def _own(request: ViewerRequest, row: Samenwerking) -> HttpResponse:
    """One's own answers, and what is still to do; nothing of the other's."""
    viewer = request.viewer
    mine, ander = rules.side_of(row, viewer.user.pk), rules.other_side(row, viewer.user.pk)
    instrument = mine.invulling.versie.instrument
    answers = stored([mine.invulling_id]).get(mine.invulling_id, {})
    rows = vergelijking.antwoorden(instrument, answers)
    open_ones = vergelijking.open_kenmerken(instrument, answers)
    resume = mine.invulling.stap or VOOR
    context = {
        "ronde": row,
        "student": row.student,
        "mijn": mine,
        "ander": ander,
        "antwoorden": [(naam(code), one) for code, one in rows.items()],
        "open": open_ones,
        "begonnen": len(open_ones) < len(rows),
        "verder": f"{_ronde_url(row, resume)}{f'#f-{mine.invulling.veld}' if mine.invulling.veld else ''}",
        "mag_invullen": rules.may_fill(viewer, row),
        "mag_terug": rules.may_take_back(viewer, row),
        "mag_stoppen": rules.may_stop(viewer, row),
    }
    return page(request, "collaboration/samen_eigen.html", context)


def _discuss_form(request: ViewerRequest, row: Samenwerking, data: Any = None) -> BesprokenForm:
    viewer, student = request.viewer, row.student
    start_with = vergelijking.begin_bij(queries.comparison(row))
    return BesprokenForm(
        data,
        kenmerken=[(one.kenmerk, one.titel) for one in start_with],
        wie=wie_choices(student, colleagues_of(viewer, student), viewer.user.pk),
        voornaam=student.voornaam,
        initial={"sleutel": uuid4()},
    )


def _beside(request: ViewerRequest, row: Samenwerking, form: BesprokenForm) -> HttpResponse:
    """Both beside each other, with what to do with it."""
    viewer = request.viewer
    context = _comparison(request, row) | {
        "form": form,
        "mag_bespreken": rules.may_discuss(viewer, row, *rules.layer_of(viewer, row)),
        "gesprekken": queries.talks_of(viewer, row),
    }
    return page(request, "collaboration/samen_naast.html", context, status=422 if form.is_bound else 200)


def _comparison(request: ViewerRequest, row: Samenwerking) -> dict[str, Any]:
    een, ander = row.kanten.all()
    rounds = queries.history(request.viewer, row)
    rows = rounds[-1].rijen
    instrument = een.invulling.versie.instrument
    words = vergelijking.as_woorden(instrument.manier.schaal)
    return {
        "ronde": row,
        "student": row.student,
        "een": een,
        "ander": ander,
        "rijen": rows,
        "sterk": vergelijking.sterk(rows),
        "begin_bij": vergelijking.begin_bij(rows),
        "trends": vergelijking.trends(rounds),
        "rondes": rounds,
        "wensen": queries.wishes(row),
        "laag": rules.layer_of(request.viewer, row)[0],
        "instrument": instrument,
        "aswoorden": words,
        "assen": [x for x, *_ in words],
        "woorden": [word for *_, word in words],
    }


@require_safe
def samen_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The comparison as PDF, made at this moment and never stored."""
    row = queries.get_samenwerking(request.viewer, pk)
    if row.status not in queries.NAAST:
        return redirect("samen_ronde", pk=pk)
    context = _comparison(request, row) | {"gesprekken": queries.talks_of(request.viewer, row)}
    return pdf(request, "pdf/samenwerking.html", context, FILENAME)


@require_POST
def samen_vrij(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Give one's own answers free."""
    viewer = request.viewer
    row = queries.get_samenwerking(viewer, pk, read=False)
    try:
        row = actions.give(by=viewer, samenwerking_id=row.pk)
    except Refused as refused:
        toast(request, refused.messages[0])
        return redirect("samen_ronde", pk=pk)
    ander = rules.other_side(row, viewer.user.pk).user
    both = row.status in queries.NAAST
    toast(
        request,
        "Jullie antwoorden liggen naast elkaar" if both else f"Vrijgegeven. Nu is {ander.naam} aan de beurt.",
    )
    return redirect("samen_ronde", pk=pk)


@require_POST
def samen_terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take back what one gave free."""
    row = queries.get_samenwerking(request.viewer, pk, read=False)
    actions.take_back(by=request.viewer, samenwerking_id=row.pk)
    toast(request, "Je antwoorden zijn weer alleen van jou")
    return redirect("samen_ronde", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def samen_stop(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Stop a round, with the reason."""
    viewer = request.viewer
    row = queries.get_samenwerking(viewer, pk, read=request.method != "POST")
    demand(rules.may_stop(viewer, row))
    form = StopForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.stop(by=viewer, samenwerking_id=row.pk, reden=form.cleaned_data["reden"])
        toast(request, "Deze ronde is gestopt")
        return redirect("samen")
    ander = rules.other_side(row, viewer.user.pk).user
    context = {"ronde": row, "student": row.student, "ander": ander, "form": form}
    return page(request, "collaboration/samen_stop.html", context, status=422 if form.is_bound else 200)


@require_POST
def samen_afspraak(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Note what the two agreed, as a gesprek with afspraken."""
    viewer = request.viewer
    row = queries.get_samenwerking(viewer, pk)
    demand(rules.may_discuss(viewer, row, *rules.layer_of(viewer, row)))
    form = _discuss_form(request, row, request.POST)
    if not form.is_valid():
        return _beside(request, row, form)
    try:
        _discuss(viewer, row, form)
    except Refused as refused:
        form.add_error(None, refused)
        return _beside(request, row, form)
    toast(request, "De afspraak staat vast")
    return redirect(reverse("samen_ronde", args=[pk], fragment="afgesproken"))


def _discuss(viewer: Viewer, row: Samenwerking, form: BesprokenForm) -> None:
    kenmerk = form.gekozen()
    actions.discuss(
        by=viewer,
        samenwerking_id=row.pk,
        kenmerk=kenmerk,
        plan=form.plan(naam(kenmerk) if kenmerk else ""),
        beloften=form.beloften(),
        stages=stages_of(row.student, viewer),
        sleutel=form.cleaned_data["sleutel"],
    )
