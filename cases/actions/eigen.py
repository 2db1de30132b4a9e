"""A casus of a school: made, changed, withdrawn. The log says who; the text is nobody's file."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from begeleiders.models import School
from cases import rules
from cases.models import EigenCasus
from cases.queries import scholen_van, subject
from kern.log import record
from students.access import Viewer
from students.checks import Refused, demand


@dataclass(frozen=True)
class Verhaal:
    """What somebody wrote; `bevestigd` says that it is invented or that nobody is recognised in it."""

    titel: str
    samenvatting: str
    verhaal: str
    wat_zou_jij_doen: str
    keerpunt: str
    vragen: str
    bevestigd: bool


TEXTS = ("titel", "samenvatting", "verhaal", "wat_zou_jij_doen", "keerpunt", "vragen")


def _texts(verhaal: Verhaal) -> dict[str, str]:
    if not verhaal.bevestigd:
        raise Refused("Zet eerst het vinkje: is dit verzonnen, of is niemand te herkennen?", code="bevestigd")
    return {name: getattr(verhaal, name) for name in TEXTS}


@transaction.atomic
def add(*, by: Viewer, school_id: UUID, verhaal: Verhaal, sleutel: UUID | None = None) -> EigenCasus:
    """Add a casus to a school where this person works; the same form sent twice is one."""
    demand(rules.may_add(by))
    if school_id not in {school.pk for school in scholen_van(by, rules.MAAKT)}:
        raise Refused("Kies een school waar je werkt.", code="school")
    School.objects.select_for_update().filter(pk=school_id).values_list("pk").first()
    texts = _texts(verhaal)
    there = EigenCasus.objects.filter(pk=sleutel).first() if sleutel else None
    if there is not None and there.gemaakt_door_id == by.user.pk and _same(there, texts):
        same: EigenCasus = there
        return same
    now = timezone.now()
    row = EigenCasus(
        pk=uuid4() if there or not sleutel else sleutel,
        school_id=school_id,
        gemaakt_op=now,
        gemaakt_door=by.user,
        bevestigd_op=now,
        bevestigd_door=by.user,
        **texts,
    )
    row.save(force_insert=True)
    record("casus toegevoegd", by=by.user.pk, about=subject(row))
    return row


def _same(row: EigenCasus, texts: dict[str, str]) -> bool:
    return all(getattr(row, name) == value for name, value in texts.items())


def _locked(pk: UUID) -> EigenCasus:
    row: EigenCasus = EigenCasus.objects.select_for_update(of=("self",)).get(pk=pk)
    return row


@transaction.atomic
def change(*, by: Viewer, casus_id: UUID, verhaal: Verhaal) -> EigenCasus:
    """Change one's own casus; the same words again change nothing."""
    row = _locked(casus_id)
    demand(rules.may_edit(by, row))
    texts = _texts(verhaal)
    if _same(row, texts):
        return row
    for name, value in texts.items():
        setattr(row, name, value)
    row.bevestigd_op, row.bevestigd_door = timezone.now(), by.user
    row.save()
    record("casus aangepast", by=by.user.pk, about=subject(row))
    return row


@transaction.atomic
def withdraw(*, by: Viewer, casus_id: UUID) -> EigenCasus:
    """Take a casus out of the library. Twice is once."""
    row = _locked(casus_id)
    demand(rules.may_withdraw(by, row))
    if row.ingetrokken_op is None:
        row.ingetrokken_op, row.ingetrokken_door = timezone.now(), by.user
        row.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
        record("casus ingetrokken", by=by.user.pk, about=subject(row))
    return row
