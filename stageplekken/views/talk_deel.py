"""Filling in one part of a talk: a form that saves itself, on one's own device or on a begeleider's."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from begeleiders import handover
from begeleiders.carry import Carried
from checklists.actions import SaveResult
from checklists.filled import Filled
from checklists.models import Botsing
from checklists.page import save_reply
from checklists.queries import get_conflict
from kern.http import page, toast
from stageplekken.actions import talks as fill
from stageplekken.actions import talks_samen
from stageplekken.enums.talks import Kant, TalkStatus
from stageplekken.models import Stagegesprek, StagegesprekDeel
from stageplekken.queries import talks as queries
from stageplekken.rules import talks as rules
from stageplekken.talks.growth import WHEN
from stageplekken.talks.page import DeelPagina, Maker
from stageplekken.talks.screen import phases, zijden_of
from stageplekken.talks.verslag import side_by_side
from stageplekken.views.talks import kant_of
from students.access import Answer
from students.checks import Refused, demand
from students.http import ViewerRequest

HERE, KLAAR, REST = "hier", "klaar", "rest:"  # what a button asks; anything else leaves for later
TELEFOON = "telefoon_stagegesprek"


@dataclass(frozen=True)
class Open:
    """A part that is open on a page: whose, and whether on a lent phone."""

    talk: Stagegesprek
    deel: StagegesprekDeel
    lent: bool = False

    @property
    def kant(self) -> Kant:
        """Which side it is of."""
        return Kant(self.deel.kant)

    @property
    def url(self) -> str:
        """The address of the page itself; on a lent phone one without an id."""
        if self.lent:
            return reverse(TELEFOON)
        return reverse("stagegesprek_deel", args=[self.talk.pk, self.kant])

    def conflict_url(self, botsing: UUID) -> str:
        """Where a choice between two texts is sent."""
        return reverse("stagegesprek_botsing", args=[self.talk.pk, self.kant, botsing])


def _may(request: ViewerRequest, here: Open) -> Answer:
    viewer, talk = request.viewer, here.talk
    makers = {user.pk for user in queries.people_of(talk.stage, viewer.today).get(here.kant, [])}
    akkoord = set(queries.akkoorden_of(talk))
    return rules.may_fill(viewer, talk, here.deel, akkoord, lent=here.lent, makers=makers)


def _open(request: ViewerRequest, pk: UUID, kant: Kant) -> Open:
    """The part for who stands on this side; 404 without the stage, 403 for who fills in another part."""
    viewer = request.viewer
    talk = queries.get_talk(viewer, pk, read=request.method != "POST")
    demand(rules.has_side(viewer, talk.stage, kant))
    return Open(talk, queries.delen_of(talk)[kant])


@require_http_methods(["GET", "HEAD", "POST"])
def deel(request: ViewerRequest, pk: UUID, kant: str) -> HttpResponse:
    """One's own part, or what the three write down together."""
    here = _open(request, pk, kant_of(kant))
    may = _may(request, here)
    if not may:
        return _too_late(request, here, may) if request.method == "POST" else redirect("stagegesprek", pk=pk)
    return _form(request, here)


def _too_late(request: ViewerRequest, here: Open, may: Answer) -> HttpResponse:
    """It was klaar, agreed to or somebody else's meanwhile: the text stays, with the reason."""
    context = {
        "talk": here.talk,
        "reden": may.reden,
        "carried": Carried.from_request(request),
        "lent": here.lent,
    }
    name = "te_laat_fragment" if request.htmx else "te_laat"
    return render(request, f"stageplekken/{name}.html", context, status=409)


def _form(request: ViewerRequest, here: Open) -> HttpResponse:
    if request.method != "POST":
        return _show(request, here)
    result = fill.save(
        by=request.viewer, talk_id=here.talk.pk, kant=here.kant, posted=request.POST, lent=here.lent
    )
    if request.htmx:
        return _fragment(request, here, result)
    here = Open(here.talk, queries.delen_of(here.talk)[here.kant], here.lent)
    if not result.ok:
        return _show(request, here, result)
    return _forward(request, here)


def _fragment(request: ViewerRequest, here: Open, result: SaveResult) -> HttpResponse:
    """The answer to a save by htmx: status line, tokens, conflicts."""
    reply = save_reply(
        result, invulling=here.deel.invulling, for_user=request.viewer.user, conflict_url=here.conflict_url
    )
    if here.lent:  # two texts of a lent phone are settled later, not under the eyes of who lent it
        reply.conflicts.clear()
    status = 409 if reply.conflicts else 422 if result.fouten else 200
    return render(request, "stageplekken/bewaard.html", {"reply": reply, "result": result}, status=status)


def _forward(request: ViewerRequest, here: Open) -> HttpResponse:
    """What the pressed button asks, once everything is saved."""
    viewer, wish = request.viewer, request.POST.get("naar", HERE)
    step = wish.removeprefix(REST)
    lists = [stap.code for stap in here.deel.invulling.versie.instrument.stappen]
    if wish.startswith(REST) and step in lists:
        count = fill.fill_rest(by=viewer, talk_id=here.talk.pk, kant=here.kant, lijst=step, lent=here.lent)
        toast(request, f"{count} keer op “niet aan bod” gezet. Verander gerust wat je wilt")
        return redirect(f"{here.url}#deel-{step}")
    if wish == KLAAR and here.kant != Kant.SAMEN:
        try:
            fill.finish(by=viewer, talk_id=here.talk.pk, kant=here.kant, lent=here.lent)
        except Refused:
            return _show(request, here, status=422, asked=True)
        toast(request, "Jouw deel is klaar")
    elif wish == HERE:
        toast(request, "Bewaard")
        return redirect(here.url)
    elif wish != KLAAR:
        toast(request, "Bewaard. Je gaat later verder waar je was")
    return redirect("telefoon_klaar") if here.lent else redirect("stagegesprek", pk=here.talk.pk)


def _show(
    request: ViewerRequest,
    here: Open,
    result: SaveResult | None = None,
    *,
    status: int = 200,
    asked: bool = False,
) -> HttpResponse:
    filled = Filled(here.deel.invulling, request.viewer.user)
    if here.lent:
        filled.conflicts = {}
    made = _made(request, here, filled, result)
    if result is not None:
        status = 409 if result.botsingen and not here.lent else 422
    context: dict[str, Any] = {
        "pagina": made,
        "talk": here.talk,
        "student": here.talk.stage.student,
        "kant": here.kant,
        "url": here.url,
        "open_vragen": made.open if asked else [],
        "bewaard_op": max((row.op for row in filled.answers.values()), default=None),
        "jong": here.kant == Kant.STUDENT,
    }
    if here.lent:
        return page(request, "stageplekken/deel_telefoon.html", context, status=status)
    zijden = zijden_of(request.viewer, here.talk, queries.delen_of(here.talk))
    context["fasen"] = phases(here.talk, zijden)
    return page(request, "stageplekken/deel.html", context, status=status)


def _made(request: ViewerRequest, here: Open, filled: Filled, result: SaveResult | None) -> DeelPagina:
    """The form, with the answers of the talk before as flags."""
    earlier = queries.earlier_delen(here.talk, [here.kant]).get(here.kant)
    before = queries.answers_of([earlier[1]]).get(earlier[1].invulling_id, {}) if earlier else {}
    return Maker(
        deel=here.deel,
        filled=filled,
        grenzen=queries.grenzen_of(here.talk.stage),
        eerder=before,
        wanneer=WHEN[earlier[0]] if earlier else "",
        conflict_url=here.conflict_url,
        posted=request.POST if result else None,
        result=result,
    ).page()


@require_POST
def botsing(request: ViewerRequest, pk: UUID, kant: str, botsing: UUID) -> HttpResponse:
    """Choose between two texts; whatever else was typed on that page is saved first."""
    here = _open(request, pk, kant_of(kant))
    may = _may(request, here)
    if not may:
        return _too_late(request, here, may)
    conflict: Botsing = get_conflict(invulling=here.deel.invulling, pk=botsing, for_user=request.viewer.user)
    fill.save(by=request.viewer, talk_id=pk, kant=here.kant, posted=request.POST)
    try:
        outcome = fill.resolve(
            by=request.viewer,
            talk_id=pk,
            kant=here.kant,
            botsing=conflict,
            keuze=request.POST.get("keuze", ""),
            gezien=request.POST.get(f"gezien:{botsing}", ""),
        )
    except Refused as refused:
        return _too_late(request, here, Answer(False, reden=refused.messages[0]))
    toast(request, SETTLED[outcome])
    return redirect(f"{here.url}#f-{conflict.antwoord.veld}")


SETTLED = {
    "gekozen": "Je keuze staat erin",
    "al-gekozen": "Een collega koos hier al",
    "veranderd": "Er kwam net een nieuwe tekst bij. Kijk nog een keer.",
}


@require_POST
def opnieuw(request: ViewerRequest, pk: UUID, kant: str) -> HttpResponse:
    """Begin a part anew whose maker is gone."""
    here = _open(request, pk, kant_of(kant))
    fill.restart(by=request.viewer, talk_id=pk, kant=here.kant)
    return redirect(here.url)


@require_POST
def geef(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """The begeleider hands the phone to the student, for the student's own part or akkoord."""
    talk = queries.get_talk(request.viewer, pk, read=False)
    demand(rules.may_lend(request.viewer, talk))
    handover.give(request, talk.stage.student, TELEFOON, talk.pk)
    return redirect(TELEFOON)


@require_http_methods(["GET", "HEAD", "POST"])
def telefoon(request: ViewerRequest) -> HttpResponse:
    """On the lent phone: the student's own part, and once it was discussed the student's akkoord."""
    going_on = handover.current(request)
    if going_on is None or handover.page_of(going_on) != TELEFOON:
        return redirect("vandaag")
    talk = queries.get_talk(request.viewer, UUID(going_on["gesprek"]), read=request.method != "POST")
    here = Open(talk, queries.delen_of(talk)[Kant.STUDENT], lent=True)
    if talk.status == TalkStatus.BESPROKEN and Kant.STUDENT not in queries.akkoorden_of(talk):
        return _agree(request, here)
    may = _may(request, here)
    if not may:
        return _too_late(request, here, may) if request.method == "POST" else redirect("telefoon_klaar")
    return _form(request, here)


def _agree(request: ViewerRequest, here: Open) -> HttpResponse:
    """The student reads what was discussed, and says akkoord or not yet."""
    talk, error, viewer = here.talk, "", request.viewer
    if request.method == "POST":
        seen = request.POST.get("gezien", "")
        try:
            talks_samen.agree(by=viewer, talk_id=talk.pk, kant=Kant.STUDENT, gezien=seen, lent=True)
            return redirect("telefoon_klaar")
        except Refused as refused:
            error = refused.messages[0]
    delen = queries.delen_of(talk)
    naast, samen = side_by_side(talk, delen)
    context = {
        "talk": talk,
        "student": talk.stage.student,
        "naast": naast,
        "samen": samen,
        "gezien": queries.stand_of(talk, list(delen.values())),
        "fout": error,
    }
    return page(request, "stageplekken/akkoord_telefoon.html", context, status=422 if error else 200)
