"""The first screens: today, the students, the gesprekken."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from checklists.nodes import VOOR
from collaboration.aandacht import lijst_voor
from collaboration.aandacht.blik import DUO, Blik, klassen_of
from collaboration.aandacht.groei import groei_voor
from collaboration.aandacht.lijst import ROLLEN as AANDACHT
from collaboration.aandacht.queries import Gezien, seen_today
from collaboration.models import Gesprek
from collaboration.panels import Panel, gather
from collaboration.panels.listed import ON_FIRST
from collaboration.queries import gesprek as queries
from collaboration.words import gesprek as words
from kern.http import address, as_uuid, page
from stageplekken.queries.lopend import running_companies
from students.access import Item, Viewer
from students.enums import Rol, Soort
from students.http import ViewerRequest
from students.models import Klas, Student
from students.queries import first_students, short_name_only, students_for

ON_FIRST_SCREEN = 40
PER_PAGE = 60


@dataclass(frozen=True)
class Row:
    """A student in a list: only what this person may know."""

    student: Student
    naam: str
    regel: str
    zoekt_stage: bool
    laatst: datetime | None
    schrijft: bool


def rows_for(viewer: Viewer, students: list[Student]) -> list[Row]:
    """Lists of students with stage and last gesprek, in two queries."""
    bedrijven = running_companies(students, viewer)
    laatst = queries.last_contact(viewer, students)
    return [
        _row(viewer, student, bedrijven.get(student.pk, ""), laatst.get(student.pk)) for student in students
    ]


def _row(viewer: Viewer, student: Student, bedrijf: str, laatst: datetime | None) -> Row:
    short = short_name_only(viewer, student)
    facts = [] if short else [student.profiel.kort]
    if bedrijf:
        facts.append(bedrijf)
    return Row(
        student=student,
        naam=student.voornaam if short else student.naam,
        regel=" · ".join(facts),
        zoekt_stage=not bedrijf and bool(viewer.may("lees", student, Item(Soort.STAGE))),
        laatst=laatst,
        schrijft=bool(viewer.layers(student)),
    )


def _writes(viewer: Viewer) -> bool:
    """Whether there is anybody about whom this person may note a gesprek."""
    links = [*viewer.klassen.values(), *viewer.team.values()]
    return bool({link.rol for found in links for link in found} - {Rol.STUDENT})


def _by_klas(rows: list[Row]) -> list[tuple[Klas, list[Row]]]:
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.student.klas].append(row)
    return list(found.items())


def _greeting(now: datetime) -> str:
    hour = timezone.localtime(now).hour
    if hour < 6:
        return "Hallo"
    return "Goedemorgen" if hour < 12 else "Goedemiddag" if hour < 18 else "Goedenavond"


def agenda_and_concepts(concepts: list[Gesprek], now: datetime) -> tuple[list[Gesprek], list[Gesprek]]:
    """Split concepts into what is planned (still to come, at most prepared) and what was begun: last touched first."""
    planned = [
        g for g in concepts if g.wanneer >= now and not (g.invulling and g.invulling.stap not in ("", VOOR))
    ]
    begun = [g for g in concepts if g not in planned]
    return planned, sorted(begun, key=words.last_touched, reverse=True)


def _kind(viewer: Viewer) -> str:
    """Whose first screen it is: the widest role decides what stands on top."""
    if viewer.rollen & DUO:
        return "school"
    if viewer.rollen & {Rol.ZORGMEDEWERKER, Rol.ZORGCOORDINATOR}:
        return "zorg"
    if viewer.rollen & {Rol.PRAKTIJKBEGELEIDER, Rol.PEERCOACH}:
        return "buiten"
    return "student" if Rol.STUDENT in viewer.rollen else "beheer"


def _asked_first(soort: str, panels: list[Panel]) -> str:
    """For a student and for somebody from outside, with two minutes: the one thing that is asked of them."""
    if soort not in ("buiten", "student"):
        return ""
    return next((panel.vraag for panel in panels if panel.vraag), "")


def _taken_behind_silence(panels: dict[str, list[Panel]]) -> list[Panel]:
    """Takes out of the panels what stands inside the list of aandacht: a new question from the stage."""
    found = [panel for panel in panels["boven"] if panel.na_stilte]
    panels["boven"] = [panel for panel in panels["boven"] if not panel.na_stilte]
    return found


def _my_work(viewer: Viewer, students: int, kaarten: int) -> tuple[dict[str, Any], words.Counts]:
    """What I planned, began and promised, and how many that are."""
    planned, begun = agenda_and_concepts(queries.concepts_of(viewer), timezone.now())
    afspraken = queries.asked_afspraken(viewer, words.MANY + 1)
    today = [gesprek for gesprek in planned if timezone.localdate(gesprek.wanneer) == viewer.today]
    te_laat = [afspraak for afspraak in afspraken if afspraak.voor < viewer.today]
    counts = words.Counts(students, len(today), len(begun), len(afspraken), len(te_laat), kaarten)
    mine = {
        "agenda": planned,
        "begonnen": begun,
        "afspraken": afspraken[: words.MANY],
        "meer_afspraken": len(afspraken) > words.MANY,
    }
    return mine, counts


@require_safe
def vandaag(request: ViewerRequest) -> HttpResponse:
    """What waits for me, what grew, what I planned, and my klas; each block a panel of its own topic."""
    viewer, soort = request.viewer, _kind(request.viewer)
    students = first_students(viewer, ON_FIRST_SCREEN + 1)
    rows = rows_for(viewer, students[:ON_FIRST_SCREEN])
    blik = Blik(viewer)
    lijst = lijst_voor(viewer, blik)
    mine, counts = _my_work(viewer, len(rows), len(lijst.kaarten))
    gelukt = queries.done_lately(viewer)
    viewer.ledger.read(queries.list_subject("vandaag"))
    queries.note_afspraken(viewer, [*mine["afspraken"], *gelukt])  # these are more than a list of names
    panels = gather(panel(viewer) for panel in ON_FIRST)
    vragen = _taken_behind_silence(panels) if soort == "school" else []
    outside = soort in ("buiten", "student")
    context = mine | {
        "soort": soort,
        "groet": _greeting(timezone.now()),
        "vandaag": viewer.today,
        "lead": _asked_first(soort, panels["boven"]) or words.lead(counts, soort),
        "lijst": lijst,
        "toont_aandacht": bool(viewer.rollen & AANDACHT),
        "panelen": panels,
        "vragen": vragen,
        "groei": groei_voor(blik, gelukt),
        "klassen": [] if outside else _klassen(viewer, rows, all_there=len(students) <= ON_FIRST_SCREEN),
        "studenten": rows if soort == "buiten" else [],
        "mijn_pagina": address("student", rows[0].student.pk) if soort == "student" and rows else "",
        "aantal": len(rows),
        "meer": len(students) > ON_FIRST_SCREEN,
        "schrijft": _writes(viewer),
    }
    return page(request, "collaboration/vandaag.html", context)


@dataclass(frozen=True)
class KlasBlok:
    """A klas of the first screen; `gezien` whether it was seen today, `tik` whether this person can say so here."""

    klas: Klas
    rijen: list[Row]
    gezien: Gezien | None = None
    tik: bool = False


def _klassen(viewer: Viewer, rows: list[Row], *, all_there: bool) -> list[KlasBlok]:
    """The klassen with their rows; whoever does not stand here cannot be unticked, so then there is no tap."""
    mine = set(klassen_of(viewer, DUO))
    seen = seen_today(viewer) if mine else {}
    return [
        KlasBlok(klas, found, seen.get(klas.pk), tik=all_there and klas.pk in mine)
        for klas, found in _by_klas(rows)
    ]


@require_safe
def studenten(request: ViewerRequest) -> HttpResponse:
    """All my students, by klas and name, in pages of sixty; with `?klas=` those of one klas."""
    viewer = request.viewer
    every, klas = students_for(viewer), as_uuid(request.GET.get("klas"))
    pages = Paginator(every.filter(klas=klas) if klas else every, PER_PAGE)
    shown = pages.get_page(request.GET.get("bladzijde"))
    rows = rows_for(viewer, list(shown.object_list))
    viewer.ledger.read(queries.list_subject("studenten"))
    context = {
        "klassen": _by_klas(rows),
        "bladzijde": shown,
        "aantal": pages.count,
        "klas": klas,
        "schrijft": _writes(viewer),
    }
    return page(request, "collaboration/studenten.html", context)


@require_safe
def gesprekken(request: ViewerRequest) -> HttpResponse:
    """My agenda, my concepts, and the newest vastgelegde gesprekken of my students."""
    viewer = request.viewer
    planned, begun = agenda_and_concepts(queries.concepts_of(viewer), timezone.now())
    recent = queries.recent_gesprekken(viewer)
    viewer.ledger.read(queries.list_subject("gesprekken"))
    for row in recent:
        queries.note_read(viewer, row)
    context = {
        "agenda": planned,
        "begonnen": begun,
        "vastgelegd": recent,
        "schrijft": _writes(viewer),
        "eigen": _kind(viewer) == "student",
    }
    return page(request, "collaboration/gesprekken.html", context)
