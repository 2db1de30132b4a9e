"""What grows: the successes of one's students, and afspraken done."""

from dataclasses import dataclass
from datetime import date, timedelta

from collaboration.aandacht.blik import Blik
from collaboration.models import Afspraak
from collaboration.words.gesprek import say_near
from kern.dates import day_of
from students.access import Viewer
from students.enums import Rol, SuccesSoort
from students.models import Student, Succes
from students.queries_doel import successen_sinds
from students.rules.doel import is_outside

LATELY = timedelta(days=14)
MOST = 6
WHO = {SuccesSoort.ZELF: "opgeschreven door"}


@dataclass(frozen=True)
class Groei:
    """One thing that went well: what, who saw it and when, and of whom."""

    student: Student
    dag: date
    tekst: str
    meta: str


def groei_voor(blik: Blik, gelukt: list[Afspraak]) -> list[Groei]:
    """The newest of what went well; `gelukt` are afspraken that were done. One query more for who guides somebody."""
    found = [_done(row, blik.viewer.today) for row in gelukt]
    if blik.viewer.rollen - {Rol.STUDENT, Rol.BEHEERDER}:  # a student has a block of their own
        rows = successen_sinds(blik.viewer, blik.viewer.today - LATELY, MOST)
        found += [_succes(row, blik.viewer) for row in rows]
    return sorted(found, key=lambda one: one.dag, reverse=True)[:MOST]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _done(row: Afspraak, today: date) -> Groei:
    assert row.afgerond_op is not None
    dag = day_of(row.afgerond_op)
    wie = f", {row.eigenaar.naam}" if row.eigenaar else ""
    return Groei(row.student, dag, row.wat, f"{_capital(say_near(dag, today))}{wie}")


def _succes(row: Succes, viewer: Viewer) -> Groei:
    said = _capital(say_near(row.dag, viewer.today))
    mine = row.auteur_id == viewer.user.pk
    if row.auteur and (mine or not is_outside(viewer, row.student)):
        who = "jou" if mine else row.auteur.naam
        said = f"{said}, {WHO.get(SuccesSoort(row.soort), 'gezien door')} {who}"
    return Groei(row.student, row.dag, row.tekst, said)
