"""The kenmerken of good guidance and of working together, from `fixtures/kenmerken.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings

from checklists.content import ContentError, Node, read_yaml


@dataclass(frozen=True)
class Kenmerk:
    """One kenmerk: its name, what it means and what helps."""

    code: str
    naam: str
    uitleg: str
    wat_helpt: tuple[str, ...]
    groep: str


@dataclass(frozen=True)
class KenmerkGroep:
    """A group of kenmerken that belong together."""

    code: str
    titel: str
    kenmerken: tuple[Kenmerk, ...]


@dataclass(frozen=True)
class Kenmerken:
    """Everything in the file, with its source."""

    bron: str
    groepen: tuple[KenmerkGroep, ...]


def parse(data: dict[str, Any], *, where: str) -> Kenmerken:
    """The kenmerken in a mapping. Raises ContentError."""
    node = Node(data, where)
    groepen = tuple(
        _group(Node(item, f"{where}, groep {i}")) for i, item in enumerate(_groups(node), start=1)
    )
    result = Kenmerken(bron=node.text("bron"), groepen=groepen)
    node.done()
    seen: set[str] = set()
    for code in [g.code for g in groepen] + [k.code for g in groepen for k in g.kenmerken]:
        if code in seen:
            raise ContentError(
                f"{where}: de code “{code}” staat er twee keer. Geef een van de twee een andere code."
            )
        seen.add(code)
    return result


def _groups(node: Node) -> list[Any]:
    return node.items("groepen", required=True)


def _group(node: Node) -> KenmerkGroep:
    code = node.slug("code")
    node.where = f"{node.where} ({code})"
    titel = node.text("titel")
    kenmerken = [
        _kenmerk(Node(item, f"{node.where}, kenmerk {i}"), code)
        for i, item in enumerate(node.items("kenmerken", required=True), start=1)
    ]
    node.done()
    return KenmerkGroep(code=code, titel=titel, kenmerken=tuple(kenmerken))


def _kenmerk(node: Node, groep: str) -> Kenmerk:
    result = Kenmerk(
        code=node.slug("code"),
        naam=node.text("naam"),
        uitleg=node.text("uitleg"),
        wat_helpt=node.words("wat_helpt"),
        groep=groep,
    )
    node.done()
    return result


@lru_cache(maxsize=1)
def alles() -> Kenmerken:
    """The validated file; read once a process."""
    path = settings.CONTENT_DIR / "kenmerken.yaml"
    return parse(read_yaml(path), where=path.name)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Kenmerk]:
    return {kenmerk.code: kenmerk for groep in alles().groepen for kenmerk in groep.kenmerken}


def kenmerk(code: str) -> Kenmerk:
    """One kenmerk. Raises KeyError."""
    return _by_code()[code]


def naam(code: str) -> str:
    """The name of a kenmerk; of a code that is not in the content the code itself."""
    found = _by_code().get(code)
    return found.naam if found else code


def codes() -> frozenset[str]:
    """The codes of all kenmerken."""
    return frozenset(_by_code())


def groepen() -> tuple[KenmerkGroep, ...]:
    """The groups in the order of the file."""
    return alles().groepen
