"""Making an afspraak, ticking it off in one tap, undoing that, or saying why not yet."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from collaboration.actions import afspraak as actions
from collaboration.actions.checks import Refused, demand
from collaboration.enums import AfspraakStatus
from collaboration.forms import AfrondForm, AfspraakForm, tomorrow_week, wie_choices
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from kern.http import page, posted, toast
from students.http import ViewerRequest, back_to, saying
from students.queries import colleagues_of, get_student


def _afspraken_of(student: UUID) -> str:
    """The place on the page of a student where the afspraken stand."""
    return reverse("student", args=[student], fragment="afspraken")


@require_http_methods(["GET", "HEAD", "POST"])
def afspraak_nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """An afspraak outside a gesprek."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_write(viewer, student))
    wie = wie_choices(student, colleagues_of(viewer, student), viewer.user.pk)
    form = AfspraakForm(posted(request), wie=wie, initial={"voor": tomorrow_week(), "sleutel": uuid4()})
    if request.method == "POST" and form.is_valid():
        made = actions.make(
            by=viewer, student=student, belofte=form.belofte(), sleutel=form.cleaned_data["sleutel"]
        )
        toast(request, f"Afspraak bewaard: {made.wat}")
        return redirect(_afspraken_of(student.pk))
    status = 422 if form.is_bound else 200
    return page(
        request, "collaboration/afspraak_nieuw.html", {"student": student, "form": form}, status=status
    )


@require_POST
def gedaan(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Tick off, with undo."""
    viewer = request.viewer
    afspraak = queries.get_afspraak(viewer, pk, read=False)
    back = back_to(request, _afspraken_of(afspraak.student_id))
    undo = reverse("afspraak_terug", args=[afspraak.pk], query={"terug": back})
    # Refused where it ended otherwise meanwhile, in another tab or by a colleague.
    with saying(request, "Afspraak afgevinkt", undo=undo):
        actions.finish(by=viewer, afspraak_id=afspraak.pk, naar=AfspraakStatus.GEDAAN)
    return redirect(back)


@require_POST
def terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Undo: the afspraak is open again."""
    viewer = request.viewer
    afspraak = queries.get_afspraak(viewer, pk, read=False)
    actions.reopen(by=viewer, afspraak_id=afspraak.pk)
    toast(request, "De afspraak staat weer open")
    return redirect(back_to(request, _afspraken_of(afspraak.student_id)))


@require_http_methods(["GET", "HEAD", "POST"])
def afronden(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Nog niet gelukt, or not needed any more: why, and what is next."""
    viewer = request.viewer
    afspraak = queries.get_afspraak(viewer, pk, read=False)
    demand(rules.may_finish(viewer, afspraak))
    queries.note_afspraken(viewer, [afspraak])
    back = back_to(request, _afspraken_of(afspraak.student_id))
    form = AfrondForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.finish(by=viewer, afspraak_id=afspraak.pk, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            undo = reverse("afspraak_terug", args=[afspraak.pk], query={"terug": back})
            toast(request, "Dat staat erbij", undo=undo)
            return redirect(back)
    status = 422 if form.is_bound else 200
    context = {"student": afspraak.student, "afspraak": afspraak, "form": form, "terug": back}
    return page(request, "collaboration/afspraak_afronden.html", context, status=status)
