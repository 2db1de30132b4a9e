"""What grows: afspraken done, compliments, a talk that went better, three weeks without a missed day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from collaboration.aandacht.blik import DUO, Blik, in_klassen
from collaboration.aandacht.grenzen import midnight
from collaboration.aandacht.stages import StageBeeld, beelden
from collaboration.enums.signaal import SignaalSoort
from collaboration.models import Afspraak, Signaal
from collaboration.words.gesprek import say_near
from kern.dates import day_of
from stageplekken.enums.talks import TalkSoort
from stageplekken.queries.talks import better_talks
from students.access import Viewer
from students.models import Student
from students.prepared import fetch_for

LATELY = timedelta(days=14)
WEEKS = timedelta(days=21)
MOST = 6


@dataclass(frozen=True)
class Groei:
    """One thing that went well: what, who saw it and when, and of whom."""

    student: Student
    dag: date
    tekst: str
    meta: str


def groei_voor(blik: Blik, gelukt: list[Afspraak]) -> list[Groei]:
    """The newest of what went well; `gelukt` are afspraken that were done. Two more queries for mentor and KAW-er."""
    found = [_done(row, blik.viewer.today) for row in gelukt]
    if blik.viewer.rollen & DUO:
        since = blik.viewer.today - LATELY
        found += [
            _compliment(row, blik.viewer) for row in fetch_for(_compliments, blik.viewer, midnight(since))
        ]
        found += [_better(talk, blik.viewer.today) for talk in fetch_for(_better_talks, blik.viewer, since)]
        found += [_weeks(one) for one in beelden(blik) if three_weeks(one)]
    return sorted(found, key=lambda one: one.dag, reverse=True)[:MOST]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _done(row: Afspraak, today: date) -> Groei:
    assert row.afgerond_op is not None
    dag = day_of(row.afgerond_op)
    wie = f", {row.eigenaar.naam}" if row.eigenaar else ""
    return Groei(row.student, dag, row.wat, f"{_capital(say_near(dag, today))}{wie}")


def _compliments(viewer: Viewer, since: datetime) -> QuerySet[Any]:
    rows = Signaal.objects.readable_by(viewer).filter(soort=SignaalSoort.GAAT_GOED, wanneer__gte=since)
    rows = rows.filter(student__in=in_klassen(viewer, DUO)).select_related("student__klas", "auteur")
    return rows.order_by("-wanneer", "-id")[:MOST]


def _compliment(row: Signaal, viewer: Viewer) -> Groei:
    viewer.ledger.read(viewer.subject(row.student, "signaal", object_id=row.pk))
    dag = day_of(row.wanneer)
    said = _capital(say_near(dag, viewer.today))
    return Groei(row.student, dag, row.tekst or "Het gaat goed", f"{said}, gezien door {row.auteur.naam}")


def _better_talks(viewer: Viewer, since: date) -> QuerySet[Any]:
    rows = better_talks(since).filter(stage__student__in=in_klassen(viewer, DUO))
    return rows.select_related("stage__student__klas").order_by("-vast_op", "id")[:MOST]


def _better(talk: Any, today: date) -> Groei:
    dag = day_of(talk.vast_op)
    naam = TalkSoort(talk.soort).label
    return Groei(talk.stage.student, dag, f"{naam}: beter dan de vorige keer", _capital(say_near(dag, today)))


def three_weeks(beeld: StageBeeld) -> bool:
    """Three weeks without a missed day: told in the week in which it is three weeks, where days were made."""
    start = max(filter(None, (beeld.laatste_gemist, beeld.plan.begin)))
    lasts = beeld.vandaag - start
    return WEEKS <= lasts < WEEKS + timedelta(days=7) and beeld.gemaakte_dagen >= 3 and not beeld.zonder


def _weeks(beeld: StageBeeld) -> Groei:
    return Groei(beeld.student, beeld.vandaag, "Drie weken geen stagedag gemist", "Op alle stagedagen")
