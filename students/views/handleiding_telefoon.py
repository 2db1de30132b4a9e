"""Samen invullen: the student writes the own handleiding on the phone of a begeleider, and says who may read it.

Nothing that stood there before is shown: the phone is somebody else's. What is written now, is, until it goes back.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from begeleiders import handover
from kern.http import address, page
from students import queries_handleiding as queries
from students.access import Viewer
from students.actions import beeld as beeld_actions
from students.actions import handleiding as actions
from students.checks import Refused, demand
from students.delen import te_delen
from students.enums import Soort
from students.forms.handleiding import StandForm, TelefoonForm
from students.http import ViewerRequest
from students.leefgebied import GEWONE_NAAM, IN_GEWONE_WOORDEN, leefgebieden_of
from students.models import LeefgebiedStand, Student
from students.queries import get_student
from students.queries_beeld import anker
from students.rules import handleiding as rules
from students.views.handleiding_van import TELEFOON


@require_http_methods(["GET", "HEAD", "POST"])
def telefoon_handleiding(request: ViewerRequest) -> HttpResponse:
    """The parts, one form each; below them the leefgebieden where the begeleider may know of those."""
    viewer = request.viewer
    going_on = handover.current(request)
    if going_on is None or handover.page_of(going_on) != TELEFOON:
        return redirect("vandaag")
    who = get_student(viewer, UUID(going_on["gesprek"]))
    demand(rules.may_fill_together(viewer, who))
    here = going_on.setdefault("geschreven", {})
    forms: dict[str, TelefoonForm] = {}
    said = ""
    if request.method == "POST":
        place, said = _save(request, viewer, who, here, forms)
        if not said and not forms:
            request.session.modified = True
            return redirect(f"{address(TELEFOON)}#{place}")
    return _show(request, who, here, forms, said)


def _save(
    request: ViewerRequest, viewer: Viewer, who: Student, here: dict[str, str], forms: dict[str, TelefoonForm]
) -> tuple[str, str]:
    """Write what was sent. Out: the place on the page, and why not, if so; a form with errors is put into `forms`."""
    try:
        if "gebied" in request.POST:
            return _area(request, viewer, who, here), ""
        code = request.POST.get("onderdeel", "")
        if code not in te_delen():
            raise Http404
        if "aan" in request.POST:
            return _give(request, viewer, who, here, code), ""
        form = TelefoonForm(request.POST, deel=te_delen()[code])
        if not form.is_valid():
            forms[code] = form
            return code, ""
        done = actions.schrijf(
            by=viewer,
            student=who,
            onderdeel=code,
            tekst=form.cleaned_data["tekst"],
            gezien=None,
            telefoon=True,
        )
    except Refused as refused:
        return "", refused.messages[0]
    here[code] = str(done.versie.pk)
    return code, ""


def _area(request: ViewerRequest, viewer: Viewer, who: Student, here: dict[str, str]) -> str:
    form = StandForm(request.POST)
    if not form.is_valid():
        raise Http404
    gebied, stand = form.cleaned_data["gebied"], form.cleaned_data["stand"]
    beeld_actions.zet_leefgebied(by=viewer, student=who, gebied=gebied, stand=stand, telefoon=True)
    here[f"gebied {gebied}"] = stand
    return anker(gebied)


def _give(request: ViewerRequest, viewer: Viewer, who: Student, here: dict[str, str], code: str) -> str:
    """Who may read what was just written here."""
    found = queries.written_there(who, [UUID(here[code])]) if code in here else {}
    people = {str(one.user.pk): one.user for one in queries.people_around(viewer, who, Soort.HANDLEIDING)}
    person = people.get(request.POST.get("aan", ""))
    if code not in found or person is None:
        raise Http404
    actions.geef_op_telefoon(by=viewer, student=who, versie=found[code], aan=person)
    return code


def _show(
    request: ViewerRequest, who: Student, here: dict[str, str], forms: dict[str, TelefoonForm], said: str
) -> HttpResponse:
    viewer = request.viewer
    texts = queries.written_there(who, [UUID(pk) for code, pk in here.items() if code in te_delen()])
    chooses = who.account_id is None
    people = queries.people_around(viewer, who, Soort.HANDLEIDING) if chooses else []
    shared = queries.shared_of(who, Soort.HANDLEIDING) if chooses and texts else None
    rows: list[dict[str, Any]] = [
        {
            "deel": deel,
            "form": forms.get(code) or TelefoonForm(deel=deel),
            "tekst": texts[code].tekst if code in texts else "",
            "keuzes": shared.keuzes(code, people, met_weg=False) if shared and code in texts else [],
        }
        for code, deel in te_delen().items()
    ]
    context = {
        "student": who,
        "rijen": rows,
        "melding": said,
        "kiest_hier": chooses,
        "gebieden": _areas(viewer, who, here),
        "standen": LeefgebiedStand.Stand.choices,
        "form": next(iter(forms.values()), None),
    }
    queries.note(viewer, who)
    return page(request, "students/handleiding_telefoon.html", context, status=422 if forms or said else 200)


def _areas(viewer: Viewer, who: Student, here: dict[str, str]) -> list[tuple[str, ...]]:
    """The leefgebieden, where the begeleider may know of those: code, anchor, name, words, and what was said here."""
    if not rules.may_know(viewer, who, Soort.LEEFGEBIEDEN):
        return []
    return [
        (
            code,
            anker(code),
            GEWONE_NAAM.get(code, naam),
            IN_GEWONE_WOORDEN.get(code, ""),
            here.get(f"gebied {code}", ""),
        )
        for code, naam in leefgebieden_of(who.klas.school)
    ]
