"""Planning the three talks of a stage: from its period, the day of meeting, and what a place cannot offer."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from begeleiders.calendar import calendar_of
from begeleiders.regels import regels_of
from checklists.loading import made
from checklists.models import InstrumentVersie, Invulling
from kern.log import record
from stageplekken.enums.talks import Kant, TalkSoort, TalkStatus
from stageplekken.models import Stage, Stagegesprek, StagegesprekDeel, StagegesprekOvergang, StageplekGrens
from stageplekken.rules import talks as rules
from stageplekken.talks import content as talkcontent
from stageplekken.talks import dates as talkdates
from stageplekken.uren.projection import NUL, Plan, Rooster
from students.access import Viewer
from students.checks import Refused, demand


def log(action: str, by: Viewer, stage: Stage, object_id: UUID | None = None) -> None:
    """Write the line of a change of a talk; inside its transaction."""
    about = by.subject(stage.student, "stagegesprek", laag="stage", object_id=object_id)
    record(action, by=by.user.pk, about=about)


def moved(talk: Stagegesprek, naar: str, by: Viewer, op: datetime, **more: Any) -> None:
    """Set the state and keep the change as a row: who, when, in which ronde; `more` are kant and reden."""
    StagegesprekOvergang.objects.create(
        gesprek=talk, van=talk.status, naar=naar, ronde=talk.ronde, op=op, door_id=by.user.pk, **more
    )
    talk.status = naar


def locked_stage(stage_id: UUID) -> Stage:
    """The stage, locked until the end of the transaction."""
    rows = Stage.objects.select_for_update(of=("self",))
    return rows.select_related("student__klas__school", "stageplek").get(pk=stage_id)


def plan_of(stage: Stage) -> Plan:
    """What was agreed of this stage, as the rules of dates and hours want it."""
    roosters = [
        Rooster(row.vanaf, tuple(Decimal(str(row.uren.get(str(day), 0))) for day in range(7)))
        for row in stage.roosters.order_by("vanaf", "id")
    ]
    return Plan(
        begin=stage.begin,
        einde=stage.einde,
        vereist=Decimal(stage.uren) or NUL,
        roosters=tuple(roosters),
        pauzes=tuple(stage.pauzes.values_list("begin", "einde")),
        kalender=calendar_of(stage.student.klas.school_id),
        gaat_door=stage.gaat_door,
    )


@transaction.atomic
def plan(*, by: Viewer, stage_id: UUID) -> list[Stagegesprek]:
    """Plan the three talks of a stage, or their days anew where period, hours or working days changed.

    Twice does it once; a talk that is fixed keeps its day. Raises PermissionDenied for who may not plan.
    """
    stage = locked_stage(stage_id)
    demand(rules.may_plan(by, stage))
    return planned(by, stage)


def planned(by: Viewer, stage: Stage) -> list[Stagegesprek]:
    """Plan the talks of a stage that the caller locked; part of what changed its period, hours or days."""
    school = stage.student.klas.school
    regels = regels_of(school)
    days = talkdates.days(plan_of(stage), week=regels.startgesprek_week, before=regels.eindevaluatie_dagen)
    there = {talk.soort: talk for talk in stage.stagegesprekken.select_for_update()}
    changed = [_later(there[soort], day) for soort, day in days.items() if soort in there]
    new = [_new(by, stage, soort, day) for soort, day in days.items() if soort not in there]
    if new or any(changed):
        log("stagegesprekken gepland", by, stage)
    return [*there.values(), *new]


def _later(talk: Stagegesprek, day: date) -> bool:
    """Move a talk that is not fixed to its new day; says whether it moved."""
    if talk.status == TalkStatus.VAST or talk.aan_de_beurt == day:
        return False
    talk.aan_de_beurt = day
    talk.save(update_fields=["aan_de_beurt"])
    return True


def _new(by: Viewer, stage: Stage, soort: TalkSoort, day: date) -> Stagegesprek:
    now = timezone.now()
    talk = Stagegesprek.objects.create(
        stage=stage, soort=soort, status="", aan_de_beurt=day, gemaakt_op=now, gemaakt_door_id=by.user.pk
    )
    moved(talk, TalkStatus.GEPLAND, by, now)
    talk.save(update_fields=["status"])
    versies = [_versie(soort, kant, stage) for kant in Kant]
    filled = [Invulling(versie=versie, gestart_op=now, gestart_door_id=by.user.pk) for versie in versies]
    Invulling.objects.bulk_create(filled)
    StagegesprekDeel.objects.bulk_create(
        StagegesprekDeel(gesprek=talk, kant=kant, invulling=row)
        for kant, row in zip(Kant, filled, strict=True)
    )
    return talk


def _versie(soort: TalkSoort, kant: Kant, stage: Stage) -> InstrumentVersie:
    return made(talkcontent.tree(soort, kant, stage.student.profiel), where="stagegesprekken.yaml")


@transaction.atomic
def set_day(*, by: Viewer, talk_id: UUID, wanneer: datetime | None) -> Stagegesprek:
    """Say when the three meet, or that this is open again. Raises Refused for a talk that is over."""
    talk = locked_talk(talk_id)
    demand(rules.may_plan(by, talk.stage))
    if talk.status in (TalkStatus.BESPROKEN, TalkStatus.VAST):
        raise Refused("Jullie hebben dit gesprek al gehad.", code="wanneer")
    if talk.wanneer == wanneer:
        return talk
    talk.wanneer, talk.gepland_op, talk.gepland_door_id = wanneer, timezone.now(), by.user.pk
    talk.save(update_fields=["wanneer", "gepland_op", "gepland_door"])
    log("stagegesprek in de agenda", by, talk.stage, talk.pk)
    return talk


def locked_talk(talk_id: UUID) -> Stagegesprek:
    """The talk, locked until the end of the transaction."""
    rows = Stagegesprek.objects.select_for_update(of=("self",))
    return rows.select_related(
        "stage__student__klas__school", "stage__student__account", "stage__stageplek"
    ).get(pk=talk_id)


@transaction.atomic
def set_limits(*, by: Viewer, stage_id: UUID, werkprocessen: Iterable[str]) -> set[str]:
    """Say once for this stageplek what cannot be learned there, for this school; gives what is set now.

    Only werkprocessen of the student's profiel are changed: those of another profiel stay as they are.
    """
    stage = locked_stage(stage_id)
    demand(rules.may_limit(by, stage))
    school = stage.student.klas.school_id
    of_profile = {
        punt.werkproces for _, punten in talkcontent.werkprocessen(stage.student.profiel) for punt in punten
    }
    place = StageplekGrens.objects.filter(stageplek=stage.stageplek_id, school=school)
    rows = place.filter(werkproces__in=of_profile)
    there = set(rows.select_for_update().values_list("werkproces", flat=True))
    wanted = of_profile & set(werkprocessen)
    if wanted != there:
        rows.exclude(werkproces__in=wanted).delete()
        _limit(by, stage, wanted - there)
        log("hier niet mogelijk gezet", by, stage, stage.stageplek_id)
    return wanted


def _limit(by: Viewer, stage: Stage, codes: set[str]) -> None:
    now, school = timezone.now(), stage.student.klas.school_id
    rows = [
        StageplekGrens(
            stageplek_id=stage.stageplek_id,
            school_id=school,
            werkproces=code,
            gezet_op=now,
            gezet_door_id=by.user.pk,
        )
        for code in sorted(codes)
    ]
    # Two students of one school at one place, at the same moment: the first counts.
    StageplekGrens.objects.bulk_create(rows, ignore_conflicts=True)
