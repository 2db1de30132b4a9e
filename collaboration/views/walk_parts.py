"""What the pages of the walk have in common: frame, panels, forms, and the answer when it is too late."""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from begeleiders.carry import Carried
from checklists.filled import Filled
from checklists.nodes import STUDENT, VOOR
from checklists.queries import get_conflict
from collaboration.actions import gesprek as actions
from collaboration.actions.checks import Refused
from collaboration.forms import AfspraakForm, PlanForm, tomorrow_week, wie_choices
from collaboration.models import Gesprek
from collaboration.queries import gesprek as queries
from collaboration.rules import gesprek as rules
from collaboration.walk import frame, url_of
from kern.http import toast
from students.access import Viewer
from students.http import ViewerRequest
from students.queries import colleagues_of


def walk_context(gesprek: Gesprek, filled: Filled, deel: str) -> dict[str, Any]:
    """The frame around a page of the walk: moments, steps, where one is."""
    return frame(filled, deel) | {
        "gesprek": gesprek,
        "student": gesprek.student,
        "eerste": filled.instrument.stappen[0].code,
        "laatste": filled.instrument.stappen[-1].code,
    }


def afspraak_form(viewer: Viewer, gesprek: Gesprek, posted: QueryDict | None = None) -> AfspraakForm:
    """The small form for an afspraak on the way; bound only where somebody began to fill it in."""
    wie = wie_choices(gesprek.student, colleagues_of(viewer, gesprek.student), viewer.user.pk)
    begun = posted is not None and (posted.get("a-wat", "").strip() or "afspraak" in posted)
    initial = {"voor": tomorrow_week(), "sleutel": uuid4()}
    return AfspraakForm(posted if begun else None, prefix="a", wie=wie, initial=initial)


def plan_form(viewer: Viewer, gesprek: Gesprek, posted: QueryDict | None = None) -> PlanForm:
    """The plan of the gesprek; colleagues are those of the team, without the author."""
    collegas = [user for user in colleagues_of(viewer, gesprek.student) if user.pk != gesprek.auteur_id]
    return PlanForm(posted, gesprek=gesprek, collegas=collegas)


def point_at(form: AfspraakForm) -> None:
    """Bring who typed an afspraak to its first field that needs another look; the rest of the step stays put."""
    wrong = next((name for name in form.fields if name in form.errors), None)
    if wrong:
        form.fields[wrong].widget.attrs["autofocus"] = True


PLAN_FOLD = {"dag", "tijd", "wijze", "plek", "student_erbij", "voerders"}


def plan_fold(viewer: Viewer, gesprek: Gesprek, form: PlanForm) -> dict[str, Any]:
    """The foot of Voor: when and how stands folded, unless it asks for attention; and the way to throw it away."""
    ahead = gesprek.wanneer > timezone.now()
    wrong = form.is_bound and bool(PLAN_FOLD & set(form.errors))
    return {
        "plan_open": ahead or wrong,
        "mag_weggooien": rules.may_withdraw(viewer, gesprek),
    }


def panels(viewer: Viewer, gesprek: Gesprek, filled: Filled, wanted: tuple[str, ...]) -> dict[str, Any]:
    """What this room adds to a step: earlier gesprekken and afspraken, the prepared points.

    The afspraken of this gesprek stand on every step.
    """
    found: dict[str, Any] = {"panelen": wanted, "afspraken": list(queries.afspraken_of(viewer, gesprek))}
    if "eerdere-gesprekken" in wanted:
        found["eerdere"] = queries.earlier_on(viewer, gesprek)
    if "afspraken" in wanted:
        shown = {afspraak.pk for afspraak in found["afspraken"]}
        rows = queries.open_afspraken_of(viewer, gesprek.student)
        found["eerder_afgesproken"] = [afspraak for afspraak in rows if afspraak.pk not in shown]
    if "punten" in wanted:
        found["voorbereid"] = [
            (veld.label, str(filled.value(veld.code)).splitlines())
            for veld in filled.instrument.velden(VOOR)
            if veld.soort == "tekst" and filled.filled(veld.code)
        ]
    return found


def looked_back(filled: Filled) -> dict[str, Any]:
    """What Na tells: the words of the student, and which kenmerken got attention."""
    kenmerken = filled.kenmerken_touched()
    return {
        "kreeg_aandacht": [kenmerk for kenmerk, touched in kenmerken if touched],
        "andere_keer": [kenmerk for kenmerk, touched in kenmerken if not touched],
        "student_zei": [
            filled.words(veld.code) for veld in filled.instrument.velden(STUDENT) if filled.filled(veld.code)
        ],
    }


def conflict_places(gesprek: Gesprek, filled: Filled | None) -> list[tuple[str, str]]:
    """Where two texts still wait: (label, address)."""
    if filled is None:
        return []
    fields = [filled.instrument.veld(code) for code in filled.conflicts]
    return [(veld.label, f"{url_of(gesprek, veld.deel)}#b-{veld.code}") for veld in fields]


def settle(viewer: Viewer, gesprek: Gesprek, botsing: UUID, request: ViewerRequest) -> str:
    """Save the page, then the choice between two texts; returns the address to go on."""
    assert gesprek.invulling is not None
    instrument = gesprek.invulling.versie.instrument
    conflict = get_conflict(invulling=gesprek.invulling, pk=botsing, for_user=viewer.user)
    veld = instrument.veld(conflict.antwoord.veld)
    deel = request.POST.get("deel", "")
    if deel in instrument.delen:
        student = {own.code for own in instrument.velden(STUDENT)}
        fields = [field for field in instrument.velden(deel) if field.code not in student]
        actions.save_step(by=viewer, gesprek_id=gesprek.pk, posted=request.POST, fields=fields, stap=deel)
    try:
        outcome = actions.resolve(
            by=viewer,
            gesprek_id=gesprek.pk,
            botsing=conflict,
            keuze=request.POST.get("keuze", ""),
            gezien=request.POST.get(f"gezien:{botsing}", ""),
        )
    except Refused as refused:
        raise PermissionDenied(refused.messages[0]) from refused
    toast(request, SETTLED[outcome])
    return f"{url_of(gesprek, veld.deel)}#f-{veld.code}"


SETTLED = {
    "gekozen": "Je keuze staat erin",
    "al-gekozen": "Een collega koos hier al",
    "veranderd": "Er kwam net een nieuwe tekst bij. Kijk nog een keer.",
}


def too_late(request: ViewerRequest, gesprek: Gesprek) -> HttpResponse:
    """Somebody made the gesprek vastgelegd while this person typed: show the text, and the way to add it."""
    carried = Carried.from_request(request)
    template = "collaboration/te_laat_fragment.html" if request.htmx else "collaboration/te_laat.html"
    return render(request, template, {"gesprek": gesprek, "carried": carried}, status=409)
