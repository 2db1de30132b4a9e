"""Individuele begeleiding: a private look at one's own guidance; every page is its author's alone."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from checklists.filled import Filled
from checklists.nodes import TERUGKIJKEN, VOOR
from collaboration.actions import individueel as actions
from collaboration.actions.checks import demand
from collaboration.models import Gesprek, IndividueleBegeleiding
from collaboration.queries import samen as queries
from collaboration.queries.gesprek import get_gesprek
from collaboration.rules import samen as rules
from collaboration.views import alleen as fill
from collaboration.walk import LATER
from kern.http import page, pdf, toast
from students.access import Viewer
from students.http import ViewerRequest
from students.queries import get_student

FILENAME = "individuele-begeleiding.pdf"
MOMENTEN = {"voor": VOOR, "tijdens": "", "na": TERUGKIJKEN}


def _gesprek(viewer: Viewer, wanted: str, student: UUID) -> Gesprek | None:
    """The gesprek with which a look goes, if this person may open it and it is about this student."""
    try:
        pk = UUID(wanted)
    except ValueError:
        return None
    gesprek = get_gesprek(viewer, pk, read=False)
    return gesprek if gesprek.student_id == student else None


@require_http_methods(["GET", "HEAD", "POST"])
def individueel_start(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The own looks at this student, and the way to begin one."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_reflect(viewer, student))
    wanted = request.POST.get("gesprek") or request.GET.get("gesprek", "")
    gesprek = _gesprek(viewer, wanted, student.pk) if wanted else None
    if request.method == "POST":
        row = actions.begin(by=viewer, student=student, gesprek=gesprek)
        instrument = row.invulling.versie.instrument
        moment = MOMENTEN.get(request.POST.get("moment", ""), row.invulling.stap or VOOR)
        return redirect("individueel_deel", pk=row.pk, deel=moment or instrument.stappen[0].code)
    looks = queries.own_looks(viewer, student)
    if looks:
        queries.note_own(viewer, student)
    context = {
        "student": student,
        "gesprek": gesprek,
        "open": next((look for look in looks if not look.klaar_op), None),
        "klaar": [look for look in looks if look.klaar_op],
        "volgende_keer": queries.next_time(viewer, student),
        "sleutel": uuid4(),
    }
    return page(request, "collaboration/individueel_start.html", context)


def _url(row: IndividueleBegeleiding, deel: str) -> str:
    if deel == LATER:
        return reverse("individueel_start", args=[row.student_id])
    if deel == fill.KLAAR:
        return reverse("individueel", args=[row.pk])
    return reverse("individueel_deel", args=[row.pk, deel])


def _alleen(request: ViewerRequest, row: IndividueleBegeleiding, *, read: bool) -> fill.Alleen:
    viewer = request.viewer
    earlier = queries.next_time(viewer, row.student, but=row.pk) if read else None
    return fill.Alleen(
        student=row.student,
        invulling=row.invulling,
        mag=rules.may_fill_own(viewer, row),
        titel=f"Jouw begeleiding van {row.student.voornaam}",
        wie_leest="Alleen jij leest dit.",
        klaar="Lees het terug",
        url=lambda deel: _url(row, deel),
        conflict_url=lambda botsing: reverse("individueel_botsing", args=[row.pk, botsing]),
        eigen=actions.EIGEN,
        pk=row.pk,
        extra={"volgende_keer": earlier},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def individueel_deel(request: ViewerRequest, pk: UUID, deel: str) -> HttpResponse:
    """One page: before, a step, or after."""
    read = request.method != "POST"
    row = queries.get_individueel(request.viewer, pk, read=read)
    return fill.part(request, _alleen(request, row, read=read or not request.htmx), deel)


@require_POST
def individueel_botsing(request: ViewerRequest, pk: UUID, botsing: UUID) -> HttpResponse:
    """Choose between two texts of one's own."""
    row = queries.get_individueel(request.viewer, pk, read=False)
    return fill.settle(request, _alleen(request, row, read=False), botsing)


def _read(request: ViewerRequest, pk: UUID) -> dict[str, object]:
    row = queries.get_individueel(request.viewer, pk)
    filled = Filled(row.invulling, request.viewer.user)
    answers = {code: filled.value(code) for code in filled.answers}
    names, words = queries.chosen(filled.instrument, answers) or ([], "")
    texts = [
        (veld.label, str(filled.value(veld.code)).strip())
        for veld in filled.instrument.velden()
        if veld.soort in ("tekst", "regel")
        and filled.filled(veld.code)
        and str(filled.value(veld.code)).strip() != words
    ]
    resume = row.invulling.stap or VOOR
    return {
        "kijk": row,
        "student": row.student,
        "aandacht": queries.attention(filled),
        "kenmerken": names,
        "woorden": words,
        "teksten": texts,
        "mag_invullen": rules.may_fill_own(request.viewer, row),
        "verder": _url(row, resume),
        "instrument": filled.instrument,
        "auteur": request.viewer.user,
    }


@require_safe
def individueel(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What one saw in one's own guidance, to read back."""
    return page(request, "collaboration/individueel.html", _read(request, pk))


@require_safe
def individueel_pdf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The same as PDF, for the author; made at this moment and never stored."""
    return pdf(request, "pdf/individueel.html", _read(request, pk), FILENAME)


@require_POST
def individueel_klaar(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say that it is ready."""
    row = queries.get_individueel(request.viewer, pk, read=False)
    actions.done(by=request.viewer, row_id=row.pk)
    toast(request, "Klaar. Je ziet het terug als je het volgende gesprek voorbereidt.")
    return redirect("individueel_start", pk=row.student_id)
