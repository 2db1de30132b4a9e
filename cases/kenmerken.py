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
    """More about a kenmerk: why it works, what one can say, and where it goes wrong with good intentions."""

    waarom: str
    zinnen: tuple[str, ...]
    let_op: str


def parse(data: dict[str, Any], *, where: str) -> dict[str, Uitleg]:
    """The explanations by code of the kenmerk. Raises ContentError."""
    node = Node(data, where)
    rows = Node(node.raw("kenmerken"), f"{where}, kenmerken")
    node.done()
    found = {}
    for code in rows.data:
        rows.known("kenmerk", code, sorted(kenmerken.codes()))
        found[code] = _uitleg(Node(rows.data[code], f"{where}, kenmerk {code}"))
    missing = sorted(kenmerken.codes() - found.keys())
    if missing:
        raise rows.fail(f"het kenmerk “{missing[0]}” ontbreekt. Schrijf er een uitleg bij.")
    return found


def _uitleg(node: Node) -> Uitleg:
    result = Uitleg(node.text("waarom"), node.words("zo_zeg_je_het"), node.text("let_op"))
    if not result.zinnen:
        raise node.fail("onder “zo_zeg_je_het” staat nog geen zin. Schrijf er ten minste één.")
    node.done()
    return result


@lru_cache(maxsize=1)
def _alles() -> dict[str, Uitleg]:
    path = settings.CONTENT_DIR / "kenmerken-uitleg.yaml"
    return parse(read_yaml(path), where=path.name)


def uitleg(code: str) -> Uitleg:
    """What there is to read about a kenmerk. Raises KeyError."""
    return _alles()[code]


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
