"""A role in a klas goes to a colleague, with the regie that its holder has of the students: in one action."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from collaboration.actions import regie
from collaboration.actions.checks import Refused, demand
from collaboration.actions.melding import meld
from collaboration.actions.rol import demand_end, lapse_offers, set_end
from collaboration.enums import MeldingSoort
from collaboration.queries.klas import is_colleague
from collaboration.rules import rol as rules
from kern.log import Subject, record
from students.access import Viewer
from students.models import Klas, KlasRol, Student


@dataclass(frozen=True)
class Wissel:
    """To whom a role goes, the last day of who had it, and why. The new one begins today: so they do it together."""

    aan: UUID
    laatste_dag: date
    reden: str


@transaction.atomic
def geef_over(*, by: Viewer, rol_id: UUID, wissel: Wissel) -> KlasRol:
    """Hand a role in a klas to a colleague. Twice is once. Out: the role of the new one.

    The regie of every student that the leaver has goes along at once; the new one accepts it by this. Students and
    begeleiders are told. Concepts and werkaantekeningen stay the leaver's, who is asked to hand them over.
    """
    rows = KlasRol.objects.select_for_update(of=("self",)).select_related("klas__school", "user")
    old = rows.get(pk=rol_id)
    demand(rules.may_hand_klas(by, old, wissel.aan))
    there = KlasRol.objects.filter(klas=old.klas_id, user=wissel.aan, rol=old.rol, einde__isnull=True).first()
    if there and (old.einde, old.eindreden) == (wissel.laatste_dag, wissel.reden):
        return there
    if old.einde is not None and old.einde < by.today:
        raise Refused("Deze rol is al gestopt. Kies iemand die er nog is.", code="rol")
    if not (may := rules.may_choose_last_day(by, old, wissel.laatste_dag)):
        raise Refused(may.reden, code="laatste_dag")
    demand_end(by, old, wissel.laatste_dag, wissel.reden)
    if not is_colleague(old.klas, wissel.aan, by.today):
        raise Refused("Kies een collega van deze school.", code="aan")
    new = there or _begin(by, old, wissel.aan)
    students = _locked_students(old.klas)
    lapse_offers(by, old)
    for student in students:
        if student.regie_houder_id == old.user_id:
            regie.move_along(by, student, new.user_id, wissel.reden)
    set_end(old, wissel.laatste_dag, wissel.reden)
    about = Subject(kind="klasrol", object_id=old.pk, school=old.klas.school_id)
    record("klas overgedragen", by=by.user.pk, about=about)
    _tell(by, old.klas, students)
    return new


def _begin(by: Viewer, old: KlasRol, aan: UUID) -> KlasRol:
    new = KlasRol.objects.create(
        klas=old.klas, user_id=aan, rol=old.rol, begin=by.today, uitgenodigd_door_id=by.user.pk
    )
    about = Subject(kind="klasrol", object_id=new.pk, school=old.klas.school_id)
    record("rol in een klas begint", by=by.user.pk, about=about)
    return new


def _locked_students(klas: Klas) -> list[Student]:
    """The students of the klas, each locked: a change of the regie comes before or after, never between."""
    rows = Student.objects.select_for_update(of=("self",)).filter(klas=klas)
    return list(rows.select_related("klas__school", "regie_houder").order_by("pk"))


def _tell(by: Viewer, klas: Klas, students: list[Student]) -> None:
    """Each student of the klas hears it, and who has a role in the klas once."""
    for student in students:
        if student.account_id is not None:
            meld(by=by, aan={student.account_id}, soort=MeldingSoort.KLAS, student=student, object_id=klas.pk)
    if students:
        duo = set(KlasRol.objects.active(by.today).filter(klas=klas).values_list("user", flat=True))
        meld(by=by, aan=duo, soort=MeldingSoort.KLAS, student=students[0], object_id=klas.pk)
