"""An afspraak whose date is past for so many school days (rule: 3 days).

For who has the aandacht of the student, and for the KAW-er where it is their own or the student's.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from collaboration.aandacht.blik import Blik, in_klassen, met_regie_q
from collaboration.aandacht.punt import Punt, Stap
from collaboration.enums.aandacht import Regel
from collaboration.models import Afspraak
from collaboration.querysets.gesprek import NO_OWNER
from collaboration.words.gesprek import say_due
from kern.http import address
from students.access import Viewer
from students.enums import Rol
from students.models import Student
from students.prepared import fetch_for

ROLLEN = frozenset({Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})
KAWER = frozenset({Rol.KAWER})
MOST = 40


def punten(blik: Blik) -> list[Punt]:
    """An afspraak that nobody ticked off; the next step is to say how it stands."""
    schools, days = blik.dagen(lambda grens: grens.over(grens.regels.afspraak_aandacht))
    return [_punt(row) for row in fetch_for(_over, blik.viewer, schools, days)]


def _over(viewer: Viewer, schools: list[UUID], days: list[date]) -> QuerySet[Any]:
    late = Q(pk__in=[])
    for school, day in zip(schools, days, strict=True):
        late |= Q(student__klas__school=school, voor__lt=day)
    regie = Student._base_manager.filter(met_regie_q(viewer)).values("pk")
    own = Q(eigenaar=viewer.user.pk) | NO_OWNER
    mine = Q(student__in=regie) | (Q(student__in=in_klassen(viewer, KAWER)) & own)
    rows = Afspraak.objects.readable_by(viewer).filter(mine).open().filter(late)
    return rows.select_related("student__klas", "eigenaar")[:MOST]


def _punt(row: Afspraak) -> Punt:
    wie = row.eigenaar.naam if row.eigenaar else row.student.voornaam
    back = f"{address('afspraak_afronden', row.pk)}?terug=/%23aandacht"
    return Punt(
        regel=Regel.AFSPRAAK,
        student=row.student,
        sinds=row.voor,
        reden="Afspraak nog open",
        uitleg=f"{row.wat} ({wie}, {say_due(row.voor)}).",
        stap=Stap("Zeg hoe het ervoor staat", back, "check"),
        object_id=row.pk,
        laag=row.laag,
    )
