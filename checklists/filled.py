"""Reading a filled-in instrument: what stands where, who wrote it, what is done. Two queries, whatever its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Q

from checklists import values
from checklists.fields import Veld
from checklists.instrument import Instrument
from checklists.kenmerken import Kenmerk, kenmerk
from checklists.models import Antwoord, Botsing, Invulling
from checklists.nodes import KEUZE, REGELS, VINK
from checklists.queries import open_conflicts
from checklists.tokens import Token, token_of

if TYPE_CHECKING:
    from begeleiders.models import User


@dataclass(frozen=True)
class Heading:
    """One part of the review and the verslag: the answers that stand under one heading.

    `soort` is "citaat" for the words of the student, "regels" where lines are af or open, else "gewoon".
    """

    kop: str
    soort: str
    items: list[str]
    af: list[str]
    open: list[str]


class Filled:
    """An invulling as one person sees it: the shared answers, and this person's own."""

    def __init__(self, invulling: Invulling, for_user: User) -> None:
        self.invulling = invulling
        self.for_user = for_user
        self.instrument: Instrument = invulling.versie.instrument

    @cached_property
    def answers(self) -> dict[str, Antwoord]:
        """The stored answers by field, each with its writer."""
        rows = (
            Antwoord.objects.filter(invulling=self.invulling)
            .filter(Q(eigenaar__isnull=True) | Q(eigenaar=self.for_user))
            .select_related("door")
        )
        return {row.veld: row for row in rows}

    @cached_property
    def conflicts(self) -> dict[str, list[Botsing]]:
        """The open conflicts by field, oldest first."""
        result: dict[str, list[Botsing]] = {}
        for botsing in open_conflicts(invulling=self.invulling, for_user=self.for_user):
            result.setdefault(botsing.antwoord.veld, []).append(botsing)
        return result

    def answer(self, code: str) -> Antwoord | None:
        """The stored answer, with `door`, `op` and `versie`, or None."""
        return self.answers.get(code)

    def value(self, code: str) -> values.Value:
        """The value of a field; the empty one where nobody answered. Raises KeyError for an unknown field."""
        row = self.answers.get(code)
        return values.empty(self.instrument.veld(code)) if row is None else row.waarde

    def token(self, code: str) -> str:
        """The token for the hidden field of a page that shows the stored value."""
        row = self.answers.get(code)
        return str(Token(0, values.digest(self.value(code)))) if row is None else token_of(row)

    def words(self, code: str) -> list[str]:
        """The value in words."""
        return values.words(self.instrument.veld(code), self.value(code))

    def filled(self, code: str) -> bool:
        """Whether there is an answer."""
        return values.is_filled(self.value(code))

    @cached_property
    def empty(self) -> bool:
        """Whether nothing was answered yet."""
        return not any(self.filled(code) for code in self.answers)

    def done(self, deel: str) -> bool:
        """Whether somebody ticked or wrote anything in this part."""
        return any(self.filled(veld.code) for veld in self.instrument.velden(deel))

    def done_steps(self) -> set[str]:
        """The codes of the steps in which somebody ticked or wrote anything."""
        return {stap.code for stap in self.instrument.stappen if self.done(stap.code)}

    def chosen(self, keuze: str) -> list[str]:
        """The codes that were chosen in a fork or a choice."""
        value = self.value(keuze)
        return [value] if isinstance(value, str) and value else list(value)

    def on_path(self, veld: Veld) -> bool:
        """Whether the field stands on a path that was taken, or on none."""
        keuze, _, pad = veld.pad.partition(":")
        return not keuze or pad in self.chosen(keuze)

    def ticked(self, deel: str | None = None) -> list[Veld]:
        """The points that were ticked on the paths taken, in reading order."""
        fields = self.instrument.velden(deel)
        return [
            veld for veld in fields if veld.soort == VINK and self.filled(veld.code) and self.on_path(veld)
        ]

    def kenmerken_touched(self) -> list[tuple[Kenmerk, bool]]:
        """The kenmerken that the instrument looks back on, each with whether a ticked point spoke to it."""
        touched = {code for veld in self.ticked() for code in veld.kenmerken}
        return [(kenmerk(code), code in touched) for code in self.instrument.terugkijken.kenmerken]

    def review(self) -> list[Heading]:
        """The shared answers by heading, in the order of the instrument; empty headings are left out.

        Texts, choices in words and lines (af or open) stand here; ticks are help for the talk and no part of it,
        and what stands on a path that was not taken stays out. Own fields never show.
        """
        headings: dict[str, Heading] = {}
        for veld in self.instrument.velden():
            if self._reported(veld):
                new = Heading(veld.verslag, self._kind(veld), [], [], [])
                self._extend(headings.setdefault(veld.verslag, new), veld)
        return list(headings.values())

    def _reported(self, veld: Veld) -> bool:
        if not veld.verslag or veld.eigen or veld.soort == VINK:
            return False
        return self.filled(veld.code) and self.on_path(veld)

    def _kind(self, veld: Veld) -> str:
        student = {own.code for own in self.instrument.velden("student")}
        if veld.code in student:
            return "citaat"
        return "regels" if veld.soort == REGELS else "gewoon"

    def _extend(self, heading: Heading, veld: Veld) -> None:
        if veld.soort == REGELS:
            for line in self.value(veld.code):
                (heading.af if line["stand"] == values.AF else heading.open).append(line["tekst"])
        else:
            heading.items.extend(self.words(veld.code))

    def choices(self) -> Iterator[tuple[Veld, list[str]]]:
        """Every fork and choice that was answered, in words."""
        for veld in self.instrument.velden():
            if veld.soort == KEUZE and self.filled(veld.code):
                yield veld, self.words(veld.code)
