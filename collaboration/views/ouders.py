"""An overview for parents on paper: what is needed first, by the age of the student, and the PDF."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from collaboration.actions.checks import demand
from collaboration.actions.ouders import geef_mee
from collaboration.forms.ouders import OudersForm
from collaboration.queries.ouders import overview
from collaboration.queries.zorg import usable_consents
from collaboration.rules import ouders as rules
from kern.http import page, pdf, posted
from students.http import ViewerRequest
from students.models import Student
from students.queries import get_student


def _form(request: ViewerRequest, student: Student) -> tuple[OudersForm, dict[str, Any]]:
    nodig = rules.condition(student, request.viewer.today)
    given = usable_consents(request.viewer, student) if nodig is rules.Voorwaarde.TOESTEMMING else []
    given = [row for row in given if rules.names_parents(row)]
    form = OudersForm(posted(request), student=student, nodig=nodig, given=given)
    return form, {
        "student": student,
        "form": form,
        "nodig": nodig.value,
        "toestemmingen": given,
        "wie": rules.AAN_OUDERS,
    }


@require_safe
def ouders(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What goes on the paper, and what has to be there first."""
    student = get_student(request.viewer, pk)
    demand(rules.may_print(request.viewer, student))
    request.viewer.ledger.read(request.viewer.subject(student, "overzicht-ouders"))
    _bound, context = _form(request, student)
    return page(request, "collaboration/ouders.html", context)


@require_POST
def ouders_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Presence and progress on one page; logged, and told to the student."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_print(viewer, student))
    form, context = _form(request, student)
    if not form.is_valid():
        return page(request, "collaboration/ouders.html", context, status=422)
    geef_mee(by=viewer, student=student, verteld=form.verteld_(), toestemming=form.toestemming_())
    shown = {"student": student, "overzicht": overview(viewer, student), "vandaag": viewer.today}
    return pdf(request, "pdf/ouders.html", shown, "aanwezigheid.pdf")
