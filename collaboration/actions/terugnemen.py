"""What ends when a student takes back the consent on which a request to the zorgteam rested (docs/zorg.md)."""

from datetime import date

from django.utils import timezone

from collaboration.actions import regie, zorgteam
from collaboration.actions.escalatie import locked, stop, zorgcoordinatoren
from collaboration.actions.inzage import cut_inzage
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.enums.zorg import LOPEND, EscalatieStatus
from collaboration.models import Escalatie
from students.access import Viewer
from students.enums import Rol, ToestemmingStatus
from students.models import Student, TeamLid, Toestemming

WAAROM = "De student nam de toestemming terug."


def end_what_rested(by: Viewer, toestemming: Toestemming) -> None:
    """The request ends, and so do the looking along and the places on the team that came with it; the record stays.

    Whoever another request covers, on a ground or a consent that holds, reads on. The regie goes back to the mentor
    from who left, and the zorgcoördinatoren and who left hear of it.
    """
    requests = list(
        Escalatie.objects.filter(student=toestemming.student_id)
        .select_related("toestemming")
        .order_by("aangemeld_op", "id")
    )
    mine = [one for one in requests if one.toestemming_id == toestemming.pk]
    if not mine:
        return
    stopped = [one for one in mine if one.status in LOPEND]
    for one in stopped:
        stop(by, locked(one.pk), WAAROM)
    student = regie.locked_student(toestemming.student_id)
    others = [one for one in requests if one not in mine and _stands(one, by.today)]
    left = [row for row in _members(by, student) if _only_by(row, requests, mine, others)]
    for row in left:
        zorgteam.leave(by, student, row, WAAROM)
    looked = not any(one.status in LOPEND for one in others) and cut_inzage(
        by, student, WAAROM, [timezone.localdate(one.afgesloten_op) for one in others if one.afgesloten_op]
    )
    if stopped or left or looked:
        _bring_home(by, student)
        aan = {row.user_id for row in left} | set(zorgcoordinatoren(student.klas.school_id, by.today))
        meld(by=by, aan=aan, soort=MeldingSoort.ZORG_GESTOPT, student=student, object_id=toestemming.pk)


def _stands(one: Escalatie, on: date) -> bool:
    """Whether this request still is a reason to read: on its ground, or on a consent that was not taken back.

    A consent that ran out carries a request that runs: help does not stop in the night.
    """
    if one.status == EscalatieStatus.INGETROKKEN:
        return False
    if one.toestemming is None:
        return True
    stand = one.toestemming.stand(on)
    running = one.status in LOPEND and stand == ToestemmingStatus.VERLOPEN
    return running or stand == ToestemmingStatus.GEGEVEN


def _members(by: Viewer, student: Student) -> list[TeamLid]:
    rows = TeamLid.objects.active(by.today).filter(student=student, rol=Rol.ZORGMEDEWERKER)
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def _only_by(row: TeamLid, requests: list[Escalatie], mine: list[Escalatie], others: list[Escalatie]) -> bool:
    """Whether this zorgmedewerker read by what ends now (`mine`), and by nothing that stands (`others`).

    In: all requests, the oldest first. The last one before put them on the team; later ones, and one that runs, cover
    them as well. Who came before there was any request, came another way.
    """
    before = [one for one in requests if timezone.localdate(one.aangemeld_op) <= row.begin]
    under = [
        *before[-1:],
        *(one for one in requests if one not in before or one.status in LOPEND),
    ]
    return bool(before) and any(one in mine for one in under) and not any(one in others for one in under)


def _bring_home(by: Viewer, student: Student) -> None:
    """Nobody without a role keeps the regie, or is asked for it."""
    waiting = regie.open_offer(student)
    if waiting is not None and not regie.can_hold(student, waiting.aan_id, by.today):
        waiting.student = student
        regie.lapse(by, waiting, WAAROM)
    regie.fall_back(by, student.pk, "Wie de regie had, hoort niet meer bij het team.")
