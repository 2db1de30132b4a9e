"""Silence: so many whole school days without any sign of a student (rule: 5 days; mentor, or who has the regie)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from collaboration.aandacht.blik import Blik, met_regie_q
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.punt import Punt, Stap
from collaboration.aandacht.tekens import geen_teken_q, laatste, laatste_dag
from collaboration.enums.aandacht import Regel
from collaboration.models import Contactpoging
from collaboration.words.gesprek import capital, count, say_near
from kern.dates import day_of
from kern.http import address
from kern.schooldays import DAY
from students.access import Viewer
from students.enums import Rol
from students.models import Student
from students.prepared import fetch_for

ROLLEN = frozenset({Rol.MENTOR, Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR})
MOST = 40


def punten(blik: Blik) -> list[Punt]:
    """A student of whom nothing was heard; the next step is to look for contact."""
    schools, days = blik.dagen(lambda grens: grens.volle_dagen(grens.regels.stilte_dagen))
    found = fetch_for(_stil, blik.viewer, schools, days, tuple(midnight(day) for day in days))
    return [_punt(blik, student) for student in found]


def _stil(viewer: Viewer, schools: list[UUID], days: list[date], moments: list[datetime]) -> QuerySet[Any]:
    quiet = Q(pk__in=[])
    for school, day, moment in zip(schools, days, moments, strict=True):
        quiet |= Q(klas__school=school) & geen_teken_q(viewer, day, moment)
    tries = Contactpoging.objects.readable_by(viewer).filter(student=OuterRef("pk")).order_by("-wanneer")
    rows = Student.objects.filter(met_regie_q(viewer)).filter(quiet)
    rows = rows.annotate(poging=Subquery(tries.values("wanneer")[:1]), **laatste(viewer))
    return rows.select_related("klas").order_by("klas", "voornaam", "achternaam", "id")[:MOST]


def _punt(blik: Blik, student: Any) -> Punt:
    dag, ever = laatste_dag(student)
    days = blik.grens(student).calendar.between(dag, blik.viewer.today - DAY)
    said = count(days, "schooldag", "schooldagen")
    return Punt(
        regel=Regel.STILTE,
        student=student,
        sinds=dag,
        reden=f"{capital(said)} stil",
        uitleg=_uitleg(blik, student, dag, ever),
        stap=Stap("Zoek contact", f"{address('student', student.pk)}#bereiken", "phone-call"),
    )


def _uitleg(blik: Blik, student: Any, dag: date, ever: bool) -> str:
    today = blik.viewer.today
    known = f"Het laatste teken was {say_near(dag, today)}." if ever else "Er is hier nog geen enkel teken."
    if student.poging is None or day_of(student.poging) < dag:
        return known
    tried = capital(say_near(student.poging, today))
    return f"{known} {tried} is geprobeerd contact te krijgen: nog geen antwoord."
