"""Hours as a person may see them, and the figures about many stages at once that the attention rules compare.

`get_stage` fetches through the person who looks; `boeken` brings all hours of some stages in five queries, however
many there are. The figures at the end (`made`, `missed_in_row`, `should_have_made`) take stages that the caller has
fetched through a person already.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import Http404

from begeleiders.calendar import calendars
from kern.prepared import fetch
from kern.schooldays import Calendar
from stageplekken.enums.uren import GEMIST
from stageplekken.models import Stage, StagePauze, StageRooster, UrenDag, UrenWeek
from stageplekken.rules import uren as rules
from stageplekken.uren.boek import Dag, Urenboek, Week
from stageplekken.uren.projection import DAY, NUL, Plan, Rooster, planned_until
from students.access import Viewer
from students.enums import Rol, Soort
from students.models import Student
from students.prepared import fetch_for

WITH = ("student__klas__school", "stageplek__leerbedrijf")


def get_stage(viewer: Viewer, pk: UUID, *, read: bool = True) -> Stage:
    """One stage of which this person may see the hours; Http404 otherwise. `read` False for a save."""
    rows = Stage.objects.filter(viewer.students_q(Soort.STAGE, "student"), pk=pk)
    stage = rows.select_related(*WITH).first()
    if stage is None or not rules.may_read(viewer, stage):
        raise Http404
    if read:
        viewer.ledger.read(viewer.subject(stage.student, "uren", object_id=stage.pk))
    return stage


def own_stages(viewer: Viewer) -> list[Stage]:
    """The stages whose hours this person enters, running ones: as praktijkbegeleider, or as the student.

    Asks nothing where the person is neither.
    """
    as_praktijk = [
        link.stage
        for links in viewer.team.values()
        for link in links
        if link.rol is Rol.PRAKTIJKBEGELEIDER and link.stage
    ]
    myself = viewer.eigen
    if not as_praktijk and not myself:
        return []
    return fetch_for(_own, viewer, tuple(as_praktijk), tuple(myself))


def _own(_: Viewer, as_praktijk: list[UUID], myself: list[UUID]) -> QuerySet[Any]:
    rows = Stage.objects.filter(
        Q(pk__in=as_praktijk) | Q(student__in=myself), status__in=sorted(rules.INVULBAAR)
    )
    return rows.select_related(*WITH).order_by("student__voornaam", "student__achternaam", "-begin", "id")


def stages_with_hours(viewer: Viewer, student: Student) -> list[Stage]:
    """The stages of one student that run, as far as this person may see them, newest first."""
    found = fetch(_running, [student.pk])
    for stage in found:
        stage.student = student
    return [stage for stage in found if rules.may_read(viewer, stage)]


def _running(values: list[Any]) -> QuerySet[Any]:
    rows = Stage.objects.filter(student__in=values, status__in=sorted(rules.LOOPT))
    return rows.select_related("stageplek__leerbedrijf").order_by("-begin", "id")


def plannen(stages: Sequence[Stage]) -> dict[UUID, Plan]:
    """What was agreed of each of these stages, in three queries. They come with student and klas."""
    ids = [stage.pk for stage in stages]
    roosters, pauzes = defaultdict(list), defaultdict(list)
    for stage, vanaf, uren in fetch(_roosters, ids):
        roosters[stage].append(Rooster(vanaf, _week_of(uren)))
    for stage, begin, einde in fetch(_pauzes, ids):
        pauzes[stage].append((begin, einde))
    kalenders = calendars(stage.student.klas.school_id for stage in stages)
    return {
        stage.pk: _plan(stage, roosters[stage.pk], pauzes[stage.pk], kalenders[stage.student.klas.school_id])
        for stage in stages
    }


def _roosters(stages: list[Any]) -> QuerySet[Any, Any]:
    rows = StageRooster.objects.filter(stage__in=stages).order_by("vanaf")
    return rows.values_list("stage", "vanaf", "uren")


def _pauzes(stages: list[Any]) -> QuerySet[Any, Any]:
    return StagePauze.objects.filter(stage__in=stages).values_list("stage", "begin", "einde")


def _week_of(uren: dict[str, Any]) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(uren.get(str(weekday), 0) or 0)) for weekday in range(7))


def _plan(stage: Stage, roosters: list[Rooster], pauzes: list[tuple[date, date]], kalender: Calendar) -> Plan:
    return Plan(
        begin=stage.begin,
        einde=stage.einde,
        vereist=Decimal(stage.uren),
        roosters=tuple(roosters),
        pauzes=tuple(pauzes),
        kalender=kalender,
        gaat_door=stage.gaat_door,
    )


_DAG = (
    "stage",
    "dag",
    "soort",
    "gemaakt",
    "gemist",
    "vrij",
    "versie",
    "reden",
    "van_student",
    "ingevoerd_op",
)
_WEEK = ("stage", "maandag", "status", "versie", "reden", "akkoord_op")


def _name(key: str) -> tuple[str, str, str]:
    return f"{key}__voornaam", f"{key}__tussenvoegsel", f"{key}__achternaam"


def _full(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def boeken(stages: Sequence[Stage], vandaag: date) -> dict[UUID, Urenboek]:
    """All hours of these stages, in five queries."""
    if not stages:
        return {}
    ids, plans = [stage.pk for stage in stages], plannen(stages)
    dagen: dict[UUID, dict[date, Dag]] = defaultdict(dict)
    weken: dict[UUID, dict[date, Week]] = defaultdict(dict)
    for one in fetch(_dagen, ids):
        dagen[one[0]][one[1]] = Dag._make((*one[1:11], _full(*one[11:])))
    for one in fetch(_weken, ids):
        weken[one[0]][one[1]] = Week._make((*one[1:6], _full(*one[6:])))
    return {
        stage.pk: Urenboek(plans[stage.pk], vandaag, dagen[stage.pk], weken[stage.pk]) for stage in stages
    }


def _dagen(stages: list[Any]) -> QuerySet[Any, Any]:
    rows = UrenDag.objects.filter(stage__in=stages).order_by()
    return rows.values_list(*_DAG, "ingevoerd_door", *_name("ingevoerd_door"))


def _weken(stages: list[Any]) -> QuerySet[Any, Any]:
    rows = UrenWeek.objects.filter(stage__in=stages).order_by()
    return rows.values_list(*_WEEK, *_name("akkoord_door"))


def boek(stage: Stage, vandaag: date) -> Urenboek:
    """All hours of one stage."""
    return boeken([stage], vandaag)[stage.pk]


# Figures about many stages, for the attention rules ---------------------------------------------------------


def made(stages: Iterable[UUID], tot_en_met: date) -> dict[UUID, Decimal]:
    """Hours made up to and including a day, by stage; 0 where nothing was made. One query."""
    ids = list(stages)
    rows = UrenDag.objects.filter(stage__in=ids, dag__lte=tot_en_met).order_by().values("stage")
    found = dict(rows.annotate(som=Sum("gemaakt")).values_list("stage", "som"))
    return {stage: found.get(stage, NUL) for stage in ids}


def missed_in_row(at_least: int, vandaag: date) -> QuerySet[Any]:
    """Rows {stage, reeks, sinds} of stages with so many missed days in a row up to today; compared in the database.

    A missed day: one of the four kinds of absence, and nothing made. Days that were vrij or gesloten neither count nor
    end the row. `sinds` is the last missed day. To be filtered further, for example `.filter(stage__student__in=…)`.
    """
    made_last = (
        UrenDag.objects.filter(stage=OuterRef("stage"), gemaakt__gt=0, dag__lte=vandaag)
        .order_by("-dag")
        .values("dag")[:1]
    )
    since = UrenDag.objects.filter(dag__lte=vandaag, soort__in=sorted(GEMIST), gemaakt=0).annotate(
        laatst_gemaakt=Coalesce(Subquery(made_last), date.min)
    )
    rows = since.filter(dag__gt=F("laatst_gemaakt")).order_by().values("stage")
    return rows.annotate(reeks=Count("id"), sinds=Max("dag")).filter(reeks__gte=at_least)


def should_have_made(stages: Sequence[Stage], vandaag: date) -> dict[UUID, Decimal]:
    """Hours that should have been made: planned up to and including yesterday, less allowed absence, by stage.

    Four queries. The planned part is worked out here, as working days, pauses and holidays differ for each stage; the
    stages come with student and klas.
    """
    gisteren, ids = vandaag - DAY, [stage.pk for stage in stages]
    rows = UrenDag.objects.filter(stage__in=ids, dag__lte=gisteren, vrij__gt=0).order_by().values("stage")
    allowed = dict(rows.annotate(som=Sum("vrij")).values_list("stage", "som"))
    return {
        pk: max(planned_until(plan, gisteren) - allowed.get(pk, NUL), NUL)
        for pk, plan in plannen(stages).items()
    }
