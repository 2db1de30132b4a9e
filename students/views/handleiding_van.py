"""The handleiding of a student for somebody of the team: what was shared, and asking for more."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from begeleiders import handover
from kern.http import address, page, pdf, toast
from students import queries_handleiding as queries
from students.actions import handleiding as actions
from students.checks import Refused, demand
from students.delen import te_delen
from students.enums import Soort
from students.forms.handleiding import VraagForm
from students.http import ViewerRequest
from students.models import Student
from students.queries import get_student, short_name_only
from students.rules import handleiding as rules

PAGE = "students/handleiding_van.html"
TELEFOON = "telefoon_handleiding"


def get_known(request: ViewerRequest, pk: UUID, soort: Soort = Soort.HANDLEIDING) -> Student:
    """A student of whom this kind can exist for this person; Http404 otherwise."""
    who = get_student(request.viewer, pk)
    if not rules.may_know(request.viewer, who, soort):
        raise Http404
    return who


def name_for(request: ViewerRequest, who: Student) -> str:
    """The name by which this person knows the student."""
    return who.voornaam if short_name_only(request.viewer, who) else who.naam


@require_safe
def handleiding_van(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What this person may read, and what was asked. The student goes to the own page."""
    who = get_known(request, pk)
    if request.viewer.is_student(who):
        return redirect("handleiding")
    return _show(request, who)


def _show(request: ViewerRequest, who: Student, form: VraagForm | None = None) -> HttpResponse:
    viewer = request.viewer
    found = queries.read_by(viewer, who)
    shown = {stuk.deel.code for stuk in found}
    asked = queries.asked_by(viewer, who)
    waits = {code for code, row in asked.items() if not row.antwoord}
    free = [deel for code, deel in te_delen().items() if code not in shown | waits]
    context: dict[str, Any] = {
        "student": who,
        "naam": name_for(request, who),
        "stukken": found,
        "gevraagd": [
            (te_delen()[code], row) for code, row in asked.items() if code in te_delen() and code not in shown
        ],
        "form": form or (VraagForm(delen=free) if free else None),
        "samen": bool(rules.may_fill_together(viewer, who)),
        "leefgebieden": rules.may_know(viewer, who, Soort.LEEFGEBIEDEN),
    }
    return page(request, PAGE, context, fragment="delen", status=422 if form else 200)


@require_POST
def handleiding_vraag(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Ask for a part."""
    viewer = request.viewer
    who = get_known(request, pk)
    demand(rules.may_ask(viewer, who))
    form = VraagForm(request.POST, delen=list(te_delen().values()))
    if form.is_valid():
        sent = form.cleaned_data
        try:
            actions.vraag(by=viewer, student=who, onderdeel=sent["onderdeel"], waarom=sent["waarom"])
        except Refused as refused:
            form.add_error("onderdeel", refused.messages[0])
        else:
            toast(request, f"{who.voornaam} ziet je vraag op Mijn handleiding.")
            return redirect(address("handleiding_van", who.pk))
    return _show(request, who, form)


@require_safe
def handleiding_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What this person may read, on paper; the student all. Nothing shared: back to the page."""
    viewer = request.viewer
    who = get_known(request, pk)
    zelf = viewer.is_student(who)
    found = queries.all_of(viewer, who) if zelf else queries.read_by(viewer, who)
    if not found:
        return redirect("handleiding") if zelf else redirect(address("handleiding_van", who.pk))
    context = {"student": who, "naam": name_for(request, who), "stukken": found, "zelf": zelf}
    return pdf(request, "pdf/handleiding.html", context, "handleiding.pdf")


@require_POST
def handleiding_samen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Hand the phone to the student, who fills in the handleiding there."""
    who = get_known(request, pk)
    demand(rules.may_fill_together(request.viewer, who))
    handover.give(request, who, TELEFOON, who.pk)
    return redirect(TELEFOON)
