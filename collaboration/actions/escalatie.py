"""A request to the zorgteam: sent, taken by exactly one zorgcoördinator, laid back, withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders.models import SchoolRol
from collaboration.actions import consent
from collaboration.actions.checks import Refused, demand, once
from collaboration.actions.inzage import begin_inzage, end_inzage
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.zorg import ESCALATIE_MOVES, LOPEND, EscalatieStatus
from collaboration.models import Escalatie, EscalatieOvergang
from collaboration.rules import zorg as rules
from kern.dates import say_moment
from kern.log import record
from students.access import Viewer
from students.enums import Laag, Rol
from students.models import KlasRol, Student, Toestemming

S = EscalatieStatus


@dataclass(frozen=True)
class Aanvraag:
    """What is asked, what was tried, and why it may be shared: `gezegd`, a `toestemming` that is there, or `grond`."""

    titel: str
    vraag: str
    geprobeerd: str
    urgentie: str
    leefgebieden: tuple[str, ...] = field(default_factory=tuple)
    gezegd: consent.Gezegd | None = None
    toestemming: Toestemming | None = None
    grond: consent.Reden | None = None


def moved(escalatie: Escalatie, van: str, by: Viewer, reden: str = "") -> None:
    """Keep a change of state as a row: who, when, why. Part of the others."""
    EscalatieOvergang.objects.create(
        escalatie=escalatie,
        van=van,
        naar=escalatie.status,
        reden=reden,
        op=timezone.now(),
        door_id=by.user.pk,
    )


def log(action: str, by: Viewer, escalatie: Escalatie) -> None:
    """Write the line of a change of this request; inside its transaction."""
    about = by.subject(escalatie.student, "aanvraag", laag=Laag.ZORG, object_id=escalatie.pk)
    record(action, by=by.user.pk, about=about)


def move(escalatie: Escalatie, naar: str, by: Viewer, reden: str = "", fields: Iterable[str] = ()) -> None:
    """To another state, if that may follow; saves it with the other fields that were set."""
    if naar not in ESCALATIE_MOVES[escalatie.status]:
        raise Refused(
            f"Dat kan nu niet. Deze aanvraag staat op: {escalatie.get_status_display()}.", code="status"
        )
    van, escalatie.status = escalatie.status, naar
    escalatie.save(update_fields=["status", *fields])
    moved(escalatie, van, by, reden)


def zorgcoordinatoren(school: UUID, on: date) -> list[UUID]:
    """The people (ids) who are zorgcoördinator of this school on this day."""
    rows = SchoolRol.objects.active(on).filter(school=school, rol=Rol.ZORGCOORDINATOR)
    return list(rows.order_by("begin", "id").values_list("user", flat=True))


def team(student: Student, on: date) -> set[UUID]:
    """Mentor and KAW-er of this student, who follow how a request goes."""
    return set(KlasRol.objects.active(on).filter(klas=student.klas_id).values_list("user", flat=True))


@transaction.atomic
def aanmelden(*, by: Viewer, student: Student, aanvraag: Aanvraag, sleutel: UUID | None = None) -> Escalatie:
    """Send a request: the zorgcoördinatoren of the school have a role for this student from now on.

    The same form sent twice is one request; a second request while one runs is refused with who sent that one.
    Raises PermissionDenied for who is not mentor or KAW-er.
    """
    demand(rules.may_escalate(by, student))
    said = {"vraag": aanvraag.vraag, "titel": aanvraag.titel}
    sleutel, there = once(Escalatie.objects.filter(aangemeld_door=by.user.pk), student, sleutel, said)
    if there:
        return there
    running = Escalatie.objects.filter(student=student, status__in=LOPEND).select_related("aangemeld_door")
    if (one := running.first()) is not None:
        raise Refused(
            f"Er loopt al een aanvraag, van {one.aangemeld_door.naam}. Overleg met elkaar.", code="loopt"
        )
    escalatie = Escalatie(
        pk=sleutel,
        student=student,
        titel=aanvraag.titel,
        vraag=aanvraag.vraag,
        geprobeerd=aanvraag.geprobeerd,
        urgentie=aanvraag.urgentie,
        leefgebieden=list(aanvraag.leefgebieden),
        aangemeld_op=timezone.now(),
        aangemeld_door_id=by.user.pk,
    )
    _why(by, escalatie, aanvraag)
    escalatie.save(force_insert=True)
    moved(escalatie, "", by)
    begin_inzage(by, student)
    log("aanvraag gedaan", by, escalatie)
    who = zorgcoordinatoren(student.klas.school_id, by.today)
    meld(by=by, aan=who, soort=MeldingSoort.ESCALATIE, student=student, object_id=escalatie.pk)
    return escalatie


def _why(by: Viewer, escalatie: Escalatie, aanvraag: Aanvraag) -> None:
    """Consent or ground, as a record of its own that names this request."""
    if aanvraag.gezegd is not None:
        escalatie.toestemming = consent.keep_spoken(by, escalatie.student, aanvraag.gezegd, escalatie.pk)
    elif aanvraag.toestemming is not None:
        if not consent.holds(aanvraag.toestemming, by.today):
            raise Refused("Deze toestemming geldt niet meer. Vraag het opnieuw.", code="toestemming")
        escalatie.toestemming = aanvraag.toestemming
    elif aanvraag.grond is not None:
        escalatie.grond = consent.keep_ground(by, escalatie.student, aanvraag.grond, escalatie.pk)
    else:
        raise Refused("Kies: de student vindt het goed, of er is een grond.", code="toestemming")


def locked(escalatie_id: UUID) -> Escalatie:
    """The request, locked until the end of the transaction, with what the rules ask of it."""
    rows = Escalatie.objects.select_for_update(of=("self",)).select_related(
        "student__klas__school",
        "student__regie_houder",
        "aangemeld_door",
        "opgepakt_door",
        "toestemming",
        "grond",
    )
    return rows.get(pk=escalatie_id)


def _claim(by: Viewer, escalatie: Escalatie, now: datetime) -> bool:
    """Make this person the owner of a request that is nobody's; the database decides who was first."""
    free = Escalatie.objects.filter(pk=escalatie.pk, status=S.AANGEMELD, opgepakt_door__isnull=True)
    return bool(free.update(status=S.IN_BEOORDELING, opgepakt_op=now, opgepakt_door=by.user.pk))


@transaction.atomic
def pak_op(*, by: Viewer, escalatie_id: UUID) -> Escalatie:
    """Take a request: of twenty who press at once exactly one is its owner; the others read who and when.

    Pressing twice is once. Raises Refused where somebody else was first, or where it was withdrawn.
    """
    escalatie = locked(escalatie_id)
    demand(rules.may_take(by, escalatie))
    if escalatie.opgepakt_door_id == by.user.pk and escalatie.status != S.AANGEMELD:
        return escalatie
    now = timezone.now()
    if not _claim(by, escalatie, now):
        raise Refused(_who_was_first(escalatie), code="al_opgepakt")
    escalatie.status, escalatie.opgepakt_op, escalatie.opgepakt_door = S.IN_BEOORDELING, now, by.user
    moved(escalatie, S.AANGEMELD, by)
    log("aanvraag opgepakt", by, escalatie)
    tell(by, escalatie)
    return escalatie


def _who_was_first(escalatie: Escalatie) -> str:
    if escalatie.opgepakt_door is None or escalatie.opgepakt_op is None:
        return f"Deze aanvraag staat op: {escalatie.get_status_display()}."
    return f"{escalatie.opgepakt_door.naam} was eerder: {say_moment(escalatie.opgepakt_op)}. Je hoeft niets te doen."


def tell(by: Viewer, escalatie: Escalatie) -> None:
    """News for who sent the request, and for mentor and KAW-er. Part of the others."""
    aan = team(escalatie.student, by.today) | {escalatie.aangemeld_door_id}
    student = escalatie.student
    meld(by=by, aan=aan, soort=MeldingSoort.ESCALATIE_STAP, student=student, object_id=escalatie.pk)


@transaction.atomic
def leg_terug(*, by: Viewer, escalatie_id: UUID, reden: str) -> Escalatie:
    """Lay a request back for the other zorgcoördinatoren, with the reason; before there is a decision."""
    escalatie = locked(escalatie_id)
    if escalatie.status == S.AANGEMELD:
        return escalatie
    demand(rules.may_handle(by, escalatie))
    if not reden.strip():
        raise Refused("Schrijf op waarom je de aanvraag teruglegt.", code="reden")
    escalatie.opgepakt_op, escalatie.opgepakt_door = None, None
    move(escalatie, S.AANGEMELD, by, reden, ("opgepakt_op", "opgepakt_door"))
    log("aanvraag teruggelegd", by, escalatie)
    who = zorgcoordinatoren(escalatie.student.klas.school_id, by.today)
    meld(by=by, aan=who, soort=MeldingSoort.ESCALATIE, student=escalatie.student, object_id=escalatie.pk)
    return escalatie


@transaction.atomic
def neem_over(*, by: Viewer, escalatie_id: UUID, reden: str) -> Escalatie:
    """Become the owner of a request of a colleague, with the reason (ill, away); the colleague hears it."""
    escalatie = locked(escalatie_id)
    if escalatie.opgepakt_door_id == by.user.pk:
        return escalatie
    demand(rules.may_take_over(by, escalatie))
    if not reden.strip():
        raise Refused("Schrijf op waarom je de aanvraag overneemt.", code="reden")
    if escalatie.status not in LOPEND:
        raise Refused("Deze aanvraag is klaar.", code="status")
    before = escalatie.opgepakt_door_id
    escalatie.opgepakt_op, escalatie.opgepakt_door = timezone.now(), by.user
    escalatie.save(update_fields=["opgepakt_op", "opgepakt_door"])
    moved(escalatie, escalatie.status, by, reden)
    log("aanvraag overgenomen", by, escalatie)
    aan = {before} if before else set()
    meld(by=by, aan=aan, soort=MeldingSoort.ESCALATIE_STAP, student=escalatie.student, object_id=escalatie.pk)
    return escalatie


@transaction.atomic
def trek_in(*, by: Viewer, escalatie_id: UUID, reden: str) -> Escalatie:
    """Take the request back, with the reason, before there is a decision. Twice is once.

    Where nobody had taken it, the zorgcoördinatoren stop reading at once. A zorgcoördinator who took the regie
    meanwhile gives it back by it: nobody keeps it without a role.
    """
    from collaboration.actions import regie

    escalatie = locked(escalatie_id)
    if escalatie.status == S.INGETROKKEN and escalatie.afgesloten_door_id == by.user.pk:
        return escalatie
    demand(rules.may_withdraw(by, escalatie))
    if not reden.strip():
        raise Refused("Schrijf op waarom je de aanvraag intrekt.", code="reden")
    owner = escalatie.opgepakt_door_id
    stop(by, escalatie, reden)
    end_inzage(by, escalatie.student, "de aanvraag is ingetrokken", meteen=owner is None)
    if owner:
        soort = MeldingSoort.ESCALATIE_STAP
        meld(by=by, aan={owner}, soort=soort, student=escalatie.student, object_id=escalatie.pk)
    regie.fall_back(by, escalatie.student_id, "De aanvraag is ingetrokken.")
    return escalatie


def stop(by: Viewer, escalatie: Escalatie, reden: str) -> None:
    """The request ends without a decision. Part of what also says how long the zorgcoördinatoren read on."""
    escalatie.afgesloten_op, escalatie.afgesloten_door = timezone.now(), by.user
    move(escalatie, S.INGETROKKEN, by, reden, ("afgesloten_op", "afgesloten_door"))
    log("aanvraag ingetrokken", by, escalatie)
    tell(by, escalatie)
