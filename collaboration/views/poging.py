"""A phone call that nobody answered: one tap, with undo; or a few words about another attempt."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from collaboration.actions import poging as actions
from collaboration.actions.checks import demand
from collaboration.enums import PogingUitkomst, PogingWijze
from collaboration.forms import PogingForm
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from kern.http import page, toast
from students.http import ViewerRequest
from students.queries import get_student

ONE_TAP = {"wijze": PogingWijze.GEBELD.value, "uitkomst": PogingUitkomst.GEEN_GEHOOR.value}


def _place(student: UUID, part: str) -> str:
    """The place on the page of a student from where this person came."""
    return reverse("student", args=[student], fragment=part)


@require_http_methods(["GET", "HEAD", "POST"])
def contactpoging(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Note an attempt; a POST with nothing chosen is the one tap "gebeld, geen gehoor"."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_write(viewer, student))
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None and "een_tik" in data:
        data.update(ONE_TAP)
    form = PogingForm(data, initial={**ONE_TAP, "sleutel": uuid4()})
    if data is not None and form.is_valid():
        sleutel = form.cleaned_data.pop("sleutel")
        row = actions.note(
            by=viewer, student=student, poging=actions.Poging(**form.cleaned_data), sleutel=sleutel
        )
        said = f"{row.get_wijze_display()}, {row.get_uitkomst_display().lower()}: staat in de tijdlijn"
        toast(request, said, undo=reverse("contactpoging_ongedaan", args=[row.pk]))
        return redirect(_place(student.pk, "bereiken" if "een_tik" in data else "tijdlijn"))
    status = 422 if form.is_bound else 200
    return page(
        request,
        "collaboration/contactpoging.html",
        {"student": student, "form": form, "sleutel": uuid4()},
        status=status,
    )


@require_POST
def ongedaan(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take back a tap by mistake."""
    viewer = request.viewer
    poging = queries.get_poging(viewer, pk)
    actions.take_back(by=viewer, poging=poging)
    toast(request, "De poging is weg")
    return redirect(_place(poging.student_id, "bereiken"))
