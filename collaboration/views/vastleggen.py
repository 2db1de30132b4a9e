"""The last page of the walk: read it once more, choose who may read it, make it vastgelegd."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from checklists.filled import Filled
from checklists.nodes import TERUGKIJKEN, VOOR
from collaboration.actions.checks import Refused, demand
from collaboration.actions.vastleggen import vastleggen as fix
from collaboration.enums import GEWONE_WOORDEN, GesprekStatus
from collaboration.forms import VastleggenForm
from collaboration.models import Gesprek
from collaboration.queries import gesprek as queries
from collaboration.readers import readers
from collaboration.rules import gesprek as rules
from collaboration.verslag import Verslag, build, places
from collaboration.views import walk_parts as parts
from collaboration.walk import resume_url, url_of
from kern.http import page, posted, toast
from stageplekken.queries.lopend import stages_of
from students.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def vastleggen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Read it once more, choose who may read it, make it vastgelegd."""
    viewer = request.viewer
    gesprek = queries.get_gesprek(viewer, pk, read=request.method != "POST")
    if gesprek.status != GesprekStatus.CONCEPT:
        if request.method == "POST" and gesprek.vastgelegd_door_id != viewer.user.pk:
            toast(request, "Een collega legde dit gesprek net vast. Kijk wie het mag lezen.")
        return redirect("gesprek", pk=pk)
    demand(rules.may_write(viewer, gesprek.student))
    stages = stages_of(gesprek.student, viewer)
    initial = {"laag": rules.default_layer(viewer, gesprek)}
    form = VastleggenForm(
        posted(request), lagen=rules.layers_for(viewer, gesprek), stages=stages, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        stage = next((s for s in stages if str(s.pk) == form.cleaned_data.get("stage")), None)
        try:
            fix(by=viewer, gesprek_id=gesprek.pk, laag=form.cleaned_data["laag"], stage=stage)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Het gesprek is vastgelegd")
            return redirect("gesprek", pk=pk)
    return _show(request, gesprek, form, stages)


def _show(request: ViewerRequest, gesprek: Gesprek, form: VastleggenForm, stages: list[Any]) -> HttpResponse:
    viewer = request.viewer
    filled = Filled(gesprek.invulling, viewer.user) if gesprek.invulling else None
    verslag = build(viewer, gesprek, filled)
    who = readers(viewer, gesprek, rules.layers_for(viewer, gesprek), stages)
    context = {
        "gesprek": gesprek,
        "student": gesprek.student,
        "form": form,
        "lagen": [(choice, who.get(choice.data["value"], "")) for choice in form["laag"]],
        "verslag": verslag,
        "botsingen": parts.conflict_places(gesprek, filled),
        "terug": resume_url(gesprek),
        "naar_gewone_woorden": _plain_words_url(gesprek),
    }
    if filled is not None:
        context |= _edit_links(gesprek, filled, verslag)
    status = 422 if form.is_bound else 200
    return page(request, "collaboration/gesprek_vastleggen.html", context, status=status)


def _plain_words_url(gesprek: Gesprek) -> str:
    """Where the plain words for the student are written."""
    if gesprek.invulling is None:
        return reverse("gesprek_aanpassen", args=[gesprek.pk]) + "#id_gewone_woorden"
    return url_of(gesprek, TERUGKIJKEN) + f"#f-{GEWONE_WOORDEN}"


def _edit_links(gesprek: Gesprek, filled: Filled, verslag: Verslag) -> dict[str, Any]:
    """From each part of the verslag the way back to where it was filled in."""
    where = {kop: f"{url_of(gesprek, deel)}#f-{veld}" for kop, (deel, veld) in places(filled).items()}
    last = filled.instrument.stappen[-1].code
    return {
        "delen": [(deel, where[deel.kop]) for deel in verslag.delen],
        "pas_aan": {
            "feiten": url_of(gesprek, VOOR),
            "gewoon": _plain_words_url(gesprek),
            "afspraken": f"{url_of(gesprek, last)}#afspraken",
            "student": f"{url_of(gesprek, TERUGKIJKEN)}#h-student",
        },
    }
