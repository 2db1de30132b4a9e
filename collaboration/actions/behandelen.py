"""What the owner of a request does with it: ask, decide, tell the team, close; and what may come after."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from collaboration.actions import consent
from collaboration.actions.checks import Refused, demand
from collaboration.actions.escalatie import locked, log, move, tell
from collaboration.actions.inzage import begin_inzage, end_inzage
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.zorg import BESLUITEN, LOPEND, BerichtSoort, EscalatieStatus
from collaboration.models import Escalatie, EscalatieBericht
from collaboration.rules import zorg as rules
from students.access import Viewer
from students.models import KlasRol

S = EscalatieStatus


@dataclass(frozen=True)
class Besluit:
    """Which help, why, and what the team hears; for help from outside the party, and why it may be shared."""

    besluit: str
    reden: str
    terugkoppeling: str = ""
    partij: str = ""
    gezegd: consent.Gezegd | None = None
    grond: consent.Reden | None = None


def _say(
    by: Viewer, escalatie: Escalatie, soort: str, tekst: str, sleutel: UUID | None
) -> EscalatieBericht | None:
    """A message within the request; None where this form was sent before."""
    if not tekst.strip():
        raise Refused("Schrijf eerst iets op.", code="tekst")
    there = EscalatieBericht.objects.filter(pk=sleutel).first() if sleutel else None
    if there and (there.tekst, there.escalatie_id) == (tekst, escalatie.pk):
        return None
    row = EscalatieBericht(
        pk=uuid4() if there or not sleutel else sleutel,
        escalatie=escalatie,
        soort=soort,
        tekst=tekst,
        gemaakt_op=timezone.now(),
        gemaakt_door_id=by.user.pk,
    )
    row.save(force_insert=True)
    return row


def _news(by: Viewer, escalatie: Escalatie, aan: set[UUID | None]) -> None:
    soort = MeldingSoort.ESCALATIE_STAP
    who = {user for user in aan if user is not None}
    meld(by=by, aan=who, soort=soort, student=escalatie.student, object_id=escalatie.pk)


@transaction.atomic
def stel_vraag(*, by: Viewer, escalatie_id: UUID, tekst: str, sleutel: UUID | None = None) -> Escalatie:
    """Ask who sent the request something first; the request waits for the answer."""
    escalatie = locked(escalatie_id)
    demand(rules.may_handle(by, escalatie))
    if _say(by, escalatie, BerichtSoort.VRAAG, tekst, sleutel) is None:
        return escalatie
    if escalatie.status != S.VRAAG:
        move(escalatie, S.VRAAG, by)
    log("vraag bij aanvraag", by, escalatie)
    _news(by, escalatie, {escalatie.aangemeld_door_id})
    return escalatie


@transaction.atomic
def antwoord(*, by: Viewer, escalatie_id: UUID, tekst: str, sleutel: UUID | None = None) -> Escalatie:
    """Answer the question; the request is with its owner again."""
    escalatie = locked(escalatie_id)
    demand(rules.may_answer(by, escalatie))
    if escalatie.status not in LOPEND:
        raise Refused("Deze aanvraag is klaar. Heropen hem als er nog iets is.", code="status")
    if _say(by, escalatie, BerichtSoort.ANTWOORD, tekst, sleutel) is None:
        return escalatie
    if escalatie.status == S.VRAAG:
        move(escalatie, S.IN_BEOORDELING, by)
    log("antwoord bij aanvraag", by, escalatie)
    _news(by, escalatie, {escalatie.opgepakt_door_id})
    return escalatie


@transaction.atomic
def besluit(*, by: Viewer, escalatie_id: UUID, besluit: Besluit) -> Escalatie:
    """Decide which help fits, with the reason: of the zorgteam, from outside, or back with advice.

    The same decision twice is once. Raises Refused where nobody looked along with the ground, and where help from
    outside names no party, or neither consent nor ground.
    """
    escalatie = locked(escalatie_id)
    demand(rules.may_handle(by, escalatie))
    if (escalatie.status, escalatie.besluit_reden) == (besluit.besluit, besluit.reden):
        return escalatie
    _demand_whole(escalatie, besluit)
    escalatie.besluit, escalatie.besluit_reden = besluit.besluit, besluit.reden
    escalatie.besloten_op, escalatie.besloten_door = timezone.now(), by.user
    fields = ["besluit", "besluit_reden", "besloten_op", "besloten_door"]
    if besluit.besluit == S.EXTERN:
        _outside(by, escalatie, besluit)
        fields += ["partij", "extern_toestemming", "extern_grond"]
    move(escalatie, besluit.besluit, by, besluit.reden, fields)
    if besluit.terugkoppeling.strip():
        _say(by, escalatie, BerichtSoort.TERUGKOPPELING, besluit.terugkoppeling, None)
    log(f"besluit: {S(besluit.besluit).label.lower()}", by, escalatie)
    tell(by, escalatie)
    return escalatie


def _demand_whole(escalatie: Escalatie, besluit: Besluit) -> None:
    if besluit.besluit not in BESLUITEN:
        raise Refused("Kies welke hulp past.", code="besluit")
    if not besluit.reden.strip():
        raise Refused("Schrijf op waarom je dit besluit.", code="reden")
    if escalatie.grond is not None and escalatie.grond.gezien_op is None:
        raise Refused("Er is geen toestemming. Kijk eerst mee met de grond.", code="grond")
    if besluit.besluit == S.ADVIES and not besluit.terugkoppeling.strip():
        raise Refused("Schrijf op wat je het team aanraadt.", code="terugkoppeling")


def _outside(by: Viewer, escalatie: Escalatie, besluit: Besluit) -> None:
    """Which party helps, and the consent or ground on which it hears of the student: a record of its own."""
    if not besluit.partij.strip():
        raise Refused("Schrijf op wie er van buiten helpt.", code="partij")
    if besluit.gezegd is not None:
        row = consent.keep_spoken(by, escalatie.student, besluit.gezegd, escalatie.pk)
        escalatie.extern_toestemming, escalatie.extern_grond = row, None
    elif besluit.grond is not None:
        ground = consent.keep_ground(by, escalatie.student, besluit.grond, escalatie.pk)
        escalatie.extern_toestemming, escalatie.extern_grond = None, ground
    else:
        raise Refused("Kies: de student vindt het goed, of er is een grond.", code="toestemming")
    escalatie.partij = besluit.partij


@transaction.atomic
def koppel_terug(*, by: Viewer, escalatie_id: UUID, tekst: str, sleutel: UUID | None = None) -> Escalatie:
    """Tell the team of school how it goes, without what is layer zorg."""
    escalatie = locked(escalatie_id)
    demand(rules.may_tell(by, escalatie))
    if _say(by, escalatie, BerichtSoort.TERUGKOPPELING, tekst, sleutel) is None:
        return escalatie
    log("terugkoppeling bij aanvraag", by, escalatie)
    tell(by, escalatie)
    return escalatie


@transaction.atomic
def sluit(*, by: Viewer, escalatie_id: UUID, tekst: str) -> Escalatie:
    """Close a request with a terugkoppeling: never silently. The zorgcoördinatoren read on for 30 school days.

    Raises Refused before there is a decision, and while a zorgcoördinator has the regie: that goes back first.
    """
    escalatie = locked(escalatie_id)
    if escalatie.status == S.AFGESLOTEN and escalatie.afgesloten_door_id == by.user.pk:
        return escalatie
    demand(rules.may_handle(by, escalatie))
    if escalatie.status not in BESLUITEN:
        raise Refused("Neem eerst een besluit. Daarna rond je de aanvraag af.", code="status")
    if _only_by_inzage(by, escalatie):
        naam = escalatie.student.regie_houder.naam
        raise Refused(f"{naam} heeft nog de regie. Draag die eerst over.", code="regie")
    _say(by, escalatie, BerichtSoort.TERUGKOPPELING, tekst, None)
    escalatie.afgesloten_op, escalatie.afgesloten_door = timezone.now(), by.user
    move(escalatie, S.AFGESLOTEN, by, "", ("afgesloten_op", "afgesloten_door"))
    end_inzage(by, escalatie.student, "de aanvraag is afgerond")
    log("aanvraag afgerond", by, escalatie)
    tell(by, escalatie)
    return escalatie


def _only_by_inzage(by: Viewer, escalatie: Escalatie) -> bool:
    """Whether the holder of the regie has no other role for this student than that of zorgcoördinator."""
    from collaboration.actions.regie import holds_by_own_role

    return not holds_by_own_role(escalatie.student, escalatie.student.regie_houder_id, by.today)


@transaction.atomic
def heropen(*, by: Viewer, escalatie_id: UUID, reden: str) -> Escalatie:
    """Open a closed request again, with the reason; it is with its owner, and the zorgcoördinatoren look along again.

    Raises Refused where the consent on which it rested does not hold any more, or where another request runs.
    """
    escalatie = locked(escalatie_id)
    if escalatie.status in LOPEND:
        return escalatie
    demand(rules.may_reopen(by, escalatie))
    if not reden.strip():
        raise Refused("Schrijf op waarom je de aanvraag heropent.", code="reden")
    if escalatie.toestemming is not None and not consent.holds(escalatie.toestemming, by.today):
        raise Refused("De toestemming geldt niet meer. Doe een nieuwe aanvraag.", code="toestemming")
    if Escalatie.objects.filter(student=escalatie.student_id, status__in=LOPEND).exists():
        raise Refused("Er loopt al een andere aanvraag voor deze student.", code="loopt")
    escalatie.afgesloten_op, escalatie.afgesloten_door = None, None
    move(escalatie, S.IN_BEOORDELING, by, reden, ("afgesloten_op", "afgesloten_door"))
    begin_inzage(by, escalatie.student)
    log("aanvraag heropend", by, escalatie)
    _news(by, escalatie, {escalatie.opgepakt_door_id, escalatie.aangemeld_door_id, *_mentors(by, escalatie)})
    return escalatie


def _mentors(by: Viewer, escalatie: Escalatie) -> set[UUID]:
    rows = KlasRol.objects.active(by.today).filter(klas=escalatie.student.klas_id)
    return set(rows.values_list("user", flat=True))
