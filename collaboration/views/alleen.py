"""Filling in an instrument alone: the pages before, step by step, and after, for whatever holds the answers.

As in the walk of a gesprek every page is one form: a button saves what was typed and goes where it says, and htmx
saves after every touch.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from begeleiders.carry import Carried
from checklists.actions import SaveResult
from checklists.fields import Veld
from checklists.filled import Filled
from checklists.models import Invulling
from checklists.nodes import KEUZE, TERUGKIJKEN, VINK, VOOR
from checklists.page import part_page, save_reply, step_page
from checklists.queries import get_conflict
from checklists.values import read_posted, was_posted, words
from collaboration.actions import alleen as actions
from collaboration.actions.alleen import Eigen
from collaboration.actions.checks import Refused
from collaboration.views.walk_parts import SETTLED
from collaboration.walk import LATER, frame, go_on_later, side_of
from kern.http import page, toast
from students.access import Answer
from students.http import ViewerRequest
from students.models import Student

KLAAR = "klaar"
EDGES = {VOOR: "Vooraf", TERUGKIJKEN: "Terugkijken"}


@dataclass(frozen=True)
class Alleen:
    """What one person fills in: the row that holds the answers, and the words around them."""

    eigen: Eigen[Any]
    pk: UUID
    student: Student | None  # None: about nobody, so that no page names one
    invulling: Invulling
    mag: Answer  # whether this can still be filled in, and why not
    titel: str
    wie_leest: str
    klaar: str  # the words of the last button
    url: Callable[[str], str]  # the page of a part; LATER and KLAAR are parts too
    conflict_url: Callable[[UUID], str]
    # A sentence about texts that were typed, or nothing: a hint, which refuses nothing.
    hint: Callable[[Iterable[str]], str] | None = None
    per_kenmerk: bool = True  # whether points stand under the names of their kenmerken
    extra: dict[str, Any] = field(default_factory=dict)


def part(request: ViewerRequest, alleen: Alleen, deel: str) -> HttpResponse:
    """One page: show it, or save it."""
    instrument = alleen.invulling.versie.instrument
    if deel not in instrument.delen:
        raise Http404
    if not alleen.mag:
        return _too_late(request, alleen) if request.method == "POST" else redirect(alleen.url(KLAAR))
    if request.method != "POST":
        return _show(request, alleen, deel, None)
    result = _fill(request, alleen, deel)
    if request.htmx:
        return _fragment(request, alleen, deel, result)
    if not result.ok:
        return _show(request, alleen, deel, result)
    return _forward(request, alleen, deel)


def _fill(request: ViewerRequest, alleen: Alleen, deel: str) -> SaveResult:
    return actions.fill(
        by=request.viewer,
        eigen=alleen.eigen,
        row_id=alleen.pk,
        posted=request.POST,
        fields=alleen.invulling.versie.instrument.velden(deel),
        deel=deel,
    )


def _fragment(request: ViewerRequest, alleen: Alleen, deel: str, result: SaveResult) -> HttpResponse:
    """The answer to a save by htmx: status line, tokens, conflicts, the hint."""
    reply = save_reply(
        result,
        invulling=alleen.invulling,
        for_user=request.viewer.user,
        conflict_url=alleen.conflict_url,
    )
    status = 409 if result.botsingen else 422 if result.fouten else 200
    context: dict[str, Any] = {"reply": reply, "result": result}
    if alleen.hint is None:
        return render(request, "collaboration/bewaard.html", context, status=status)
    fields = [veld for veld in alleen.invulling.versie.instrument.velden(deel) if _typed(veld)]
    there = [veld for veld in fields if was_posted(veld, request.POST)]
    texts = [text for veld in there for text in words(veld, read_posted(veld, request.POST))]
    context["hint"] = alleen.hint(texts)
    return render(request, "collaboration/bewaard_hint.html", context, status=status)


def _typed(veld: Veld) -> bool:
    return veld.soort not in (VINK, KEUZE)


def hints(alleen: Alleen, filled: Filled) -> dict[str, str]:
    """The hint of each part that has one, by code of the part."""
    assert alleen.hint is not None
    found = {}
    for deel in filled.instrument.delen:
        fields = [veld for veld in filled.instrument.velden(deel) if _typed(veld)]
        if sentence := alleen.hint([text for veld in fields for text in filled.words(veld.code)]):
            found[deel] = sentence
    return found


def hint_context(alleen: Alleen, filled: Filled, deel: str) -> dict[str, Any]:
    """The hint of this page, and the other pages that have one, with their address: for who has no script."""
    if alleen.hint is None:
        return {}
    found = hints(alleen, filled)
    titles = {stap.code: stap.titel for stap in filled.instrument.stappen} | EDGES
    others = [(titles[code], alleen.url(code)) for code in found if code != deel]
    return {"met_hint": True, "hint": found.get(deel, ""), "hints_elders": others}


def _forward(request: ViewerRequest, alleen: Alleen, deel: str) -> HttpResponse:
    """Go where the pressed button leads, and remember it for the other device."""
    instrument = alleen.invulling.versie.instrument
    wish = request.POST.get("naar", "")
    wish = wish if wish in {*instrument.delen, LATER, KLAAR} else deel
    if wish in instrument.delen and wish != deel:
        actions.go_to(by=request.viewer, eigen=alleen.eigen, row_id=alleen.pk, deel=wish)
    if wish in (deel, LATER):
        toast(request, "Bewaard" if wish == deel else go_on_later(instrument, deel))
    return redirect(alleen.url(wish))


def _show(request: ViewerRequest, alleen: Alleen, deel: str, result: SaveResult | None) -> HttpResponse:
    viewer, invulling = request.viewer, alleen.invulling
    filled = Filled(invulling, viewer.user)
    how: dict[str, Any] = {
        "conflict_url": alleen.conflict_url,
        "posted": request.POST if result else None,
        "result": result,
    }
    if deel in (VOOR, TERUGKIJKEN):
        shown: Any = part_page(filled, deel, **how)
    else:
        step = filled.instrument.stap(deel)
        wie = side_of(viewer, alleen.student)
        shown = step_page(filled, step, None, wie=wie, **how)
    status = 200 if result is None else 409 if result.botsingen else 422 if result.fouten else 200
    context = _frame(alleen, filled, deel) | {"page": shown}
    return page(request, "collaboration/alleen.html", context, status=status)


def _frame(alleen: Alleen, filled: Filled, deel: str) -> dict[str, Any]:
    """The frame around a page, and the way on."""
    delen = filled.instrument.delen
    index = delen.index(deel)
    return (
        frame(filled, deel)
        | {
            "alleen": alleen,
            "student": alleen.student,
            "terug": delen[index - 1] if index else "",
            "verder": delen[index + 1] if index + 1 < len(delen) else "",
        }
        | hint_context(alleen, filled, deel)
        | alleen.extra
    )


def _too_late(request: ViewerRequest, alleen: Alleen) -> HttpResponse:
    """It can no longer be filled in: show what was typed, and why."""
    context = {"alleen": alleen, "carried": Carried.from_request(request), "terug": alleen.url(KLAAR)}
    template = (
        "collaboration/alleen_te_laat_fragment.html" if request.htmx else "collaboration/alleen_te_laat.html"
    )
    return render(request, template, context, status=409)


def settle(request: ViewerRequest, alleen: Alleen, botsing: UUID) -> HttpResponse:
    """Save the page, then the choice between two texts of one's own."""
    if not alleen.mag:
        return _too_late(request, alleen)
    instrument = alleen.invulling.versie.instrument
    conflict = get_conflict(invulling=alleen.invulling, pk=botsing, for_user=request.viewer.user)
    deel = request.POST.get("deel", "")
    if deel in instrument.delen:
        _fill(request, alleen, deel)
    try:
        outcome = actions.resolve(
            by=request.viewer,
            eigen=alleen.eigen,
            row_id=alleen.pk,
            botsing=conflict,
            keuze=request.POST.get("keuze", ""),
            gezien=request.POST.get(f"gezien:{botsing}", ""),
        )
    except Refused as refused:
        raise PermissionDenied(refused.messages[0]) from refused
    toast(request, SETTLED[outcome])
    veld = instrument.veld(conflict.antwoord.veld)
    return redirect(f"{alleen.url(veld.deel)}#f-{veld.code}")
