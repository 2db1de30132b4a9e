"""A leerbedrijf that did not hear yet why the stage ended (rule: 2 school days; mentor)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from collaboration.aandacht.blik import MENTOR, Blik, in_klassen
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.punt import Punt, Stap
from collaboration.enums.aandacht import Regel
from collaboration.models import StageEinde
from collaboration.words.gesprek import say_near
from kern.dates import day_of
from kern.http import address
from students.access import Viewer
from students.prepared import fetch_for

ROLLEN = MENTOR
MOST = 40


def punten(blik: Blik) -> list[Punt]:
    """An end of a stage that is still silent; the next step is to tell the leerbedrijf."""
    schools, days = blik.dagen(lambda grens: grens.over(grens.regels.terugmelding_dagen))
    rows = fetch_for(_owed, blik.viewer, schools, tuple(midnight(day) for day in days))
    return [_punt(blik, row) for row in rows]


def _owed(viewer: Viewer, schools: list[UUID], moments: list[datetime]) -> QuerySet[Any]:
    waits = Q(pk__in=[])
    for school, moment in zip(schools, moments, strict=True):
        waits |= Q(student__klas__school=school, gemaakt_op__lt=moment)
    rows = StageEinde.objects.readable_by(viewer).owed()
    rows = rows.filter(waits, student__in=in_klassen(viewer, MENTOR))
    rows = rows.select_related("student__klas", "stage__stageplek__leerbedrijf")
    return rows.order_by("gemaakt_op", "id")[:MOST]


def _punt(blik: Blik, row: StageEinde) -> Punt:
    bedrijf = row.stage.stageplek.leerbedrijf.naam
    ended = f"De stage bij {bedrijf} eindigde {say_near(row.laatste_dag, blik.viewer.today)}."
    return Punt(
        regel=Regel.TERUGMELDING,
        student=row.student,
        sinds=day_of(row.gemaakt_op),
        reden="Leerbedrijf weet nog niets",
        uitleg=f"{ended} Laat weten hoe het verder gaat.",
        stap=Stap("Meld het terug", address("stage_terugmelding", row.stage_id), "arrow-bend-up-right"),
        object_id=row.pk,
        laag="",
    )
