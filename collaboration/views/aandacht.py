"""Setting aandacht aside and putting it back; "klas gezien vandaag" in one tap, and its undo."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from collaboration.aandacht import queries
from collaboration.actions import aandacht as actions
from collaboration.actions.checks import demand
from collaboration.forms.aandacht import OpzijForm
from collaboration.rules import aandacht as rules
from kern.http import page, posted, toast
from students.http import ViewerRequest, back_to
from students.queries import get_student

HOME = "/#aandacht"


@require_http_methods(["GET", "HEAD", "POST"])
def opzij(request: ViewerRequest, pk: UUID, regel: str, over: UUID) -> HttpResponse:
    """Why this can wait, and until when."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_set_aside(viewer, student))
    punt = queries.get_punt(viewer, student, regel, over)
    form = OpzijForm(posted(request), initial={"tot": viewer.today + timedelta(days=7), "sleutel": uuid4()})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        wat = actions.Reden(punt.regel.value, punt.over, data["reden"], data["tot"])
        row = actions.set_aside(by=viewer, student=student, wat=wat, sleutel=data["sleutel"])
        toast(request, "Dit komt terug op de dag die je koos", undo=reverse("aandacht_terug", args=[row.pk]))
        return redirect(HOME)
    status = 422 if form.is_bound else 200
    context = {"student": student, "punt": punt, "form": form}
    return page(request, "collaboration/aandacht_opzij.html", context, status=status)


@require_POST
def terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Put it back in the list now."""
    viewer = request.viewer
    row = queries.get_opzij(viewer, pk)
    actions.put_back(by=viewer, opzij_id=row.pk)
    toast(request, "Het staat weer in je lijst")
    return redirect(HOME)


def _ids(data: QueryDict, name: str) -> set[UUID]:
    """The ids that were sent under a name; what is no id is left out."""
    found = set()
    for text in data.getlist(name):
        try:
            found.add(UUID(text))
        except ValueError:
            continue
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def klas_gezien(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Who was there: everybody, unless somebody is unticked."""
    viewer = request.viewer
    klas = queries.get_klas(viewer, pk)
    demand(rules.may_see_klas(viewer, klas))
    if request.method == "POST":
        shown, there = _ids(request.POST, "getoond"), _ids(request.POST, "er")
        actions.see_klas(by=viewer, klas=klas, er=there, niet=shown - there)
        undo = reverse("klas_gezien_terug", args=[klas.pk])
        toast(request, f"Klas {klas.naam} is gezien vandaag", undo=undo)
        return redirect(back_to(request, "/#klas-gezien"))
    students = queries.students_of_klas(viewer, klas)
    gezien = queries.seen_today(viewer).get(klas.pk)
    viewer.ledger.read(queries.klas_subject(klas))
    context = {"klas": klas, "studenten": students, "niet": gezien.niet if gezien else frozenset()}
    return page(request, "collaboration/klas_gezien.html", context)


@require_POST
def klas_gezien_terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Undo of today."""
    viewer = request.viewer
    klas = queries.get_klas(viewer, pk)
    actions.unsee_klas(by=viewer, klas=klas)
    toast(request, f"Klas {klas.naam} staat weer op nog niet gezien")
    return redirect("/#klas-gezien")
