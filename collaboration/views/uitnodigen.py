"""The mentor invites people from outside, gives a student an account, and mends what did not arrive."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from collaboration.actions import team as actions
from collaboration.actions.checks import Refused, demand
from collaboration.forms.team import AccountForm, AdresForm, LidForm, PraktijkForm, StopForm
from collaboration.queries import uitnodiging as queries
from collaboration.rules import team as rules
from kern.http import page, posted, toast
from students.enums import Rol
from students.http import ViewerRequest
from students.models import Student
from students.queries import get_student

KINDS = {
    "praktijkbegeleider": (
        "Nodig een praktijkbegeleider uit",
        "De begeleider op de stageplek krijgt een link.",
    ),
    "peercoach": ("Nodig een peercoach uit", "De peercoach ziet de voornaam, de klas en eigen notities."),
    "account": (
        "Geef de student een account",
        "Zonder wachtwoord. De student logt in met een code in de mail.",
    ),
}


def _try(form: Form, act: Callable[[], Any]) -> bool:
    """Do it; what the action refuses becomes the error of the field it names."""
    try:
        act()
    except Refused as error:
        form.add_error(error.code if error.code in form.fields else None, error.messages[0])
        return False
    return True


@require_safe
def uitnodigingen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Everyone who was invited for this student, and how each stands."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_invite(viewer, student))
    context = {
        "student": student,
        "regels": queries.of_student(viewer, student),
        "stages": queries.open_stages(viewer, student),
    }
    return page(request, "collaboration/uitnodigingen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def uitnodigen(request: ViewerRequest, pk: UUID, wie: str) -> HttpResponse:
    """Invite somebody, or give the student an account."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    if wie not in KINDS:
        raise Http404
    demand(rules.may_invite(viewer, student))
    stages = queries.open_stages(viewer, student)
    if wie == "praktijkbegeleider" and not stages:
        return redirect("uitnodigingen", student.pk)
    form = _form(request, wie, student, stages)
    if form.is_bound and form.is_valid() and _try(form, lambda: _invite(request, wie, student, form, stages)):
        toast(request, "De uitnodiging is onderweg")
        return redirect("uitnodigingen", student.pk)
    kop, uitleg = KINDS[wie]
    context = {"student": student, "form": form, "kop": kop, "uitleg": uitleg, "stages": stages, "wie": wie}
    return page(request, "collaboration/uitnodigen.html", context, status=422 if form.is_bound else 200)


def _form(request: ViewerRequest, wie: str, student: Student, stages: list[Any]) -> Form:
    data = posted(request)
    if wie == "account":
        return AccountForm(data, initial={"email": student.email})
    if wie == "peercoach":
        return LidForm(data)
    choices = [(str(stage.pk), stage.stageplek.leerbedrijf.naam) for stage in stages]
    chosen = request.GET.get("stage", "")
    return PraktijkForm(data, stages=choices, initial={"stage": chosen})


def _invite(request: ViewerRequest, wie: str, student: Student, form: Form, stages: list[Any]) -> None:
    viewer = request.viewer
    if isinstance(form, AccountForm):
        actions.give_account(by=viewer, student=student, email=form.cleaned_data["email"])
        return
    assert isinstance(form, LidForm)
    stage = None
    if wie == "praktijkbegeleider":
        wanted = form.cleaned_data.get("stage", str(stages[0].pk))
        stage = next(one for one in stages if str(one.pk) == wanted)
    persoon = form.persoon(organisatie=stage.stageplek.leerbedrijf.naam if stage else "")
    actions.add_member(by=viewer, student=student, rol=Rol(wie), persoon=persoon, stage=stage)


@require_POST
def opnieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Send a new link."""
    student, row = queries.get_uitnodiging(request.viewer, pk)
    actions.send_again(by=request.viewer, student=student, uitnodiging_id=row.pk)
    toast(request, "Er is een nieuwe link onderweg")
    return redirect("uitnodigingen", student.pk)


@require_POST
def bevestigen(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Say that this person still guides the stage."""
    student, row = queries.get_uitnodiging(request.viewer, pk)
    actions.confirm(by=request.viewer, student=student, uitnodiging_id=row.pk)
    toast(request, "De link werkt weer 30 dagen")
    return redirect("uitnodigingen", student.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def adres(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Mend the address of somebody who never came in."""
    viewer = request.viewer
    student, row = queries.get_uitnodiging(viewer, pk)
    demand(rules.may_mend(viewer, student, row))
    form = AdresForm(posted(request), initial={"email": row.user.email})

    def mend() -> None:
        actions.mend_address(
            by=viewer, student=student, uitnodiging_id=row.pk, email=form.cleaned_data["email"]
        )

    if form.is_bound and form.is_valid() and _try(form, mend):
        toast(request, "De uitnodiging is onderweg naar het nieuwe adres")
        return redirect("uitnodigingen", student.pk)
    context = {"student": student, "form": form, "wie": row.user}
    return page(
        request, "collaboration/uitnodiging_adres.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Stop an invitation, and the role that came with it."""
    viewer = request.viewer
    student, row = queries.get_uitnodiging(viewer, pk)
    demand(rules.may_withdraw(viewer, student, row))
    form = StopForm(posted(request))

    def stop() -> None:
        actions.withdraw_invitation(
            by=viewer, student=student, uitnodiging_id=row.pk, reden=form.cleaned_data["reden"]
        )

    if form.is_bound and form.is_valid() and _try(form, stop):
        toast(request, "De uitnodiging is gestopt")
        return redirect("uitnodigingen", student.pk)
    context = {"student": student, "form": form, "wie": row.user}
    return page(request, "collaboration/uitnodiging_stop.html", context, status=422 if form.is_bound else 200)
