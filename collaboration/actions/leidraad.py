"""A situation of one's own brought into a talk with colleagues: begun, filled in, rounded off, thrown away.

Nobody but its author ever reaches one, and no line of the log names a student: there is none.
"""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from begeleiders.models import User
from checklists import actions as engine
from checklists.models import InstrumentVersie, Invulling
from collaboration.actions.alleen import Eigen
from collaboration.actions.checks import demand
from collaboration.enums.samen import LEIDRAAD_LOG
from collaboration.models import CollegialeFeedback
from collaboration.rules import leidraad as rules
from kern.log import Subject, record
from students.access import Viewer


def _log(action: str, by: Viewer, row: CollegialeFeedback) -> None:
    record(action, by=by.user.pk, about=Subject(kind=LEIDRAAD_LOG, object_id=row.pk))


def _locked(by: Viewer, row_id: UUID) -> CollegialeFeedback:
    """The own row, locked until the end of the transaction. DoesNotExist for anybody else's."""
    rows = CollegialeFeedback.objects.select_for_update(of=("self",)).select_related("invulling__versie")
    return rows.defer("invulling__versie__boom").get(pk=row_id, auteur=by.user.pk)


def _open(by: Viewer, row_id: UUID) -> tuple[CollegialeFeedback, Invulling]:
    """The same with its answers, while it can still be filled in."""
    row = _locked(by, row_id)
    demand(rules.may_fill(by, row))
    return row, row.invulling


EIGEN = Eigen(_open, _log, "collegiale feedback ingevuld")


@transaction.atomic
def begin(*, by: Viewer, versie: InstrumentVersie, sleutel: UUID | None = None) -> CollegialeFeedback:
    """Begin to bring in a situation. The same form sent twice is one. Raises PermissionDenied for who guides nobody."""
    demand(rules.may_bring_in(by))
    User.objects.select_for_update().only("pk").get(pk=by.user.pk)
    there = CollegialeFeedback.objects.filter(pk=sleutel).first() if sleutel else None
    if there is not None and there.auteur_id == by.user.pk:
        return there
    now = timezone.now()
    row = CollegialeFeedback(
        pk=sleutel if sleutel and there is None else uuid4(),
        auteur_id=by.user.pk,
        invulling=engine.start(by=by.user, versie=versie, now=now),
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
    )
    row.save(force_insert=True)
    _log("collegiale feedback begonnen", by, row)
    return row


@transaction.atomic
def done(*, by: Viewer, row_id: UUID) -> CollegialeFeedback:
    """Round it off: insight and next step stay with this person. Twice is once."""
    row = _locked(by, row_id)
    if row.afgerond_op:
        return row
    demand(rules.may_fill(by, row))
    row.afgerond_op, row.afgerond_door_id = timezone.now(), by.user.pk
    row.save(update_fields=["afgerond_op", "afgerond_door"])
    _log("collegiale feedback afgerond", by, row)
    return row


@transaction.atomic
def discard(*, by: Viewer, row_id: UUID) -> None:
    """Throw it away, with every answer: it stands in no file, so nobody else has a say in it."""
    row = _locked(by, row_id)
    _log("collegiale feedback weggegooid", by, row)
    invulling = row.invulling
    row.delete()
    invulling.delete()
