"""One gesprek: to read, as PDF, and what may still be done with it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from checklists.filled import Filled
from collaboration.actions import vastleggen as actions
from collaboration.actions.checks import Refused, demand
from collaboration.actions.gesprek import change_plan
from collaboration.enums import GesprekStatus, Wijze
from collaboration.forms import AanpasForm, LaagForm, RedenForm
from collaboration.models import Gesprek
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from collaboration.verslag import build
from collaboration.views.walk_parts import too_late
from collaboration.walk import resume_url
from kern.http import page, pdf, posted, toast
from students.access import Item, Viewer
from students.enums import Laag, Soort
from students.http import ViewerRequest
from students.queries import colleagues_of

# Neutral: a file on a shared computer tells nothing.
FILENAME = "gespreksverslag.pdf"


def _filled(viewer: Viewer, gesprek: Gesprek) -> Filled | None:
    return Filled(gesprek.invulling, viewer.user) if gesprek.invulling else None


@require_safe
def gesprek(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The gesprek to read; a concept goes on where it stopped."""
    viewer = request.viewer
    row = queries.get_gesprek(viewer, pk)
    if row.status == GesprekStatus.CONCEPT:
        return redirect(resume_url(row))
    context = {
        "gesprek": row,
        "student": row.student,
        "laag": Laag(row.laag).label if row.laag else "",
        "verslag": build(viewer, row, _filled(viewer, row), jij=viewer.is_student(row.student)),
        "versies": queries.versions_of(viewer, row),
        "mag_corrigeren": rules.may_correct(viewer, row),
        "mag_intrekken": rules.may_withdraw(viewer, row),
        "mag_kleiner": rules.may_narrow(viewer, row),
    }
    return page(request, "collaboration/gesprek.html", context)


@require_safe
def verslag(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The gespreksverslag as PDF, made at this moment and never stored."""
    viewer = request.viewer
    row = queries.get_gesprek(viewer, pk)
    if row.status == GesprekStatus.CONCEPT:
        return redirect(resume_url(row))
    return pdf(
        request, "pdf/gespreksverslag.html", {"verslag": build(viewer, row, _filled(viewer, row))}, FILENAME
    )


@require_POST
def corrigeren(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Begin a new version."""
    viewer = request.viewer
    row = queries.get_gesprek(viewer, pk, read=False)
    new = actions.correct(by=viewer, gesprek_id=row.pk)
    toast(request, "Je werkt nu aan een nieuwe versie. De oude blijft staan tot je vastlegt.")
    return redirect(resume_url(new))


@require_http_methods(["GET", "HEAD", "POST"])
def aanpassen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A plain gesprek that is still a concept."""
    viewer = request.viewer
    row = queries.get_gesprek(viewer, pk, read=request.method != "POST")
    if row.status != GesprekStatus.CONCEPT:
        return too_late(request, row) if request.method == "POST" else redirect("gesprek", pk=pk)
    if row.invulling is not None:
        return redirect(resume_url(row))
    collegas = [user for user in colleagues_of(viewer, row.student) if user.pk != row.auteur_id]

    def read(now: Gesprek) -> AanpasForm:
        return AanpasForm(posted(request), gesprek=now, collegas=collegas)

    if request.method == "POST":
        form = change_plan(by=viewer, gesprek_id=row.pk, form=read)
        if form.is_valid():
            return _after(request, row, form)
    else:
        form = read(row)
    context = {"gesprek": row, "student": row.student, "form": form}
    if row.wijze == Wijze.TELEFOON and viewer.may("lees", row.student, Item(Soort.CONTACT)):
        context["telefoon"] = row.student.telefoon
    status = 422 if form.is_bound else 200
    return page(request, "collaboration/gesprek_aanpassen.html", context, status=status)


def _after(request: ViewerRequest, row: Gesprek, form: AanpasForm) -> HttpResponse:
    """Where a plain concept leads: what was said is read once more, what is planned waits on the student's page."""
    if form.has_been:
        return redirect("gesprek_aanpassen", pk=row.pk)
    if form.ahead:
        toast(request, "Bewaard. Het gesprek staat in je agenda.")
        return redirect("student", pk=row.student_id)
    return redirect("gesprek_vastleggen", pk=row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Withdraw what was put into the wrong file, with the reason."""
    viewer = request.viewer
    row = queries.get_gesprek(viewer, pk, read=False)
    demand(rules.may_withdraw(viewer, row))
    queries.note_read(viewer, row)
    form = RedenForm(posted(request))
    concept = row.status == GesprekStatus.CONCEPT
    if concept:
        form.fields["reden"].label = "Waarom gooi je dit concept weg?"
        form.fields["reden"].help_text = "Bijvoorbeeld: per ongeluk begonnen."
    if request.method == "POST" and form.is_valid():
        actions.withdraw(by=viewer, gesprek_id=row.pk, reden=form.cleaned_data["reden"])
        toast(request, "Het concept is weg" if concept else "Het gesprek is ingetrokken")
        return redirect("student", pk=row.student_id)
    status = 422 if form.is_bound else 200
    return page(
        request,
        "collaboration/gesprek_intrekken.html",
        {"gesprek": row, "student": row.student, "form": form},
        status=status,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def laag(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Make the circle of readers smaller."""
    viewer = request.viewer
    row = queries.get_gesprek(viewer, pk, read=False)
    demand(rules.may_narrow(viewer, row))
    queries.note_read(viewer, row)
    form = LaagForm(posted(request), lagen=rules.narrower_layers(viewer, row))
    if request.method == "POST" and form.is_valid():
        try:
            actions.narrow(by=viewer, gesprek_id=row.pk, laag=form.cleaned_data["laag"])
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "De kring van lezers is kleiner")
            return redirect("gesprek", pk=pk)
    status = 422 if form.is_bound else 200
    return page(
        request,
        "collaboration/gesprek_laag.html",
        {"gesprek": row, "student": row.student, "form": form},
        status=status,
    )
