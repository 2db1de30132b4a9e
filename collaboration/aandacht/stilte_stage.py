"""Planned stage days in a row of which nothing was entered (rule: 3 days; mentor)."""

from collaboration.aandacht.blik import MENTOR, Blik, klassen_of
from collaboration.aandacht.punt import Punt, Stap
from collaboration.aandacht.stages import StageBeeld, beelden
from collaboration.enums.aandacht import Regel
from collaboration.words.gesprek import capital, count
from kern.http import address

ROLLEN = MENTOR


def punten(blik: Blik) -> list[Punt]:
    """A stage of which nobody entered hours; the next step is to look at them, and ask."""
    mine = set(klassen_of(blik.viewer, MENTOR))
    return [
        _punt(beeld)
        for beeld in beelden(blik)
        if beeld.student.klas_id in mine
        and len(beeld.zonder) >= blik.grens(beeld.student).regels.stilte_stagedagen
    ]


def _punt(beeld: StageBeeld) -> Punt:
    days = len(beeld.zonder)
    return Punt(
        regel=Regel.STILTE_STAGE,
        student=beeld.student,
        sinds=beeld.zonder[-1],
        reden=f"{capital(count(days, 'stagedag', 'stagedagen'))} niet ingevuld",
        uitleg="Van deze dagen is nog niets bekend: geen uren, geen bericht.",
        stap=Stap("Bekijk de uren", address("uren", beeld.stage.pk), "chart-bar-horizontal"),
        object_id=beeld.stage.pk,
        laag="",
    )
