"""From the tree to fields: what is stored of each part, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checklists.nodes import (
    KENMERKEN,
    KEUZE,
    SCHAAL,
    TERUGKIJKEN,
    VINK,
    Optie,
    Punt,
    Stap,
    StudentVraag,
    Vraag,
)


@dataclass(frozen=True)
class Veld:
    """A field as it is stored: one answer row each (or one a person, where it is `eigen`)."""

    code: str
    soort: str
    label: str
    hulp: str = ""
    verslag: str = ""
    eigen: bool = False
    deel: str = ""
    opties: tuple[Optie, ...] = ()
    meer: bool = False
    bron: str = ""
    pad: str = ""  # the path it stands on, as "<code of the fork>:<code of the path>"
    kenmerken: tuple[str, ...] = ()
    schaal: bool = False  # one word of the scale of the instrument


def question(vraag: Vraag, deel: str, verslag: str = "", pad: str = "") -> Veld:
    """The field of a question; without a heading of its own it stands under that of its place."""
    return Veld(
        code=vraag.code,
        soort=KEUZE if vraag.soort in (SCHAAL, KENMERKEN) else vraag.soort,
        label=vraag.label,
        hulp=vraag.hulp,
        verslag=vraag.verslag or verslag,
        eigen=vraag.eigen,
        deel=deel,
        opties=vraag.keuzes,
        meer=vraag.soort == KENMERKEN,
        bron=vraag.bron,
        pad=pad,
        kenmerken=(vraag.kenmerk,) if vraag.kenmerk else (),
        schaal=vraag.soort == SCHAAL,
    )


def point(punt: Punt, deel: str, pad: str = "") -> Veld:
    """The box of a point."""
    return Veld(code=punt.code, soort=VINK, label=punt.tekst, deel=deel, pad=pad, kenmerken=punt.kenmerken)


def step_fields(stap: Stap, vinken: bool = True) -> Iterator[Veld]:
    """Points (where they can be ticked), fork with its paths, points after the fork, questions: as on the page."""
    yield from (point(punt, stap.code) for punt in stap.punten if vinken)
    if keuze := stap.keuze:
        opties = tuple(Optie(pad.code, pad.kop, pad.doel) for pad in keuze.paden)
        yield Veld(
            keuze.code,
            KEUZE,
            keuze.vraag,
            keuze.hulp,
            keuze.verslag,
            deel=stap.code,
            opties=opties,
            meer=keuze.meer,
        )
        for pad in keuze.paden:
            place = f"{keuze.code}:{pad.code}"
            yield from (point(punt, stap.code, place) for punt in pad.punten if vinken)
            yield from (question(vraag, stap.code, pad.verslag, place) for vraag in pad.vragen)
    yield from (point(punt, stap.code) for punt in stap.na_keuze if vinken)
    yield from (question(vraag, stap.code, stap.verslag) for vraag in stap.vragen)


def student_fields(student: StudentVraag | None) -> Iterator[Veld]:
    """The choice of the student, and room for more."""
    if student is None:
        return
    yield Veld(
        student.code,
        KEUZE,
        student.label,
        student.hulp,
        student.verslag,
        deel=TERUGKIJKEN,
        opties=student.keuzes,
    )
    if student.tekst:
        yield question(student.tekst, TERUGKIJKEN, student.verslag)
