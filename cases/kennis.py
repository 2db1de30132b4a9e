"""What there is to read beside the casussen: KAW explained, and where to read on; from `fixtures/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings

from checklists.content import Node, read_yaml


@dataclass(frozen=True)
class Stuk:
    """A heading and what stands under it."""

    kop: str
    tekst: str


@dataclass(frozen=True)
class Uitleg:
    """A page of explanation, with its source."""

    titel: str
    inleiding: str
    delen: tuple[Stuk, ...]
    bron: str


@dataclass(frozen=True)
class Werk:
    """Something to read: by whom, where it is found, and when one takes it up."""

    code: str
    titel: str
    makers: str
    jaar: str
    waar: str
    waarom: str


@dataclass(frozen=True)
class Leeslijst:
    """All works, with the source that names them."""

    bron: str
    werken: tuple[Werk, ...]


def parse_kaw(data: dict[str, Any], *, where: str) -> Uitleg:
    """KAW explained. Raises ContentError."""
    node = Node(data, where)
    delen = []
    for i, item in enumerate(node.items("delen", required=True), start=1):
        one = Node(item, f"{where}, deel {i}")
        delen.append(Stuk(one.text("kop"), one.text("tekst")))
        one.done()
    result = Uitleg(node.text("titel"), node.text("inleiding"), tuple(delen), node.text("bron"))
    node.done()
    return result


def parse_lezen(data: dict[str, Any], *, where: str) -> Leeslijst:
    """The list of works. Raises ContentError."""
    node = Node(data, where)
    items = node.items("lezen", required=True)
    result = Leeslijst(
        node.text("bron"),
        tuple(_werk(Node(item, f"{where}, werk {i}")) for i, item in enumerate(items, start=1)),
    )
    node.done()
    return result


def _werk(node: Node) -> Werk:
    result = Werk(
        code=node.slug("code"),
        titel=node.text("titel"),
        makers=node.text("makers"),
        jaar=node.optional_text("jaar"),
        waar=node.optional_text("waar"),
        waarom=node.text("waarom"),
    )
    if result.waar and not result.waar.startswith("https://"):
        raise node.fail("bij “waar” hoort een adres. Begin het met https://.")
    node.done()
    return result


@lru_cache(maxsize=1)
def kaw() -> Uitleg:
    """The validated file; read once a process."""
    return parse_kaw(read_yaml(settings.CONTENT_DIR / "kaw.yaml"), where="kaw.yaml")


@lru_cache(maxsize=1)
def lezen() -> Leeslijst:
    """The validated file; read once a process."""
    return parse_lezen(read_yaml(settings.CONTENT_DIR / "verder-lezen.yaml"), where="verder-lezen.yaml")
