"""Signalen and the end of a stage as people make them: through the actions."""

from datetime import date
from typing import Any
from uuid import UUID

from begeleiders.models import User
from collaboration.actions import signaal as signalen
from collaboration.models import Signaal
from students.access import Viewer
from students.models import Student
from tests.factories import days, viewer


def who(by: User | Viewer) -> Viewer:
    """Somebody as the one who looks."""
    return by if isinstance(by, Viewer) else viewer(by)


def signaal(
    by: User | Viewer,
    student: Student,
    soort: str = "zorgen",
    tekst: str = "",
    *,
    dag: date | None = None,
    sleutel: UUID | None = None,
) -> Signaal:
    """A signaal that somebody sent."""
    bericht = signalen.Bericht(soort=soort, dag=dag or days(0), tekst=tekst)
    return signalen.send(by=who(by), student=student, bericht=bericht, sleutel=sleutel)


def moved(by: User | Viewer, row: Signaal, *states: str) -> Signaal:
    """The same signaal some steps further: "gezien", "opgepakt", "teruggemeld", "afgesloten"."""
    for state in states:
        row = MOVES[state](who(by), row.pk)
    return row


MOVES: dict[str, Any] = {
    "gezien": lambda by, pk: signalen.see(by=by, signaal_id=pk),
    "opgepakt": lambda by, pk: signalen.pick_up(
        by=by, signaal_id=pk, aanpak=signalen.Aanpak("Ik bel vandaag")
    ),
    "teruggemeld": lambda by, pk: signalen.report_back(by=by, signaal_id=pk, terugmelding="Het is opgelost"),
    "afgesloten": lambda by, pk: signalen.close(by=by, signaal_id=pk, reden="Dat hoeft niet"),
}
