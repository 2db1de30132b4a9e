"""Who of the zorgteam is on the team of a student: put there, and taken off again."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from begeleiders.models import User
from collaboration.actions import regie
from collaboration.actions.checks import Refused, demand
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.rules import zorg as rules
from kern.log import record
from students.access import Viewer
from students.enums import Rol
from students.models import Student, TeamLid, Zorginzage

# Who guides this student from outside, reads nothing of the zorgteam: not by a second role either.
OUTSIDE = (Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH)


@transaction.atomic
def erbij(*, by: Viewer, student: Student, wie: User) -> TeamLid:
    """Put a zorgmedewerker on the team of a student, from today. Twice is once."""
    student = regie.locked_student(student.pk)
    demand(rules.may_change_team(by, student))
    rows = TeamLid.objects.active(by.today).filter(student=student, user=wie, rol=Rol.ZORGMEDEWERKER)
    there: TeamLid | None = rows.first()
    if there is not None:
        return there
    # As it is behind the lock: the student may just have taken back what it rested on.
    if not Zorginzage.objects.active(by.today).filter(student=student).exists():
        raise Refused("Het zorgteam kijkt niet meer mee met deze student.", code="wie")
    if wie.pk in (student.account_id, by.user.pk):
        raise Refused("Kies een collega van het zorgteam.", code="wie")
    outside = TeamLid.objects.active(by.today).filter(student=student, user=wie, rol__in=OUTSIDE)
    if outside.exists():
        raise Refused(
            f"{wie.naam} is van de stage of peercoach. Kies een collega van het zorgteam.", code="wie"
        )
    row = TeamLid(
        student=student, user=wie, rol=Rol.ZORGMEDEWERKER, begin=by.today, uitgenodigd_door_id=by.user.pk
    )
    row.save(force_insert=True)
    record("zorgmedewerker bij het team", by=by.user.pk, about=by.subject(student, "team", object_id=row.pk))
    meld(by=by, aan={wie.pk}, soort=MeldingSoort.TEAM, student=student, object_id=row.pk)
    return row


@transaction.atomic
def eraf(*, by: Viewer, teamlid_id: UUID, reden: str) -> TeamLid:
    """End the role of a zorgmedewerker for a student, at once, with the reason; not while that person has the regie.

    An open offer to that person lapses. Raises Refused with what to do first.
    """
    row = TeamLid.objects.select_for_update(of=("self",)).get(pk=teamlid_id, rol=Rol.ZORGMEDEWERKER)
    student = regie.locked_student(row.student_id)
    if row.user_id != by.user.pk:  # who wants to leave may
        demand(rules.may_change_team(by, student))
    if not row.is_active(by.today):
        return row
    if not (allowed := rules.may_leave(row.user_id, student)):
        raise Refused(allowed.reden, code="regie")
    if not reden.strip():
        raise Refused("Schrijf op waarom deze collega stopt.", code="reden")
    waiting = regie.open_offer(student)
    if waiting is not None and waiting.aan_id == row.user_id:
        waiting.student = student
        regie.lapse(by, waiting, "Deze collega hoort niet meer bij het team.")
    leave(by, student, row, reden)
    meld(by=by, aan={row.user_id}, soort=MeldingSoort.TEAM, student=student, object_id=row.pk)
    return row


def leave(by: Viewer, student: Student, row: TeamLid, reden: str) -> None:
    """The role ends at once, with its line in the log. Part of the action that makes it so.

    The last day of a role still counts, so a role that ends now ended yesterday; one of today goes as a whole.
    """
    about = by.subject(student, "team", object_id=row.pk)
    record("zorgmedewerker van het team", by=by.user.pk, about=about)
    if row.begin >= by.today:
        row.delete()
        return
    row.einde, row.eindreden = by.today - timedelta(days=1), reden
    row.save(update_fields=["einde", "eindreden"])
