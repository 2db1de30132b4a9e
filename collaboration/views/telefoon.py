"""Handing over the phone: one question for the student, and nothing else until the begeleider is back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from begeleiders import handover
from checklists.filled import Filled
from checklists.nodes import STUDENT
from checklists.page import part_page
from collaboration.actions import gesprek as actions
from collaboration.actions.checks import demand
from collaboration.enums import GesprekStatus
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from kern.http import page
from students.http import ViewerRequest


@require_POST
def geef(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The begeleider hands the phone to the student."""
    viewer = request.viewer
    gesprek = queries.get_gesprek(viewer, pk, read=False)
    voerders = set(gesprek.voerders.values_list("user_id", flat=True))
    demand(rules.may_edit(viewer, gesprek, voerders))
    handover.start(request, gesprek.pk)
    return redirect("telefoon")


@require_http_methods(["GET", "HEAD", "POST"])
def telefoon(request: ViewerRequest) -> HttpResponse:
    """The one question."""
    viewer = request.viewer
    going_on = handover.current(request)
    if going_on is None:
        return redirect("vandaag")
    gesprek = queries.get_gesprek(viewer, UUID(going_on["gesprek"]), read=False)
    if gesprek.status != GesprekStatus.CONCEPT or gesprek.invulling is None:
        return redirect("telefoon_klaar")
    result = None
    if request.method == "POST":
        result = actions.student_answers(by=viewer, gesprek_id=gesprek.pk, posted=request.POST)
        if not result.fouten:
            return redirect("telefoon_klaar")
    filled = Filled(gesprek.invulling, viewer.user)
    filled.conflicts = {}  # two answers from two phones are the begeleiders' to settle, on the page Na
    shown = part_page(filled, STUDENT, posted=request.POST if result else None, result=result)
    context = {"page": shown, "voornaam": gesprek.student.voornaam, "gesprek": gesprek}
    return page(request, "collaboration/telefoon.html", context, status=422 if result else 200)


@require_safe
def klaar(request: ViewerRequest) -> HttpResponse:
    """Thank you; give the phone back."""
    if handover.current(request) is None:
        return redirect("vandaag")
    return page(request, "collaboration/telefoon_klaar.html")
