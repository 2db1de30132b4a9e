"""A student who was not told yet that somebody else has the regie (rule: 2 school days; who has the regie)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from collaboration.aandacht.blik import Blik
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.punt import Punt, Stap
from collaboration.enums.aandacht import Regel
from collaboration.enums.zorg import AanbodStatus
from collaboration.models import RegieAanbod
from kern.dates import day_of
from kern.http import address
from students.access import Viewer
from students.enums import Rol, Soort
from students.prepared import fetch_for

ROLLEN = frozenset({Rol.MENTOR, Rol.KAWER, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})
MOST = 40


def punten(blik: Blik) -> list[Punt]:
    """The regie went over and the student does not know; the next step is to tell."""
    schools, days = blik.dagen(lambda grens: grens.over(grens.regels.student_informeren))
    rows = fetch_for(_untold, blik.viewer, schools, tuple(midnight(day) for day in days))
    return [_punt(row) for row in rows]


def _untold(viewer: Viewer, schools: list[UUID], moments: list[datetime]) -> QuerySet[Any]:
    waits = Q(pk__in=[])
    for school, moment in zip(schools, moments, strict=True):
        waits |= Q(student__klas__school=school, beantwoord_op__lt=moment)
    mine = Q(aan=viewer.user.pk, student__regie_houder=viewer.user.pk)
    rows = RegieAanbod.objects.filter(waits, mine, viewer.rows_q(Soort.REGIE))
    rows = rows.filter(status=AanbodStatus.AANVAARD, geinformeerd_op__isnull=True)
    return rows.select_related("student__klas", "van").order_by("beantwoord_op", "id")[:MOST]


def _punt(row: RegieAanbod) -> Punt:
    assert row.beantwoord_op is not None
    return Punt(
        regel=Regel.INFORMEREN,
        student=row.student,
        sinds=day_of(row.beantwoord_op),
        reden="De student weet het nog niet",
        uitleg=f"Jij nam de regie over van {row.van.naam}. Vertel het {row.student.voornaam}, en noteer de dag.",
        stap=Stap("Vertel het", address("regie", row.student_id), "chat-circle-dots"),
        object_id=row.pk,
        laag="",
    )
