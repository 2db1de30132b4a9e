"""The Gespreksleidraad: a situation of one's own in a talk with colleagues; every page is its author's alone."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from checklists.filled import Filled
from checklists.nodes import VINK, VOOR
from collaboration import namen
from collaboration.actions import leidraad as actions
from collaboration.actions.checks import demand
from collaboration.enums.samen import INZICHT, MOMENT, STAP
from collaboration.models import CollegialeFeedback
from collaboration.queries import leidraad as queries
from collaboration.rules import leidraad as rules
from collaboration.views import alleen as fill
from collaboration.walk import LATER
from kern.http import as_uuid, page, toast
from students.http import ViewerRequest

LATELY = 3


@require_http_methods(["GET", "HEAD", "POST"])
def leidraad(request: ViewerRequest) -> HttpResponse:
    """What it is, what one brought in before, and the way to begin."""
    viewer = request.viewer
    may, rows = rules.may_bring_in(viewer), queries.all_own(viewer)
    if not may and not rows:
        raise Http404
    lists = queries.offered()
    if request.method == "POST":
        demand(may)
        versie = queries.chosen(request.POST.get("instrument", ""), lists)
        sleutel = as_uuid(request.POST.get("sleutel"))
        row = actions.begin(by=viewer, versie=versie, sleutel=sleutel)
        return redirect("leidraad_deel", pk=row.pk, deel=row.invulling.stap or VOOR)
    done = [one for one in rows if one.rij.afgerond_op]
    context = {
        "mag": may,
        # Each its own key: pressing another card after going back is another talk.
        "lijsten": [(versie, uuid4()) for versie in lists] if may else [],
        "open": [(one, _resume(one.rij)) for one in rows if not one.rij.afgerond_op],
        "klaar": done[:LATELY],
        "meer": len(done) > LATELY,
    }
    return page(request, "collaboration/leidraad.html", context)


@require_safe
def mijn_inzichten(request: ViewerRequest) -> HttpResponse:
    """Every insight and next step of this person, newest first."""
    viewer = request.viewer
    rows = queries.all_own(viewer)
    if not rows and not rules.may_bring_in(viewer):
        raise Http404
    return page(request, "collaboration/mijn_inzichten.html", {"inzichten": rows})


def _url(row: CollegialeFeedback, deel: str) -> str:
    if deel == LATER:
        return reverse("leidraad")
    if deel == fill.KLAAR:
        return reverse("leidraad_terug", args=[row.pk])
    return reverse("leidraad_deel", args=[row.pk, deel])


def _resume(row: CollegialeFeedback) -> str:
    """Where this one goes on: the very field that was touched last, on whatever device."""
    anchor = f"#f-{row.invulling.veld}" if row.invulling.veld else ""
    return _url(row, row.invulling.stap or VOOR) + anchor


def _alleen(request: ViewerRequest, row: CollegialeFeedback) -> fill.Alleen:
    viewer = request.viewer
    return fill.Alleen(
        student=None,
        invulling=row.invulling,
        mag=rules.may_fill(viewer, row),
        titel=row.invulling.versie.instrument.titel,
        wie_leest="Alleen jij leest dit. Het komt in geen dossier.",
        klaar="Bekijk wat je meeneemt",
        url=lambda deel: _url(row, deel),
        conflict_url=lambda botsing: reverse("leidraad_botsing", args=[row.pk, botsing]),
        eigen=actions.EIGEN,
        pk=row.pk,
        hint=namen.Hint(viewer),
        per_kenmerk=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def leidraad_deel(request: ViewerRequest, pk: UUID, deel: str) -> HttpResponse:
    """One page: before, a round, or after."""
    row = queries.get_own(request.viewer, pk, read=request.method != "POST")
    return fill.part(request, _alleen(request, row), deel)


@require_POST
def leidraad_botsing(request: ViewerRequest, pk: UUID, botsing: UUID) -> HttpResponse:
    """Choose between two texts of one's own."""
    row = queries.get_own(request.viewer, pk, read=False)
    return fill.settle(request, _alleen(request, row), botsing)


def _rounds(filled: Filled) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """What was written, by part: (its title, (label, words)), without what stands on top already."""
    titles = {stap.code: stap.titel for stap in filled.instrument.stappen} | fill.EDGES
    found = []
    for deel in filled.instrument.delen:
        fields = [veld for veld in filled.instrument.velden(deel) if veld.code not in (INZICHT, STAP, MOMENT)]
        said = [
            (veld.label, filled.words(veld.code))
            for veld in fields
            if veld.soort != VINK and filled.filled(veld.code) and filled.on_path(veld)
        ]
        ticked = [veld.label for veld in filled.ticked(deel)]
        said += [("Aangevinkt", ticked)] if ticked else []
        found += [(titles[deel], said)] if said else []
    return found


def _text(filled: Filled, code: str) -> str:
    known = {veld.code for veld in filled.instrument.velden()}
    return str(filled.value(code)).strip() if code in known else ""


@require_safe
def leidraad_terug(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """What one takes along out of a talk, to read back."""
    viewer = request.viewer
    row = queries.get_own(viewer, pk)
    filled = Filled(row.invulling, viewer.user)
    context: dict[str, Any] = {
        "rij": row,
        "instrument": filled.instrument,
        "inzicht": _text(filled, INZICHT),
        "stap": _text(filled, STAP),
        "moment": _text(filled, MOMENT),
        "rondes": _rounds(filled),
        "mag_invullen": rules.may_fill(viewer, row),
        "verder": _resume(row),
        **fill.hint_context(_alleen(request, row), filled, fill.KLAAR),
    }
    return page(request, "collaboration/leidraad_terug.html", context)


@require_POST
def leidraad_klaar(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Round it off."""
    row = queries.get_own(request.viewer, pk, read=False)
    actions.done(by=request.viewer, row_id=row.pk)
    toast(request, "Afgerond. Je inzicht en je stap staan hier, alleen voor jou.")
    return redirect("mijn_inzichten")


@require_POST
def leidraad_weg(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Throw it away, with all that was written."""
    row = queries.get_own(request.viewer, pk, read=False)
    actions.discard(by=request.viewer, row_id=row.pk)
    toast(request, "Weg. Niemand kan het nog lezen.")
    return redirect("leidraad")
