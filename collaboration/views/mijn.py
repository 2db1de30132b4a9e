"""The student's own page on paper, for who has no phone."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from collaboration.actions.checks import demand
from collaboration.mijn import may_print, on_paper
from kern.http import pdf
from students.http import ViewerRequest
from students.queries import get_student


@require_safe
def mijn_pagina_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The own page as PDF: for the student, and for the mentor who prints it for the student."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(may_print(viewer, student))
    return pdf(request, "pdf/mijn_pagina.html", on_paper(viewer, student), "mijn-pagina.pdf")
