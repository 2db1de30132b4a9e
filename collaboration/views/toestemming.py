"""Consent and ground of one student: asked, given, noted, taken back, looked along with, told."""

from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from collaboration.actions import consent as actions
from collaboration.actions.checks import Refused, demand
from collaboration.forms.regie import ToestemmingForm
from collaboration.queries import grond as queries_grond
from collaboration.queries import zorg as queries
from collaboration.rules import zorg as rules
from kern.http import address, page, posted, toast
from students.access import Item
from students.enums import Rol, Soort
from students.http import ViewerRequest, back_to, saying
from students.models import Student
from students.queries import get_student


@require_http_methods(["GET", "HEAD", "POST"])
def toestemming(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What the student agreed to; the mentor asks more, the student answers."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    if not viewer.may("lees", student, Item(Soort.TOESTEMMING)):
        raise Http404
    viewer.ledger.read(viewer.subject(student, "toestemming"))
    asks = rules.may_ask_consent(viewer, student)
    form = ToestemmingForm(posted(request), student=student, initial={"sleutel": uuid4()})
    if request.method == "POST":
        demand(asks)
        if form.is_valid() and _kept(request, student, form):
            return redirect(address("toestemming", student.pk))
    is_self = Rol.STUDENT in rules.roles(viewer, student)
    context = {
        "student": student,
        "toestemmingen": queries.consents_of(viewer, student),
        "gronden": queries_grond.grounds_of(viewer, student),
        "vandaag": viewer.today,
        "is_zelf": is_self,
        "mag_terug": is_self or bool(asks),
        "mag_vertellen": bool(asks),
        "form": form if asks else None,
    }
    return page(request, "collaboration/toestemming.html", context, status=422 if form.is_bound else 200)


def _kept(request: ViewerRequest, student: Student, form: ToestemmingForm) -> bool:
    """Ask the student, or note that the student said it already; whether that worked."""
    said, day, key = form.vraag(), form.cleaned_data["gezegd_op"], form.cleaned_data["sleutel"]
    try:
        if day:
            gezegd = actions.Gezegd(said, day)
            actions.noteer(by=request.viewer, student=student, gezegd=gezegd, sleutel=key)
        else:
            actions.vraag(by=request.viewer, student=student, vraag=said, sleutel=key)
    except Refused as refused:
        form.add_error(refused.code if refused.code in form.fields else None, refused.messages[0])
        return False
    toast(request, "Genoteerd" if day else "De vraag staat bij de student")
    return True


@require_POST
def toestemming_geven(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The student says yes."""
    row = queries.get_toestemming(request.viewer, pk)
    with saying(request, "Je zei ja. Je kunt dit altijd terugnemen."):
        actions.geef(by=request.viewer, toestemming_id=row.pk)
    return redirect(address("toestemming", row.student_id))


@require_POST
def toestemming_terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The student says no, or not any more."""
    row = queries.get_toestemming(request.viewer, pk)
    actions.neem_terug(by=request.viewer, toestemming_id=row.pk)
    toast(request, "Dit geldt niet meer")
    return redirect(address("toestemming", row.student_id))


@require_POST
def grond_meekijken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The second pair of eyes."""
    row = queries_grond.get_grond(request.viewer, pk)
    actions.kijk_mee(by=request.viewer, grond_id=row.pk)
    toast(request, "Je keek mee. Dat staat erbij.")
    return redirect(back_to(request, address("toestemming", row.student_id)))


@require_POST
def grond_verteld(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The student heard of it."""
    row = queries_grond.get_grond(request.viewer, pk)
    actions.vertel(by=request.viewer, grond_id=row.pk)
    toast(request, "Genoteerd: de student weet het")
    return redirect(back_to(request, address("toestemming", row.student_id)))
