"""An afspraak: made, brought to life, ticked off, taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from collaboration.actions.checks import Refused, demand, once
from collaboration.actions.gesprek import locked
from collaboration.enums import AFSPRAAK_MOVES, AfspraakStatus
from collaboration.models import Afspraak, AfspraakOvergang, Gesprek
from collaboration.rules import gesprek as rules
from kern.log import record
from students.access import Viewer
from students.models import Student


@dataclass(frozen=True)
class Belofte:
    """Who does what by when; `eigenaar` None is the student."""

    wat: str
    eigenaar: UUID | None
    voor: date


def _log(action: str, by: Viewer, afspraak: Afspraak) -> None:
    about = by.subject(afspraak.student, "afspraak", laag=afspraak.laag, object_id=afspraak.pk)
    record(action, by=by.user.pk, about=about)


@transaction.atomic
def make(
    *,
    by: Viewer,
    student: Student,
    belofte: Belofte,
    gesprek: Gesprek | None = None,
    sleutel: UUID | None = None,
) -> Afspraak:
    """Make an afspraak; within a concept it waits for vastleggen, without a gesprek it lives at once.

    `sleutel` is the id the form brought along: sent twice, it is one afspraak. Raises PermissionDenied where a
    colleague made the gesprek vastgelegd meanwhile.
    """
    demand(rules.may_write(by, student))
    if gesprek is not None:
        gesprek = locked(by, gesprek.pk)
    said = {"wat": belofte.wat, "voor": belofte.voor}
    sleutel, there = once(Afspraak.objects.filter(auteur=by.user.pk), student, sleutel, said)
    if there:
        return there
    now = timezone.now()
    afspraak = Afspraak(
        pk=sleutel,
        student=student,
        gesprek=gesprek,
        wat=belofte.wat,
        eigenaar_id=belofte.eigenaar,
        voor=belofte.voor,
        auteur_id=by.user.pk,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
    )
    if gesprek is None:
        afspraak.laag, afspraak.stage_id = rules.poging_layer(by, student)
        afspraak.leeft_vanaf = now
    afspraak.save(force_insert=True)
    _log("afspraak gemaakt", by, afspraak)
    return afspraak


@transaction.atomic
def remove(*, by: Viewer, gesprek_id: UUID, afspraak_id: UUID) -> None:
    """Take away an afspraak of a concept; once it lives it is only ended, never removed. Twice is once."""
    gesprek = locked(by, gesprek_id)
    afspraak = (
        gesprek.afspraken.filter(pk=afspraak_id, leeft_vanaf__isnull=True)
        .select_related("student__klas")
        .first()
    )
    if afspraak is not None:
        _log("afspraak weggehaald", by, afspraak)
        afspraak.delete()


def bring_to_life(gesprek: Gesprek, now: datetime) -> None:
    """At vastleggen: the afspraken of the gesprek live, in its layer. Part of that action and its log line."""
    gesprek.afspraken.filter(leeft_vanaf__isnull=True).update(
        leeft_vanaf=now, laag=gesprek.laag, stage=gesprek.stage
    )


def drop_open(by: Viewer, gesprek: Gesprek) -> None:
    """When a gesprek is withdrawn its open afspraken lapse, each with its own line."""
    for afspraak in (
        gesprek.afspraken.filter(status=AfspraakStatus.OPEN).select_related("student__klas").order_by("id")
    ):
        if afspraak.leeft_vanaf is not None:
            _move(by, afspraak, AfspraakStatus.VERVALLEN, "Het gesprek is ingetrokken.")


def _move(by: Viewer, afspraak: Afspraak, naar: str, reden: str = "", vervolg: str = "") -> None:
    if naar not in AFSPRAAK_MOVES[afspraak.status]:
        raise Refused(f"Deze afspraak is al {afspraak.get_status_display()}.", code="status")
    now = timezone.now()
    AfspraakOvergang.objects.create(
        afspraak=afspraak, van=afspraak.status, naar=naar, reden=reden, op=now, door_id=by.user.pk
    )
    is_open = naar == AfspraakStatus.OPEN
    afspraak.status, afspraak.reden, afspraak.vervolg = naar, reden, vervolg
    afspraak.afgerond_op = None if is_open else now
    afspraak.afgerond_door_id = None if is_open else by.user.pk
    afspraak.save(update_fields=["status", "reden", "vervolg", "afgerond_op", "afgerond_door"])
    _log(f"afspraak {AfspraakStatus(naar).label}", by, afspraak)


def _locked(by: Viewer, afspraak_id: UUID) -> Afspraak:
    afspraak = (
        Afspraak.objects.select_for_update(of=("self",))
        .select_related("student__klas", "eigenaar")
        .get(pk=afspraak_id)
    )
    demand(rules.may_finish(by, afspraak))
    return afspraak


@transaction.atomic
def finish(*, by: Viewer, afspraak_id: UUID, naar: str, reden: str = "", vervolg: str = "") -> Afspraak:
    """End an afspraak: gedaan, nog niet gelukt (why, next step) or vervallen (why). Twice is once."""
    afspraak = _locked(by, afspraak_id)
    if afspraak.status == naar:
        return afspraak
    if naar in (AfspraakStatus.NIET_GELUKT, AfspraakStatus.VERVALLEN) and not reden.strip():
        raise Refused("Schrijf op waarom het nog niet lukte of niet meer hoeft.", code="reden")
    _move(by, afspraak, naar, reden, vervolg)
    return afspraak


@transaction.atomic
def reopen(*, by: Viewer, afspraak_id: UUID) -> Afspraak:
    """Undo: the afspraak is open again."""
    afspraak = _locked(by, afspraak_id)
    if afspraak.status != AfspraakStatus.OPEN:
        _move(by, afspraak, AfspraakStatus.OPEN)
    return afspraak
