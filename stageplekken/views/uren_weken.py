"""The akkoord of a week, its undo, a week that goes back, and the hours of a whole klas."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kern.http import address, page, toast
from kern.schooldays import monday_of
from stageplekken.actions import uren_weken as actions
from stageplekken.forms.uren import AkkoordForm, TerugForm
from stageplekken.queries import uren as queries
from stageplekken.queries.klas_uren import get_klas, klas_rows
from stageplekken.rules import uren as rules
from stageplekken.views.uren import back
from stageplekken.views.uren_deel import day_in
from students.checks import Refused, demand
from students.http import ViewerRequest, saying


def week_nummer(maandag: date) -> int:
    """The number of a week in the year."""
    return maandag.isocalendar().week


@require_POST
def akkoord(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The akkoord of a week, in one tap, with undo."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    demand(rules.may_agree(viewer, stage))
    form = AkkoordForm(request.POST)
    if not form.is_valid():
        toast(request, "Kies nog een week om akkoord op te geven.")
        return redirect(back(request, stage))
    maandag = monday_of(form.cleaned_data["maandag"])
    query = {"maandag": maandag.isoformat(), "terug": request.POST.get("terug", "")}
    undo = reverse("uren_akkoord_terug", args=[stage.pk], query=query)
    with saying(request, f"Akkoord op week {week_nummer(maandag)}", undo=undo):
        actions.say_akkoord(by=viewer, stage_id=stage.pk, maandag=maandag, versie=form.cleaned_data["versie"])
    return redirect(back(request, stage))


@require_POST
def akkoord_terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Undo of one's own akkoord of today."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=False)
    demand(rules.may_agree(viewer, stage))
    maandag = day_in(request.GET.get("maandag", ""))
    home = address("vandaag") if request.GET.get("terug") == "vandaag" else address("uren", stage.pk)
    with saying(request, "Je akkoord is weer weg"):
        if maandag is not None:
            actions.take_back_akkoord(by=viewer, stage_id=stage.pk, maandag=monday_of(maandag))
    return redirect(home)


@require_http_methods(["GET", "HEAD", "POST"])
def week_terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Dit klopt nog niet: the week goes back, with a reason."""
    viewer = request.viewer
    stage = queries.get_stage(viewer, pk, read=request.method != "POST")
    demand(rules.may_agree(viewer, stage))
    data = request.POST if request.method == "POST" else None
    chosen = day_in((data or request.GET).get("maandag", ""))
    maandag = monday_of(chosen or viewer.today)
    form = TerugForm(data, initial={"maandag": maandag.isoformat()})
    if data is not None and form.is_valid() and chosen is not None:
        try:
            actions.return_week(
                by=viewer, stage_id=stage.pk, maandag=maandag, reden=form.cleaned_data["reden"]
            )
        except Refused as refused:
            form.add_error(None, refused.messages[0])
        else:
            toast(request, f"Week {week_nummer(maandag)} is teruggegeven, met je reden erbij")
            return redirect("uren", stage.pk)
    context = {
        "stage": stage,
        "student": stage.student,
        "form": form,
        "som": queries.boek(stage, viewer.today).week_som(maandag),
        "nummer": week_nummer(maandag),
    }
    return page(request, "stageplekken/uren_terug.html", context, status=200 if data is None else 422)


@require_safe
def klas_uren(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The hours of a whole klas, for its mentor and KAW-er."""
    viewer = request.viewer
    klas = get_klas(viewer, pk)
    rows = klas_rows(viewer, klas)
    return page(request, "stageplekken/klas_uren.html", {"klas": klas, "rijen": rows})
