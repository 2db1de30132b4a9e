"""A doel: made, changed, reached or stopped. Its steps: actions/stap.py."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from kern.log import record
from students.access import Viewer
from students.checks import Refused, demand, once
from students.enums import DoelStatus, Hulp
from students.models import Doel, DoelOvergang, DoelStap, Student
from students.rules import doel as rules

MOST_STEPS = 30


@dataclass(frozen=True)
class Plan:
    """A new doel: in the student's own words, which of the three begeleidingsdoelen, perhaps a dream and a day."""

    titel: str
    begeleidingsdoel: str
    droom: str = ""
    voor: date | None = None
    stappen: tuple[str, ...] = ()


def log(action: str, by: Viewer, doel: Doel) -> None:
    """A line about a doel: part of the actions of doel and stap."""
    record(action, by=by.user.pk, about=by.subject(doel.student, "doel", object_id=doel.pk))


def locked(by: Viewer, doel_id: UUID) -> Doel:
    """The doel, so that changes of it come one after the other; PermissionDenied for who may not write it."""
    rows = Doel.objects.select_for_update(of=("self",))
    doel = rows.select_related("student__klas", "afgerond_door").get(pk=doel_id)
    demand(rules.may_write(by, doel.student))
    return doel


@transaction.atomic
def maak_doel(*, by: Viewer, student: Student, plan: Plan, sleutel: UUID | None = None) -> Doel:
    """Make a doel with its first steps; the same form sent twice is one."""
    demand(rules.may_write(by, student))
    said = {"titel": plan.titel, "droom": plan.droom, "voor": plan.voor}
    key, there = once(Doel.objects.filter(gemaakt_door=by.user.pk), student, sleutel, said)
    if there:
        return there
    now = timezone.now()
    doel = Doel(
        pk=key,
        student=student,
        begeleidingsdoel=plan.begeleidingsdoel,
        gemaakt_op=now,
        gemaakt_door_id=by.user.pk,
        **said,
    )
    doel.save(force_insert=True)
    steps = [tekst for tekst in plan.stappen if tekst.strip()]
    DoelStap.objects.bulk_create(
        new_step(doel, by, volgorde=number, tekst=tekst) for number, tekst in enumerate(steps, 1)
    )
    log("doel gemaakt", by, doel)
    return doel


def new_step(doel: Doel, by: Viewer, *, volgorde: int, tekst: str, **more: Any) -> DoelStap:
    """A step that is not saved yet. Part of the actions."""
    more.setdefault("hulp", Hulp.SAMEN)
    return DoelStap(
        pk=more.pop("sleutel", None) or uuid4(),
        doel=doel,
        volgorde=volgorde,
        tekst=tekst.strip(),
        gemaakt_op=timezone.now(),
        gemaakt_door_id=by.user.pk,
        **more,
    )


@transaction.atomic
def pas_doel_aan(*, by: Viewer, doel_id: UUID, nieuw: dict[str, Any]) -> Doel:
    """Change the words, the dream or the day; `nieuw` holds only the fields that were touched. Twice is once."""
    doel = locked(by, doel_id)
    changed = {name: value for name, value in nieuw.items() if getattr(doel, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(doel, name, value)
        doel.save(update_fields=list(changed))
        log("doel aangepast", by, doel)
    return doel


def _move(by: Viewer, doel: Doel, naar: str, reden: str = "") -> None:
    now = timezone.now()
    DoelOvergang.objects.create(
        doel=doel, van=doel.status, naar=naar, reden=reden, op=now, door_id=by.user.pk
    )
    is_open = naar == DoelStatus.OPEN
    doel.status, doel.reden = naar, reden
    doel.afgerond_op = None if is_open else now
    doel.afgerond_door = None if is_open else by.user
    doel.save(update_fields=["status", "reden", "afgerond_op", "afgerond_door"])
    log(f"doel {DoelStatus(naar).label}", by, doel)


def _same(doel: Doel, stand: str) -> None:
    """Refuse where the page showed another state than there is now: somebody was first, and is named."""
    if doel.status != stand:
        who = doel.afgerond_door.naam if doel.afgerond_door else "Iemand"
        said = {
            DoelStatus.OPEN: "Iemand ging net verder met dit doel.",
            DoelStatus.GEHAALD: f"{who} zette dit doel al op gelukt.",
            DoelStatus.GESTOPT: f"{who} zette dit doel al stil.",
        }
        raise Refused(f"{said[DoelStatus(doel.status)]} Kijk wat er nu staat.", code="stand")


@transaction.atomic
def doel_gehaald(*, by: Viewer, doel_id: UUID) -> Doel:
    """The whole doel is reached; steps that are left may stay. Twice is once."""
    doel = locked(by, doel_id)
    if doel.status != DoelStatus.GEHAALD:
        _same(doel, DoelStatus.OPEN)
        _move(by, doel, DoelStatus.GEHAALD)
    return doel


@transaction.atomic
def stop_doel(*, by: Viewer, doel_id: UUID, reden: str) -> Doel:
    """Not yet: let it rest, with the reason. Twice is once."""
    doel, reden = locked(by, doel_id), reden.strip()
    if (doel.status, doel.reden) == (DoelStatus.GESTOPT, reden):
        return doel
    _same(doel, DoelStatus.OPEN)
    if not reden:
        raise Refused("Schrijf kort op waarom het nog niet lukt.", code="reden")
    _move(by, doel, DoelStatus.GESTOPT, reden)
    return doel


@transaction.atomic
def ga_verder(*, by: Viewer, doel_id: UUID) -> Doel:
    """Take it up again; also the undo of reached and stopped. Twice is once."""
    doel = locked(by, doel_id)
    if doel.status != DoelStatus.OPEN:
        _move(by, doel, DoelStatus.OPEN)
    return doel
