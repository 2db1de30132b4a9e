"""A step of a doel: added, cut into pieces, moved, reached (which is a success) and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from students.access import Viewer
from students.actions import succes
from students.actions.doel import MOST_STEPS, locked, log, new_step
from students.checks import Refused
from students.enums import Hulp, StapStatus, SuccesSoort
from students.models import Doel, DoelOvergang, DoelStap
from students.rules import doel as rules

FEWEST, MOST = 2, 4  # pieces of a step that is too big


@dataclass(frozen=True)
class Stap:
    """A step as it is filled in."""

    tekst: str
    hulp: str = Hulp.SAMEN
    voor: date | None = None


def _may(answer: Any) -> None:
    """What cannot be done as things are is said on the page, not on one of its own."""
    if not answer:
        raise Refused(answer.reden, code="stand")


def _locked(by: Viewer, stap_id: UUID) -> DoelStap:
    """The step, with its doel locked: two people on one doel come one after the other."""
    doel = locked(by, DoelStap.objects.values_list("doel", flat=True).get(pk=stap_id))
    stap = DoelStap.objects.select_related("gehaald_door").get(pk=stap_id)
    stap.doel = doel
    return stap


def _room(doel: Doel, extra: int) -> list[DoelStap]:
    """The steps in order; Refused where there would be too many to look over."""
    steps = list(doel.stappen.all())
    if len(steps) + extra > MOST_STEPS:
        raise Refused("Dit doel heeft al veel stappen. Maak er een nieuw doel naast.", code="stappen")
    return steps


def _in_order(steps: Sequence[DoelStap], uit: UUID | None = None) -> list[DoelStap]:
    """Each step with its pieces behind it."""
    return [one for step in steps if step.uit_id == uit for one in (step, *_in_order(steps, step.pk))]


def _number(steps: Sequence[DoelStap]) -> None:
    """Give each its place again."""
    moved = []
    for number, one in enumerate(steps, 1):
        if one.volgorde != number:
            one.volgorde = number
            moved.append(one)
    DoelStap.objects.bulk_update(moved, ["volgorde"])


@transaction.atomic
def voeg_stap_toe(*, by: Viewer, doel_id: UUID, stap: Stap, sleutel: UUID | None = None) -> DoelStap:
    """Add a step at the end of the stair; the same form sent twice is one."""
    doel = locked(by, doel_id)
    if sleutel and (there := doel.stappen.filter(pk=sleutel, tekst=stap.tekst.strip()).first()):
        return there
    _may(rules.is_open(doel))
    steps = _room(doel, 1)
    taken = sleutel is not None and DoelStap.objects.filter(pk=sleutel).exists()
    made = new_step(
        doel,
        by,
        volgorde=max((one.volgorde for one in steps), default=0) + 1,
        tekst=stap.tekst,
        hulp=stap.hulp,
        voor=stap.voor,
        sleutel=None if taken else sleutel,
    )
    made.save(force_insert=True)
    log("stap toegevoegd", by, doel)
    return made


@transaction.atomic
def pas_stap_aan(*, by: Viewer, stap_id: UUID, nieuw: dict[str, Any]) -> DoelStap:
    """Change the words, the help or the day of a step; `nieuw` holds only what was touched. Twice is once."""
    stap = _locked(by, stap_id)
    changed = {name: value for name, value in nieuw.items() if getattr(stap, name) != value}
    if changed:
        for name, value in changed.items():
            setattr(stap, name, value)
        stap.save(update_fields=list(changed))
        log("stap aangepast", by, stap.doel)
    return stap


def _moved(by: Viewer, stap: DoelStap, naar: str) -> None:
    DoelOvergang.objects.create(
        doel=stap.doel, stap=stap, van=stap.status, naar=naar, op=timezone.now(), door_id=by.user.pk
    )
    stap.status = naar
    reached = naar == StapStatus.GEHAALD
    stap.gehaald_op = timezone.now() if reached else None
    stap.gehaald_door = by.user if reached else None
    stap.save(update_fields=["status", "gehaald_op", "gehaald_door"])


@transaction.atomic
def splits_stap(*, by: Viewer, stap_id: UUID, stukjes: Sequence[str]) -> list[DoelStap]:
    """Cut a step that is too big into two to four pieces; it stays itself, with the pieces behind it. Twice is once."""
    stap = _locked(by, stap_id)
    teksten = [one.strip() for one in stukjes if one.strip()]
    there = list(stap.stukjes.order_by("volgorde"))
    if there and [one.tekst for one in there] == teksten:
        return there
    if there:
        raise Refused("Iemand maakte net al stukjes van deze stap. Kijk wat er nu staat.", code="stand")
    _may(rules.can_split(stap))
    if not FEWEST <= len(teksten) <= MOST:
        raise Refused("Maak er twee, drie of vier stukjes van.", code="stukjes")
    steps = _room(stap.doel, len(teksten))
    place = [one.pk for one in steps].index(stap.pk) + 1
    pieces = [
        new_step(
            stap.doel, by, volgorde=place + number, tekst=tekst, hulp=stap.hulp, voor=stap.voor, uit=stap
        )
        for number, tekst in enumerate(teksten, 1)
    ]
    _moved(by, stap, StapStatus.GESPLITST)
    DoelStap.objects.bulk_create(pieces)
    _number(_in_order([*steps, *pieces]))
    log("stap in stukjes", by, stap.doel)
    return pieces


@transaction.atomic
def verplaats(*, by: Viewer, stap_id: UUID, eerder: bool) -> DoelStap:
    """Move a step one place earlier or later among those beside it; its own pieces go along."""
    stap = _locked(by, stap_id)
    steps = list(stap.doel.stappen.all())
    beside = [one for one in steps if one.uit_id == stap.uit_id]
    here = [one.pk for one in beside].index(stap.pk)
    there = here - 1 if eerder else here + 1
    if not 0 <= there < len(beside):
        return stap
    first, second = steps.index(beside[here]), steps.index(beside[there])
    steps[first], steps[second] = steps[second], steps[first]
    _number(_in_order(steps))
    log("stap verplaatst", by, stap.doel)
    return stap


@transaction.atomic
def stap_gehaald(*, by: Viewer, stap_id: UUID) -> tuple[DoelStap, bool]:
    """The step is reached: a success, in the same transaction. Out: the step, and whether it was done just now."""
    stap = _locked(by, stap_id)
    if stap.status == StapStatus.GEHAALD:
        return stap, False
    _may(rules.can_reach(stap))
    _moved(by, stap, StapStatus.GEHAALD)
    succes.vind(
        by=by,
        student=stap.doel.student,
        vondst=succes.Vondst(
            SuccesSoort.STAP, stap.tekst, by.today, f"stap:{stap.pk}", stap.doel, by.user.pk
        ),
    )
    log("stap gelukt", by, stap.doel)
    return stap, True


@transaction.atomic
def stap_nog_niet(*, by: Viewer, stap_id: UUID) -> DoelStap:
    """Undo: the step is open again, and its success is gone. Twice is once."""
    stap = _locked(by, stap_id)
    if stap.status == StapStatus.GEHAALD:
        _moved(by, stap, StapStatus.OPEN)
        succes.verlies(by=by, student=stap.doel.student, bron_ref=f"stap:{stap.pk}")
        log("stap nog niet", by, stap.doel)
    return stap


@transaction.atomic
def hulp_naar(*, by: Viewer, stap_id: UUID, hulp: str) -> DoelStap:
    """Put a step on a rung of the ladder: voordoen, samen, zelf, nakijken. Twice is once."""
    stap = _locked(by, stap_id)
    _may(rules.can_reach(stap))
    if stap.hulp != hulp:
        stap.hulp = Hulp(hulp)
        stap.save(update_fields=["hulp"])
        log("hulp bij stap", by, stap.doel)
    return stap
