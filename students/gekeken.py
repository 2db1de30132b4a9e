"""Who looked into a file, from the log: lines of the same person and page within half an hour as one look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from begeleiders.models import User
from kern.log import Subject
from kern.models import LogRegel
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.models import Student

PAGE = 50
SCAN = 500  # lines read for one page of looks, at most
WINDOW = timedelta(minutes=30)  # domain, section 6
COUNTED = timedelta(days=30)
READ, CODE = "gelezen", "inlogcode getoond"

# What was looked at, by the kinds of the log lines: for the student in plain words, and for the zorgcoördinator.
WORDS = {
    "dossier": ("jouw pagina", "de pagina"),
    "gesprek": ("een gesprek met jou", "een gesprek"),
    "afspraak": ("een afspraak", "een afspraak"),
    "signaal": ("een bericht over jou", "een signaal"),
    "aanvraag": ("een vraag om hulp", "een aanvraag"),
    "regie": ("wie nu de regie heeft", "de regie"),
    "samenwerking": ("hoe je begeleiders samenwerken", "de Checklist Samenwerking"),
    "eigen begeleiding": ("een eigen notitie", "een eigen notitie"),
    "toestemming": ("waar jij ja op zei", "de toestemming"),
    "uren": ("je uren", "de uren"),
    "stage": ("je stage", "de stage"),
    "stage-einde": ("het einde van je stage", "het einde van de stage"),
    "stagegesprek": ("een gesprek over je stage", "een stagegesprek"),
    "aandacht": ("jouw naam in een lijst", "de aandachtslijst"),
    "doel": ("je doelen", "de doelen"),
    "succes": ("wat jou lukte", "de successen"),
    "handleiding": ("je handleiding", "de handleiding"),
    "gedeeld_beeld": ("hoe jij het ziet", "het gedeelde beeld"),
    "leefgebieden": ("hoe het met je gaat", "de leefgebieden"),
    "netwerk": ("de mensen om je heen", "het netwerk"),
    "team": ("wie jou helpt", "het team"),
    "kaart": ("je kaart om in te loggen", "de kaart om in te loggen"),
    "gekeken": ("wie er keek", "wie er keek"),
}
OTHER = ("iets over jou", "iets anders")


@dataclass
class Blik:
    """One look: the newest moment, who, in which role, at what, and how many times within half an hour."""

    op: datetime
    wie: UUID | None
    rol: str
    soort: str
    pagina: tuple[Any, ...]
    pdf: bool
    code: bool
    keer: int = 1
    naam: str = field(default="", kw_only=True)

    @property
    def wat(self) -> str:
        """What was looked at, for the student."""
        return WORDS.get(self.soort, OTHER)[0]

    @property
    def zakelijk(self) -> str:
        """What was looked at, for who guides."""
        return WORDS.get(self.soort, OTHER)[1]


@dataclass(frozen=True)
class Blikken:
    """A page of looks, newest first, and where the next page begins (None: this is all)."""

    rijen: list[Blik]
    verder: int | None


def may_see_looks(viewer: Viewer, student: Student) -> bool:
    """Whether this person sees who looked: the student, and the zorgcoördinator while looking along."""
    return bool(viewer.may("lees", student, Item(Soort.INGEZIEN)))


def _lines(student: Student) -> QuerySet[LogRegel]:
    """What others read of this student; the own looks of a student say nothing."""
    rows = LogRegel.objects.filter(
        Q(actie=READ) | Q(actie=CODE), student=student.pk, resultaat=LogRegel.Resultaat.TOEGESTAAN
    )
    return rows.exclude(wie=student.account_id) if student.account_id else rows


def looks_at(viewer: Viewer, student: Student, vanaf: int | None = None, aantal: int = PAGE) -> Blikken:
    """Who looked into this file, newest first: two queries, one index range of the log. Http404 for who may not know.

    In: `vanaf`, the number of the line with which the page begins, as the page before gave it.
    """
    if not may_see_looks(viewer, student):
        raise Http404
    rows = _lines(student)
    if vanaf is not None:
        rows = rows.filter(id__lte=vanaf)
    lines = list(rows.order_by("-id")[: SCAN + 1])
    found, verder = _grouped(lines, aantal)
    names = {user.pk: user.naam for user in User.objects.filter(pk__in={one.wie for one in found})}
    for one in found:
        one.naam = names.get(one.wie, "Iemand") if one.wie else "Het systeem"
    return Blikken(found, verder)


def _grouped(lines: list[LogRegel], aantal: int) -> tuple[list[Blik], int | None]:
    """Lines as looks, and the line with which the next page begins."""
    found: list[Blik] = []
    open_ones: dict[tuple[Any, ...], Blik] = {}
    for line in lines[:SCAN]:
        key = (line.wie, line.soort, line.object_id, line.actie)
        same = open_ones.get(key)
        if same is not None and same.op - line.op <= WINDOW:
            same.keer += 1
            continue
        if len(found) == aantal:
            return found, line.pk
        open_ones[key] = one = _blik(line, key)
        found.append(one)
    return found, lines[SCAN].pk if len(lines) > SCAN else None


def _blik(line: LogRegel, key: tuple[Any, ...]) -> Blik:
    rol = Rol(line.rol).label if line.rol in Rol.values else ""
    pdf = line.kanaal == LogRegel.Kanaal.PDF
    return Blik(line.op, line.wie, rol, line.soort, key, pdf, line.actie == CODE)


# Counts, for the beheerder ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Telling:
    """How often one account looked in files lately, and in how many; no student."""

    naam: str
    keer: int
    dossiers: int


def schools_of(viewer: Viewer) -> list[UUID]:
    """The schools of which this person is beheerder; Http404 for who is it nowhere."""
    found = [key for key, links in viewer.scholen.items() if any(link.rol is Rol.BEHEERDER for link in links)]
    if not found:
        raise Http404
    return found


def counts_for(viewer: Viewer) -> QuerySet[Any]:
    """For the beheerder: how often each account looked in the last thirty days, most first; one index range."""
    rows = LogRegel.objects.filter(
        school__in=schools_of(viewer), op__gte=timezone.now() - COUNTED, actie=READ, student__isnull=False
    )
    viewer.ledger.read(Subject(kind="gekeken"))
    grouped = rows.order_by().values("wie")
    return grouped.annotate(keer=Count("id"), dossiers=Count("student", distinct=True)).order_by(
        "-keer", "wie"
    )


def named(rows: Iterable[dict[str, Any]]) -> Iterator[Telling]:
    """The counts with the names of the accounts; one query."""
    rows = list(rows)
    names = {user.pk: user.naam for user in User.objects.filter(pk__in=[row["wie"] for row in rows])}
    for row in rows:
        yield Telling(names.get(row["wie"], "Een account dat er niet meer is"), row["keer"], row["dossiers"])
