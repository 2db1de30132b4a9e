"""A whole instrument: one tree drives the page, the review and the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from checklists.fields import Veld, question, step_fields, student_fields
from checklists.nodes import GEWOON, STUDENT, TERUGKIJKEN, VOOR, Stap, Terugkijken, Voor
from checklists.ways import Manier


@dataclass(frozen=True)
class Instrument:
    """A whole instrument, as data."""

    code: str
    versie: int
    titel: str
    kort: str
    soort: str
    waarvoor: str
    bron: str
    kanttekening: str
    voor: Voor
    stappen: tuple[Stap, ...]
    terugkijken: Terugkijken
    volgorde: int  # its place among the instruments that can be started
    gesprek: str  # the kind of gesprek that it belongs to, a word of the room above; may be empty
    tonen: tuple[tuple[str, str], ...]  # headings of the verslag that say what goes well or is worked on
    manier: Manier  # by whom it is filled in, and how

    def stap(self, code: str) -> Stap:
        """The step with this code. Raises KeyError."""
        return self._stap[code]

    def volgende(self, code: str) -> Stap | None:
        """The step after this one, or None after the last."""
        index = self.stappen.index(self.stap(code)) + 1
        return self.stappen[index] if index < len(self.stappen) else None

    def vorige(self, code: str) -> Stap | None:
        """The step before this one, or None before the first."""
        index = self.stappen.index(self.stap(code))
        return self.stappen[index - 1] if index else None

    def plaats(self, code: str) -> int:
        """Which step it is, counted from 1: "Stap 3 van 5"."""
        return self.stappen.index(self.stap(code)) + 1

    def toon(self, kop: str) -> str:
        """The tone of a heading of the verslag: goed, werk, or gewoon."""
        return dict(self.tonen).get(kop, GEWOON)

    @property
    def delen(self) -> tuple[str, ...]:
        """All parts in order: voor, the codes of the steps, terugkijken."""
        return (VOOR, *(stap.code for stap in self.stappen), TERUGKIJKEN)

    def velden(self, deel: str | None = None) -> tuple[Veld, ...]:
        """The fields of a part (voor, a step's code, terugkijken, student), or all. Raises KeyError."""
        return self._velden[deel]

    def veld(self, code: str) -> Veld:
        """One field. Raises KeyError."""
        return self._veld[code]

    @cached_property
    def _stap(self) -> dict[str, Stap]:
        return {stap.code: stap for stap in self.stappen}

    @cached_property
    def _veld(self) -> dict[str, Veld]:
        return {veld.code: veld for veld in self.velden()}

    @cached_property
    def _velden(self) -> dict[str | None, tuple[Veld, ...]]:
        parts: dict[str | None, tuple[Veld, ...]] = {
            VOOR: tuple(question(vraag, VOOR) for vraag in self.voor.vragen)
        }
        for stap in self.stappen:
            parts[stap.code] = tuple(step_fields(stap, self.manier.vinken))
        student = tuple(student_fields(self.terugkijken.student))
        back = tuple(question(vraag, TERUGKIJKEN) for vraag in self.terugkijken.vragen)
        parts[TERUGKIJKEN] = back + student
        parts[None] = tuple(veld for deel in self.delen for veld in parts[deel])
        parts[STUDENT] = student
        return parts
