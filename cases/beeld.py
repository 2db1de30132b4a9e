"""A casus for a wall: one part a screen, with a link back and one on."""

from dataclasses import dataclass
from typing import Any

from cases.casus import Casus, Kantlijn


@dataclass(frozen=True)
class Blad:
    """One screen: what kind it is (titel, deel, denk, vragen), its heading, and what it shows."""

    soort: str
    kop: str
    inhoud: Any

    @property
    def noten(self) -> list[Kantlijn]:
        """What stands in the margin of this part."""
        return (
            [noot for alinea in self.inhoud.alineas for noot in alinea.kantlijn]
            if self.soort == "deel"
            else []
        )


def bladen(casus: Casus) -> list[Blad]:
    """All screens in order: title with people, the parts with the thinking before the turn, and the questions."""
    found = [Blad("titel", casus.titel, casus)]
    found += [Blad("deel", deel.kop, deel) for deel in casus.voor]
    found.append(Blad("denk", "Wat zou jij doen?", casus.denk))
    found += [Blad("deel", deel.kop, deel) for deel in casus.na]
    groups = [
        ("Praat erover in het team", casus.vragen.team),
        ("Praat erover met z'n tweeën", casus.vragen.duo),
        ("Denk er zelf over na" if casus.vragen.team else "Praat erover", casus.vragen.zelf),
    ]
    return found + [Blad("vragen", kop, questions) for kop, questions in groups if questions]


def number(asked: str, most: int) -> int:
    """Which screen is asked for, from 1; anything else is the first, and too far is the last."""
    return min(max(int(asked), 1), most) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else 1
