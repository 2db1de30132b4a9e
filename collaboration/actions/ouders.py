"""An overview of presence and progress for parents: logged, and the student hears of it."""

from uuid import UUID

from django.db import transaction

from collaboration.actions.checks import demand
from collaboration.actions.melding import meld
from collaboration.enums import MeldingSoort
from collaboration.rules import ouders as rules
from kern.log import record
from students.access import Viewer
from students.models import Student, Toestemming


@transaction.atomic
def geef_mee(*, by: Viewer, student: Student, verteld: bool = False, toestemming: UUID | None = None) -> None:
    """Note that an overview goes to parents. Every print is one line, also the second of the same day.

    In: whether the student was told (16 and 17), or the consent it rests on (from 18). Raises PermissionDenied with
    the reason where what is needed is not there.
    """
    demand(rules.may_print(by, student))
    row = Toestemming.objects.filter(pk=toestemming, student=student).first() if toestemming else None
    demand(rules.allowed(student, by.today, verteld=verteld, toestemming=row))
    about = by.subject(student, "overzicht-ouders", object_id=row.pk if row else None)
    record("overzicht voor ouders gemaakt", by=by.user.pk, about=about)
    if student.account_id is not None:
        aan = {student.account_id}
        meld(by=by, aan=aan, soort=MeldingSoort.OUDERS, student=student, object_id=student.pk)
