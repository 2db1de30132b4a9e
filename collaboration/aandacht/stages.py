"""The running stages of one's klassen with what was planned and what was made: once for all rules about hours."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet, Sum

from collaboration.aandacht.blik import DUO, Blik, in_klassen
from kern.prepared import fetch
from kern.schooldays import DAY
from stageplekken.enums import StageStatus
from stageplekken.models import Stage, UrenDag
from stageplekken.queries.uren import plannen
from stageplekken.uren.projection import NUL, Plan, planned_until
from students.access import Viewer
from students.models import Student
from students.prepared import fetch_for

RUNNING = (StageStatus.GESTART, StageStatus.LOPEND)


@dataclass(frozen=True)
class StageBeeld:
    """One running stage as of `vandaag`: hours made up to today; allowed absence and last entry up to yesterday."""

    stage: Stage
    plan: Plan
    vandaag: date
    gemaakt: Decimal = NUL
    vrij: Decimal = NUL
    laatste: date | None = None

    @property
    def student(self) -> Student:
        """Whose stage it is."""
        return self.stage.student

    @cached_property
    def verwacht(self) -> Decimal:
        """The hours that should have been made: planned up to and including yesterday, less allowed absence."""
        return max(planned_until(self.plan, self.vandaag - DAY) - self.vrij, NUL)

    @cached_property
    def zonder(self) -> list[date]:
        """Planned days up to and including yesterday without an entry since the last one, newest first."""
        first = max(self.plan.begin, self.laatste + DAY) if self.laatste else self.plan.begin
        found, dag = [], min(self.vandaag - DAY, self.plan.einde)
        while dag >= first:
            if self.plan.gepland_op(dag) > 0:
                found.append(dag)
            dag -= DAY
        return found


def beelden(blik: Blik) -> list[StageBeeld]:
    """Of every running stage of the klassen of this mentor or KAW-er; five queries, made once for a list."""
    known: list[StageBeeld] | None = blik.kept.get("stages")
    if known is None:
        known = blik.kept["stages"] = _load(blik)
    return known


def _load(blik: Blik) -> list[StageBeeld]:
    today = blik.viewer.today
    stages = fetch_for(_running, blik.viewer)
    facts = {row[0]: row[1:] for row in fetch_for(_facts, blik.viewer, today)}
    plans = plannen(stages)
    return [_beeld(stage, plans[stage.pk], today, facts.get(stage.pk)) for stage in stages]


def _beeld(stage: Stage, plan: Plan, today: date, facts: Any) -> StageBeeld:
    gemaakt, vrij, laatste = facts or (None, None, None)
    return StageBeeld(stage, plan, today, gemaakt or NUL, vrij or NUL, laatste)


def _of_klassen(viewer: Viewer) -> QuerySet[Stage]:
    return Stage.objects.filter(student__in=in_klassen(viewer, DUO), status__in=RUNNING)


def _running(viewer: Viewer) -> QuerySet[Any]:
    return _of_klassen(viewer).select_related("student__klas").order_by("student__voornaam", "id")


def _facts(viewer: Viewer, today: date) -> QuerySet[Any]:
    rows = UrenDag.objects.filter(stage__in=_of_klassen(viewer).order_by().values("pk"), dag__lte=today)
    sums = (
        rows.order_by()
        .values("stage")
        .annotate(
            gemaakt_som=Sum("gemaakt"),
            vrij_som=Sum("vrij", filter=Q(dag__lt=today)),
            laatste=Max("dag", filter=Q(dag__lt=today)),
        )
    )
    return sums.values_list("stage", "gemaakt_som", "vrij_som", "laatste")


@dataclass(frozen=True)
class Dagen:
    """Hours made and allowed absence of one stage, by day."""

    gemaakt: dict[date, Decimal]
    vrij: dict[date, Decimal]


def days_of(stages: list[UUID]) -> dict[UUID, Dagen]:
    """The days of the few stages of which the end is told. One query."""
    found = {stage: Dagen({}, {}) for stage in stages}
    for stage, dag, gemaakt, vrij in fetch(_days, stages):
        found[stage].gemaakt[dag] = gemaakt
        found[stage].vrij[dag] = vrij
    return found


def _days(stages: list[Any]) -> QuerySet[Any, Any]:
    rows = UrenDag.objects.filter(stage__in=stages).order_by()
    return rows.values_list("stage", "dag", "gemaakt", "vrij")
