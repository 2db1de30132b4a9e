"""Doelen, steps and successes as people make them, through the actions."""

from typing import Any

from begeleiders.models import User
from students.access import Viewer
from students.actions import doel as doelen
from students.actions import stap as stappen
from students.actions import succes as successen
from students.actions.vrijgave import geef_vrij
from students.enums import Begeleidingsdoel, Soort
from students.models import Doel, DoelStap, Student, Succes
from tests.factories import days, viewer

PRESENTEREN = "Presenteren voor de klas"
STAPPEN = ("Vertellen aan Harold", "Vertellen voor de klas")


def seen(by: User | Viewer) -> Viewer:
    """This person as the one who looks."""
    return by if isinstance(by, Viewer) else viewer(by)


def doel(by: User | Viewer, student: Student, *stappen: str, titel: str = PRESENTEREN, **more: Any) -> Doel:
    """A doel with steps; two of Sanna's unless said otherwise."""
    plan = doelen.Plan(titel, Begeleidingsdoel.VAKOVERSTIJGEND, stappen=stappen or STAPPEN, **more)
    return doelen.maak_doel(by=seen(by), student=student, plan=plan)


def stap(one: Doel, tekst: str) -> DoelStap:
    """The step with these words."""
    return one.stappen.get(tekst=tekst)


def gelukt(by: User | Viewer, one: DoelStap) -> DoelStap:
    """A step reached."""
    return stappen.stap_gehaald(by=seen(by), stap_id=one.pk)[0]


def stukjes(by: User | Viewer, one: DoelStap, *teksten: str) -> list[DoelStap]:
    """A step cut into pieces."""
    return stappen.splits_stap(by=seen(by), stap_id=one.pk, stukjes=teksten)


def succes(by: User | Viewer, student: Student, tekst: str = "Ze lachte", ago: int = 0) -> Succes:
    """A success noted, of today or some days ago."""
    return successen.noteer_succes(by=seen(by), student=student, tekst=tekst, dag=days(-ago))


def deel(by: User | Viewer, one: Doel, aan: User) -> None:
    """The student gives this doel to somebody."""
    geef_vrij(by=seen(by), student=one.student, aan=aan, soort=Soort.DOEL, onderdeel=str(one.pk))
