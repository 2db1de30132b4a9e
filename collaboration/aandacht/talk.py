"""A startgesprek, tussenevaluatie or eindevaluatie that is due and not fixed yet (mentor).

Rule: week 2; half of the hours; 10 school days before the planned end.
"""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from collaboration.aandacht.blik import MENTOR, Blik, in_klassen
from collaboration.aandacht.punt import Punt, Stap
from collaboration.enums.aandacht import Regel
from kern.http import address
from stageplekken.enums.talks import TalkSoort, TalkStatus
from stageplekken.models import Stagegesprek
from stageplekken.queries.talks import due_talks
from students.access import Viewer
from students.prepared import fetch_for

ROLLEN = MENTOR
MOST = 40
STAND = {
    TalkStatus.GEPLAND: "Er is nog niets ingevuld.",
    TalkStatus.INVULLEN: "Nog niet iedereen is klaar met invullen.",
    TalkStatus.KLAAR: "Iedereen is klaar. Nu kunnen jullie het bespreken.",
    TalkStatus.BESPROKEN: "Het is besproken. Het wacht nog op akkoord.",
}


def punten(blik: Blik) -> list[Punt]:
    """A talk whose time has come; the next step is to plan or hold it."""
    return [_punt(row) for row in fetch_for(_due, blik.viewer, blik.viewer.today)]


def _due(viewer: Viewer, today: date) -> QuerySet[Any]:
    rows = due_talks(today).filter(stage__student__in=in_klassen(viewer, MENTOR))
    return rows.select_related("stage__student__klas").order_by("aan_de_beurt", "id")[:MOST]


def _punt(talk: Stagegesprek) -> Punt:
    naam = TalkSoort(talk.soort).label
    het = "het" if talk.soort == TalkSoort.START else "de"
    return Punt(
        regel=Regel.TALK,
        student=talk.stage.student,
        sinds=talk.aan_de_beurt,
        reden=f"{naam} nog niet af",
        uitleg=STAND[TalkStatus(talk.status)],
        stap=Stap(f"Naar {het} {naam.lower()}", address("stagegesprek", talk.pk), "handshake"),
        object_id=talk.pk,
        laag="",
    )
