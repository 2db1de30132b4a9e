"""How an instrument is filled in: by whom, with ticks or with words of a scale, and how many phrases help."""

from __future__ import annotations

from dataclasses import dataclass

from checklists.content import Node
from checklists.nodes import GROEPEN, WIE, Stap

# gesprek: by everyone who holds the gesprek. alleen: private to who fills it in. paar: two people, each alone, and
# then side by side. What a way means is up to the room above.
GESPREK, ALLEEN, PAAR = "gesprek", "alleen", "paar"
WIJZEN = (GESPREK, ALLEEN, PAAR)
# Whom it is about: a student, or nobody, so that no page and no sheet asks for a name.
STUDENT, NIEMAND = "student", "niemand"
MIN_ZINNEN = 3


@dataclass(frozen=True)
class Trede:
    """One word of a scale. Without a `waarde` it says that the question does not fit, and compares with nothing."""

    code: str
    label: str
    waarde: int | None = None


@dataclass(frozen=True)
class Manier:
    """The keys of an instrument that say how it is used."""

    wijze: str = GESPREK
    over: str = STUDENT
    voor_wie: tuple[str, ...] = ()
    vinken: bool = True  # whether its points can be ticked; else they only prompt
    schaal: tuple[Trede, ...] = ()
    zinnen_minstens: int = MIN_ZINNEN
    zinnen_per_groep: bool = True

    def trede(self, code: str) -> Trede | None:
        """The word with this code, or None where there is no such answer."""
        return next((trede for trede in self.schaal if trede.code == code), None)


def read_manier(node: Node) -> Manier:
    """The keys `wijze`, `over`, `voor_wie`, `vinken`, `schaal`, `zinnen_minstens`, `zinnen_per_groep`; all optional."""
    sides = node.words("voor_wie")
    for side in sides:
        node.known("voor_wie", side, WIE)
    items = enumerate(node.items("schaal"), start=1)
    schaal = tuple(_trede(Node(item, f"{node.where}, schaal {i}")) for i, item in items)
    if schaal and sum(trede.waarde is not None for trede in schaal) < 2:
        raise node.fail("een schaal heeft ten minste twee woorden met een waarde. Voeg er een toe.")
    if len({trede.code for trede in schaal}) != len(schaal):
        raise node.fail("twee woorden van de schaal hebben dezelfde code. Geef elk woord een eigen code.")
    return Manier(
        wijze=node.one_of("wijze", WIJZEN, default=GESPREK),
        over=node.one_of("over", (STUDENT, NIEMAND), default=STUDENT),
        voor_wie=sides,
        vinken=node.flag("vinken", default=True),
        schaal=schaal,
        zinnen_minstens=node.number("zinnen_minstens") if node.has("zinnen_minstens") else MIN_ZINNEN,
        zinnen_per_groep=node.flag("zinnen_per_groep", default=True),
    )


def _trede(node: Node) -> Trede:
    result = Trede(
        code=node.slug("code"),
        label=node.text("label"),
        waarde=node.number("waarde") if node.has("waarde") else None,
    )
    node.done()
    return result


def every_group(stap: Stap, node: Node) -> None:
    """A step speaks to every student: at least one phrase for each group. Raises ContentError."""
    points = list(stap.alle_punten())
    there = {zin.groep for punt in points for zin in punt.zinnen}
    missing = [groep for groep in GROEPEN if groep not in there]
    if points and missing:
        raise node.fail(f"er is geen zin voor de groep “{missing[0]}”. Voeg er bij een punt een toe.")
