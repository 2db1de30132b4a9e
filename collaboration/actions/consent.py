"""Consent and ground: asked, given, noted as spoken, taken back; stated, and seen by a second pair of eyes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from collaboration.actions.checks import Refused, demand, once
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.queries.grond import zorgcoordinator_er
from collaboration.rules import zorg as rules
from kern.log import Subject, record
from students.access import Viewer
from students.enums import ToestemmingStatus
from students.leeftijd import parent_decides_along
from students.models import Grond, Student, Toestemming

S = ToestemmingStatus


@dataclass(frozen=True)
class Vraag:
    """Who gets to know what, what not, for what, until when; under sixteen the parent who decides along."""

    wie: str
    wat: str
    doel: str
    niet: str = ""
    geldig_tot: date | None = None
    ouder: str = ""


@dataclass(frozen=True)
class Gezegd:
    """What the student agreed to in words, and on which day."""

    vraag: Vraag
    dag: date


@dataclass(frozen=True)
class Reden:
    """On which ground, why, and why the student does not hear it yet (empty: the student hears it)."""

    grond: str
    reden: str
    zwijg_reden: str = ""


def holds(toestemming: Toestemming, on: date) -> bool:
    """Whether this consent counts on this day: given, not taken back, and not run out."""
    return toestemming.stand(on) == S.GEGEVEN


def _log(action: str, by: Viewer, row: Toestemming | Grond) -> None:
    kind = "toestemming" if isinstance(row, Toestemming) else "grond"
    record(action, by=by.user.pk, about=by.subject(row.student, kind, object_id=row.pk))


def _new(by: Viewer, student: Student, vraag: Vraag, **more: Any) -> Toestemming:
    if parent_decides_along(student, by.today) and not vraag.ouder.strip():
        raise Refused("Onder de 16 jaar beslist een ouder mee. Schrijf op wie dat is.", code="ouder")
    names = ("wie", "wat", "niet", "doel", "geldig_tot", "ouder")
    said = {name: getattr(vraag, name) for name in names}
    for name in ("wie", "wat", "niet", "doel", "ouder"):  # what was agreed to is never cut off
        most: int = getattr(Toestemming._meta.get_field(name), "max_length", 0)
        if len(said[name]) > most:
            raise Refused(f"Maak het korter: hooguit {most} tekens.", code=name)
    return Toestemming(
        student=student, gevraagd_op=timezone.now(), gevraagd_door_id=by.user.pk, **said, **more
    )


@transaction.atomic
def vraag(*, by: Viewer, student: Student, vraag: Vraag, sleutel: UUID | None = None) -> Toestemming:
    """Ask the student; nothing is shared until there is a yes. The same form twice is one question."""
    demand(rules.may_ask_consent(by, student))
    said = {"wie": vraag.wie, "wat": vraag.wat, "doel": vraag.doel}
    sleutel, there = once(Toestemming.objects.filter(gevraagd_door=by.user.pk), student, sleutel, said)
    if there:
        return there
    row = _new(by, student, vraag, pk=sleutel)
    row.save(force_insert=True)
    _log("toestemming gevraagd", by, row)
    _tell_student(by, row)
    return row


@transaction.atomic
def noteer(*, by: Viewer, student: Student, gezegd: Gezegd, sleutel: UUID | None = None) -> Toestemming:
    """Note that the student agreed in words; the student sees it and can take it back."""
    demand(rules.may_ask_consent(by, student))
    said = {"wie": gezegd.vraag.wie, "wat": gezegd.vraag.wat, "doel": gezegd.vraag.doel}
    sleutel, there = once(Toestemming.objects.filter(gevraagd_door=by.user.pk), student, sleutel, said)
    return there or keep_spoken(by, student, gezegd, None, sleutel)


def keep_spoken(
    by: Viewer, student: Student, gezegd: Gezegd, about: UUID | None, sleutel: UUID | None = None
) -> Toestemming:
    """The record of a spoken yes, with its line in the log. Part of the action that needs it."""
    if gezegd.dag > by.today:
        raise Refused("Deze dag komt nog. Kies de dag waarop de student het zei.", code="dag")
    given = {"status": S.GEGEVEN, "gegeven_op": timezone.now(), "gegeven_door_id": by.user.pk}
    row = _new(
        by,
        student,
        gezegd.vraag,
        pk=sleutel or uuid4(),
        mondeling_dag=gezegd.dag,
        onderwerp_ref=about,
        **given,
    )
    row.save(force_insert=True)
    _log("toestemming genoteerd", by, row)
    _tell_student(by, row)
    return row


def _tell_student(by: Viewer, row: Toestemming) -> None:
    account = row.student.account_id
    if account is not None:
        meld(by=by, aan={account}, soort=MeldingSoort.TOESTEMMING, student=row.student, object_id=row.pk)


def _locked(pk: UUID) -> Toestemming:
    rows = Toestemming.objects.select_for_update(of=("self",)).select_related(
        "student__klas__school", "student__regie_houder"
    )
    return rows.get(pk=pk)


@transaction.atomic
def geef(*, by: Viewer, toestemming_id: UUID) -> Toestemming:
    """The student says yes, in the own session. Twice is once."""
    row = _locked(toestemming_id)
    demand(rules.may_give(by, row))
    if holds(row, by.today):
        return row
    stand = row.stand(by.today)
    if stand != S.GEVRAAGD:
        raise Refused(f"Deze vraag is al {ToestemmingStatus(stand).label}.", code="status")
    row.status, row.gegeven_op, row.gegeven_door_id = S.GEGEVEN, timezone.now(), by.user.pk
    row.save(update_fields=["status", "gegeven_op", "gegeven_door"])
    _log("toestemming gegeven", by, row)
    aan = {row.gevraagd_door_id}
    meld(by=by, aan=aan, soort=MeldingSoort.TOESTEMMING, student=row.student, object_id=row.pk)
    return row


@transaction.atomic
def neem_terug(*, by: Viewer, toestemming_id: UUID) -> Toestemming:
    """The student says no (any more), or somebody notes that the student said so; what rests on it stops at once.

    Who asked hears it. A request to the zorgteam that rests on it ends, and who read by it stops reading; a ground
    would have to be named anew.
    """
    from collaboration.actions.terugnemen import end_what_rested

    row = _locked(toestemming_id)
    demand(rules.may_take_back(by, row))
    if row.status in (S.INGETROKKEN, S.VERLOPEN):
        return row
    row.status, row.ingetrokken_op, row.ingetrokken_door_id = S.INGETROKKEN, timezone.now(), by.user.pk
    row.save(update_fields=["status", "ingetrokken_op", "ingetrokken_door"])
    _log("toestemming teruggenomen", by, row)
    aan = {row.gevraagd_door_id}
    meld(by=by, aan=aan, soort=MeldingSoort.TOESTEMMING, student=row.student, object_id=row.pk)
    end_what_rested(by, row)
    return row


@transaction.atomic
def laat_verlopen(*, on: date) -> int:
    """What ran out before this day is written down as verlopen, by the clock; who asked it hears it. Out: how many.

    It did not count any more already (`Toestemming.stand`). A request to the zorgteam goes on: help does not stop in
    the night, its page says that the student has to be asked again.
    """
    rows = Toestemming.objects.select_for_update(of=("self",)).filter(
        geldig_tot__lt=on, status__in=(S.GEVRAAGD, S.GEGEVEN)
    )
    over = list(rows.select_related("student__klas__school", "student__regie_houder").order_by("pk"))
    for row in over:
        row.status = S.VERLOPEN
        row.save(update_fields=["status"])
        about = Subject(
            kind="toestemming",
            object_id=row.pk,
            student=row.student_id,
            school=row.student.klas.school_id,
        )
        record("toestemming verlopen", by=None, about=about)
        aan = {row.gevraagd_door_id}
        meld(by=None, aan=aan, soort=MeldingSoort.TOESTEMMING, student=row.student, object_id=row.pk)
    return len(over)


# Grond ----------------------------------------------------------------------------------------------------


def keep_ground(by: Viewer, student: Student, reden: Reden, about: UUID | None) -> Grond:
    """The record of a ground, with its line in the log. Part of the action that needs it."""
    if not reden.reden.strip():
        raise Refused("Schrijf op waarom je dit zonder toestemming deelt.", code="reden")
    row = Grond(
        student=student,
        grond=reden.grond,
        reden=reden.reden,
        zwijg_reden=reden.zwijg_reden,
        onderwerp_ref=about,
        gesteld_op=timezone.now(),
        gesteld_door_id=by.user.pk,
    )
    row.save(force_insert=True)
    _log("grond genoemd", by, row)
    return row


def _locked_ground(pk: UUID) -> Grond:
    rows = Grond.objects.select_for_update(of=("self",)).select_related(
        "student__klas__school", "student__regie_houder"
    )
    return rows.get(pk=pk)


@transaction.atomic
def kijk_mee(*, by: Viewer, grond_id: UUID) -> Grond:
    """The second pair of eyes sees this ground too. Twice is once; never who named it."""
    row = _locked_ground(grond_id)
    demand(rules.may_look_along(by, row, zorgcoordinator_er=zorgcoordinator_er(row.student, by.today)))
    if row.gezien_op is not None:
        return row
    row.gezien_op, row.gezien_door_id = timezone.now(), by.user.pk
    row.save(update_fields=["gezien_op", "gezien_door"])
    _log("grond meegekeken", by, row)
    return row


@transaction.atomic
def vertel(*, by: Viewer, grond_id: UUID) -> Grond:
    """Note that the student heard that something was shared without consent; from now on the student sees it."""
    row = _locked_ground(grond_id)
    demand(rules.may_ask_consent(by, row.student))
    if row.geinformeerd_op is not None:
        return row
    row.geinformeerd_op, row.geinformeerd_door_id = timezone.now(), by.user.pk
    row.save(update_fields=["geinformeerd_op", "geinformeerd_door"])
    _log("student hoorde van de grond", by, row)
    return row
