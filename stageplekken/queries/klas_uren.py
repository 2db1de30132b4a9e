"""The hours of a whole klas in a fixed number of queries, however many students."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.http import Http404

from begeleiders.regels import regels_of
from kern.log import Subject
from kern.prepared import fetch
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
from students.prepared import fetch_for

# What a row shows and reckons with; of the leerbedrijf the name only.
_SHOWN = (
    *("begin", "einde", "uren", "status", "gaat_door", "student", "stageplek"),
    *("student__klas", "student__voornaam", "student__tussenvoegsel", "student__achternaam"),
    *("stageplek__leerbedrijf", "stageplek__leerbedrijf__naam"),
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
    for klas in fetch(_klas, [pk]):
        found: Klas = klas
        return found
    raise Http404


def _klas(values: list[Any]) -> QuerySet[Any]:
    return Klas.objects.select_related("school").filter(pk__in=values)


def klas_rows(viewer: Viewer, klas: Klas) -> list[KlasRij]:
    """Every stage of the klas that runs or is to begin, by first name: eight queries. One line in the log."""
    stages = fetch_for(_stages, viewer, klas.pk)
    if not stages:
        return []
    for stage in stages:
        stage.student.klas = klas
    viewer.ledger.read(Subject(kind="klasuren", object_id=klas.pk, school=klas.school_id))
    vandaag, plans = viewer.today, plannen(stages)
    sums, recent, waiting = _sums(stages, vandaag), _recent(plans, vandaag), _waiting(stages)
    grens = regels_of(klas.school).achter_procent
    return [
        _row(one, plans[one.pk], sums[one.pk], recent[one.pk], waiting[one.pk], vandaag, grens)
        for one in stages
    ]


def _stages(viewer: Viewer, klas: UUID) -> QuerySet[Any]:
    rows = Stage.objects.filter(
        viewer.students_q(Soort.STAGE, "student"), student__klas=klas, status__in=sorted(rules.LOOPT)
    )
    rows = rows.select_related("student", "stageplek__leerbedrijf").only(*_SHOWN)
    return rows.order_by("student__voornaam", "student__achternaam", "-begin", "id")


@dataclass(frozen=True)
class Som:
    """Hours of one stage up to today: made, missed, and up to yesterday those that might be absent."""

    gemaakt: Decimal = NUL
    gemist: Decimal = NUL
    mocht: Decimal = NUL


def _sums(stages: list[Stage], vandaag: date) -> dict[UUID, Som]:
    rows = fetch(_summed, [vandaag, *(one.pk for one in stages)])
    return defaultdict(Som, {row[0]: Som(*(some or NUL for some in row[1:])) for row in rows})


def _summed(values: list[Any]) -> QuerySet[Any, Any]:
    vandaag, *stages = values
    rows = UrenDag.objects.filter(stage__in=stages, dag__lte=vandaag).order_by().values("stage")
    rows = rows.annotate(som=Sum("gemaakt"), weg=Sum("gemist"), mocht=Sum("vrij", filter=Q(dag__lt=vandaag)))
    return rows.values_list("stage", "som", "weg", "mocht")


def _recent(plans: dict[UUID, Plan], vandaag: date) -> dict[UUID, dict[date, Decimal]]:
    """Hours made by day, only as far back as the pace of somebody asks."""
    first = min(
        (weeks[-1] for plan in plans.values() if (weeks := full_weeks(plan, vandaag))), default=vandaag
    )
    found: dict[UUID, dict[date, Decimal]] = defaultdict(dict)
    for stage, dag, gemaakt in fetch(_made, [first, vandaag, *plans]):
        found[stage][dag] = gemaakt
    return found


def _made(values: list[Any]) -> QuerySet[Any, Any]:
    first, last, *stages = values
    rows = UrenDag.objects.filter(stage__in=stages, dag__gte=first, dag__lte=last, gemaakt__gt=0)
    return rows.order_by().values_list("stage", "dag", "gemaakt")


def _waiting(stages: list[Stage]) -> dict[UUID, int]:
    return defaultdict(int, fetch(_weeks, [one.pk for one in stages]))


def _weeks(stages: list[Any]) -> QuerySet[Any, Any]:
    rows = UrenWeek.objects.filter(stage__in=stages, status=WeekStatus.INGEVULD).order_by()
    return rows.values("stage").annotate(n=Count("id")).values_list("stage", "n")


def _row(
    stage: Stage,
    plan: Plan,
    sums: Som,
    recent: dict[date, Decimal],
    wacht: int,
    vandaag: date,
    grens: int,
) -> KlasRij:
    found = project(plan, recent, vandaag, totaal=sums.gemaakt)
    if found.nog == 0:
        einde = "alle uren gemaakt"
    elif found.week:
        einde = f"week van {say_dag_kort(found.week, vandaag)}"
    else:
        einde = "nog geen einde in zicht"
    return KlasRij(
        stage=stage,
        projectie=found,
        verwacht=max(planned_until(plan, vandaag - DAY) - sums.mocht, NUL),
        gemist=sums.gemist,
        wacht=wacht,
        breedte=pct(min(sums.gemaakt, plan.vereist), plan.vereist),
        einde=einde,
        achter_procent=grens,
    )
