"""The doelen of a student as stairs, one doel with all its steps, and how it ends."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from begeleiders.models import User
from kern.http import page, posted, toast
from students import queries_doel as queries
from students.access import Viewer
from students.actions import doel as actions
from students.actions import vrijgave
from students.checks import Refused, demand
from students.enums import DoelStatus, Soort
from students.forms.doel import DoelAanpasForm, DoelForm, StapForm, StopForm, SuccesForm
from students.http import ViewerRequest, saying
from students.models import Doel, Student
from students.queries import get_student
from students.rules import doel as rules
from students.trap import trap


def around(viewer: Viewer, student: Student) -> dict[str, Any]:
    """What every page about doelen of this student says: who looks, and what that person may."""
    return {
        "student": student,
        "zelf": viewer.is_student(student),
        "buiten": rules.is_outside(viewer, student),
        "schrijft": bool(rules.may_write(viewer, student)),
        "noteert": bool(rules.may_add_success(viewer, student)),
        "vandaag": viewer.today,
    }


@require_safe
def doelen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Every doel of this student that this person reads, and what went well."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    if not queries.reads_doelen(viewer, student):
        raise Http404
    found = [trap(one) for one in queries.doelen_van(viewer, student)]
    context = around(viewer, student) | {
        "trappen": [one for one in found if one.doel.status == DoelStatus.OPEN],
        "afgerond": [one for one in found if one.doel.status != DoelStatus.OPEN],
        "successen": queries.successen_van(viewer, student, 12),
        "succesform": SuccesForm(initial={"sleutel": uuid4(), "dag": viewer.today}, auto_id="succes_%s"),
    }
    return page(request, "students/doelen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """A new doel with its first steps."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_write(viewer, student))
    context = around(viewer, student)
    form = DoelForm(
        posted(request), zelf=context["zelf"], voornaam=student.voornaam, initial={"sleutel": uuid4()}
    )
    if form.is_bound and form.is_valid():
        made = actions.maak_doel(
            by=viewer, student=student, plan=form.plan(), sleutel=form.cleaned_data["sleutel"]
        )
        toast(request, "Het doel staat er")
        return redirect("doel", pk=made.pk)
    status = 422 if form.is_bound else 200
    return page(request, "students/doel_nieuw.html", context | {"form": form}, status=status)


@require_safe
def doel(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One doel: the stair, all its steps, and what can be done."""
    return show_doel(request, queries.get_doel(request.viewer, pk), {})


def show_doel(request: ViewerRequest, one: Doel, bound: dict[str, Any], status: int = 200) -> HttpResponse:
    """The page of a doel; `bound` with a form of this page that is not right yet."""
    viewer = request.viewer
    context = around(viewer, one.student) | {
        "doel": one,
        "trap": trap(one),
        "bezig": one.status == DoelStatus.OPEN,
        "stapform": StapForm(initial={"sleutel": uuid4()}, auto_id="stap_%s"),
        "deelt": [] if rules.is_outside(viewer, one.student) else queries.wie_leest(viewer, one),
    }
    return page(request, "students/doel.html", context | bound, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def aanpassen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Change the words of a doel."""
    viewer = request.viewer
    one = queries.get_doel(viewer, pk)
    demand(rules.may_write(viewer, one.student))
    context = around(viewer, one.student)
    form = DoelAanpasForm(posted(request), doel=one, zelf=context["zelf"], voornaam=one.student.voornaam)
    if form.is_bound and form.is_valid():
        actions.pas_doel_aan(by=viewer, doel_id=one.pk, nieuw=form.touched())
        toast(request, "Bewaard")
        return redirect("doel", pk=one.pk)
    status = 422 if form.is_bound else 200
    return page(request, "students/doel_aanpassen.html", context | {"doel": one, "form": form}, status=status)


def _address(one: Doel) -> str:
    return reverse("doel", args=[one.pk])


@require_POST
def gelukt(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The doel is reached, with undo."""
    one = queries.get_doel(request.viewer, pk, read=False)
    demand(rules.may_write(request.viewer, one.student))
    with saying(request, "Dit doel is gelukt", undo=reverse("doel_verder", args=[one.pk])):
        actions.doel_gehaald(by=request.viewer, doel_id=one.pk)
    return redirect(_address(one))


@require_POST
def verder(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Go on with a doel that was reached or rested."""
    one = queries.get_doel(request.viewer, pk, read=False)
    demand(rules.may_write(request.viewer, one.student))
    actions.ga_verder(by=request.viewer, doel_id=one.pk)
    toast(request, "Het doel loopt weer")
    return redirect(_address(one))


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Let a doel rest: not yet, and why."""
    viewer = request.viewer
    one = queries.get_doel(viewer, pk)
    demand(rules.may_write(viewer, one.student))
    form = StopForm(posted(request))
    if form.is_bound and form.is_valid():
        try:
            actions.stop_doel(by=viewer, doel_id=one.pk, reden=form.cleaned_data["reden"])
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Dit doel staat even stil", undo=reverse("doel_verder", args=[one.pk]))
            return redirect(_address(one))
    status = 422 if form.is_bound else 200
    context = around(viewer, one.student) | {"doel": one, "form": form}
    return page(request, "students/doel_stop.html", context, status=status)


@require_POST
def delen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The student lets somebody read this doel, or no longer."""
    viewer = request.viewer
    one = queries.get_doel(viewer, pk, read=False)
    demand(vrijgave.may_share(viewer, one.student))
    gives = request.POST.get("ziet") == "ja"
    who = queries.reader_of(viewer, one, _aan(request), ook_weg=not gives)
    if who is None:
        toast(request, "Deze persoon zit niet meer in je team.")
    elif gives:
        _give(viewer, one, who)
        toast(request, f"{who.voornaam} kan dit nu lezen")
    else:
        vrijgave.trek_in(by=viewer, student=one.student, aan=who, soort=Soort.DOEL, onderdeel=str(one.pk))
        toast(request, f"{who.voornaam} ziet dit niet meer")
    return redirect(f"{_address(one)}#delen")


def _aan(request: ViewerRequest) -> str:
    return request.POST.get("aan", "")


def _give(viewer: Viewer, one: Doel, who: User) -> None:
    vrijgave.geef_vrij(by=viewer, student=one.student, aan=who, soort=Soort.DOEL, onderdeel=str(one.pk))
