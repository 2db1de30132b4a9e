"""Strict reading of content files: every mistake is named with its place, and with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# The parser in C where it is there: ten times as fast, the same outcome.
if TYPE_CHECKING:
    _Base = yaml.SafeLoader
else:
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(Exception):
    """A content file is wrong. The message is one Dutch sentence: where, what, and what to do."""


class _UniqueLoader(_Base):
    """YAML as usual, but a key that stands there twice is refused instead of silently dropped."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As in the base loader, after a look at the keys."""
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise ContentError(f"regel {line}: het kopje “{key}” staat er twee keer. Haal er een weg.")
            seen.add(key)
        return dict(super().construct_mapping(node, deep))


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises ContentError with the file's name."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_UniqueLoader)  # noqa: S506
    except ContentError as error:
        raise ContentError(f"{path.name}, {error}") from error
    except yaml.YAMLError as error:
        raise ContentError(
            f"{path.name}: dit is nog geen geldige YAML. Verbeter het teken of de inspringing: {error}"
        ) from error
    if not isinstance(data, dict):
        raise ContentError(f"{path.name}: hier hoort een lijst van kopjes. Begin met “code:”.")
    return data


class Node:
    """One mapping of a content file, read key by key; `done()` refuses what nobody asked for."""

    def __init__(self, data: object, where: str) -> None:
        if not isinstance(data, dict):
            raise ContentError(f"{where}: hier horen kopjes met een waarde. Schrijf “kopje: waarde”.")
        self.data: dict[Any, Any] = data
        self.where = where
        self.asked: set[str] = set()

    def fail(self, what: str) -> ContentError:
        """An error at this place."""
        return ContentError(f"{self.where}: {what}")

    def has(self, key: str) -> bool:
        """Whether the key is there and not empty."""
        self.asked.add(key)
        return self.data.get(key) is not None

    def raw(self, key: str) -> Any:
        """A required value of any type."""
        if not self.has(key):
            raise self.fail(f"het kopje “{key}” ontbreekt. Vul het in.")
        return self.data[key]

    def text(self, key: str) -> str:
        """A required, non-empty text."""
        value = self.raw(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"bij “{key}” hoort tekst. Zet er een zin, zo nodig tussen aanhalingstekens.")
        return value.strip()

    def optional_text(self, key: str) -> str:
        """A text, or an empty one."""
        return self.text(key) if self.has(key) and self.data[key] != "" else ""

    def slug(self, key: str) -> str:
        """A required code: small letters, digits and dashes."""
        value = self.text(key)
        if not SLUG.fullmatch(value) or len(value) > 60:
            raise self.fail(f"“{value}” kan geen {key} zijn. Gebruik kleine letters, cijfers en streepjes.")
        return value

    def number(self, key: str) -> int:
        """A required whole number from 1."""
        value = self.raw(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.fail(f"bij “{key}” hoort een heel getal vanaf 1. Verbeter “{value}”.")
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes or no."""
        if not self.has(key):
            return default
        value = self.data[key]
        if not isinstance(value, bool):
            raise self.fail(f"bij “{key}” hoort true of false. Verbeter “{value}”.")
        return value

    def one_of(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """A required word out of a known set."""
        value = default if default is not None and not self.has(key) else self.raw(key)
        return self.known(key, value, known)

    def known(self, key: str, value: object, known: Iterable[str]) -> str:
        """`value` if it is one of the known words."""
        words = list(known)
        if not isinstance(value, str) or value not in words:
            raise self.fail(f"“{value}” is geen bekend woord voor “{key}”. Kies uit: {', '.join(words)}.")
        return value

    def items(self, key: str, *, required: bool = False) -> list[Any]:
        """A list; an absent one is empty."""
        if not self.has(key):
            if required:
                raise self.fail(f"het kopje “{key}” ontbreekt. Zet er ten minste één regel onder.")
            return []
        value = self.data[key]
        if not isinstance(value, list):
            raise self.fail(f"onder “{key}” hoort een lijst. Begin elke regel met een streepje.")
        if required and not value:
            raise self.fail(f"de lijst “{key}” is leeg. Zet er ten minste één regel in.")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; an absent one is empty."""
        values = self.items(key)
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.fail(f"in de lijst “{key}” hoort tekst. Verbeter “{value}”.")
        return tuple(value.strip() for value in values)

    def done(self) -> None:
        """Refuse keys that were never asked for: a typing error would otherwise pass in silence."""
        strange = [str(key) for key in self.data if key not in self.asked]
        if strange:
            raise self.fail(
                f"het kopje “{strange[0]}” is onbekend. Haal het weg, of kies uit: {', '.join(sorted(self.asked))}."
            )
