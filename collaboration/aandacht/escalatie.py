"""A request that nobody of the zorgteam took (zorgcoördinator).

Rules: 2 hours where it says vandaag, else 1 school day.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from collaboration.aandacht.blik import Blik
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.punt import Punt, Stap
from collaboration.enums.aandacht import Regel
from collaboration.enums.zorg import EscalatieStatus, Urgentie
from collaboration.models import Escalatie
from kern.dates import day_of, say_moment
from kern.http import address
from students.access import Viewer
from students.enums import Laag, Rol
from students.prepared import fetch_for

ROLLEN = frozenset({Rol.ZORGCOORDINATOR})
MOST = 40


def punten(blik: Blik) -> list[Punt]:
    """A request that waits; the next step is to take it."""
    schools, days = blik.dagen(lambda grens: grens.over(grens.regels.escalatie_dagen))
    hours = [one.regels.escalatie_vandaag_uren for one in blik.grenzen.values()]
    soon = tuple(blik.now - timedelta(hours=count) for count in hours)
    rows = fetch_for(_waiting, blik.viewer, schools, tuple(midnight(day) for day in days), soon)
    return [_punt(blik, row) for row in rows]


def waiting_q(school: UUID, moment: datetime, soon: datetime) -> Q:
    """The requests of a school that waited too long: all made before `moment`, those of vandaag made before `soon`."""
    urgent = Q(urgentie=Urgentie.VANDAAG, aangemeld_op__lte=soon)
    return Q(student__klas__school=school) & (urgent | Q(aangemeld_op__lt=moment))


def _waiting(
    viewer: Viewer, schools: list[UUID], moments: list[datetime], soon: list[datetime]
) -> QuerySet[Any]:
    waits = Q(pk__in=[])
    for school, moment, soon_one in zip(schools, moments, soon, strict=True):
        waits |= waiting_q(school, moment, soon_one)
    mine = [
        student
        for student, links in viewer.team.items()
        if any(link.rol is Rol.ZORGCOORDINATOR for link in links)
    ]
    rows = Escalatie.objects.filter(waits, student__in=mine, status=EscalatieStatus.AANGEMELD)
    return rows.select_related("student__klas").order_by("aangemeld_op", "id")[:MOST]


def _punt(blik: Blik, row: Escalatie) -> Punt:
    return Punt(
        regel=Regel.ESCALATIE,
        student=row.student,
        sinds=day_of(row.aangemeld_op),
        reden="Aanvraag nog niet opgepakt",
        uitleg=f"{Urgentie(row.urgentie).label}. Gestuurd {say_moment(row.aangemeld_op, blik.now)}.",
        stap=Stap("Bekijk de aanvraag", address("aanvraag", row.pk), "hand-heart"),
        object_id=row.pk,
        laag=Laag.ZORG,
    )
