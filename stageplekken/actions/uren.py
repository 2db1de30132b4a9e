"""Hours: a day entered, taken back or mended. A day of a stage exists once, whatever is sent twice.

What a form sends: the day, what it was, the key of the form, and the version of the day that was on screen (None: it
was empty). Same words: the same day, nothing happens. Other words than what stands there meanwhile: nothing is
written, and the caller shows both and asks.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from kern.dates import day_of, say_day
from kern.log import record
from kern.schooldays import monday_of
from stageplekken.actions.uren_weken import fresh_week, locked, to_state, week_range
from stageplekken.enums.uren import GEMIST, TOEGESTAAN, DagSoort, WeekStatus
from stageplekken.models import Stage, UrenDag, UrenDagVersie, UrenWeek
from stageplekken.queries.uren import plannen
from stageplekken.rules import uren as rules
from stageplekken.signals import dag_niet_gemeld, dag_teruggenomen, week_ingevuld
from stageplekken.uren.invoer import Invoer, day_off
from stageplekken.uren.projection import Plan, days_of
from students.access import Viewer
from students.checks import Refused, demand

ETMAAL = Decimal(24)
FIELDS = ("soort", "gemaakt", "gemist", "vrij")


@dataclass(frozen=True)
class Uitslag:
    """What came of it. `botst`: something else stands there (`dag`), and nothing was written."""

    dag: UrenDag | None
    botst: bool = False


@dataclass(frozen=True)
class _Stand:
    """What one change writes, and by whom."""

    invoer: Invoer
    reden: str = ""
    van_student: bool = False
    sleutel: UUID | None = None


@transaction.atomic
def enter_day(
    *,
    by: Viewer,
    stage_id: UUID,
    dag: date,
    invoer: Invoer,
    gezien: int | None = None,
    sleutel: UUID | None = None,
    van_student: bool = False,
) -> Uitslag:
    """Enter or change a day. `van_student`: the student does it, on the device of `by`.

    Raises Refused (with a code: dag, uren, soort, week) where it cannot be, PermissionDenied where this person may not.
    """
    stage = locked(stage_id)
    demand(rules.may_hand_over(by, stage) if van_student else rules.may_enter(by, stage))
    if invoer.soort == DagSoort.NIET_GEMELD:
        demand(rules.may_report(by, stage, van_student=van_student))
    return _change(by, stage, dag, gezien, _Stand(invoer, van_student=van_student, sleutel=sleutel))


@transaction.atomic
def niet_gekomen(
    *, by: Viewer, stage_id: UUID, dag: date, gezien: int | None = None, sleutel: UUID | None = None
) -> Uitslag:
    """Niet gekomen, niets gehoord: writes the missed day, and tells the rooms above in the same transaction."""
    stage = locked(stage_id)
    demand(rules.may_report(by, stage))
    gepland = plannen([stage])[stage.pk].gepland_op(dag)
    stand = _Stand(day_off(gepland, DagSoort.NIET_GEMELD), sleutel=sleutel)
    return _change(by, stage, dag, gezien, stand)


@transaction.atomic
def correct(
    *, by: Viewer, stage_id: UUID, dag: date, invoer: Invoer, reden: str, gezien: int | None = None
) -> Uitslag:
    """The mentor mends a day, with a reason, until the akkoord."""
    stage = locked(stage_id)
    demand(rules.may_correct(by, stage))
    if not reden.strip():
        raise Refused("Schrijf op waarom je deze dag verbetert.", code="reden")
    return _change(by, stage, dag, gezien, _Stand(invoer, reden=reden.strip()))


@transaction.atomic
def undo_day(*, by: Viewer, stage_id: UUID, dag: date, versie: int) -> None:
    """Take back one's own change of today: the day is again what it was before, or empty. Twice is once."""
    stage = locked(stage_id)
    demand(rules.may_enter(by, stage))
    there = UrenDag.objects.filter(stage=stage, dag=dag).first()
    if there is None or there.versie != versie:
        last = _versies(stage, dag).last()
        if last is not None and last.versie == versie + 1 and last.door_id == by.user.pk:
            return  # taken back already
        raise Refused("Deze dag is daarna veranderd. Kijk wat er nu staat.", code="dag")
    if there.ingevoerd_door_id != by.user.pk or day_of(there.ingevoerd_op) != by.today:
        raise Refused("Ongedaan maken kan alleen dezelfde dag. Verander de dag anders zelf.", code="dag")
    week = fresh_week(stage, monday_of(dag))
    _check_week(week)
    before = _versies(stage, dag).filter(versie__lt=versie).last()
    if before is None or before.weg:
        _empty(by, stage, there, week)
    else:
        invoer = Invoer(*(getattr(before, field) for field in FIELDS))
        _write(by, stage, week, dag, _Stand(invoer, before.reden, before.van_student))
    silent = DagSoort.NIET_GEMELD
    if there.soort == silent and (before is None or before.weg or before.soort != silent):
        dag_teruggenomen.send(sender=Stage, stage=stage, dag=dag, by=by)


def _versies(stage: Stage, dag: date) -> QuerySet[UrenDagVersie]:
    return UrenDagVersie.objects.filter(stage=stage, dag=dag).order_by("versie")


def _change(by: Viewer, stage: Stage, dag: date, gezien: int | None, stand: _Stand) -> Uitslag:
    """One change of one day, after the question whether this person may."""
    there = UrenDag.objects.select_related("ingevoerd_door").filter(stage=stage, dag=dag).first()
    if there is not None and all(getattr(there, f) == getattr(stand.invoer, f) for f in FIELDS):
        return Uitslag(there)
    if stand.sleutel and UrenDagVersie.objects.filter(stage=stage, sleutel=stand.sleutel).exists():
        return Uitslag(there)  # a late second sending of a form; what came after it stays
    plan = plannen([stage])[stage.pk]
    _check_day(plan, dag, by.today, stand.invoer)
    week = fresh_week(stage, monday_of(dag))
    _check_week(week)
    if there is not None and there.versie != gezien:
        return Uitslag(there, botst=True)
    returned = week.status == WeekStatus.TERUGGEGEVEN
    row = _write(by, stage, week, dag, stand)
    silent = DagSoort.NIET_GEMELD
    if stand.invoer.soort == silent and (there is None or there.soort != silent) and not stand.reden:
        dag_niet_gemeld.send(sender=Stage, stage=stage, dag=dag, by=by, sleutel=stand.sleutel)
    if (there is None or returned) and _complete(stage, week, plan):
        week_ingevuld.send(sender=Stage, stage=stage, by=by)
    return Uitslag(row)


def _complete(stage: Stage, week: UrenWeek, plan: Plan) -> bool:
    """Whether every planned day of this week has an entry."""
    rows = UrenDag.objects.filter(stage=stage, dag__range=week_range(week))
    entered = set(rows.values_list("dag", flat=True))
    return all(dag in entered or not plan.gepland_op(dag) for dag in days_of(week.maandag))


def _check_day(plan: Plan, dag: date, today: date, invoer: Invoer) -> None:
    """Whether this day can have these hours."""
    if dag > today:
        raise Refused("Deze dag moet nog komen. Kies vandaag of een eerdere dag.", code="dag")
    if not plan.begin <= dag <= plan.einde:
        raise Refused(
            f"De stage loopt van {say_day(plan.begin)} tot en met {say_day(plan.einde)}. "
            "Kies een dag daartussen.",
            code="dag",
        )
    if plan.pauze_op(dag):
        raise Refused(f"De stage stond stil op {say_day(dag)}. Klopt dat niet? Vraag de mentor.", code="dag")
    if invoer.gemaakt + invoer.gemist + invoer.vrij > ETMAAL:
        raise Refused("Een dag heeft 24 uur. Vul minder uren in.", code="uren")
    if invoer.soort == DagSoort.GEMAAKT and invoer.gemaakt <= 0:
        raise Refused("Vul meer dan 0 uur in, of kies Niet.", code="uren")
    away = invoer.soort in GEMIST or invoer.soort in TOEGESTAAN
    if away and plan.roosters and not plan.gepland_op(dag):
        raise Refused(
            f"Op {say_day(dag)} stond geen stage gepland. Vul alleen uren in die gemaakt zijn.", code="soort"
        )


def _check_week(week: UrenWeek) -> None:
    if week.status == WeekStatus.AKKOORD:
        wie = week.akkoord_door.naam if week.akkoord_door else "de praktijkbegeleider"
        raise Refused(
            f"Week {week.maandag.isocalendar().week} heeft al akkoord van {wie}. "
            "Klopt er iets niet? Vraag of de week terug kan.",
            code="week",
        )


def _next(stage: Stage, dag: date) -> int:
    return (_versies(stage, dag).aggregate(hoogste=Max("versie"))["hoogste"] or 0) + 1


def _write(by: Viewer, stage: Stage, week: UrenWeek, dag: date, stand: _Stand) -> UrenDag:
    """The day, its history, the state of its week and the line in the log."""
    now, versie = timezone.now(), _next(stage, dag)
    said = {field: getattr(stand.invoer, field) for field in FIELDS}
    said |= {"reden": stand.reden, "van_student": stand.van_student}
    row, _ = UrenDag.objects.update_or_create(
        stage=stage,
        dag=dag,
        defaults=said | {"versie": versie, "ingevoerd_op": now, "ingevoerd_door_id": by.user.pk},
    )
    UrenDagVersie.objects.create(
        stage=stage, dag=dag, versie=versie, sleutel=stand.sleutel, op=now, door_id=by.user.pk, **said
    )
    to_state(by, week, WeekStatus.INGEVULD, changed=True)
    about = by.subject(stage.student, "uren", object_id=row.pk)
    record("uren verbeterd" if stand.reden else "uren ingevuld", by=by.user.pk, about=about)
    return row


def _empty(by: Viewer, stage: Stage, there: UrenDag, week: UrenWeek) -> None:
    """The day is empty again; its history says that it was not."""
    said = {field: getattr(there, field) for field in FIELDS}
    UrenDagVersie.objects.create(
        stage=stage, dag=there.dag, versie=_next(stage, there.dag), weg=True, op=timezone.now(),
        door_id=by.user.pk, van_student=there.van_student, **said,
    )  # fmt: skip
    about = by.subject(stage.student, "uren", object_id=there.pk)
    there.delete()
    left = UrenDag.objects.filter(stage=stage, dag__range=week_range(week)).exists()
    to_state(by, week, WeekStatus.INGEVULD if left else WeekStatus.LEEG, changed=True)
    record("uren weggehaald", by=by.user.pk, about=about)
