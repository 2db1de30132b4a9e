"""What the pages of aandacht and klas gezien fetch, through the person who looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from collaboration.aandacht.blik import DUO, klassen_of
from collaboration.aandacht.lijst import lijst_voor
from collaboration.aandacht.punt import Punt
from collaboration.models import AandachtOpzij, KlasGezien, StudentGezien
from kern.log import Subject
from students.access import Viewer
from students.enums import Soort
from students.models import Klas, Student
from students.prepared import fetch_for


def get_punt(viewer: Viewer, student: Student, regel: str, over: UUID) -> Punt:
    """A reason that holds for this person today, set aside or not; Http404 otherwise."""
    punt = lijst_voor(viewer).vind(student.pk, regel, over)
    if punt is None:
        raise Http404
    return punt


def get_opzij(viewer: Viewer, pk: UUID) -> AandachtOpzij:
    """One row of what was set aside, of a student whom this person knows; Http404 otherwise."""
    rows = AandachtOpzij.objects.filter(viewer.students_q(Soort.PERSONALIA, "student"), pk=pk)
    row = rows.select_related("student__klas").first()
    if row is None:
        raise Http404
    return row


def get_klas(viewer: Viewer, pk: UUID) -> Klas:
    """A klas in which this person has a role; Http404 otherwise."""
    if pk not in viewer.klassen:
        raise Http404
    klas: Klas | None = Klas.objects.select_related("school").filter(pk=pk).first()
    if klas is None:
        raise Http404
    return klas


def students_of_klas(viewer: Viewer, klas: Klas) -> list[Student]:
    """The students of a klas, by first name."""
    rows = Student.objects.visible_to(viewer).filter(klas=klas).select_related("klas")
    return list(rows.order_by("voornaam", "achternaam", "id"))


@dataclass(frozen=True)
class Gezien:
    """That a klas was seen today: by whom and when, and who was not there (ids)."""

    rij: KlasGezien
    niet: frozenset[UUID]


def seen_today(viewer: Viewer) -> dict[UUID, Gezien]:
    """Of each klas of this mentor or KAW-er whether it was seen today, in two queries."""
    rows: list[KlasGezien] = fetch_for(_seen, viewer)
    absent: list[tuple[UUID, UUID]] = fetch_for(_absent, viewer)
    return {row.klas_id: Gezien(row, _of(absent, row.pk)) for row in rows}


def _of(absent: Iterable[tuple[UUID, UUID]], gezien: UUID) -> frozenset[UUID]:
    return frozenset(student for one, student in absent if one == gezien)


def _seen(viewer: Viewer) -> QuerySet[Any]:
    rows = KlasGezien.objects.filter(klas__in=klassen_of(viewer, DUO), dag=viewer.today)
    return rows.select_related("gezien_door").order_by("klas", "id")


def _absent(viewer: Viewer) -> QuerySet[Any]:
    rows = StudentGezien.objects.filter(
        klas_gezien__klas__in=klassen_of(viewer, DUO), klas_gezien__dag=viewer.today, er=False
    )
    return rows.order_by("id").values_list("klas_gezien", "student")


def klas_subject(klas: Klas) -> Subject:
    """A list of a klas is one line in the log, without students."""
    return Subject(kind="klas", object_id=klas.pk, school=klas.school_id)
