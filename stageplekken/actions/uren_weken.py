"""The state of a week: akkoord in one tap, taken back the same day, or returned with a reason."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kern.dates import day_of, say_day
from kern.log import record
from stageplekken.enums.uren import WEEK_MOVES, WeekStatus
from stageplekken.models import Stage, UrenWeek, UrenWeekOvergang
from stageplekken.queries.uren import boek
from stageplekken.rules import uren as rules
from stageplekken.signals import week_akkoord, week_teruggegeven
from students.access import Viewer
from students.checks import Refused, demand


def locked(stage_id: UUID) -> Stage:
    """The stage, so that changes of its hours come one after the other until the end of the transaction."""
    rows = Stage.objects.select_for_update(of=("self",))
    return rows.select_related("student__klas__school").get(pk=stage_id)


def week_range(week: UrenWeek) -> tuple[date, date]:
    """Monday and Sunday."""
    return week.maandag, week.maandag + timedelta(days=6)


def fresh_week(stage: Stage, maandag: date) -> UrenWeek:
    """The row of a week, made where there is none yet. The stage is locked."""
    UrenWeek.objects.get_or_create(stage=stage, maandag=maandag)
    return UrenWeek.objects.select_related("akkoord_door").get(stage=stage, maandag=maandag)


def to_state(by: Viewer, week: UrenWeek, naar: str, *, reden: str = "", changed: bool = False) -> None:
    """Bring a week into a state, with its row of history where that is another one. Part of an action and its line.

    `changed`: a day of it changed, so an akkoord with the screen of a moment ago is none.
    """
    now = timezone.now()
    if week.status != naar and naar not in WEEK_MOVES[week.status]:
        raise Refused(f"Deze week is {week.get_status_display()}. Dit kan nu niet.", code="week")
    if (week.status, week.reden) != (naar, reden):
        UrenWeekOvergang.objects.create(
            week=week, van=week.status, naar=naar, reden=reden, op=now, door_id=by.user.pk
        )
    agreed = naar == WeekStatus.AKKOORD
    week.status, week.reden = naar, reden
    week.akkoord_op = now if agreed else None
    week.akkoord_door_id = by.user.pk if agreed else None
    week.versie += changed
    week.save(update_fields=["status", "reden", "akkoord_op", "akkoord_door", "versie"])


def _log(action: str, by: Viewer, stage: Stage, week: UrenWeek) -> None:
    record(action, by=by.user.pk, about=by.subject(stage.student, "uren", object_id=week.pk))


def _existing(stage: Stage, maandag: date) -> UrenWeek:
    week = UrenWeek.objects.select_related("akkoord_door").filter(stage=stage, maandag=maandag).first()
    if week is None or week.status == WeekStatus.LEEG:
        raise Refused("In deze week staat nog niets.", code="week")
    return week


@transaction.atomic
def say_akkoord(*, by: Viewer, stage_id: UUID, maandag: date, versie: int | None = None) -> UrenWeek:
    """The praktijkbegeleider agrees with a week. Twice is once.

    `versie`: of the week on screen; when a day changed meanwhile, this is no akkoord with it (Refused).
    """
    stage = locked(stage_id)
    demand(rules.may_agree(by, stage))
    week = _existing(stage, maandag)
    if week.status == WeekStatus.AKKOORD:
        return week
    if versie is not None and versie != week.versie:
        raise Refused(
            "In deze week is net iets veranderd. Kijk nog een keer en geef dan akkoord.", code="week"
        )
    som = boek(stage, by.today).week_som(maandag)
    if som.open_dagen:
        leeg = ", ".join(say_day(dag) for dag in som.open_dagen)
        raise Refused(f"Nog leeg: {leeg}. Vul dat eerst in, dan kun je akkoord geven.", code="week")
    to_state(by, week, WeekStatus.AKKOORD)
    _log("week akkoord", by, stage, week)
    week_akkoord.send(sender=Stage, stage=stage, by=by)
    return week


@transaction.atomic
def take_back_akkoord(*, by: Viewer, stage_id: UUID, maandag: date) -> UrenWeek:
    """Undo one's own akkoord of today; later a week goes back with a reason. Twice is once."""
    stage = locked(stage_id)
    demand(rules.may_agree(by, stage))
    week = _existing(stage, maandag)
    if week.status != WeekStatus.AKKOORD:
        return week
    if week.akkoord_op is None or day_of(week.akkoord_op) != by.today or week.akkoord_door_id != by.user.pk:
        raise Refused(
            "Je akkoord van een andere dag haal je niet zomaar weg. Geef de week terug met een reden.",
            code="week",
        )
    to_state(by, week, WeekStatus.INGEVULD)
    _log("akkoord teruggenomen", by, stage, week)
    week_akkoord.send(sender=Stage, stage=stage, by=by)
    return week


@transaction.atomic
def return_week(*, by: Viewer, stage_id: UUID, maandag: date, reden: str) -> UrenWeek:
    """The praktijkbegeleider gives a week back, with the reason; also one with akkoord. Twice is once."""
    stage = locked(stage_id)
    demand(rules.may_agree(by, stage))
    week, reden = _existing(stage, maandag), reden.strip()
    if not reden:
        raise Refused("Schrijf op wat er nog niet klopt.", code="reden")
    if week.status == WeekStatus.TERUGGEGEVEN and week.reden == reden:
        return week
    to_state(by, week, WeekStatus.TERUGGEGEVEN, reden=reden)
    _log("week teruggegeven", by, stage, week)
    week_teruggegeven.send(sender=Stage, stage=stage, by=by)
    week_akkoord.send(sender=Stage, stage=stage, by=by)
    return week
