"""The page of a student: what comes next, the timeline, the stage, the team."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from collaboration.mijn import own_page
from collaboration.panels import gather
from collaboration.panels.listed import ON_STUDENT
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from collaboration.rules.ouders import may_print
from collaboration.timeline import Kind, timeline
from collaboration.views.vandaag import agenda_and_concepts
from kern.http import page, wants_fragment
from stageplekken.queries.lopend import stages_of
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.gekeken import may_see_looks
from students.http import ViewerRequest
from students.models import Student
from students.queries import get_student, short_name_only, team_of


def _count(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 0


def _reads(viewer: Viewer, who: Student) -> dict[str, Any]:
    """Which of the facts about a student this person reads."""
    return {
        "contact": viewer.may("lees", who, Item(Soort.CONTACT)),
        "regie": viewer.may("lees", who, Item(Soort.REGIE)),
        "ouders": may_print(viewer, who),
        "opleiding": not short_name_only(viewer, who),
    }


@require_safe
def student(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Everything around one student, as far as this person may read it."""
    viewer = request.viewer
    who = get_student(viewer, pk)
    line = timeline(viewer, who, soort=request.GET.get("soort", ""), aantal=_count(request.GET.get("aantal")))
    context = {
        "student": who,
        "lijn": line,
        "soorten": Kind.choices,
        "mag_schrijven": bool(rules.may_write(viewer, who)),
        "zelf": viewer.is_student(who),
    }
    if wants_fragment(request) and request.htmx.target == "tijdlijn":
        return page(request, "collaboration/student.html", context, fragment="tijdlijn")
    if context["zelf"]:
        return page(request, "collaboration/mijn_pagina.html", context | own_page(viewer, who))
    return page(request, "collaboration/student.html", context | _for_others(viewer, who))


def _for_others(viewer: Viewer, who: Student) -> dict[str, Any]:
    """What stands on the page for everybody but the student, who has an order of the own (collaboration/mijn.py)."""
    roles = {link.rol for link in viewer.links(who)}
    planned, begun = agenda_and_concepts(queries.concepts_of(viewer, who), timezone.now())
    afspraken = queries.open_afspraken_of(viewer, who)
    return _reads(viewer, who) | {
        "naam": who.voornaam if short_name_only(viewer, who) else who.naam,
        "agenda": planned,
        "begonnen": begun,
        "afspraken": afspraken,
        "af_te_vinken": {afspraak.pk for afspraak in afspraken if rules.may_finish(viewer, afspraak)},
        "stages": stages_of(who, viewer),
        "team": team_of(viewer, who),
        "keek": may_see_looks(viewer, who),
        "sleutel": uuid4(),
        "aanspreekpunt": bool(roles & {Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH}),
        "panelen": gather(panel(viewer, who) for panel in ON_STUDENT),
    }
