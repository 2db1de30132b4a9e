"""A kenmerk with all that there is to read about it: the explanation, phrases, points of instruments, casussen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings

from checklists import kenmerken
from checklists.content import Node, read_yaml
from checklists.nodes import Punt
from checklists.queries import current_all


@dataclass(frozen=True)
class Uitleg:
    """More about a kenmerk than its name: why it works, what helps, and what one can say."""

    code: str
    waarom: str
    helpt: tuple[str, ...]
    zinnen: tuple[str, ...]


def parse(data: dict[str, Any], *, where: str) -> dict[str, Uitleg]:
    """The explanations by code of the kenmerk. Raises ContentError."""
    node = Node(data, where)
    items = node.items("kenmerken", required=True)
    rows = [_uitleg(Node(item, f"{where}, kenmerk {i}")) for i, item in enumerate(items, start=1)]
    node.done()
    found = {row.code: row for row in rows}
    if len(found) != len(rows):
        raise node.fail("een kenmerk staat er twee keer. Haal er een weg.")
    return found


def _uitleg(node: Node) -> Uitleg:
    result = Uitleg(
        code=node.one_of("code", sorted(kenmerken.codes())),
        waarom=node.text("waarom"),
        helpt=node.words("helpt"),
        zinnen=node.words("zinnen"),
    )
    node.done()
    return result


@lru_cache(maxsize=1)
def _alles() -> dict[str, Uitleg]:
    path = settings.CONTENT_DIR / "kenmerken-uitleg.yaml"
    return parse(read_yaml(path), where=path.name) if path.exists() else {}


def uitleg(code: str) -> Uitleg | None:
    """What there is to read about a kenmerk, where something was written."""
    return _alles().get(code)


@dataclass(frozen=True)
class Voorbeeld:
    """The points of one instrument that are about a kenmerk."""

    code: str
    naam: str
    punten: tuple[Punt, ...]


def voorbeelden(kenmerk: str) -> list[Voorbeeld]:
    """Of each instrument that can be read the points tagged with this kenmerk that have phrases: one query."""
    found = []
    for row in sorted(current_all(), key=lambda row: row.instrument.volgorde):
        tree = row.instrument
        points = [punt for stap in tree.stappen for punt in stap.alle_punten()]
        tagged = tuple(punt for punt in points if kenmerk in punt.kenmerken and punt.zinnen)
        if tagged:
            found.append(Voorbeeld(tree.code, tree.kort, tagged))
    return found
