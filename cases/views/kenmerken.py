"""The kenmerken of good guidance: all of them, and each with what there is to read about it."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from cases import content, hooks, queries
from cases.kenmerken import uitleg, voorbeelden
from checklists import kenmerken as alle
from kern.http import page
from students.http import ViewerRequest


@require_safe
def kenmerken(request: ViewerRequest) -> HttpResponse:
    """All kenmerken by group."""
    queries.demand_reader(request.viewer)
    return page(request, "cases/kenmerken.html", {"groepen": alle.groepen(), "bron": alle.alles().bron})


@require_safe
def kenmerk(request: ViewerRequest, code: str) -> HttpResponse:
    """One kenmerk: what it is, what helps, why, what one can say, casussen, and the own gesprekken that touched it."""
    viewer = request.viewer
    queries.demand_reader(viewer)
    if code not in alle.codes():
        raise Http404
    one = alle.kenmerk(code)
    group = next(groep for groep in alle.groepen() if groep.code == one.groep)
    context = {
        "kenmerk": one,
        "groep": group,
        "uitleg": uitleg(code),
        "voorbeelden": voorbeelden(code),
        "casussen": content.bij_kenmerk(code),
        "gesprekken": hooks.talks_that_touched(viewer, code),
        "gezien": set(),
        "bron": alle.alles().bron,
    }
    return page(request, "cases/kenmerk.html", context)
