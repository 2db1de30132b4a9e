"""Requests to the zorgteam: the inbox, one request, and what is done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from collaboration.actions import behandelen, escalatie, zorgteam
from collaboration.actions.checks import Refused, demand
from collaboration.enums.zorg import BESLUITEN, LOPEND, EscalatieStatus
from collaboration.forms.regie import TeamForm
from collaboration.forms.zorg import AanvraagForm, BesluitForm, RedenForm, TekstForm
from collaboration.models import Escalatie
from collaboration.panels.zorg import regie_context
from collaboration.queries import zorg as queries
from collaboration.queries import zorgteam as queries_zorgteam
from collaboration.queries.gesprek import list_subject
from collaboration.rules import zorg as rules
from collaboration.words import zorg as words
from kern.http import address, page, posted, toast
from students.access import Answer, Viewer
from students.enums import Laag
from students.http import ViewerRequest
from students.queries import get_student, team_of

S = EscalatieStatus


@require_safe
def aanvragen(request: ViewerRequest) -> HttpResponse:
    """The inbox: most urgent first, each with age, owner and state."""
    rijen = words.rows(request.viewer, queries.inbox(request.viewer))
    request.viewer.ledger.read(list_subject("aanvragen"))
    context = {"groepen": words.groups(rijen), "lead": words.lead(rijen), "vandaag": request.viewer.today}
    return page(request, "collaboration/aanvragen.html", context)


def _shown(viewer: Viewer, row: Escalatie) -> dict[str, Any]:
    """What this person may see of one request, and may do with it."""
    reads = bool(rules.reads_content(viewer, row))
    care = rules.is_care(viewer, row.student)
    owner = bool(rules.may_handle(viewer, row)) and row.status in LOPEND
    rijen = words.rows(viewer, queries.inbox(viewer)) if care else []
    return {
        "aanvraag": row,
        "student": row.student,
        "leest": reads,
        "zorg": care,
        "rij": words.rows(viewer, [row])[0],
        "groepen": words.groups(rijen),
        "gebieden": words.leefgebied_namen(row) if reads else [],
        "berichten": queries.berichten_of(viewer, row),
        "overgangen": queries.overgangen_of(row),
        "team": [lid for lid in team_of(viewer, row.student) if lid.rol == "zorgmedewerker"] if care else [],
        "mag_oppakken": row.status == S.AANGEMELD and bool(rules.may_take(viewer, row)),
        "is_eigenaar": owner,
        "mag_overnemen": row.status in LOPEND and bool(rules.may_take_over(viewer, row)),
        "mag_meekijken": row.grond is not None and row.grond.gezien_op is None and owner,
        "mag_antwoorden": row.status == S.VRAAG and bool(rules.may_answer(viewer, row)),
        "mag_vertellen": care and row.status in LOPEND,
        "mag_intrekken": bool(rules.may_withdraw(viewer, row)),
        "mag_heropenen": row.status == S.AFGESLOTEN and bool(rules.may_reopen(viewer, row)),
        "mag_nemen": care and bool(rules.may_take_regie(viewer, row.student)),
        "kaart": regie_context(viewer, row.student) if care else None,
        "nog_te_besluiten": row.status not in BESLUITEN,
    }


@require_safe
def aanvraag(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """One request: whole for the zorgteam and who sent it; its state and what was told for the team of school."""
    row = queries.get_escalatie(request.viewer, pk)
    return page(request, "collaboration/aanvraag.html", _shown(request.viewer, row))


@require_http_methods(["GET", "HEAD", "POST"])
def aanvraag_nieuw(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Ask the zorgteam along; in danger the telephone numbers come first, and the form later."""
    viewer = request.viewer
    student = get_student(viewer, pk)
    demand(rules.may_escalate(viewer, student))
    if request.method != "POST" and request.GET.get("gevaar"):
        context = {"student": student, "nummers": words.NUMMERS}
        return page(request, "collaboration/aanvraag_gevaar.html", context)
    initial: dict[str, Any] = {"sleutel": uuid4(), "gezegd_op": viewer.today}
    if request.method != "POST":
        initial["geprobeerd"] = words.tried_lines(*queries.tried(viewer, student))
    form = AanvraagForm(
        posted(request),
        student=student,
        gebieden=words.leefgebieden_of(student.klas.school),
        given=queries.usable_consents(viewer, student),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():
        sleutel = form.cleaned_data["sleutel"]
        try:
            row = escalatie.aanmelden(by=viewer, student=student, aanvraag=form.aanvraag(), sleutel=sleutel)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Je aanvraag is bij de zorgcoördinator")
            return redirect(address("aanvraag", row.pk))
    inzage = words.inzage(student.klas.school)
    context = {"student": student, "form": form, "nummers": words.NUMMERS, "inzage": inzage}
    return page(request, "collaboration/aanvraag_nieuw.html", context, status=422 if form.is_bound else 200)


@require_POST
def aanvraag_oppakken(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Take it; where a colleague was first, the page says who and when."""
    viewer = request.viewer
    row = queries.get_escalatie(viewer, pk, read=False)
    try:
        escalatie.pak_op(by=viewer, escalatie_id=row.pk)
    except Refused as refused:
        row = queries.get_escalatie(viewer, pk)
        context = _shown(viewer, row) | {"eerder": refused.messages[0]}
        return page(request, "collaboration/aanvraag.html", context, status=409)
    toast(request, "Jij behandelt deze aanvraag")
    return redirect(address("aanvraag", row.pk))


@dataclass(frozen=True)
class Stap:
    """One thing that is done with a request in a few words."""

    kop: str
    label: str
    uitleg: str
    knop: str
    klaar: str
    mag: Callable[[Viewer, Escalatie], Answer]
    doe: Callable[..., Escalatie]
    veld: str = "tekst"


STAPPEN: dict[str, Stap] = {
    "vraag": Stap(
        "Stel eerst een vraag", "Wat wil je weten?", "De vraag gaat naar wie de aanvraag deed.", "Stel de vraag",
        "Je vraag is gesteld", rules.may_handle, behandelen.stel_vraag,
    ),
    "antwoord": Stap(
        "Geef antwoord", "Je antwoord", "Het zorgteam leest dit.", "Verstuur het antwoord",
        "Je antwoord is verstuurd", rules.may_answer, behandelen.antwoord,
    ),
    "terugkoppeling": Stap(
        "Vertel hoe het gaat", "Wat mag het team van school weten?",
        "Mentor, KAW-er en zorgteam lezen dit. Schrijf niets op dat bij het zorgteam moet blijven.",
        "Deel dit met het team", "Het team van school kan het lezen", rules.may_tell, behandelen.koppel_terug,
    ),
    "afronden": Stap(
        "Rond de aanvraag af", "Wat hoort het team van school tot slot?",
        "De zorgcoördinatoren kijken daarna nog {inzage} mee.", "Rond af",
        "De aanvraag is afgerond", rules.may_handle, behandelen.sluit,
    ),
    "terugleggen": Stap(
        "Leg de aanvraag terug", "Waarom leg je hem terug?", "Een andere zorgcoördinator kan hem dan oppakken.",
        "Leg terug", "De aanvraag ligt weer open", rules.may_handle, escalatie.leg_terug, "reden",
    ),
    "overnemen": Stap(
        "Neem de aanvraag over", "Waarom neem je hem over?", "Je collega krijgt er bericht van.", "Neem over",
        "Jij behandelt deze aanvraag nu", rules.may_take_over, escalatie.neem_over, "reden",
    ),
    "heropenen": Stap(
        "Open de aanvraag opnieuw", "Wat is er nu aan de hand?", "De zorgcoördinatoren kijken dan weer mee.",
        "Open opnieuw", "De aanvraag loopt weer", rules.may_reopen, behandelen.heropen, "reden",
    ),
    "intrekken": Stap(
        "Trek de aanvraag in", "Waarom trek je hem in?", "De tekst blijft bewaard voor inzage.", "Trek in",
        "De aanvraag is ingetrokken", rules.may_withdraw, escalatie.trek_in, "reden",
    ),
}  # fmt: skip
ONCE = frozenset({"vraag", "antwoord", "terugkoppeling"})


@require_http_methods(["GET", "HEAD", "POST"])
def aanvraag_stap(request: ViewerRequest, pk: UUID, wat: str) -> HttpResponse:
    """A question, an answer, a terugkoppeling, a reason: one small form each."""
    viewer, stap = request.viewer, STAPPEN.get(wat)
    if stap is None:
        raise Http404
    row = queries.get_escalatie(viewer, pk)
    demand(stap.mag(viewer, row))
    uitleg = stap.uitleg.format(inzage=words.inzage(row.student.klas.school))
    form = TekstForm(posted(request), label=stap.label, help_text=uitleg, initial={"sleutel": uuid4()})
    if request.method == "POST" and form.is_valid():
        said = {stap.veld: form.cleaned_data["tekst"]}
        if wat in ONCE:
            said["sleutel"] = form.cleaned_data["sleutel"]
        try:
            stap.doe(by=viewer, escalatie_id=row.pk, **said)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, stap.klaar)
            return redirect(_after(viewer, row, wat))
    context = {
        "student": row.student,
        "aanvraag": row,
        "stap": stap,
        "form": form,
        "terug": address("aanvraag", row.pk),
    }
    return page(request, "collaboration/zorg_stap.html", context, status=422 if form.is_bound else 200)


def _after(viewer: Viewer, row: Escalatie, wat: str) -> str:
    """Back to the request; after taking it back to the student, as others may see nothing of it any more."""
    return address("student", row.student_id) if wat == "intrekken" else address("aanvraag", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def aanvraag_besluit(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Which help fits, and why."""
    viewer = request.viewer
    row = queries.get_escalatie(viewer, pk)
    demand(rules.may_handle(viewer, row))
    chosen = request.GET.get("besluit", "")
    initial = {"besluit": chosen if chosen in BESLUITEN else row.besluit, "gezegd_op": viewer.today}
    form = BesluitForm(posted(request), student=row.student, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            behandelen.besluit(by=viewer, escalatie_id=row.pk, besluit=form.made())
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, "Je besluit staat erbij")
            return redirect(address("aanvraag", row.pk))
    context = {"student": row.student, "aanvraag": row, "form": form}
    return page(request, "collaboration/aanvraag_besluit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def aanvraag_team(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """Put a zorgmedewerker on the team."""
    viewer = request.viewer
    row = queries.get_escalatie(viewer, pk)
    demand(rules.may_change_team(viewer, row.student))
    people = queries_zorgteam.known_zorgmedewerkers(viewer, row.student)
    form = TeamForm(posted(request), people=people)
    if request.method == "POST" and form.is_valid():
        wie, email = form.cleaned_data["wie"], form.cleaned_data["email"]
        known = next((one for one in people if str(one.pk) == wie), None)
        user = known or queries_zorgteam.account_by_address(email)
        if user is None:
            form.add_error("email", "Dit adres kennen we nog niet. Vraag de beheerder om een account.")
        else:
            try:
                zorgteam.erbij(by=viewer, student=row.student, wie=user)
            except Refused as refused:
                form.add_error(None, refused)
            else:
                toast(request, f"{user.naam} hoort nu bij het team")
                return redirect(address("aanvraag", row.pk))
    context = {"student": row.student, "aanvraag": row, "form": form}
    return page(request, "collaboration/aanvraag_team.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def zorgteam_eraf(request: ViewerRequest, pk: UUID) -> HttpResponse:
    """End the role of a zorgmedewerker, with the reason."""
    viewer = request.viewer
    lid = queries_zorgteam.get_zorgmedewerker(viewer, pk)
    if lid.user_id != viewer.user.pk:
        demand(rules.may_change_team(viewer, lid.student))
    viewer.ledger.read(
        viewer.subject(lid.student, "team", laag=Laag.ZORG if rules.is_care(viewer, lid.student) else "")
    )
    stap = Stap(
        f"{lid.user.naam} stopt bij het team", "Waarom?", "De toegang stopt meteen.", "Stop deze rol", "",
        rules.may_take, escalatie.pak_op,
    )  # fmt: skip
    form = RedenForm(posted(request), label=stap.label, help_text=stap.uitleg)
    if request.method == "POST" and form.is_valid():
        try:
            zorgteam.eraf(by=viewer, teamlid_id=lid.pk, reden=form.cleaned_data["tekst"])
        except Refused as refused:
            form.add_error(None, refused)
        else:
            toast(request, f"{lid.user.naam} hoort niet meer bij dit team")
            return redirect("/" if lid.user_id == viewer.user.pk else address("student", lid.student_id))
    context = {
        "student": lid.student,
        "stap": stap,
        "form": form,
        "terug": address("student", lid.student_id),
    }
    return page(request, "collaboration/zorg_stap.html", context, status=422 if form.is_bound else 200)
