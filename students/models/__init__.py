"""Klas, student, and the people around a student as rows with begin and end; what a student agrees to."""

from students.models.bereikbaar import Bereikbaar
from students.models.consent import Grond, Toestemming
from students.models.doel import Doel, DoelOvergang, DoelStap, Succes
from students.models.handleiding import BeeldVersie, HandleidingVersie, HandleidingVraag, LeefgebiedStand
from students.models.klas import Klas, KlasRol
from students.models.netwerk import Contactpersoon
from students.models.student import Student
from students.models.team import TeamLid, Zorginzage
from students.models.vrijgave import Vrijgave

__all__ = [
    "BeeldVersie",
    "Bereikbaar",
    "Contactpersoon",
    "Doel",
    "DoelOvergang",
    "DoelStap",
    "Grond",
    "HandleidingVersie",
    "HandleidingVraag",
    "Klas",
    "KlasRol",
    "LeefgebiedStand",
    "Student",
    "Succes",
    "TeamLid",
    "Toestemming",
    "Vrijgave",
    "Zorginzage",
]
