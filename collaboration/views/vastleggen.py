"""The last page of the walk: read it once more, choose who may read it, make it vastgelegd."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from checklists.filled import Filled
from collaboration import queries, rules
from collaboration.actions.checks import Refused, demand
from collaboration.actions.vastleggen import vastleggen as fix
from collaboration.enums import GesprekStatus
from collaboration.forms import VastleggenForm
from collaboration.models import Gesprek
from collaboration.verslag import build
from collaboration.views import walk_parts as parts
from collaboration.walk import resume_url
from kern.http import page, posted, toast
from stageplekken.queries import stages_of
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
    return _show(request, gesprek, form)


def _show(request: ViewerRequest, gesprek: Gesprek, form: VastleggenForm) -> HttpResponse:
    filled = Filled(gesprek.invulling, request.viewer.user) if gesprek.invulling else None
    context = {
        "gesprek": gesprek,
        "student": gesprek.student,
        "form": form,
        "verslag": build(request.viewer, gesprek, filled),
        "botsingen": parts.conflict_places(gesprek, filled),
        "terug": resume_url(gesprek),
    }
    status = 422 if form.is_bound else 200
    return page(request, "collaboration/gesprek_vastleggen.html", context, status=status)
