"""Behind: hours made of the hours that should have been made (rule: below 85 %; mentor)."""

from datetime import date
from decimal import Decimal

from collaboration.aandacht.blik import MENTOR, Blik, klassen_of
from collaboration.aandacht.punt import Punt, Stap
from collaboration.aandacht.stages import Dagen, StageBeeld, beelden, days_of
from collaboration.enums.aandacht import Regel
from kern.dates import say_day, say_day_year
from kern.http import address
from kern.schooldays import DAY
from stageplekken.uren.projection import NUL, Projectie, Uitkomst, project

ROLLEN = MENTOR


def punten(blik: Blik) -> list[Punt]:
    """A stage whose end moves on; the next step is to look at the hours together."""
    mine = set(klassen_of(blik.viewer, MENTOR))
    found = [one for one in beelden(blik) if one.student.klas_id in mine and _behind(blik, one)]
    days = days_of([beeld.stage.pk for beeld in found])
    return [_punt(blik, beeld, days[beeld.stage.pk]) for beeld in found]


def _behind(blik: Blik, beeld: StageBeeld) -> bool:
    """Whoever made all required hours is not behind, also where planned days remain."""
    if beeld.gemaakt >= beeld.plan.vereist:
        return False
    return below(beeld.gemaakt, beeld.verwacht, blik.grens(beeld.student).regels.achter_procent)


def below(gemaakt: Decimal, verwacht: Decimal, procent: int) -> bool:
    """Compared in whole hundredths, so that exactly 85 % is not below it; nothing expected is nothing behind."""
    return gemaakt * 100 < verwacht * procent


def since(beeld: StageBeeld, days: Dagen, procent: int) -> date:
    """The day from which the hours are below, without a day between on which they were not."""
    gepland, made, planned = beeld.plan.gepland, NUL, NUL
    begin = dag = beeld.plan.begin
    while dag <= beeld.vandaag:
        made += days.gemaakt.get(dag, NUL)
        if not below(made, planned, procent):
            begin = dag + DAY
        planned += gepland.get(dag, NUL) - days.vrij.get(dag, NUL)
        dag += DAY
    return min(begin, beeld.vandaag)


def _punt(blik: Blik, beeld: StageBeeld, days: Dagen) -> Punt:
    said = project(beeld.plan, days.gemaakt, beeld.vandaag)
    return Punt(
        regel=Regel.ACHTER,
        student=beeld.student,
        sinds=since(beeld, days, blik.grens(beeld.student).regels.achter_procent),
        reden=reason(said, beeld.plan.einde),
        uitleg=f"{_hours(beeld)} {_end(said, beeld.vandaag)}",
        stap=Stap("Bekijk de uren", address("uren", beeld.stage.pk), "chart-bar-horizontal"),
        object_id=beeld.stage.pk,
        laag="",
    )


def reason(said: Projectie, einde: date) -> str:
    """What is behind in words: the end date moves only where the projected week lies past the planned end."""
    in_time = said.uitkomst is Uitkomst.GEHAALD or (said.week is not None and said.week <= einde)
    return "Uren lopen achter" if in_time else "Einddatum schuift op"


def _number(hours: Decimal) -> str:
    """Hours as people write them here: 7,5 and 8."""
    return f"{hours.normalize():f}".replace(".", ",")


def _hours(beeld: StageBeeld) -> str:
    return f"{_number(beeld.gemaakt)} uur gemaakt, {_number(beeld.verwacht)} uur gepland tot en met gisteren."


def _day(day: date, today: date) -> str:
    return say_day(day) if day.year == today.year else say_day_year(day)


def _end(said: Projectie, today: date) -> str:
    """The projected end in words; the hopeful line always goes with it."""
    if said.uitkomst is Uitkomst.GEHAALD:
        return "Alle uren zijn gehaald."
    now = (
        f"In dit tempo is de stage klaar in de week van {_day(said.week, today)}."
        if said.week
        else "In dit tempo is er nog geen einde in zicht."
    )
    if not said.elke_dag or said.elke_dag == said.week:
        return now
    return f"{now} Lukt vanaf nu elke stagedag, dan is dat de week van {_day(said.elke_dag, today)}."
