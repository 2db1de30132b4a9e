"""The regie: offered, accepted, refused, withdrawn, taken; always with exactly one holder."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from begeleiders.models import SchoolRol, User
from collaboration.actions.checks import Refused, demand
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.zorg import AANBOD_MOVES, AanbodStatus, RegieHoe
from collaboration.models import RegieAanbod, RegieOvergang
from collaboration.rules import zorg as rules
from kern.log import record
from students.access import Viewer
from students.enums import KLAS_ROLLEN, Rol
from students.models import KlasRol, Student, TeamLid, Zorginzage

S = AanbodStatus


@dataclass(frozen=True)
class Woorden:
    """Why the regie goes, what the new one does, what stays, and a few words to the student; a line each."""

    reden: str
    doet: str = ""
    blijft: str = ""
    bericht: str = ""


def _log(action: str, by: Viewer, aanbod: RegieAanbod) -> None:
    record(action, by=by.user.pk, about=by.subject(aanbod.student, "regie", object_id=aanbod.pk))


def locked_student(pk: UUID) -> Student:
    """The student, locked: every change of the regie waits for the one before it."""
    rows = Student.objects.select_for_update(of=("self",)).select_related("klas__school", "regie_houder")
    return rows.get(pk=pk)


def holds_by_own_role(student: Student, user: UUID, on: date) -> bool:
    """Whether somebody is mentor, KAW-er or zorgmedewerker of this student on this day."""
    in_klas = KlasRol.objects.active(on).filter(klas=student.klas_id, user=user, rol__in=KLAS_ROLLEN)
    in_team = TeamLid.objects.active(on).filter(student=student, user=user, rol=Rol.ZORGMEDEWERKER)
    return bool(in_klas.exists() or in_team.exists())


def can_hold(student: Student, user: UUID, on: date) -> bool:
    """Whether somebody may have the regie of this student on this day: by an own role, or as zorgcoördinator.

    As zorgcoördinator only while a request runs: who reads on after it for some time, would lose sight of the student.
    """
    if holds_by_own_role(student, user, on):
        return True
    rows = SchoolRol.objects.active(on).filter(
        school=student.klas.school_id, user=user, rol=Rol.ZORGCOORDINATOR
    )
    running = Zorginzage.objects.active(on).filter(student=student, einde__isnull=True)
    return bool(rows.exists() and running.exists())


def _demand_role(by: Viewer, student: Student) -> None:
    """Refuse the regie where the role of this person ended, or ends with a request that was closed."""
    if not can_hold(student, by.user.pk, by.today):
        raise Refused("De aanvraag is klaar. De regie blijft bij het team van de student.", code="rol")


def open_offer(student: Student) -> RegieAanbod | None:
    rows = RegieAanbod.objects.select_for_update(of=("self",)).filter(student=student, status=S.AANGEBODEN)
    return rows.select_related("aan", "van").first()


def _new(by: Viewer, student: Student, aan: UUID, woorden: Woorden, sleutel: UUID | None) -> RegieAanbod:
    if not woorden.reden.strip():
        raise Refused("Schrijf op waarom de regie naar een ander gaat.", code="reden")
    taken = sleutel is not None and RegieAanbod.objects.filter(pk=sleutel).exists()
    return RegieAanbod(
        pk=uuid4() if taken or not sleutel else sleutel,
        student=student,
        van_id=student.regie_houder_id,
        aan_id=aan,
        reden=woorden.reden,
        doet=woorden.doet,
        blijft=woorden.blijft,
        bericht=woorden.bericht,
        aangeboden_op=timezone.now(),
        aangeboden_door_id=by.user.pk,
    )


def _news(by: Viewer, aanbod: RegieAanbod, aan: set[UUID | None]) -> None:
    who = {user for user in aan if user is not None}
    meld(by=by, aan=who, soort=MeldingSoort.REGIE, student=aanbod.student, object_id=aanbod.pk)


@transaction.atomic
def bied_aan(
    *, by: Viewer, student: Student, aan: User, woorden: Woorden, sleutel: UUID | None = None
) -> RegieAanbod:
    """Offer the regie to a colleague; it stays where it is until that colleague accepts.

    The same form twice is one offer. Raises Refused where an offer is open, or where this colleague cannot hold it.
    """
    student = locked_student(student.pk)
    demand(rules.may_offer(by, student))
    there = RegieAanbod.objects.filter(pk=sleutel, aan=aan, reden=woorden.reden).first() if sleutel else None
    if there is not None:
        return there
    if aan.pk == student.regie_houder_id:
        raise Refused(f"{aan.naam} heeft de regie al.", code="aan")
    if not can_hold(student, aan.pk, by.today):
        raise Refused("Kies iemand van het team van school of het zorgteam.", code="aan")
    if (waiting := open_offer(student)) is not None:
        raise Refused(f"De regie is al aangeboden aan {waiting.aan.naam}. Wacht op antwoord.", code="open")
    aanbod = _new(by, student, aan.pk, woorden, sleutel)
    aanbod.save(force_insert=True)
    _log("regie aangeboden", by, aanbod)
    _news(by, aanbod, {aan.pk, student.regie_houder_id})
    return aanbod


def _answer(by: Viewer, aanbod: RegieAanbod, naar: str, reden: str = "") -> None:
    if naar not in AANBOD_MOVES[aanbod.status]:
        raise Refused(f"Dit aanbod is al {aanbod.get_status_display()}.", code="status")
    aanbod.status, aanbod.antwoord_reden = naar, reden
    aanbod.beantwoord_op, aanbod.beantwoord_door_id = timezone.now(), by.user.pk


def _hand_over(by: Viewer, aanbod: RegieAanbod, hoe: str) -> None:
    """The one place where the regie moves: from the holder that the offer names, and from nobody else."""
    here = Student.objects.filter(pk=aanbod.student_id, regie_houder=aanbod.van_id)
    if not here.update(regie_houder=aanbod.aan_id):
        raise Refused("De regie is intussen bij iemand anders.", code="houder")
    RegieOvergang.objects.create(
        student_id=aanbod.student_id,
        aanbod=aanbod,
        van_id=aanbod.van_id,
        naar_id=aanbod.aan_id,
        hoe=hoe,
        reden=aanbod.reden,
        op=timezone.now(),
        door_id=by.user.pk,
    )


def _locked_offer(aanbod_id: UUID) -> RegieAanbod:
    """The offer, with its student locked first, as every other change of the regie does."""
    student = locked_student(RegieAanbod.objects.values_list("student", flat=True).get(pk=aanbod_id))
    rows = RegieAanbod.objects.select_for_update(of=("self",)).select_related("aan", "van", "aangeboden_door")
    aanbod = rows.get(pk=aanbod_id)
    aanbod.student = student
    return aanbod


def _school_and_student(by: Viewer, aanbod: RegieAanbod) -> set[UUID | None]:
    """Who hears that the regie went: mentor and KAW-er, who had it, who has it, and the student."""
    rows = KlasRol.objects.active(by.today).filter(klas=aanbod.student.klas_id)
    people: set[UUID | None] = set(rows.values_list("user", flat=True))
    return people | {aanbod.van_id, aanbod.aan_id, aanbod.student.account_id}


@transaction.atomic
def aanvaard(*, by: Viewer, aanbod_id: UUID) -> RegieAanbod:
    """Accept the regie: from now on it is with this person. Twice is once."""
    aanbod = _locked_offer(aanbod_id)
    demand(rules.may_answer_offer(by, aanbod))
    if aanbod.status == S.AANVAARD:
        return aanbod
    _answer(by, aanbod, S.AANVAARD)
    _demand_role(by, aanbod.student)
    aanbod.save(update_fields=["status", "antwoord_reden", "beantwoord_op", "beantwoord_door"])
    _hand_over(by, aanbod, RegieHoe.AANVAARD)
    _log("regie aanvaard", by, aanbod)
    _news(by, aanbod, _school_and_student(by, aanbod))
    return aanbod


@transaction.atomic
def weiger(*, by: Viewer, aanbod_id: UUID, reden: str) -> RegieAanbod:
    """Do not accept the regie, with the reason; it stays where it was. Twice is once."""
    aanbod = _locked_offer(aanbod_id)
    demand(rules.may_answer_offer(by, aanbod))
    if aanbod.status == S.GEWEIGERD:
        return aanbod
    if not reden.strip():
        raise Refused("Schrijf op waarom je de regie nog niet aanneemt.", code="reden")
    _answer(by, aanbod, S.GEWEIGERD, reden)
    aanbod.save(update_fields=["status", "antwoord_reden", "beantwoord_op", "beantwoord_door"])
    _log("regie niet aangenomen", by, aanbod)
    _news(by, aanbod, {aanbod.van_id, aanbod.aangeboden_door_id})
    return aanbod


@transaction.atomic
def trek_in(*, by: Viewer, aanbod_id: UUID) -> RegieAanbod:
    """Take an offer back before there is an answer. Twice is once."""
    aanbod = _locked_offer(aanbod_id)
    demand(rules.may_withdraw_offer(by, aanbod))
    if aanbod.status == S.INGETROKKEN:
        return aanbod
    lapse(by, aanbod, "")
    return aanbod


def lapse(by: Viewer, aanbod: RegieAanbod, reden: str) -> None:
    """An open offer ends without an answer. Part of the action that makes it so."""
    _answer(by, aanbod, S.INGETROKKEN, reden)
    aanbod.save(update_fields=["status", "antwoord_reden", "beantwoord_op", "beantwoord_door"])
    _log("regieaanbod ingetrokken", by, aanbod)
    _news(by, aanbod, {aanbod.van_id, aanbod.aan_id})


@transaction.atomic
def neem(*, by: Viewer, student: Student, woorden: Woorden, sleutel: UUID | None = None) -> RegieAanbod:
    """Take the regie for oneself: an offer that is accepted at once; an offer that was open lapses.

    The same form twice is once.
    """
    student = locked_student(student.pk)
    there = RegieAanbod.objects.filter(pk=sleutel, aan=by.user.pk).first() if sleutel else None
    if there is not None:
        return there
    demand(rules.may_take_regie(by, student))
    _demand_role(by, student)
    waiting = open_offer(student)
    if waiting is not None:
        waiting.student = student
        lapse(by, waiting, f"{by.user.naam} nam de regie over.")
    return _at_once(by, _new(by, student, by.user.pk, woorden, sleutel), RegieHoe.GENOMEN)


def _at_once(by: Viewer, aanbod: RegieAanbod, hoe: str) -> RegieAanbod:
    _answer(by, aanbod, S.AANVAARD)
    aanbod.save(force_insert=True)
    _hand_over(by, aanbod, hoe)
    _log("regie overgenomen" if hoe == RegieHoe.GENOMEN else "regie terug bij mentor", by, aanbod)
    _news(by, aanbod, _school_and_student(by, aanbod))
    return aanbod


def fall_back(by: Viewer, student_id: UUID, reden: str) -> None:
    """Where the holder has no role for this student any more, the regie goes back to the mentor. Part of its end."""
    student = locked_student(student_id)
    if can_hold(student, student.regie_houder_id, by.today):
        return
    mentors = KlasRol.objects.active(by.today).filter(klas=student.klas_id, rol=Rol.MENTOR)
    mentor = mentors.order_by("begin", "id").values_list("user", flat=True).first()
    if mentor is None:
        return  # nobody to give it to: the holder stays, and the mentor who comes can take it
    waiting = open_offer(student)
    if waiting is not None:
        waiting.student = student
        lapse(by, waiting, reden)
    _at_once(by, _new(by, student, mentor, Woorden(reden), None), RegieHoe.TERUGGEVALLEN)


def move_along(by: Viewer, student: Student, naar: UUID, reden: str) -> None:
    """The regie goes with a klas to who takes over its holder's role. Part of that action, which locked the student.

    The new one accepts it by taking the klas. Whoever else was asked, hears that the offer lapsed.
    """
    waiting = open_offer(student)
    if waiting is not None:
        waiting.student = student
        lapse(by, waiting, reden)
    aanbod = _new(by, student, naar, Woorden(reden), None)
    _answer(by, aanbod, S.AANVAARD)
    aanbod.save(force_insert=True)
    _hand_over(by, aanbod, RegieHoe.MEEGEGEVEN)
    _log("regie ging mee met de klas", by, aanbod)


@transaction.atomic
def geinformeerd(*, by: Viewer, aanbod_id: UUID) -> RegieAanbod:
    """Note that the student heard who has the regie now. Twice is once."""
    aanbod = _locked_offer(aanbod_id)
    demand(rules.may_inform(by, aanbod))
    if aanbod.geinformeerd_op is not None:
        return aanbod
    aanbod.geinformeerd_op, aanbod.geinformeerd_door_id = timezone.now(), by.user.pk
    aanbod.save(update_fields=["geinformeerd_op", "geinformeerd_door"])
    _log("student weet wie de regie heeft", by, aanbod)
    return aanbod
