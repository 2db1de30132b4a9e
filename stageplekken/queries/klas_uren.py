"""The hours of a whole klas in a fixed number of queries, however many students."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.http import Http404

from begeleiders.regels import regels_of
from kern.log import Subject
from stageplekken.enums import StageStatus
from stageplekken.enums.uren import WeekStatus
from stageplekken.models import Stage, UrenDag, UrenWeek
from stageplekken.queries.uren import plannen
from stageplekken.rules import uren as rules
from stageplekken.uren.beeld import pct
from stageplekken.uren.projection import DAY, NUL, Plan, Projectie, full_weeks, planned_until, project
from stageplekken.uren.words import say_dag_kort, say_uren
from students.access import Viewer
from students.enums import KLAS_ROLLEN, Soort
from students.models import Klas

ZOEKT = frozenset(
    {StageStatus.GEZOCHT, StageStatus.VOORSTEL, StageStatus.KENNISMAKING, StageStatus.AFGESPROKEN}
)


@dataclass(frozen=True)
class KlasRij:
    """One stage in the list of a klas."""

    stage: Stage
    projectie: Projectie
    verwacht: Decimal
    gemist: Decimal
    wacht: int  # weeks that wait for the akkoord
    breedte: str
    einde: str
    achter_procent: int  # the school's own number (rules with numbers: behind)

    @property
    def achter(self) -> bool:
        """Less made than so many per cent of what should have been: a fact, said in words."""
        return self.verwacht > 0 and self.projectie.gemaakt * 100 < self.verwacht * self.achter_procent

    @property
    def achter_tekst(self) -> str:
        """The end date moves only where the projected week lies past the planned end."""
        in_time = self.projectie.week is not None and self.projectie.week <= self.stage.einde
        return "Uren lopen achter" if in_time else "Einddatum schuift op"

    @property
    def wacht_tekst(self) -> str:
        """For example "2 weken zonder akkoord"."""
        return "1 week zonder akkoord" if self.wacht == 1 else f"{self.wacht} weken zonder akkoord"

    @property
    def tekst(self) -> str:
        """For example "96 van 320 uur"."""
        return f"{say_uren(self.projectie.gemaakt)} van {say_uren(self.projectie.vereist)} uur"


def get_klas(viewer: Viewer, pk: UUID) -> Klas:
    """A klas of which this person is mentor or KAW-er today; Http404 otherwise."""
    if not any(link.rol in KLAS_ROLLEN for link in viewer.klassen.get(pk, ())):
        raise Http404
    klas: Klas = Klas.objects.select_related("school").get(pk=pk)
    return klas


def klas_rows(viewer: Viewer, klas: Klas) -> list[KlasRij]:
    """Every stage of the klas that runs or is to begin, by first name: eight queries. One line in the log."""
    rows = Stage.objects.filter(
        viewer.students_q(Soort.STAGE, "student"), student__klas=klas, status__in=sorted(rules.LOOPT)
    )
    stages = list(
        rows.select_related("student__klas", "stageplek__leerbedrijf").order_by(
            "student__voornaam", "student__achternaam", "-begin", "id"
        )
    )
    if not stages:
        return []
    viewer.ledger.read(Subject(kind="klasuren", object_id=klas.pk, school=klas.school_id))
    vandaag, plans = viewer.today, plannen(stages)
    sums, recent, waiting = _sums(stages, vandaag), _recent(plans, vandaag), _waiting(stages)
    grens = regels_of(klas.school).achter_procent
    return [
        _row(one, plans[one.pk], sums[one.pk], recent[one.pk], waiting[one.pk], vandaag, grens)
        for one in stages
    ]


def _sums(stages: list[Stage], vandaag: date) -> dict[UUID, dict[str, Any]]:
    rows = UrenDag.objects.filter(stage__in=[one.pk for one in stages], dag__lte=vandaag).order_by()
    found = rows.values("stage").annotate(
        som=Sum("gemaakt"), weg=Sum("gemist"), mocht=Sum("vrij", filter=Q(dag__lt=vandaag))
    )
    return defaultdict(dict, {row["stage"]: dict(row) for row in found})


def _recent(plans: dict[UUID, Plan], vandaag: date) -> dict[UUID, dict[date, Decimal]]:
    """Hours made by day, only as far back as the pace of somebody asks."""
    first = min(
        (weeks[-1] for plan in plans.values() if (weeks := full_weeks(plan, vandaag))), default=vandaag
    )
    rows = UrenDag.objects.filter(stage__in=list(plans), dag__range=(first, vandaag), gemaakt__gt=0)
    found: dict[UUID, dict[date, Decimal]] = defaultdict(dict)
    for stage, dag, gemaakt in rows.order_by().values_list("stage", "dag", "gemaakt"):
        found[stage][dag] = gemaakt
    return found


def _waiting(stages: list[Stage]) -> dict[UUID, int]:
    rows = UrenWeek.objects.filter(stage__in=[one.pk for one in stages], status=WeekStatus.INGEVULD)
    return defaultdict(int, rows.order_by().values("stage").annotate(n=Count("id")).values_list("stage", "n"))


def _row(
    stage: Stage,
    plan: Plan,
    sums: dict[str, Any],
    recent: dict[date, Decimal],
    wacht: int,
    vandaag: date,
    grens: int,
) -> KlasRij:
    made = sums.get("som") or NUL
    found = project(plan, recent, vandaag, totaal=made)
    allowed = sums.get("mocht") or NUL
    if found.nog == 0:
        einde = "alle uren gemaakt"
    elif found.week:
        einde = f"week van {say_dag_kort(found.week, vandaag)}"
    else:
        einde = "nog geen einde in zicht"
    return KlasRij(
        stage=stage,
        projectie=found,
        verwacht=max(planned_until(plan, vandaag - DAY) - allowed, NUL),
        gemist=sums.get("weg") or NUL,
        wacht=wacht,
        breedte=pct(min(made, plan.vereist), plan.vereist),
        einde=einde,
        achter_procent=grens,
    )
