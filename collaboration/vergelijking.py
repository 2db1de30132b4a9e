"""Two sides beside each other: pure functions from answers to words, places in a drawing, and a trend.

A scale has words with a value (vraagt aandacht 1, op weg 2, gaat goed 3) and may have words without one (niet van
toepassing). A kenmerk is compared on the values alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import pairwise
from typing import Any

from checklists.instrument import Instrument
from checklists.kenmerken import naam
from checklists.ways import Trede


class Oordeel(Enum):
    """What two answers say together: words, icon and tone of the badge (design, dot plot)."""

    GROOT = "Groot verschil, praat hierover", "chats-circle", "let"
    GROEIT = "Allebei: hier kan het groeien", "footprints", "weet"
    KLEIN = "Klein verschil", "arrows-left-right", ""
    ZELFDE = "Zelfde beeld", "check-circle-fill", "goed"
    NOG_NIET = "Nog niet te vergelijken", "circle-dashed", ""

    @property
    def woorden(self) -> str:
        """In words."""
        return self.value[0]

    @property
    def icoon(self) -> str:
        """The icon that repeats the words."""
        return self.value[1]

    @property
    def toon(self) -> str:
        """The tone of the badge."""
        return self.value[2]


# What to talk about first.
EERST = (Oordeel.GROOT, Oordeel.GROEIT, Oordeel.KLEIN)


def oordeel(een: int | None, ander: int | None, laagste: int = 1) -> Oordeel:
    """The verdict on two values; None where somebody gave no value. `laagste`: the lowest of the scale."""
    if een is None or ander is None:
        return Oordeel.NOG_NIET
    if een == ander:
        return Oordeel.GROEIT if een == laagste else Oordeel.ZELFDE
    return Oordeel.KLEIN if abs(een - ander) == 1 else Oordeel.GROOT


@dataclass(frozen=True)
class Antwoord:
    """The answer of one person to one kenmerk: the word, its value, the note."""

    woord: str
    waarde: int | None
    notitie: str = ""


NIETS = Antwoord("nog niets gekozen", None)


@dataclass(frozen=True)
class Rij:
    """One kenmerk with both answers. `x` is the place in the drawing, from 0 to 100."""

    kenmerk: str
    titel: str
    doel: str
    een: Antwoord
    ander: Antwoord
    laagste: int
    hoogste: int

    @property
    def oordeel(self) -> Oordeel:
        """What the two say together."""
        return oordeel(self.een.waarde, self.ander.waarde, self.laagste)

    def plaats(self, waarde: int | None) -> int | None:
        """Where a value stands on the line, in percents."""
        if waarde is None:
            return None
        return round(100 * (waarde - self.laagste) / max(1, self.hoogste - self.laagste))

    @property
    def x_een(self) -> int | None:
        """The place of the circle."""
        return self.plaats(self.een.waarde)

    @property
    def x_ander(self) -> int | None:
        """The place of the diamond."""
        return self.plaats(self.ander.waarde)

    @property
    def samen(self) -> bool:
        """Whether both marks stand at one place, so that they are drawn above each other."""
        return self.x_een is not None and self.x_een == self.x_ander

    @property
    def lijn(self) -> tuple[int, int] | None:
        """From where to where the line between two marks goes."""
        if self.x_een is None or self.x_ander is None or self.samen:
            return None
        return min(self.x_een, self.x_ander), max(self.x_een, self.x_ander)


Waarden = Mapping[str, Any]


def antwoorden(instrument: Instrument, waarden: Waarden) -> dict[str, Antwoord]:
    """The answers of one side by kenmerk; `waarden` are the stored values by field."""
    found: dict[str, Antwoord] = {}
    for stap in instrument.stappen:
        fields = instrument.velden(stap.code)
        notes = [
            str(waarden.get(veld.code) or "").strip() for veld in fields if veld.verslag and not veld.schaal
        ]
        for veld in fields:
            if veld.schaal and veld.kenmerken:
                trede = instrument.manier.trede(str(waarden.get(veld.code) or ""))
                found[veld.kenmerken[0]] = _antwoord(trede, "\n".join(note for note in notes if note))
    return found


def _antwoord(trede: Trede | None, notitie: str) -> Antwoord:
    if trede is None:
        return Antwoord(NIETS.woord, None, notitie)
    return Antwoord(trede.label, trede.waarde, notitie)


def open_kenmerken(instrument: Instrument, waarden: Waarden) -> list[str]:
    """The names of the kenmerken to which nobody gave an answer yet, in order."""
    return [naam(code) for code, one in antwoorden(instrument, waarden).items() if one.woord == NIETS.woord]


def rijen(een: tuple[Instrument, Waarden], ander: tuple[Instrument, Waarden]) -> list[Rij]:
    """The comparison, one row a kenmerk, in the order of the instrument of the first."""
    instrument = een[0]
    first, second = antwoorden(*een), antwoorden(*ander)
    values = [trede.waarde for trede in instrument.manier.schaal if trede.waarde is not None]
    doel = {_kenmerk(instrument, stap.code): stap.doel for stap in instrument.stappen}
    return [
        Rij(code, naam(code), doel.get(code, ""), one, second.get(code, NIETS), min(values), max(values))
        for code, one in first.items()
    ]


def _kenmerk(instrument: Instrument, stap: str) -> str:
    found = [veld.kenmerken[0] for veld in instrument.velden(stap) if veld.schaal and veld.kenmerken]
    return found[0] if found else ""


def begin_bij(rows: Iterable[Rij], most: int = 3) -> list[Rij]:
    """With what to begin: great differences first, then where both see room, then small ones."""
    found = [row for row in rows if row.oordeel in EERST]
    return sorted(found, key=lambda row: EERST.index(row.oordeel))[:most]


def sterk(rows: Iterable[Rij]) -> list[Rij]:
    """Where both say that it goes well."""
    return [row for row in rows if row.een.waarde == row.ander.waarde == row.hoogste]


# Over time -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ronde:
    """One time that the two looked together."""

    op: datetime
    rijen: tuple[Rij, ...]

    def rij(self, kenmerk: str) -> Rij | None:
        """The row of a kenmerk, if it was there."""
        return next((row for row in self.rijen if row.kenmerk == kenmerk), None)


def afstand(row: Rij) -> int | None:
    """How far the two answers lie apart; None where they cannot be compared."""
    if row.een.waarde is None or row.ander.waarde is None:
        return None
    return abs(row.een.waarde - row.ander.waarde)


def _gemiddeld(row: Rij) -> float:
    return ((row.een.waarde or 0) + (row.ander.waarde or 0)) / 2


def verandering(eerst: Rij, nu: Rij) -> str:
    """What changed at one kenmerk, in a sentence or two."""
    toen, straks = afstand(eerst), afstand(nu)
    if toen is None or straks is None:
        return "Dit is nog niet te vergelijken."
    if straks < toen:
        if not straks:
            return "Jullie zagen het eerst anders. Nu zien jullie hetzelfde."
        return "Jullie zitten dichter bij elkaar dan eerst."
    if straks > toen:
        return "Jullie zien het nu minder gelijk dan eerst. Vraag elkaar wat er veranderde."
    if _gemiddeld(nu) > _gemiddeld(eerst):
        return "Dit gaat beter dan eerst."
    if _gemiddeld(nu) < _gemiddeld(eerst):
        return "Dit vraagt meer aandacht dan eerst."
    if nu.oordeel is Oordeel.GROOT:
        return "Het verschil is gebleven. Praat hierover."
    return "Dit is ongeveer hetzelfde gebleven."


@dataclass(frozen=True)
class Punt:
    """One time in the drawing of a trend (200 wide, 60 high, `y` from the top); None where there is no value."""

    x: int
    y_een: int | None
    y_ander: int | None


@dataclass(frozen=True)
class Trend:
    """One kenmerk over the times that the two looked: the drawing, and the same in words."""

    kenmerk: str
    titel: str
    punten: tuple[Punt, ...]
    rijen: tuple[tuple[datetime, Rij], ...]
    zin: str

    def lijn(self, kant: str) -> list[tuple[int, int, int, int]]:
        """The pieces of line between the values of one side that follow each other."""
        ys = [(p.x, getattr(p, f"y_{kant}")) for p in self.punten]
        return [(x1, y1, x2, y2) for (x1, y1), (x2, y2) in pairwise(ys) if y1 is not None and y2 is not None]

    @property
    def lijn_een(self) -> list[tuple[int, int, int, int]]:
        """The line of the circles."""
        return self.lijn("een")

    @property
    def lijn_ander(self) -> list[tuple[int, int, int, int]]:
        """The line of the diamonds."""
        return self.lijn("ander")


def trends(rondes: Sequence[Ronde], most: int = 4) -> list[Trend]:
    """Each kenmerk of the last round over the last `most` rounds, oldest first; nothing where there was one round."""
    last = list(rondes)[-most:]
    if len(last) < 2:
        return []
    found = []
    for row in last[-1].rijen:
        there = [(ronde.op, one) for ronde in last if (one := ronde.rij(row.kenmerk))]
        places = tuple(_punt(number, len(there), one) for number, (_, one) in enumerate(there))
        zin = verandering(there[-2][1], row) if len(there) > 1 else ""
        found.append(Trend(row.kenmerk, row.titel, places, tuple(there), zin))
    return found


def _punt(number: int, many: int, row: Rij) -> Punt:
    def y(x: int | None) -> int | None:
        return None if x is None else round(0.6 * (100 - x))

    return Punt(round(200 * number / max(1, many - 1)), y(row.x_een), y(row.x_ander))


def as_woorden(schaal: Iterable[Trede]) -> list[tuple[int, str, int, str]]:
    """The words under the line of the drawing: place in percents, how the text hangs there, shift, word."""
    words = sorted((trede.waarde, trede.label) for trede in schaal if trede.waarde is not None)
    least, most = words[0][0], words[-1][0]
    found = []
    for waarde, label in words:
        x = round(100 * (waarde - least) / max(1, most - least))
        hang, shift = ("start", -12) if x == 0 else ("end", 12) if x == 100 else ("middle", 0)
        found.append((x, hang, shift, label))
    return found
