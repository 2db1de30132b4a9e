"""What Django alone needs for as much: a page of rows from one query, and one row written. Same middleware as ours."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path
from django.views.decorators.http import require_POST, require_safe

from students.models import Student


@require_safe
def rows(request: HttpRequest, count: int) -> HttpResponse:
    """So many students of one query in a plain small template."""
    students = Student.objects.select_related("klas").order_by("pk")[:count]
    return render(request, "kaal.html", {"studenten": students}, using="kaal")


@require_POST
def write(request: HttpRequest) -> HttpResponse:
    """One text into one row."""
    with transaction.atomic():
        Student.objects.filter(pk=request.POST["student"]).update(telefoon=request.POST["tekst"])
    return HttpResponse("bewaard")


urlpatterns = [
    path("kaal/<int:count>/", rows),
    path("kaal/schrijf/", write),
    path("", include("kansrijk.urls")),
]
handler400, handler403 = "kern.views.bad_request", "kern.views.permission_denied"
handler404, handler500 = "kern.views.page_not_found", "kern.views.server_error"
