"""What people brought into a talk with colleagues, for the access tests; every text holds a word of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from tests.acts_leidraad import bring_in

if TYPE_CHECKING:
    from tests.access.world import World

# Each with who brought it in: open ones, one that was rounded off, of the other school, of somebody whose role ended.
INBRENGERS = {
    "open": "mentor",
    "peer": "peercoach",
    "klaar": "praktijk",
    "school": "kawer_school",
    "ex": "ex_mentor",
}
KLAAR = ("klaar",)
TEXTS = {"situatie-kort": "situatie", "mijn-inzicht": "inzicht", "mijn-stap": "stap"}


def build(world: "World", word: Any) -> dict[str, UUID]:
    """Everything by name: "open", "klaar", …"""
    found: dict[str, UUID] = {}
    for name, who in INBRENGERS.items():
        texts = {code: word(f"leidraad {kind} {name}") for code, kind in TEXTS.items()}
        viewer = world.viewer(who, 2 if name == "ex" else 0)
        found[name] = bring_in(viewer, texts, klaar=name in KLAAR).pk
    return found


def readers() -> dict[str, str]:
    """Each word with the one who reads it."""
    return {f"leidraad {kind} {name}": who for name, who in INBRENGERS.items() for kind in TEXTS.values()}


def pages(world: "World") -> list[str]:
    """Every page that shows one of these words."""
    tails = ("", "deel/situatie/", "deel/inzicht/")
    own = [f"/leidraad/{pk}/{tail}" for pk in world.leidraad.values() for tail in tails]
    return ["/leidraad/", "/leidraad/inzichten/", *own]


ARGS: dict[str, Callable[["World", str], list[Any]]] = {
    "leidraad_terug leidraad_klaar leidraad_weg": lambda w, name: [w.leidraad[name]],
    "leidraad_deel": lambda w, name: [w.leidraad[name], "perspectieven"],
    "leidraad_botsing": lambda w, name: [w.leidraad[name], uuid4()],
    "student_kenmerken": lambda w, name: [w.students[name].pk],
}
BODIES: dict[str, Callable[[], dict[str, Any]]] = {
    "leidraad": lambda: {"instrument": "collegiale-feedback"},
    "leidraad_deel": lambda: {"andere-kijk": "Het kan ook stilte zijn."},
}
