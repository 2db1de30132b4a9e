"""Missed stage days in a row, whatever the reason (rule: 2 days; mentor and KAW-er)."""

from typing import Any

from django.db.models import Min

from collaboration.aandacht.blik import DUO, Blik
from collaboration.aandacht.punt import Punt, Stap
from collaboration.aandacht.stages import StageBeeld, beelden
from collaboration.enums.aandacht import Regel
from collaboration.words.gesprek import capital, count, say_near
from kern.http import address
from stageplekken.queries.uren import missed_in_row

ROLLEN = DUO


def punten(blik: Blik) -> list[Punt]:
    """A student who missed the last days of the stage; the next step is to ask how it goes."""
    by_stage = {beeld.stage.pk: beeld for beeld in beelden(blik)}
    least = min((grens.regels.gemist_op_rij for grens in blik.grenzen.values()), default=1)
    rows = missed_in_row(least, blik.viewer.today).filter(stage__in=list(by_stage)).annotate(begin=Min("dag"))
    found = [(by_stage[row["stage"]], row) for row in rows]
    return [
        _punt(blik, beeld, row)
        for beeld, row in found
        if row["reeks"] >= blik.grens(beeld.student).regels.gemist_op_rij
    ]


def _punt(blik: Blik, beeld: StageBeeld, row: dict[str, Any]) -> Punt:
    return Punt(
        regel=Regel.GEMIST,
        student=beeld.student,
        sinds=row["begin"],
        reden=f"{capital(count(row['reeks'], 'stagedag', 'stagedagen'))} achter elkaar gemist",
        uitleg=f"De laatste was {say_near(row['sinds'], blik.viewer.today)}. De reden staat bij de uren.",
        stap=Stap("Bekijk de uren", address("uren", beeld.stage.pk), "chart-bar-horizontal"),
        object_id=beeld.stage.pk,
        laag="",
    )
