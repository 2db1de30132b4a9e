"""A samenwerking: asked, filled in by each alone, given free, laid side by side, and the afspraken out of it."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from checklists import actions as engine
from checklists.models import Botsing, Invulling
from checklists.queries import current_of, stored
from collaboration.actions import afspraak as afspraken
from collaboration.actions import gesprek as gesprekken
from collaboration.actions.alleen import Eigen
from collaboration.actions.checks import Refused, demand, once
from collaboration.actions.melding import meld
from collaboration.actions.vastleggen import vastleggen
from collaboration.enums import GesprekStatus, MeldingSoort
from collaboration.enums.samen import SAMEN_MOVES, SOORT_SAMEN, SamenStatus
from collaboration.models import (
    Gesprek,
    Samenwerking,
    SamenwerkingGesprek,
    SamenwerkingKant,
    SamenwerkingOvergang,
)
from collaboration.rules import samen as rules
from kern.log import record
from stageplekken.models import Stage
from students.access import Viewer
from students.models import Student

TITEL = "Samenwerking besproken"


def pair_of(een: UUID, ander: UUID) -> str:
    """The same word for the same two people, whoever asks."""
    return "-".join(sorted((een.hex, ander.hex)))


def _log(action: str, by: Viewer, row: Samenwerking) -> None:
    record(action, by=by.user.pk, about=by.subject(row.student, "samenwerking", object_id=row.pk))


def _moved(by: Viewer, row: Samenwerking, van: str, naar: str, reden: str = "") -> None:
    SamenwerkingOvergang.objects.create(
        samenwerking=row, van=van, naar=naar, reden=reden, op=timezone.now(), door_id=by.user.pk
    )


def _locked(by: Viewer, samenwerking_id: UUID) -> tuple[Samenwerking, SamenwerkingKant]:
    """The pair, locked until the end of the transaction, with the side of this person. DoesNotExist for others."""
    rows = Samenwerking.objects.select_for_update(of=("self",)).select_related("student__klas")
    row = rows.prefetch_related("kanten__user").get(pk=samenwerking_id, kanten__user=by.user.pk)
    return row, rules.side_of(row, by.user.pk)


def _open(by: Viewer, samenwerking_id: UUID) -> tuple[Samenwerking, Invulling]:
    """The same with the answers of this person, while their side can be filled in."""
    row, kant = _locked(by, samenwerking_id)
    demand(rules.may_fill(by, row))
    return row, kant.invulling


EIGEN = Eigen(_open, _log, "samenwerking ingevuld")


@transaction.atomic
def ask(*, by: Viewer, student: Student, collega: UUID, sleutel: UUID | None = None) -> Samenwerking:
    """Ask one colleague to look together; both get the same checklist, empty.

    The same form sent twice, or an open round of the same two, is one round. Raises PermissionDenied where this
    person may not, and Refused for somebody who cannot be asked.
    """
    demand(rules.may_ask(by, student))
    partner = next((one for one in rules.partners(by, student) if one.user.pk == collega), None)
    if partner is None:
        raise Refused("Deze collega kun je hier niet vragen. Kies iemand uit de lijst.", code="collega")
    paar = pair_of(by.user.pk, collega)
    mine = Samenwerking.objects.filter(gevraagd_door=by.user.pk)
    sleutel, there = once(mine, student, sleutel, {"paar": paar})
    going_on = (
        there or Samenwerking.objects.filter(student=student, paar=paar, status=SamenStatus.BEZIG).first()
    )
    if going_on is not None:
        return going_on
    now = timezone.now()
    row = Samenwerking(pk=sleutel, student=student, paar=paar, gevraagd_op=now, gevraagd_door_id=by.user.pk)
    row.save(force_insert=True)
    versie = current_of(SOORT_SAMEN)
    for plaats, (user, rol) in enumerate(((by.user, partner.mijn_rol), (partner.user, partner.rol)), start=1):
        invulling = engine.start(by=user, versie=versie, now=now)
        SamenwerkingKant.objects.create(
            samenwerking=row, user=user, rol=rol, plaats=plaats, invulling=invulling
        )
    _moved(by, row, "", SamenStatus.BEZIG)
    _log("samenwerking gevraagd", by, row)
    meld(by=by, aan=[collega], soort=MeldingSoort.SAMENWERKING, student=student, object_id=row.pk)
    return row


@transaction.atomic
def give(*, by: Viewer, samenwerking_id: UUID) -> Samenwerking:
    """Give one's own answers free; when both did, they lie side by side. Twice is once.

    Raises Refused where nothing was chosen yet, or two texts wait for a choice.
    """
    row, kant = _locked(by, samenwerking_id)
    if kant.vrij_op and row.status != SamenStatus.GESTOPT:
        return row
    demand(rules.may_fill(by, row))
    _demand_ready(kant)
    now = timezone.now()
    kant.vrij_op, kant.vrij_door_id = now, by.user.pk
    kant.save(update_fields=["vrij_op", "vrij_door"])
    _moved(by, row, f"kant {kant.plaats}", "vrijgegeven")
    _log("samenwerking vrijgegeven", by, row)
    ander = rules.other_side(row, by.user.pk)
    if ander.vrij_op:
        _set_status(by, row, SamenStatus.NAAST)
        row.naast_op, row.naast_door_id = now, by.user.pk
        row.save(update_fields=["status", "naast_op", "naast_door"])
        klaar = MeldingSoort.SAMENWERKING_KLAAR
        meld(by=by, aan=[ander.user_id], soort=klaar, student=row.student, object_id=row.pk)
    return row


def _demand_ready(kant: SamenwerkingKant) -> None:
    instrument = kant.invulling.versie.instrument
    answers = stored([kant.invulling_id]).get(kant.invulling_id, {})
    if not any(answers.get(veld.code) for veld in instrument.velden() if veld.schaal):
        raise Refused("Kies eerst bij ten minste één kenmerk hoe het gaat.", code="leeg")
    if Botsing.objects.filter(antwoord__invulling=kant.invulling_id, opgelost_op__isnull=True).exists():
        raise Refused("Op één plek staan nog twee teksten. Kies daar eerst welke blijft.", code="botsing")


def _set_status(by: Viewer, row: Samenwerking, naar: SamenStatus, reden: str = "") -> None:
    if naar not in SAMEN_MOVES[row.status]:
        raise Refused(f"Deze ronde {row.get_status_display()}.", code="status")
    _moved(by, row, row.status, naar, reden)
    row.status = naar


@transaction.atomic
def take_back(*, by: Viewer, samenwerking_id: UUID) -> Samenwerking:
    """Take back what one gave free, as long as the other did not; nobody read it yet."""
    row, kant = _locked(by, samenwerking_id)
    demand(rules.may_take_back(by, row))
    kant.vrij_op, kant.vrij_door_id = None, None
    kant.save(update_fields=["vrij_op", "vrij_door"])
    _moved(by, row, "vrijgegeven", f"kant {kant.plaats}")
    _log("samenwerking teruggenomen", by, row)
    return row


@transaction.atomic
def stop(*, by: Viewer, samenwerking_id: UUID, reden: str) -> Samenwerking:
    """Stop a round that both did not give free, with the reason; what each wrote stays theirs. Twice is once."""
    row, _ = _locked(by, samenwerking_id)
    if row.status == SamenStatus.GESTOPT:
        return row
    demand(rules.may_stop(by, row))
    if not reden.strip():
        raise Refused("Schrijf op waarom je stopt.", code="reden")
    _set_status(by, row, SamenStatus.GESTOPT, reden)
    row.gestopt_reden, row.gestopt_op, row.gestopt_door_id = reden, timezone.now(), by.user.pk
    row.save(update_fields=["status", "gestopt_reden", "gestopt_op", "gestopt_door"])
    _log("samenwerking gestopt", by, row)
    return row


@transaction.atomic
def discuss(
    *,
    by: Viewer,
    samenwerking_id: UUID,
    kenmerk: str,
    plan: gesprekken.Plan,
    beloften: Iterable[afspraken.Belofte],
    stages: Iterable[Stage],
    sleutel: UUID | None = None,
) -> Gesprek:
    """Note what the two agreed: a gesprek with its afspraken, vastgelegd in the layer that both read.

    `plan.tekst` holds their own words; no answer is copied into it. `stages` are those that this person reads. Sent
    twice with the same `sleutel` it is one gesprek. Raises PermissionDenied and Refused as the actions of a gesprek do.
    """
    row, _ = _locked(by, samenwerking_id)
    laag, stage_id = rules.layer_of(by, row)
    demand(rules.may_discuss(by, row, laag, stage_id))
    gesprek = gesprekken.start(by=by, student=row.student, plan=plan, sleutel=sleutel)
    if gesprek.status != GesprekStatus.CONCEPT:
        return gesprek
    gesprek.titel = TITEL
    gesprek.save(update_fields=["titel"])
    for belofte in beloften:
        afspraken.make(by=by, student=row.student, belofte=belofte, gesprek=gesprek)
    stage = next((one for one in stages if one.pk == stage_id), None)
    gesprek = vastleggen(by=by, gesprek_id=gesprek.pk, laag=laag, stage=stage)
    SamenwerkingGesprek.objects.create(samenwerking=row, gesprek=gesprek, kenmerk=kenmerk)
    _set_status(by, row, SamenStatus.BESPROKEN)
    row.save(update_fields=["status"])
    _log("samenwerking besproken", by, row)
    return gesprek
