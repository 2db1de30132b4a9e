"""The parts of an instrument: frozen, without a database. No line here names an instrument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Groups of phrases by profile; "alle" fits every student.
GROEPEN: dict[str, str] = {
    "techniek": "Techniek",
    "zorg-kantoor": "Zorg en kantoor",
    "horeca": "Horeca",
    "groen": "Groen",
    "winkel": "Winkel",
}
ALLE = "alle"
WIE: dict[str, str] = {"school": "School", "stage": "Stage", "beide": "School en stage"}

# Kinds of fields. A "keuze" comes from a fork, from the student's question, or from a question with `keuzes`.
TEKST, REGEL, VINK, REGELS, KEUZE = "tekst", "regel", "vink", "regels", "keuze"
# Two questions bring their choices along: those of the scale of the instrument, and the kenmerken of the points around.
SCHAAL, KENMERKEN = "schaal", "kenmerken"
VRAAGSOORTEN = (TEKST, REGEL, VINK, REGELS, KEUZE, SCHAAL, KENMERKEN)

# The tone of a heading in the verslag.
GOED, WERK, GEWOON = "goed", "werk", "gewoon"

VOOR, TERUGKIJKEN, STUDENT = "voor", "terugkijken", "student"


@dataclass(frozen=True)
class Zin:
    """An example phrase: who can say it, and which group of profiles it comes from."""

    tekst: str
    wie: str
    groep: str


@dataclass(frozen=True)
class Punt:
    """Something to do or discuss, which can be ticked."""

    code: str
    tekst: str
    kenmerken: tuple[str, ...]
    zinnen: tuple[Zin, ...]


@dataclass(frozen=True)
class Optie:
    """One thing that can be chosen."""

    code: str
    label: str
    hulp: str = ""


@dataclass(frozen=True)
class Vraag:
    """A field of its own: open, or one choice out of `keuzes`.

    `eigen`: each person has their own. `verslag`: the heading it stands under, or nothing. `kenmerk`: what the answer
    says something about.
    """

    code: str
    soort: str
    label: str
    hulp: str = ""
    verslag: str = ""
    eigen: bool = False
    bron: str = ""
    keuzes: tuple[Optie, ...] = ()
    kenmerk: str = ""


@dataclass(frozen=True)
class Pad:
    """One way through a fork."""

    code: str
    nummer: str
    titel: str
    doel: str
    verslag: str
    punten: tuple[Punt, ...]
    vragen: tuple[Vraag, ...]

    @property
    def kop(self) -> str:
        """Number and title, as on the page: "3a. Zo gaat het goed!"."""
        return f"{self.nummer}. {self.titel}" if self.nummer else self.titel


@dataclass(frozen=True)
class Keuze:
    """A fork in a step. `meer`: several paths at once."""

    code: str
    vraag: str
    hulp: str
    meer: bool
    verslag: str
    paden: tuple[Pad, ...]


@dataclass(frozen=True)
class Stap:
    """One page of a walk through an instrument."""

    code: str
    nummer: str
    titel: str
    doel: str
    verslag: str
    panelen: tuple[str, ...]
    punten: tuple[Punt, ...]
    vragen: tuple[Vraag, ...]
    keuze: Keuze | None
    na_keuze: tuple[Punt, ...]

    def alle_punten(self) -> Iterator[Punt]:
        """Every point in reading order, those of all paths included."""
        yield from self.punten
        for pad in self.keuze.paden if self.keuze else ():
            yield from pad.punten
        yield from self.na_keuze


@dataclass(frozen=True)
class Voor:
    """The page of preparation."""

    inleiding: str
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class StudentVraag:
    """The one question that is the student's to answer: a choice in words, and room for more."""

    code: str
    label: str
    hulp: str
    keuzes: tuple[Optie, ...]
    tekst: Vraag | None
    verslag: str


@dataclass(frozen=True)
class Terugkijken:
    """The page after the talk."""

    inleiding: str
    kenmerken: tuple[str, ...]
    vragen: tuple[Vraag, ...]
    student: StudentVraag | None


def zinnen_voor(punt: Punt, groep: str | None, wie: str | None = None) -> tuple[Zin, ...]:
    """The phrases of a point that fit: those of the own group first, then those for all.

    Without a group all of them, in the order of the content. `wie` ("school" or "stage") leaves out what only
    the other side can say.
    """
    zinnen = [zin for zin in punt.zinnen if wie is None or zin.wie in {wie, "beide"}]
    if groep is None:
        return tuple(zinnen)
    return (*(z for z in zinnen if z.groep == groep), *(z for z in zinnen if z.groep == ALLE))
