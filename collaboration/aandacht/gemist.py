"""Missed stage days in a row, whatever the reason (rule: 2 days; mentor and KAW-er)."""

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Min, QuerySet

from collaboration.aandacht.blik import DUO, Blik
from collaboration.aandacht.punt import Punt, Stap
from collaboration.aandacht.stages import StageBeeld, beelden
from collaboration.enums.aandacht import Regel
from collaboration.words.gesprek import capital, count, say_near
from kern.http import address
from stageplekken.queries.uren import missed_in_row
from students.access import Viewer
from students.prepared import fetch_for

ROLLEN = DUO


def punten(blik: Blik) -> list[Punt]:
    """A student who missed the last days of the stage; the next step is to ask how it goes."""
    by_stage = {beeld.stage.pk: beeld for beeld in beelden(blik)}
    least = min((grens.regels.gemist_op_rij for grens in blik.grenzen.values()), default=1)
    rows = fetch_for(_missed, blik.viewer, tuple(by_stage), least)
    found = [(by_stage[stage], Reeks(*rest)) for stage, *rest in rows]
    return [
        _punt(blik, beeld, reeks)
        for beeld, reeks in found
        if reeks.dagen >= blik.grens(beeld.student).regels.gemist_op_rij
    ]


class Reeks(NamedTuple):
    """Missed days in a row: how many, the last and the first."""

    dagen: int
    laatste: date
    eerste: date


def _missed(viewer: Viewer, stages: list[UUID], least: int) -> QuerySet[Any, Any]:
    rows = missed_in_row(least, viewer.today).filter(stage__in=stages).annotate(begin=Min("dag"))
    return rows.values_list("stage", "reeks", "sinds", "begin")


def _punt(blik: Blik, beeld: StageBeeld, reeks: Reeks) -> Punt:
    return Punt(
        regel=Regel.GEMIST,
        student=beeld.student,
        sinds=reeks.eerste,
        reden=f"{capital(count(reeks.dagen, 'stagedag', 'stagedagen'))} achter elkaar gemist",
        uitleg=f"De laatste was {say_near(reeks.laatste, blik.viewer.today)}. De reden staat bij de uren.",
        stap=Stap("Bekijk de uren", address("uren", beeld.stage.pk), "chart-bar-horizontal"),
        object_id=beeld.stage.pk,
        laag="",
    )
