"""Noting what went well, and taking that back."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kern.http import page, posted, toast
from students import queries_doel as queries
from students.actions import succes as actions
from students.checks import demand
from students.forms.doel import SuccesForm
from students.http import ViewerRequest, back_to
from students.queries import get_student
from students.rules import doel as rules
from students.views.doelen import around


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Note a success."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_add_success(viewer, student))
    form = SuccesForm(posted(request), initial={"sleutel": uuid4(), "dag": viewer.today})
    back = back_to(request, reverse("doelen", args=[student.pk], fragment="successen"))
    if form.is_bound and form.is_valid():
        made = actions.noteer_succes(by=viewer, student=student, **form.cleaned_data)
        undo = reverse("succes_weg", args=[made.pk], query={"terug": back})
        toast(request, "Het succes staat erbij", undo=undo)
        return redirect(back)
    context = around(viewer, student) | {"form": form, "terug": back}
    return page(request, "students/succes_nieuw.html", context, status=422 if form.is_bound else 200)


@require_POST
def weg(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take back what one wrote oneself."""
    row = queries.get_succes(request.viewer, pk)
    demand(rules.may_take_back(request.viewer, row))
    back = back_to(request, reverse("doelen", args=[row.student_id], fragment="successen"))
    actions.haal_weg(by=request.viewer, succes_id=row.pk)
    toast(request, "Het succes is weg")
    return redirect(back)
