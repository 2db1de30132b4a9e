"""The regie of a student: who has it, offering, answering, taking; and that the student heard."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from collaboration.actions import regie as actions
from collaboration.actions.checks import Refused, demand
from collaboration.enums.zorg import AanbodStatus
from collaboration.forms.regie import RegieForm
from collaboration.forms.zorg import RedenForm
from collaboration.panels.zorg import regie_context
from collaboration.queries import zorg as queries
from collaboration.rules import zorg as rules
from kern.http import address, page, posted, toast
from students.access import Item, Viewer
from students.enums import Soort
from students.http import ViewerRequest, saying
from students.models import Student
from students.queries import get_student

BLIJFT = "School, lessen en opdrachten\nStage-uren en contact met de stage"


def _known(viewer: Viewer, pk: UUID) -> Student:
    """A student whose regie this person may know; Http404 otherwise."""
    student = get_student(viewer, pk)
    if not viewer.may("lees", student, Item(Soort.REGIE)):
        raise Http404
    viewer.ledger.read(viewer.subject(student, "regie"))
    return student


@require_http_methods(["GET", "HEAD", "POST"])
def regie(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Who has the regie now, who had it, and offering it to a colleague."""
    viewer = request.viewer
    student = _known(viewer, pk)
    may_offer = rules.may_offer(viewer, student)
    people = queries.candidates(viewer, student) if may_offer else []
    form = RegieForm(posted(request), people=people, initial={"sleutel": uuid4(), "blijft": BLIJFT})
    if request.method == "POST":
        demand(may_offer)
        if form.is_valid() and _offer(request, student, form, people):
            return redirect(address("regie", student.pk))
    context: dict[str, Any] = {"student": student, "form": form if may_offer and people else None}
    context |= {
        "geschiedenis": queries.regie_history(viewer, student),
        "paneel": regie_context(viewer, student),
    }
    context["mag_nemen"] = rules.may_take_regie(viewer, student)
    return page(request, "collaboration/regie.html", context, status=422 if form.is_bound else 200)


def _offer(request: ViewerRequest, student: Student, form: RegieForm, people: list[Any]) -> bool:
    aan = form.to(people)
    try:
        actions.bied_aan(
            by=request.viewer,
            student=student,
            aan=aan,
            woorden=form.woorden(),
            sleutel=form.cleaned_data["sleutel"],
        )
    except Refused as refused:
        form.add_error(None, refused)
        return False
    toast(request, f"De regie is aangeboden aan {aan.naam}")
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def regie_nemen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take the regie for oneself: accepted at once."""
    viewer = request.viewer
    student = _known(viewer, pk)
    demand(rules.may_take_regie(viewer, student))
    form = RegieForm(posted(request), people=None, initial={"sleutel": uuid4(), "blijft": BLIJFT})
    if request.method == "POST" and form.is_valid():
        sleutel = form.cleaned_data["sleutel"]
        try:
            actions.neem(by=viewer, student=student, woorden=form.woorden(), sleutel=sleutel)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Jij hebt nu de regie")
            return redirect(address("regie", student.pk))
    context = {"student": student, "form": form}
    return page(request, "collaboration/regie_nemen.html", context, status=422 if form.is_bound else 200)


@require_POST
def regie_aanvaarden(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Accept an offer."""
    row = queries.get_aanbod(request.viewer, pk)
    with saying(request, "Jij hebt nu de regie"):
        actions.aanvaard(by=request.viewer, aanbod_id=row.pk)
    return redirect(address("regie", row.student_id))


@require_POST
def regie_intrekken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take an offer back."""
    row = queries.get_aanbod(request.viewer, pk)
    with saying(request, "Het aanbod is ingetrokken"):
        actions.trek_in(by=request.viewer, aanbod_id=row.pk)
    return redirect(address("regie", row.student_id))


class _Weigeren:
    """What the page of refusing says."""

    kop = "Neem de regie nog niet aan"
    label = "Waarom nog niet?"
    uitleg = "Wie de regie aanbood, leest dit."
    knop = "Verstuur"


@require_http_methods(["GET", "HEAD", "POST"])
def regie_weigeren(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Do not accept, with the reason."""
    viewer = request.viewer
    row = queries.get_aanbod(viewer, pk)
    demand(rules.may_answer_offer(viewer, row))
    viewer.ledger.read(viewer.subject(row.student, "regie"))
    form = RedenForm(posted(request), label=_Weigeren.label, help_text=_Weigeren.uitleg)
    if request.method == "POST" and form.is_valid():
        try:
            actions.weiger(by=viewer, aanbod_id=row.pk, reden=form.cleaned_data["tekst"])
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "De regie blijft waar hij was")
            return redirect(address("regie", row.student_id))
    context = {
        "student": row.student,
        "stap": _Weigeren,
        "form": form,
        "terug": address("regie", row.student_id),
    }
    context["open"] = row.status == AanbodStatus.AANGEBODEN
    return page(request, "collaboration/zorg_stap.html", context, status=422 if form.is_bound else 200)


@require_POST
def regie_geinformeerd(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Note that the student heard who has the regie."""
    row = queries.get_aanbod(request.viewer, pk)
    actions.geinformeerd(by=request.viewer, aanbod_id=row.pk)
    toast(request, "Genoteerd: de student weet het")
    return redirect(address("regie", row.student_id))
