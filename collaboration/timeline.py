"""The timeline of a student: gesprekken, contactpogingen and afspraken that came through, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import QuerySet

from collaboration.enums import AfspraakStatus, GesprekStatus
from collaboration.gezocht import Gezocht, gezocht
from collaboration.models import Afspraak, Contactpoging, Gesprek
from kern.http import address
from students.access import Viewer
from students.enums import Laag
from students.models import Student
from students.prepared import fetch_for

PAGE = 10
MOST = 300


class Kind(models.TextChoices):
    """The filters above the timeline."""

    ALLES = "alles", "Alles"
    GESPREKKEN = "gesprekken", "Gesprekken"
    CONTACT = "contact", "Contactpogingen"
    AFSPRAKEN = "afspraken", "Afspraken"


@dataclass(frozen=True)
class Entry:
    """One line of the timeline, ready for the template."""

    soort: Kind
    op: datetime
    kop: str
    wie: str
    tekst: str = ""
    laag: str = ""
    url: str = ""
    verslag_url: str = ""
    gelukt: bool = False

    @property
    def label(self) -> bool:
        """Whether it says who reads it: not where that is the usual circle, which the page explains once."""
        return bool(self.laag) and self.laag != Laag.BEGELEIDING


@dataclass(frozen=True)
class Timeline:
    """The lines to show, how many to ask for next (0: this is all), and the first line that was asked for (0: none).

    Above them what held on, where contact was sought long or often.
    """

    soort: Kind
    entries: list[Entry]
    more: int
    nieuw: int = 0
    gezocht: Gezocht | None = None

    @property
    def zonder_label(self) -> bool:
        """Whether there are lines that do not say who reads them."""
        return any(not entry.label for entry in self.entries)


def _gesprek(row: Gesprek) -> Entry:
    return Entry(
        soort=Kind.GESPREKKEN,
        op=row.wanneer,
        kop=f"Gesprek: {row.titel.lower() if row.invulling_id is None else row.titel}",
        wie=f"{row.auteur.naam}, {row.get_wijze_display().lower()}",
        tekst=row.gewone_woorden or row.tekst,
        laag=row.laag,
        url=address("gesprek", row.pk),
        verslag_url=address("verslag", row.pk),
    )


def _poging(row: Contactpoging) -> Entry:
    return Entry(
        soort=Kind.CONTACT,
        op=row.wanneer,
        kop=f"{row.get_wijze_display()}: {row.get_uitkomst_display().lower()}",
        wie=row.auteur.naam,
        tekst=row.notitie,
        laag=row.laag,
    )


_AFSPRAAK_KOP = {
    AfspraakStatus.GEDAAN: "Afspraak gelukt",
    AfspraakStatus.NIET_GELUKT: "Afspraak nog niet gelukt",
    AfspraakStatus.VERVALLEN: "Afspraak vervallen",
}


def _afspraak(row: Afspraak) -> Entry:
    assert row.afgerond_op is not None
    more = ". ".join(part.rstrip(". ") for part in (row.wat, row.reden, row.vervolg) if part)
    return Entry(
        soort=Kind.AFSPRAKEN,
        op=row.afgerond_op,
        kop=_AFSPRAAK_KOP[AfspraakStatus(row.status)],
        wie=row.eigenaar.naam if row.eigenaar else row.student.voornaam,
        tekst=more,
        laag=row.laag,
        gelukt=row.status == AfspraakStatus.GEDAAN,
    )


def _gesprekken(viewer: Viewer, student: UUID, limit: int) -> QuerySet[Any]:
    rows = Gesprek.objects.readable_by(viewer).filter(student=student, status=GesprekStatus.VASTGELEGD)
    return rows.select_related("auteur").order_by("-wanneer", "-id")[:limit]


def _pogingen(viewer: Viewer, student: UUID, limit: int) -> QuerySet[Any]:
    rows = Contactpoging.objects.readable_by(viewer).filter(student=student)
    return rows.select_related("auteur").order_by("-wanneer", "-id")[:limit]


def _ended(viewer: Viewer, student: UUID, limit: int) -> QuerySet[Any]:
    rows = Afspraak.objects.readable_by(viewer).filter(student=student).exclude(status=AfspraakStatus.OPEN)
    return rows.select_related("eigenaar", "student").order_by("-afgerond_op", "-id")[:limit]


def timeline(viewer: Viewer, student: Student, *, soort: str = "", aantal: int = PAGE) -> Timeline:
    """What this person reads of this student, newest first; one query a kind and one more, whatever their number.

    In: the filter (unknown: everything) and how many lines to show, up to 300.
    """
    kind = Kind(soort) if soort in Kind.values else Kind.ALLES
    count = min(max(aantal, PAGE), MOST)
    found: list[Entry] = []
    if kind in (Kind.ALLES, Kind.GESPREKKEN):
        found += map(_gesprek, fetch_for(_gesprekken, viewer, student.pk, count + 1))
    if kind in (Kind.ALLES, Kind.CONTACT):
        found += map(_poging, fetch_for(_pogingen, viewer, student.pk, count + 1))
    if kind in (Kind.ALLES, Kind.AFSPRAKEN):
        found += map(_afspraak, fetch_for(_ended, viewer, student.pk, count + 1))
    found.sort(key=lambda entry: entry.op, reverse=True)
    shown = found[:count]
    held_on = gezocht(viewer, student) if kind in (Kind.ALLES, Kind.CONTACT) else None
    for laag in ({entry.laag for entry in shown} | ({held_on.laag} if held_on else set())) or {""}:
        viewer.ledger.read(viewer.subject(student, "dossier", laag=laag))
    more = count + PAGE if len(found) > count and count < MOST else 0
    nieuw = count - PAGE if PAGE < count < len(shown) + PAGE else 0
    return Timeline(soort=kind, entries=shown, more=more, nieuw=nieuw, gezocht=held_on)
