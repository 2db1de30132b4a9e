"""The mentor's side of coming in: the card of a student, its PDF, and a code on the screen."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from begeleiders import cards, codes
from begeleiders.coming_in import Kaart
from collaboration.actions import kaart as actions
from collaboration.actions.checks import demand
from collaboration.rules import kaart as rules
from kern.http import page, pdf, toast
from kern.qr import qr
from students.http import ViewerRequest
from students.models import Student
from students.queries import get_student


def _fetch(request: ViewerRequest, pk: UUID) -> tuple[Student, Kaart | None]:
    """The student and the card that works; 404 and 403 as everywhere."""
    student = get_student(request.viewer, pk)
    demand(rules.may_card(request.viewer, student))
    request.viewer.ledger.read(request.viewer.subject(student, "kaart"))
    return student, cards.card_of(student.pk, student.account_id) if student.account_id else None


@require_http_methods(["GET", "HEAD", "POST"])
def kaart(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Whether there is a card; make one, make a new one, or withdraw it."""
    student, row = _fetch(request, pk)
    if request.method == "POST":
        if "stop" in request.POST:
            actions.stop_card(by=request.viewer, student=student)
            toast(request, "De kaart werkt niet meer")
        else:
            actions.give_card(by=request.viewer, student=student, oud=_seen(request))
            toast(request, "De kaart is klaar om te printen")
        return redirect("kaart", student.pk)
    context = {"student": student, "kaart": row, "heeft_mail": _gets_mail(student)}
    return page(request, "collaboration/kaart.html", context)


def _gets_mail(student: Student) -> bool:
    """Whether the code goes by mail: to the account, or to the address on which it will be made."""
    return codes.reachable(student.account) if student.account else bool(student.email)


def _seen(request: ViewerRequest) -> UUID | None:
    """The card that the page showed, where the form is about that one."""
    try:
        return UUID(request.POST.get("oud", ""))
    except ValueError:
        return None


@require_safe
def kaart_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The card on paper; no name on it, for a card lies about."""
    _student, row = _fetch(request, pk)
    if row is None:
        raise Http404
    url = cards.url_of(row)
    context = {"qr": qr(url), "url": url, "heeft_mail": codes.reachable(row.user)}
    return pdf(request, "pdf/kaart.html", context, "kaart.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
def inlogcode(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A code on the screen of the mentor, shown once: only the answer to this POST holds it."""
    student, row = _fetch(request, pk)
    code = ""
    if request.method == "POST":
        code = actions.show_code(by=request.viewer, student=student)
    context = {
        "student": student,
        "kaart": row,
        "heeft_mail": _gets_mail(student),
        "code": f"{code[:3]} {code[3:]}" if code else "",
        "minuten": codes.LIFE.seconds // 60,
        "pogingen": codes.TRIES,
        "qr": qr(cards.url_of(row)) if code and row else None,
    }
    return page(request, "collaboration/inlogcode.html", context)
