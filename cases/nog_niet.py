"""The writing help "nog niet", from `fixtures/nog-niet.yaml`: what closes a door, and how it stays open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings

from checklists.content import Node, read_yaml


@dataclass(frozen=True)
class Hulp:
    """Words that judge or close a door, what to do instead, and an example of it."""

    woorden: tuple[str, ...]
    liever: str
    voorbeeld: str


@dataclass(frozen=True)
class NogNiet:
    """All hints, with what they are for."""

    uitleg: str
    hulp: tuple[Hulp, ...]


def parse(data: dict[str, Any], *, where: str) -> NogNiet:
    """The hints in a mapping. Raises ContentError."""
    node = Node(data, where)
    items = node.items("hulp", required=True)
    hulp = tuple(_hulp(Node(item, f"{where}, hulp {i}")) for i, item in enumerate(items, start=1))
    result = NogNiet(node.text("uitleg"), hulp)
    node.done()
    seen: set[str] = set()
    for word in (word.casefold() for one in hulp for word in one.woorden):
        if word in seen:
            raise node.fail(f"“{word}” staat er twee keer. Haal er een weg.")
        seen.add(word)
    return result


def _hulp(node: Node) -> Hulp:
    result = Hulp(node.words("woorden"), node.text("liever"), node.text("voorbeeld"))
    if not result.woorden:
        raise node.fail("de lijst “woorden” is leeg. Zet er ten minste één woord in.")
    if any("|" in word for word in result.woorden):
        raise node.fail("in “woorden” kan geen staand streepje. Haal het weg.")
    node.done()
    return result


@lru_cache(maxsize=1)
def alles() -> NogNiet:
    """The validated file; read once a process."""
    return parse(read_yaml(settings.CONTENT_DIR / "nog-niet.yaml"), where="nog-niet.yaml")
