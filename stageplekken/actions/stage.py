"""A stage from the search for a place to its end: every change of state is a row, every change a line in the log."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kern.dates import say_day_year
from kern.log import record
from stageplekken.actions.talks_plan import planned
from stageplekken.enums import StageStatus
from stageplekken.models import (
    Leerbedrijf,
    PokHandtekening,
    Stage,
    StageOvergang,
    StagePauze,
    Stageplek,
    StageRooster,
)
from stageplekken.models.pok import POK_NODIG
from stageplekken.rules import stage as rules
from stageplekken.signals import stage_geeindigd
from students.access import Viewer
from students.checks import Refused, demand, once
from students.models import Student

S = StageStatus
Uren = dict[str, float]


@dataclass(frozen=True)
class Plek:
    """Where: a stageplek that is known, or the words for a new one."""

    plek: UUID | None = None
    bedrijf: str = ""
    plaats: str = ""
    leerbedrijf_id: str = ""
    titel: str = ""


@dataclass(frozen=True)
class Opzet:
    """What is agreed: the period, the required hours, the hours of each weekday ({"0": 8.0}, 0 is Monday)."""

    begin: date
    einde: date
    uren: int
    rooster: Uren = field(default_factory=dict)
    gaat_door: bool = False


def _log(action: str, by: Viewer, stage: Stage) -> None:
    about = by.subject(stage.student, "stage", object_id=stage.pk)
    record(action, by=by.user.pk, about=about)


def locked(by: Viewer, stage_id: UUID) -> Stage:
    """The stage, locked until the end of the transaction; PermissionDenied for who may not change it."""
    stage = (
        Stage.objects.select_for_update(of=("self",))
        .select_related("student__klas__school", "stageplek__leerbedrijf")
        .get(pk=stage_id)
    )
    demand(rules.may_change(by, stage))
    return stage


def _moved(by: Viewer, stage: Stage, naar: str, reden: str = "") -> None:
    """Go to another state, with its row and its line."""
    answer = rules.may_move(stage, naar)
    if not answer:
        raise Refused(answer.reden, code="status")
    StageOvergang.objects.create(
        stage=stage, van=stage.status, naar=naar, reden=reden, op=timezone.now(), door_id=by.user.pk
    )
    stage.status = naar
    stage.save(update_fields=["status"])
    _log(f"stage {S(naar).label}", by, stage)


@transaction.atomic
def arrange(
    *,
    by: Viewer,
    student: Student,
    plek: Plek,
    opzet: Opzet,
    status: str = S.AFGESPROKEN,
    sleutel: UUID | None = None,
) -> Stage:
    """Make a stage for a student, at a place that is known or new. The same form sent twice is one stage."""
    demand(rules.may_plan(by, student))
    if status not in rules.PRESSES:
        raise Refused("Kies hoe ver jullie zijn.", code="status")
    mine = Stage.objects.filter(overgangen__van="", overgangen__door=by.user.pk)
    key, there = once(mine, student, sleutel, {"begin": opzet.begin, "uren": opzet.uren})
    if there:
        return there
    stage = Stage(
        pk=key,
        student=student,
        stageplek=_place(plek, student),
        begin=opzet.begin,
        einde=opzet.einde,
        uren=opzet.uren,
        gaat_door=opzet.gaat_door,
        status=status,
    )
    stage.save(force_insert=True)
    now = timezone.now()
    StageOvergang.objects.create(stage=stage, van="", naar=status, op=now, door_id=by.user.pk)
    if opzet.rooster:
        _rooster(by, stage, opzet.begin, opzet.rooster)
    _log("stage gemaakt", by, stage)
    return stage


def _place(plek: Plek, student: Student) -> Stageplek:
    """The place itself; a leerbedrijf with this number is never made twice, and keeps the name it has."""
    if plek.plek is not None:
        return Stageplek.objects.get(pk=plek.plek)
    bedrijf, _ = Leerbedrijf.objects.get_or_create(
        leerbedrijf_id=plek.leerbedrijf_id, defaults={"naam": plek.bedrijf, "plaats": plek.plaats}
    )
    found, _ = Stageplek.objects.get_or_create(leerbedrijf=bedrijf, titel=plek.titel, crebo=student.crebo)
    return found


def _rooster(by: Viewer, stage: Stage, vanaf: date, uren: Uren) -> None:
    said = {day: float(Decimal(str(hours))) for day, hours in sorted(uren.items()) if hours}
    row = {"uren": said, "gemaakt_op": timezone.now(), "gemaakt_door_id": by.user.pk}
    StageRooster.objects.update_or_create(stage=stage, vanaf=vanaf, defaults=row)


@transaction.atomic
def change(*, by: Viewer, stage_id: UUID, opzet: Opzet, vanaf: date | None = None) -> Stage:
    """Change the period, the hours, or the days of the week from `vanaf` on; what was before that day stays."""
    stage = locked(by, stage_id)
    stage.begin, stage.einde, stage.uren = opzet.begin, opzet.einde, opzet.uren
    stage.gaat_door = opzet.gaat_door
    stage.save(update_fields=["begin", "einde", "uren", "gaat_door"])
    if opzet.rooster:
        _rooster(by, stage, vanaf or opzet.begin, opzet.rooster)
    _log("stage aangepast", by, stage)
    _talks_follow(by, stage)
    return stage


def _talks_follow(by: Viewer, stage: Stage) -> None:
    """The three talks that were planned move along with the period and the days."""
    if stage.stagegesprekken.exists():
        planned(by, stage)


@transaction.atomic
def move(*, by: Viewer, stage_id: UUID, naar: str, reden: str = "") -> Stage:
    """One step in the search for a place. Twice is once; POK, start and end have actions of their own."""
    stage = locked(by, stage_id)
    if stage.status == naar:
        return stage
    if naar not in rules.PRESSES:
        raise Refused("Deze stap heeft een eigen formulier.", code="status")
    _moved(by, stage, naar, reden)
    return stage


@transaction.atomic
def sign(*, by: Viewer, stage_id: UUID, partij: str, naam: str, dag: date) -> Stage:
    """Note who signed the POK, and when. When student, leerbedrijf and school have, the POK is signed.

    The same party once more corrects the name or the day.
    """
    stage = locked(by, stage_id)
    if dag > by.today:
        raise Refused("Deze dag moet nog komen. Noteer een handtekening als die er is.", code="dag")
    row = {"naam": naam, "dag": dag, "genoteerd_op": timezone.now(), "genoteerd_door_id": by.user.pk}
    PokHandtekening.objects.update_or_create(stage=stage, partij=partij, defaults=row)
    _log("POK getekend", by, stage)
    signed = set(stage.handtekeningen.values_list("partij", flat=True))
    if stage.status == S.AFGESPROKEN and signed >= {one.value for one in POK_NODIG}:
        _moved(by, stage, S.POK_GETEKEND)
    return stage


@transaction.atomic
def start(*, by: Viewer, stage_id: UUID, dag: date) -> Stage:
    """The student was there on the first day: gestart, and from then on lopend. Twice is once."""
    stage = locked(by, stage_id)
    if stage.status == S.LOPEND:
        return stage
    if stage.status != S.GESTART:
        answer = rules.may_start(stage, dag, by.today)
        if not answer:
            raise Refused(answer.reden, code="dag")
        _moved(by, stage, S.GESTART, f"eerste dag: {say_day_year(dag)}")
    _moved(by, stage, S.LOPEND)
    planned(by, stage)
    return stage


@transaction.atomic
def absent_at_start(*, by: Viewer, stage_id: UUID, reden: str = "") -> Stage:
    """The student did not come on the first day. Twice is once; a start on another day can still follow."""
    stage = locked(by, stage_id)
    if stage.status != S.NIET_VERSCHENEN:
        _moved(by, stage, S.NIET_VERSCHENEN, reden)
    return stage


@transaction.atomic
def pause(*, by: Viewer, stage_id: UUID, begin: date, einde: date, reden: str = "") -> StagePauze:
    """The stage stands still from the first to the last day. Twice is once; pauses never overlap."""
    stage = locked(by, stage_id)
    there = stage.pauzes.filter(begin=begin, einde=einde).first()
    if there:
        return there
    if einde < begin:
        raise Refused("De laatste dag van de pauze ligt voor de eerste.", code="einde")
    if stage.pauzes.filter(begin__lte=einde, einde__gte=begin).exists():
        raise Refused("Op een deel van deze dagen is al pauze. Kies andere dagen.", code="begin")
    row: StagePauze = stage.pauzes.create(
        begin=begin, einde=einde, reden=reden, gemaakt_op=timezone.now(), gemaakt_door_id=by.user.pk
    )
    _log("pauze van de stage", by, stage)
    _talks_follow(by, stage)
    return row


@transaction.atomic
def unpause(*, by: Viewer, stage_id: UUID, pauze: int) -> None:
    """Take a pause away. Twice is once."""
    stage = locked(by, stage_id)
    if stage.pauzes.filter(pk=pauze).delete()[0]:
        _log("pauze weggehaald", by, stage)
        _talks_follow(by, stage)


@transaction.atomic
def finish(*, by: Viewer, stage_id: UUID, hoe: str, laatste_dag: date, reden: str = "") -> Stage:
    """The stage is afgerond or gestopt; part of the act of the room above, which tells everyone on the team.

    Ended before its planned end, it ends on its last day: no hours are asked after it.
    """
    stage = locked(by, stage_id)
    demand(rules.may_end(by, stage))
    if laatste_dag > by.today:
        raise Refused("De laatste dag moet nog komen. Leg het einde vast als het zover is.", code="dag")
    _moved(by, stage, hoe, reden)
    if stage.begin <= laatste_dag < stage.einde:
        stage.einde = laatste_dag
        stage.save(update_fields=["einde"])
    stage_geeindigd.send(Stage, stage=stage, by=by)
    return stage
