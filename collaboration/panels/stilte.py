"""Silence that the zorgcoördinator hears of: first name, klas and mentor, and no more."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from collaboration.aandacht.blik import Blik
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.tekens import geen_teken_q
from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from collaboration.panels import Panel
from kern.log import Subject
from students.access import Viewer
from students.enums import Rol
from students.models import KlasRol, Student
from students.prepared import fetch_for

MOST = 30


@dataclass(frozen=True)
class Stil:
    """What is told: no link to the student, and not since when."""

    voornaam: str
    klas: str
    mentoren: str


def on_first(viewer: Viewer) -> Panel | None:
    """Students of the school of whom this zorgcoördinator was told, as long as there is still no sign."""
    if Rol.ZORGCOORDINATOR not in viewer.rollen:
        return None
    schools, days = Blik(viewer).dagen(
        lambda grens: grens.volle_dagen(grens.regels.stilte_dagen * grens.regels.stilte_zorg_maal)
    )
    rows = fetch_for(_quiet, viewer, schools, days, tuple(midnight(day) for day in days))
    if not rows:
        return None
    names = _mentors(viewer, {row.klas_id for row in rows})
    for row in rows:
        viewer.ledger.read(
            Subject(kind="stilte", student=row.pk, school=row.klas.school_id, role=Rol.ZORGCOORDINATOR)
        )
    found = [Stil(row.voornaam, row.klas.naam, names.get(row.klas_id, "")) for row in rows]
    return Panel(template="collaboration/_paneel_stilte.html", context={"rijen": found}, plek="midden")


def _quiet(viewer: Viewer, schools: list[UUID], days: list[date], moments: list[datetime]) -> QuerySet[Any]:
    quiet = Q(pk__in=[])
    for school, day, moment in zip(schools, days, moments, strict=True):
        quiet |= Q(klas__school=school) & geen_teken_q(None, day, moment)
    told = Melding.objects.filter(student=OuterRef("pk"), user=viewer.user.pk, soort=MeldingSoort.STILTE)
    mine = [
        school
        for school, links in viewer.scholen.items()
        if any(link.rol is Rol.ZORGCOORDINATOR for link in links)
    ]
    rows = Student.objects.filter(Exists(told), quiet, klas__school__in=mine).select_related("klas")
    return rows.order_by("klas__naam", "voornaam", "id")[:MOST]


def _mentors(viewer: Viewer, klassen: set[UUID]) -> dict[UUID, str]:
    """The mentors of today of each klas, by name."""
    rows = KlasRol.objects.active(viewer.today).filter(klas__in=klassen, rol=Rol.MENTOR)
    found: dict[UUID, str] = {}
    for row in rows.select_related("user").order_by("begin", "id"):
        found[row.klas_id] = (
            f"{found[row.klas_id]}, {row.user.naam}" if row.klas_id in found else row.user.naam
        )
    return found
