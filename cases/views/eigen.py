"""A casus of one's own school: written, read, changed, withdrawn."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases import queries, rules
from cases.actions import eigen as actions
from cases.eigen import as_casus
from cases.forms import CasusForm
from cases.models import EigenCasus
from cases.views.casussen import paper, show
from kern.http import page, pdf, posted, toast
from students.checks import demand
from students.http import ViewerRequest


def _form(request: ViewerRequest, form: CasusForm, **context: Any) -> HttpResponse:
    context |= {"form": form}
    return page(request, "cases/eigen_casus_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def eigen_casus_nieuw(request: ViewerRequest) -> HttpResponse:
    """Write a casus for one's own school."""
    viewer = request.viewer
    queries.demand_reader(viewer)
    demand(rules.may_add(viewer))
    scholen = queries.scholen_van(viewer, rules.MAAKT)
    form = CasusForm(posted(request), scholen=scholen, initial={"sleutel": uuid4()})
    school = form.school_id() if form.is_bound and form.is_valid() else None
    if school is None:
        return _form(request, form, scholen=scholen)
    sleutel = form.cleaned_data["sleutel"]
    row = actions.add(by=viewer, school_id=school, verhaal=form.inhoud(), sleutel=sleutel)
    toast(request, "Jullie casus staat erbij")
    return redirect("eigen_casus", pk=row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def eigen_casus(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A casus of the school to read, as one of the six."""
    viewer = request.viewer
    row = queries.get_eigen(viewer, pk)
    context = {
        "eigen": row,
        "url": reverse("eigen_casus", args=[pk]),
        "pdf_url": reverse("eigen_casus_pdf", args=[pk]),
        "mag_aanpassen": rules.may_edit(viewer, row),
        "mag_intrekken": rules.may_withdraw(viewer, row) and not row.ingetrokken_op,
    }
    return show(request, as_casus(row), context)


@require_safe
def eigen_casus_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The same on paper."""
    row = queries.get_eigen(request.viewer, pk)
    return pdf(request, "pdf/casus.html", paper(as_casus(row)) | {"eigen": row}, "casus.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
def eigen_casus_aanpassen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Change one's own casus; that nobody is recognised is said anew."""
    viewer = request.viewer
    row = queries.get_eigen(viewer, pk)
    demand(rules.may_edit(viewer, row))
    form = CasusForm(posted(request), scholen=[row.school], initial=_initial(row))
    if form.is_bound and form.is_valid():
        actions.change(by=viewer, casus_id=row.pk, verhaal=form.inhoud())
        toast(request, "De casus is aangepast")
        return redirect("eigen_casus", pk=row.pk)
    return _form(request, form, eigen=row)


def _initial(row: EigenCasus) -> dict[str, str]:
    return {name: getattr(row, name) for name in actions.TEXTS}


@require_POST
def eigen_casus_intrekken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take a casus out of the library."""
    row = queries.get_eigen(request.viewer, pk)
    actions.withdraw(by=request.viewer, casus_id=row.pk)
    toast(request, "De casus is ingetrokken. Collega's zien hem niet meer.")
    return redirect("casussen")
