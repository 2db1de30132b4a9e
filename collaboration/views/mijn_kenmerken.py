"""What got attention in one's own guidance: all of it, or around one student. Nobody sees that of somebody else."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from collaboration.actions.checks import demand
from collaboration.attention import parts
from collaboration.queries import attention as queries
from collaboration.rules.leidraad import may_bring_in
from collaboration.rules.samen import may_reflect
from kern.http import page
from students.http import ViewerRequest
from students.models import Student
from students.queries import get_student


def _show(request: ViewerRequest, student: Student | None) -> HttpResponse:
    viewer = request.viewer
    queries.note(viewer, student)
    delen = parts(queries.own_moments(viewer, student))
    context = {"student": student, "delen": delen, "leeg": all(deel.leeg for deel in delen)}
    return page(request, "collaboration/mijn_kenmerken.html", context)


@require_safe
def mijn_kenmerken(request: ViewerRequest) -> HttpResponse:
    """Of all that this person did in the last two months."""
    if not may_bring_in(request.viewer):
        raise Http404
    return _show(request, None)


@require_safe
def student_kenmerken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The same around one student."""
    student = get_student(request.viewer, pk)
    demand(may_reflect(request.viewer, student))
    return _show(request, student)
