"""The list of meldingen: new ones on top, seen by a press, and from each the way to what it is about."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from collaboration.actions import melding as actions
from collaboration.queries import melding as queries
from collaboration.queries.gesprek import list_subject
from kern.http import page, toast
from students.http import ViewerRequest


@require_safe
def meldingen(request: ViewerRequest) -> HttpResponse:
    """My meldingen of the last weeks."""
    rows = queries.shown(request.viewer)
    request.viewer.ledger.read(list_subject("meldingen"))
    context = {"rijen": rows, "nieuw": [row for row in rows if row.melding.gezien_op is None]}
    return page(request, "collaboration/meldingen.html", context)


@require_POST
def melding(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Look at what it is about: from then on it is seen."""
    row = queries.get_melding(request.viewer, pk)
    actions.seen(by=request.viewer, meldingen=[row.melding.pk])
    return redirect(row.url)


@require_POST
def alles_gezien(request: ViewerRequest) -> HttpResponse:
    """All that was on the page is seen."""
    found = [row.melding.pk for row in queries.shown(request.viewer)]
    if actions.seen(by=request.viewer, meldingen=found):
        toast(request, "Alles staat op gezien")
    return redirect("meldingen")
