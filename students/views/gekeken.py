"""Who looked into a file: for the student, and the zorgcoördinator; counts without students for the beheerder."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from kern.http import page
from students import gekeken
from students.http import ViewerRequest
from students.queries import get_student


@require_safe
def wie_keek(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Who looked, when, at what; for others this page does not exist."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    asked = request.GET.get("vanaf", "")
    vanaf = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
    found = gekeken.looks_at(viewer, student, vanaf)
    viewer.ledger.read(viewer.subject(student, "gekeken"))
    zelf = viewer.is_student(student)
    context = {"student": student, "blikken": found, "zelf": zelf, "later": vanaf is not None}
    return page(request, "students/gekeken.html", context)


@require_safe
def gekeken_geteld(request: ViewerRequest) -> HttpResponse:
    """How often each account of the school looked in files, and in how many; no student."""
    pages = Paginator(gekeken.counts_for(request.viewer), gekeken.PAGE)
    shown = pages.get_page(request.GET.get("bladzijde"))
    context = {
        "bladzijde": shown,
        "rijen": list(gekeken.named(shown.object_list)),
        "dagen": gekeken.COUNTED.days,
    }
    return page(request, "students/gekeken_geteld.html", context)
