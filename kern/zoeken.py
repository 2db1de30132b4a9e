"""What a search is made of: sources, each in the room whose things it finds, and what they give back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

MEEST = 20  # hits of one source on a page; a source gives at most one more: then the page says that there are more
KORTST = 2  # letters: one letter finds half a school


@dataclass(frozen=True)
class Treffer:
    """One thing that was found, with its page; `sleutel` is the id of a person, for the tint of the arch."""

    naam: str
    url: str
    regel: str = ""
    sleutel: UUID | None = None


@dataclass(frozen=True)
class Bron:
    """A source: of the one who looks (students.access.Viewer) and the folded words, only what this person may see."""

    kop: str
    icon: str
    vind: Callable[[Any, tuple[str, ...]], list[Treffer]]


def long_enough(words: tuple[str, ...]) -> bool:
    """Whether there is a word to look for that says something."""
    return any(len(word) >= KORTST for word in words)
