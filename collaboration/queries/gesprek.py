"""Gesprekken, afspraken and contactpogingen as a person may see them; each fetch notes what it reads."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from collaboration.enums import AfspraakStatus, GesprekStatus
from collaboration.models import Afspraak, Contactpoging, Gesprek
from kern.log import Subject
from students.access import Viewer
from students.models import Student
from students.prepared import fetch_for

WITH_STUDENT = ("student", "student__klas")


def get_gesprek(viewer: Viewer, pk: UUID, *, read: bool = True) -> Gesprek:
    """One gesprek this person may open; Http404 otherwise.

    `read` False is for a save, which shows nothing and so leaves no line of reading.
    """
    gesprek = next(iter(fetch_for(_visible if read else _to_save, viewer, pk)), None)
    if gesprek is None:
        raise Http404
    if read:
        note_read(viewer, gesprek)
    return gesprek


def _visible(viewer: Viewer, pk: UUID) -> QuerySet[Any]:
    rows = Gesprek.objects.visible_to(viewer).select_related(
        *WITH_STUDENT, "student__klas__school", "student__regie_houder", "auteur", "invulling__versie",
        "stage__stageplek__leerbedrijf",
    )  # fmt: skip
    return rows.defer("invulling__versie__boom").filter(pk=pk)


def _to_save(viewer: Viewer, pk: UUID) -> QuerySet[Any]:
    rows = Gesprek.objects.visible_to(viewer).select_related("student__klas", "auteur", "invulling__versie")
    return rows.defer("invulling__versie__boom").filter(pk=pk)


def note_read(viewer: Viewer, gesprek: Gesprek) -> None:
    """Put the reading of this gesprek into the ledger of the request."""
    viewer.ledger.read(viewer.subject(gesprek.student, "gesprek", laag=gesprek.laag, object_id=gesprek.pk))


def versions_of(viewer: Viewer, gesprek: Gesprek) -> list[Gesprek]:
    """The other versions of this gesprek that this person may open, oldest first."""
    rows = Gesprek.objects.visible_to(viewer).filter(reeks=gesprek.reeks).exclude(pk=gesprek.pk)
    return list(rows.order_by("versie", "gemaakt_op", "id"))


def earlier_on(viewer: Viewer, gesprek: Gesprek, limit: int = 5) -> list[Gesprek]:
    """Earlier vastgelegde gesprekken of this student with the same onderwerp, newest first."""
    if not gesprek.onderwerp:
        return []
    rows = Gesprek.objects.readable_by(viewer).filter(
        student=gesprek.student_id, onderwerp=gesprek.onderwerp, status=GesprekStatus.VASTGELEGD
    )
    found = list(
        rows.exclude(reeks=gesprek.reeks).select_related("auteur").order_by("-wanneer", "-id")[:limit]
    )
    for row in found:
        about = viewer.subject(gesprek.student, "gesprek", laag=row.laag, object_id=row.pk)
        viewer.ledger.read(about)
    return found


def afspraken_of(viewer: Viewer, gesprek: Gesprek) -> QuerySet[Any]:
    """The afspraken of this gesprek and of the versions before it that this person reads, by date.

    What was made in the concept itself waits for vastleggen: everyone who works in the concept sees it.
    """
    waiting = Q(gesprek=gesprek.pk, leeft_vanaf__isnull=True)
    living = Q(pk__in=Afspraak.objects.readable_by(viewer).filter(gesprek__reeks=gesprek.reeks).values("pk"))
    rows = Afspraak.objects.filter(
        waiting | living, gesprek__reeks=gesprek.reeks, gesprek__versie__lte=gesprek.versie
    )
    kept = rows.exclude(gesprek__status=GesprekStatus.INGETROKKEN)
    return kept.select_related("eigenaar", "student").order_by("voor", "id")


def get_afspraak(viewer: Viewer, pk: UUID, *, read: bool = True) -> Afspraak:
    """One living afspraak this person reads; Http404 otherwise. `read` False is for a save, which shows nothing."""
    rows = Afspraak.objects.readable_by(viewer).select_related(
        *WITH_STUDENT, "student__klas__school", "eigenaar"
    )
    afspraak = rows.filter(pk=pk).first()
    if afspraak is None:
        raise Http404
    if read:
        note_afspraken(viewer, [afspraak])
    return afspraak


def note_afspraken(viewer: Viewer, afspraken: Iterable[Afspraak]) -> None:
    """Put the reading of these afspraken into the ledger of the request: one line for each student."""
    for one in afspraken:
        viewer.ledger.read(viewer.subject(one.student, "afspraak", laag=one.laag, object_id=one.pk))


def get_poging(viewer: Viewer, pk: UUID) -> Contactpoging:
    """One contactpoging this person reads; Http404 otherwise."""
    rows = Contactpoging.objects.readable_by(viewer).select_related(
        *WITH_STUDENT, "student__klas__school", "auteur"
    )
    poging = rows.filter(pk=pk).first()
    if poging is None:
        raise Http404
    return poging


def open_afspraken_of(viewer: Viewer, student: Student) -> list[Afspraak]:
    """The open afspraken of a student that this person reads, by date."""
    found: list[Afspraak] = fetch_for(_open_of, viewer, student.pk)
    note_afspraken(viewer, found)
    return found


def _open_of(viewer: Viewer, student: UUID) -> QuerySet[Any]:
    rows = Afspraak.objects.readable_by(viewer).filter(student=student).open()
    return rows.select_related(*WITH_STUDENT, "eigenaar")[:20]


def concepts_of(viewer: Viewer, student: Student | None = None) -> list[Gesprek]:
    """Concepts and planned gesprekken of this person, by date; of one student or of all."""
    return fetch_for(_concepts, viewer) if student is None else fetch_for(_concepts_of, viewer, student.pk)


def _concepts(viewer: Viewer) -> QuerySet[Any]:
    rows = Gesprek.objects.own_concepts(viewer).select_related(*WITH_STUDENT, "invulling__versie")
    return rows.defer("invulling__versie__boom").order_by("wanneer", "id")[:40]


def _concepts_of(viewer: Viewer, student: UUID) -> QuerySet[Any]:
    rows = Gesprek.objects.own_concepts(viewer).filter(student=student)
    rows = rows.select_related(*WITH_STUDENT, "invulling__versie").defer("invulling__versie__boom")
    return rows.order_by("wanneer", "id")[:40]


def recent_gesprekken(viewer: Viewer, limit: int = 30) -> list[Gesprek]:
    """The newest vastgelegde gesprekken of all students of this person, for the page Gesprekken."""
    return fetch_for(_recent, viewer, limit)


def _recent(viewer: Viewer, limit: int) -> QuerySet[Any]:
    rows = Gesprek.objects.readable_by(viewer).filter(status=GesprekStatus.VASTGELEGD)
    return rows.select_related(*WITH_STUDENT, "auteur").order_by("-wanneer", "-id")[:limit]


def asked_afspraken(viewer: Viewer, limit: int = 12) -> list[Afspraak]:
    """Open afspraken for the first screen: one's own and those of one's klas, soonest first."""
    return fetch_for(_asked, viewer, limit)


def _asked(viewer: Viewer, limit: int) -> QuerySet[Any]:
    rows = Afspraak.objects.readable_by(viewer).asked_of(viewer).open()
    return rows.select_related(*WITH_STUDENT, "eigenaar")[:limit]


def done_lately(viewer: Viewer, days: int = 14, limit: int = 3) -> list[Afspraak]:
    """Afspraken of one's students that were done in the last `days` days, newest first: what grows."""
    return fetch_for(_done, viewer, timezone.now() - timedelta(days=days), limit)


def _done(viewer: Viewer, since: datetime, limit: int) -> QuerySet[Any]:
    rows = Afspraak.objects.readable_by(viewer).filter(status=AfspraakStatus.GEDAAN, afgerond_op__gte=since)
    return rows.select_related(*WITH_STUDENT, "eigenaar").order_by("-afgerond_op", "id")[:limit]


def last_contact(viewer: Viewer, students: Iterable[Student]) -> dict[UUID, datetime]:
    """When the last vastgelegd gesprek that this person reads was, by student. One query."""
    return dict(fetch_for(_last, viewer, tuple(student.pk for student in students)))


def _last(viewer: Viewer, students: list[UUID]) -> QuerySet[Any]:
    rows = Gesprek.objects.readable_by(viewer).filter(student__in=students, status=GesprekStatus.VASTGELEGD)
    laatst = rows.order_by().values("student").annotate(laatst=Max("wanneer"))
    return laatst.values_list("student", "laatst")


def list_subject(kind: str) -> Subject:
    """A list of students is one line in the log, without students."""
    return Subject(kind=kind)
