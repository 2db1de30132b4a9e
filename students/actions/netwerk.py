"""People around a student without an account: written down, agreed to by the student, taken off the list."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kern.log import record
from students.access import Viewer
from students.checks import Refused, demand, once
from students.leeftijd import parent_decides_along
from students.models import Contactpersoon, Student
from students.models.netwerk import NABIJ, Antwoord, NetwerkSoort, Relatie
from students.rules.team import may_answer, may_write_network
from students.signals import netwerk_antwoord, netwerk_erbij


@dataclass(frozen=True)
class Wie:
    """Who it is, what for, and how to reach them; `bereiken` None leaves what stands there."""

    relatie: str
    naam: str
    waarvoor: str
    organisatie: str = ""
    bereiken: str | None = None


@dataclass(frozen=True)
class Mag:
    """Why the team may get in touch: the student said so on this day, or a ground with a reason; else it is asked."""

    gezegd_op: date | None = None
    antwoord: str = Antwoord.JA
    ouder: str = ""
    grond: str = ""
    grond_reden: str = ""


def _log(action: str, by: Viewer, row: Contactpersoon) -> None:
    record(action, by=by.user.pk, about=by.subject(row.student, "netwerk", object_id=row.pk))


def _fill(row: Contactpersoon, wie: Wie) -> None:
    for name in ("relatie", "naam", "waarvoor", "organisatie"):
        setattr(row, name, getattr(wie, name).strip())
    if wie.bereiken is not None:
        row.bereiken = wie.bereiken.strip()
    row.soort = NetwerkSoort.INFORMEEL if row.relatie in NABIJ else NetwerkSoort.EXTERN
    if row.relatie == Relatie.ANDERS:
        row.soort = NetwerkSoort.EXTERN if row.organisatie else NetwerkSoort.INFORMEEL
    if row.relatie not in Relatie.values:
        raise Refused("Kies wie het is voor de student.", code="relatie")
    if not row.naam or not row.waarvoor:
        raise Refused("Vul in hoe iemand heet, en waarvoor.", code="waarvoor" if row.naam else "naam")


def _said(by: Viewer, row: Contactpersoon, mag: Mag) -> None:
    """What was said, or on which ground; neither leaves what stands there."""
    now = timezone.now()
    row.ouder = mag.ouder.strip() or row.ouder
    if mag.gezegd_op is not None:
        if mag.gezegd_op > by.today:
            raise Refused("Deze dag komt nog. Kies de dag waarop de student het zei.", code="gezegd_op")
        row.antwoord, row.mondeling_dag = mag.antwoord, mag.gezegd_op
        row.antwoord_op, row.antwoord_door_id = now, by.user.pk
    if mag.grond:
        if not mag.grond_reden.strip():
            raise Refused("Leg uit waarom het team contact zoekt zonder een ja.", code="grond_reden")
        row.grond, row.grond_reden = mag.grond, mag.grond_reden.strip()
        row.grond_op, row.grond_door_id = now, by.user.pk
    no = row.antwoord == Antwoord.NEE
    if not row.grond and not row.ouder and not no and parent_decides_along(row.student, by.today):
        raise Refused("Onder de 16 jaar beslist een ouder mee. Schrijf op wie dat is.", code="ouder")


@transaction.atomic
def zet_erbij(
    *, by: Viewer, student: Student, wie: Wie, mag: Mag | None = None, sleutel: UUID | None = None
) -> Contactpersoon:
    """Write down somebody around a student; the student sees it and says yes or no. The same form twice is once."""
    demand(may_write_network(by, student))
    said = {"naam": wie.naam.strip(), "relatie": wie.relatie, "waarvoor": wie.waarvoor.strip()}
    sleutel, there = once(Contactpersoon.objects.filter(gemaakt_door=by.user.pk), student, sleutel, said)
    if there:
        return there
    row = Contactpersoon(pk=sleutel, student=student, gemaakt_op=timezone.now(), gemaakt_door_id=by.user.pk)
    _fill(row, wie)
    _said(by, row, mag or Mag())
    row.save(force_insert=True)
    _log("contactpersoon erbij", by, row)
    netwerk_erbij.send(sender=Contactpersoon, contact=row, by=by)
    return row


def _locked(pk: UUID) -> Contactpersoon | None:
    rows = Contactpersoon.objects.select_for_update(of=("self",))
    return rows.select_related("student__klas__school", "student__regie_houder").filter(pk=pk).first()


@transaction.atomic
def pas_aan(*, by: Viewer, contact_id: UUID, wie: Wie, mag: Mag | None = None) -> Contactpersoon:
    """Mend what stands there, or note what the student said since.

    Another person, relation or purpose is another question: what was said or stated before does not count for it.
    """
    row = _there(contact_id)
    demand(may_write_network(by, row.student))
    before = (row.naam, row.relatie, row.waarvoor)
    _fill(row, wie)
    if before != (row.naam, row.relatie, row.waarvoor):
        row.antwoord, row.antwoord_op, row.antwoord_door, row.mondeling_dag = Antwoord.OPEN, None, None, None
        row.grond, row.grond_reden, row.grond_op, row.grond_door = "", "", None, None
    _said(by, row, mag or Mag())
    row.save()
    _log("contactpersoon aangepast", by, row)
    if row.antwoord == Antwoord.OPEN:
        netwerk_erbij.send(sender=Contactpersoon, contact=row, by=by)
    return row


def _there(pk: UUID) -> Contactpersoon:
    row = _locked(pk)
    if row is None:
        raise Refused("Deze persoon staat niet meer op de lijst.", code="weg")
    return row


@transaction.atomic
def antwoord(*, by: Viewer, contact_id: UUID, ja: bool) -> Contactpersoon:
    """The student says whether the team may get in touch, in the own session; later otherwise too. Twice is once."""
    row = _there(contact_id)
    demand(may_answer(by, row.student))
    said = Antwoord.JA if ja else Antwoord.NEE
    if row.antwoord == said and row.antwoord_door_id == by.user.pk:
        return row
    if ja and not row.ouder and parent_decides_along(row.student, by.today):
        raise Refused("Je bent nog geen 16. Een ouder beslist mee. Vraag het aan je mentor.", code="ouder")
    row.antwoord, row.antwoord_op, row.antwoord_door_id = said, timezone.now(), by.user.pk
    row.mondeling_dag = None
    row.save(update_fields=["antwoord", "antwoord_op", "antwoord_door", "mondeling_dag"])
    _log("student zei ja" if ja else "student zei nee", by, row)
    netwerk_antwoord.send(sender=Contactpersoon, contact=row, by=by)
    return row


@transaction.atomic
def haal_weg(*, by: Viewer, contact_id: UUID) -> bool:
    """Take somebody off the list: what stood there of this person is gone. Twice is once. Out: whether it was there."""
    row = _locked(contact_id)
    if row is None:
        return False
    demand(may_write_network(by, row.student))
    _log("contactpersoon weggehaald", by, row)
    row.delete()
    return True
