"""Starting a gesprek: choose an instrument, or note a plain gesprek within a minute."""

from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from checklists.queries import current, current_all
from checklists.ways import GESPREK
from collaboration.actions import gesprek as actions
from collaboration.actions import kort as kort_actions
from collaboration.actions.checks import demand
from collaboration.enums import GesprekSoort
from collaboration.forms import KortForm, wie_choices
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from collaboration.views.vandaag import agenda_and_concepts
from kern.http import as_uuid, page, posted, toast
from stageplekken.queries.lopend import stages_of
from students.enums import Laag
from students.http import ViewerRequest
from students.queries import colleagues_of, get_student


@require_http_methods(["GET", "HEAD", "POST"])
def gesprek_start(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Choose the instrument; the concept is there at once, and preparing it can wait."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_write(viewer, student))
    if request.method == "POST":
        versie = current(request.POST.get("instrument", ""))
        if versie.instrument.manier.wijze != GESPREK:
            raise Http404
        kind = versie.instrument.gesprek
        soort = kind if kind in GesprekSoort.values else GesprekSoort.VOORTGANG
        plan = actions.Plan(wanneer=timezone.now(), soort=soort)
        begun = actions.start(
            by=viewer, student=student, plan=plan, versie=versie, sleutel=as_uuid(request.POST.get("sleutel"))
        )
        return redirect("gesprek_voor", pk=begun.pk)
    instrumenten = [versie for versie in current_all() if versie.instrument.manier.wijze == GESPREK]
    ordered = sorted(instrumenten, key=lambda versie: versie.instrument.volgorde)
    # Each its own key: pressing another card after going back is another gesprek.
    keuzes = [(versie, uuid4()) for versie in ordered]
    gepland, begonnen = agenda_and_concepts(queries.concepts_of(viewer, student), timezone.now())
    context = {"student": student, "keuzes": keuzes, "begonnen": begonnen, "gepland": gepland}
    return page(request, "collaboration/gesprek_start.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def kort(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A plain gesprek, noted within a minute on a phone."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_write(viewer, student))
    stages = stages_of(student, viewer)
    lagen = viewer.layers(student)
    now = timezone.localtime()
    initial = {
        "dag": now.date(),
        "tijd": now.time().replace(second=0, microsecond=0),
        "sleutel": uuid4(),
        "laag": Laag.BEGELEIDING if Laag.BEGELEIDING in lagen else None,
    }
    wie = wie_choices(student, colleagues_of(viewer, student), viewer.user.pk)
    form = KortForm(posted(request), lagen=lagen, stages=stages, wie=wie, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        noted = kort_actions.note(
            by=viewer,
            student=student,
            plan=form.plan(),
            belofte=form.belofte(),
            laag=data["laag"],
            stage=next((stage for stage in stages if str(stage.pk) == data.get("stage")), None),
            sleutel=data["sleutel"],
        )
        toast(request, "Het gesprek staat in de tijdlijn")
        return redirect(reverse("student", args=[noted.student_id], fragment="tijdlijn"))
    status = 422 if form.is_bound else 200
    return page(request, "collaboration/kort.html", {"student": student, "form": form}, status=status)
