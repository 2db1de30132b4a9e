"""A private look at one's own guidance: begun, filled in, done. Nobody but its author ever reaches one."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from checklists import actions as engine
from checklists.models import Invulling
from checklists.queries import current_of
from collaboration.actions.alleen import Eigen
from collaboration.actions.checks import demand, once
from collaboration.enums.samen import SOORT_INDIVIDUEEL
from collaboration.models import Gesprek, IndividueleBegeleiding
from collaboration.rules import samen as rules
from kern.log import record
from students.access import Viewer
from students.enums import Laag
from students.models import Student


def _log(action: str, by: Viewer, row: IndividueleBegeleiding) -> None:
    about = by.subject(row.student, "eigen begeleiding", laag=Laag.WERKAANTEKENING, object_id=row.pk)
    record(action, by=by.user.pk, about=about)


def _locked(by: Viewer, row_id: UUID) -> IndividueleBegeleiding:
    """The own row, locked until the end of the transaction. DoesNotExist for anybody else's."""
    rows = IndividueleBegeleiding.objects.select_for_update(of=("self",)).select_related(
        "student__klas", "invulling__versie"
    )
    return rows.defer("invulling__versie__boom").get(pk=row_id, auteur=by.user.pk)


def _open(by: Viewer, row_id: UUID) -> tuple[IndividueleBegeleiding, Invulling]:
    """The same with its answers, while it can still be filled in."""
    row = _locked(by, row_id)
    demand(rules.may_fill_own(by, row))
    return row, row.invulling


EIGEN = Eigen(_open, _log, "eigen begeleiding ingevuld")


@transaction.atomic
def begin(
    *, by: Viewer, student: Student, gesprek: Gesprek | None = None, sleutel: UUID | None = None
) -> IndividueleBegeleiding:
    """Begin to look at one's own guidance of this student, on its own or with a gesprek (before, during or after it).

    Where one is still open, that one goes on. Raises PermissionDenied where this person guides nobody here.
    """
    demand(rules.may_reflect(by, student))
    mine = IndividueleBegeleiding.objects.filter(auteur=by.user.pk)
    sleutel, there = once(mine, student, sleutel, {})
    going_on = there or mine.filter(student=student, klaar_op__isnull=True).first()
    if going_on is not None:
        return going_on
    now = timezone.now()
    row = IndividueleBegeleiding(
        pk=sleutel,
        student=student,
        auteur_id=by.user.pk,
        gesprek=gesprek,
        invulling=engine.start(by=by.user, versie=current_of(SOORT_INDIVIDUEEL), now=now),
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
    )
    row.save(force_insert=True)
    _log("eigen begeleiding begonnen", by, row)
    return row


@transaction.atomic
def done(*, by: Viewer, row_id: UUID) -> IndividueleBegeleiding:
    """Say that it is ready; a next one can begin. Twice is once."""
    row = _locked(by, row_id)
    if row.klaar_op:
        return row
    demand(rules.may_fill_own(by, row))
    row.klaar_op, row.klaar_door_id = timezone.now(), by.user.pk
    row.save(update_fields=["klaar_op", "klaar_door"])
    _log("eigen begeleiding klaar", by, row)
    return row
