"""A signaal that nobody saw for so many school days (rule: 3 days; mentor and KAW-er).

Nobody waits for an answer to a compliment.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from collaboration.aandacht.blik import DUO, Blik
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.punt import Punt, Stap
from collaboration.enums.aandacht import Regel
from collaboration.enums.signaal import SignaalSoort, SignaalStatus
from collaboration.models import Signaal
from collaboration.words.gesprek import say_near
from kern.dates import day_of
from kern.http import address
from students.access import Viewer
from students.prepared import fetch_for

ROLLEN = DUO
MOST = 40


def punten(blik: Blik) -> list[Punt]:
    """A question that waits; the next step is to answer who asked."""
    schools, days = blik.dagen(lambda grens: grens.over(grens.regels.signaal_aandacht))
    rows = fetch_for(_ongezien, blik.viewer, schools, tuple(midnight(day) for day in days))
    return [_punt(blik, row) for row in rows]


def _ongezien(viewer: Viewer, schools: list[UUID], moments: list[datetime]) -> QuerySet[Any]:
    waits = Q(pk__in=[])
    for school, moment in zip(schools, moments, strict=True):
        waits |= Q(student__klas__school=school, wanneer__lt=moment)
    rows = Signaal.objects.readable_by(viewer).of_my_klassen(viewer)
    rows = rows.filter(waits, status=SignaalStatus.NIEUW).exclude(soort=SignaalSoort.GAAT_GOED)
    return rows.select_related("student__klas", "auteur").order_by("wanneer", "id")[:MOST]


def _punt(blik: Blik, row: Signaal) -> Punt:
    dag: date = day_of(row.wanneer)
    soort = f"“{SignaalSoort(row.soort).label}”"
    return Punt(
        regel=Regel.SIGNAAL,
        student=row.student,
        sinds=dag,
        reden="Signaal wacht op antwoord",
        uitleg=f"{soort} van {row.auteur.naam}, {say_near(dag, blik.viewer.today)}. Nog niemand keek ernaar.",
        stap=Stap(f"Antwoord {row.auteur.voornaam}", address("signaal", row.pk), "arrow-bend-up-right"),
        object_id=row.pk,
    )
