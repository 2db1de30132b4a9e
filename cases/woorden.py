"""The woordenlijst, from `fixtures/woordenlijst.yaml`, and finding its words in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from checklists.content import Node, read_yaml
from kern.folding import fold
from kern.http import address

MAX_SIMPEL = 15  # words in the sentence for a student


@dataclass(frozen=True)
class Woord:
    """A word, what else it is called, what it means for a colleague and for a student."""

    code: str
    woord: str
    ook: tuple[str, ...]
    uitleg: str
    simpel: str
    zie: tuple[str, ...]
    uit_bron: bool

    @property
    def sleutel(self) -> str:
        """What it is sorted by, and under which letter: without accents and capitals."""
        return fold(self.woord)

    @property
    def verwijst(self) -> list[tuple[str, str]]:
        """The words to read on: name and code."""
        return [(woord(code).woord, code) for code in self.zie]


@dataclass(frozen=True)
class Woordenlijst:
    """Everything in the file, with its source."""

    bron: str
    woorden: tuple[Woord, ...]


def parse(data: dict[str, Any], *, where: str) -> Woordenlijst:
    """The words in a mapping. Raises ContentError."""
    node = Node(data, where)
    items = node.items("woorden", required=True)
    woorden = tuple(_woord(Node(item, f"{where}, woord {i}")) for i, item in enumerate(items, start=1))
    result = Woordenlijst(node.text("bron"), tuple(sorted(woorden, key=lambda woord: woord.sleutel)))
    node.done()
    _check(node, woorden)
    return result


def _woord(node: Node) -> Woord:
    code = node.slug("code")
    node.where = f"{node.where} ({code})"
    result = Woord(
        code=code,
        woord=node.text("woord"),
        ook=node.words("ook"),
        uitleg=node.text("uitleg"),
        simpel=node.text("simpel"),
        zie=node.words("zie"),
        uit_bron=node.flag("uit_bron"),
    )
    if (length := len(result.simpel.split())) > MAX_SIMPEL:
        raise node.fail(f"“simpel” heeft {length} woorden. Maak er hooguit {MAX_SIMPEL} van.")
    node.done()
    return result


def _check(node: Node, woorden: tuple[Woord, ...]) -> None:
    known = {woord.code for woord in woorden}
    if len(known) != len(woorden):
        twice = next(w.code for w in woorden if sum(w.code == other.code for other in woorden) > 1)
        raise node.fail(f"de code “{twice}” staat er twee keer. Geef een van de twee een andere code.")
    names: dict[str, str] = {}
    for woord in woorden:
        for name in (woord.woord, *woord.ook):
            other = names.setdefault(name.casefold(), woord.code)
            if other != woord.code:
                raise node.fail(f"“{name}” hoort bij “{other}” en bij “{woord.code}”. Kies er één.")
        for code in woord.zie:
            if code not in known:
                raise node.fail(
                    f"“{woord.code}” verwijst naar “{code}”, en dat woord is er niet. Haal het weg."
                )


@lru_cache(maxsize=1)
def alles() -> Woordenlijst:
    """The validated file; read once a process."""
    path = settings.CONTENT_DIR / "woordenlijst.yaml"
    return parse(read_yaml(path), where=path.name)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Woord]:
    return {woord.code: woord for woord in alles().woorden}


def codes() -> frozenset[str]:
    """The codes of all words."""
    return frozenset(_by_code())


def woord(code: str) -> Woord:
    """One word. Raises KeyError."""
    return _by_code()[code]


# Words in a text --------------------------------------------------------------------------------------------


def _form(name: str) -> str:
    """A name as it may stand in a text: an abbreviation in its capitals only ("BOL" is not a flower bulb)."""
    plain = str(conditional_escape(name))
    return re.escape(plain) if name.isupper() else f"(?i:{re.escape(plain)})"


@lru_cache(maxsize=1)
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for all names, the longest first, and the code of each. Links and tags are stepped over."""
    names = {name.casefold(): one.code for one in alles().woorden for name in (one.woord, *one.ook)}
    forms = [name for one in alles().woorden for name in (one.woord, *one.ook)]
    forms.sort(key=len, reverse=True)
    words = "|".join(_form(name) for name in forms)
    return re.compile(
        rf"<a\b.*?</a>|<[^>]*>|&[#\w]+;|(?<![\w-])({words})(?:&#x27;s|s|en|n)?(?![\w-])", re.DOTALL
    ), names


def link(text: str, seen: set[str] | None = None, alleen: frozenset[str] | None = None) -> SafeString:
    """A text, escaped where it was not safe yet, with the first place of each word as a link to the woordenlijst.

    `seen` holds the codes that have their link already (and gets the new ones); `alleen` limits which words count.
    """
    pattern, names = _pattern()
    done = set() if seen is None else seen
    home = address("woorden")

    def put(match: re.Match[str]) -> str:
        found = match.group(1)
        if found is None:
            return match.group(0)
        code = names[_plain(found)]
        if code in done or (alleen is not None and code not in alleen):
            return match.group(0)
        done.add(code)
        return f'<a class="k-woord" href="{home}#w-{code}">{match.group(0)}</a>'

    return mark_safe(pattern.sub(put, conditional_escape(text)))  # noqa: S308 - escaped above


def codes_in(text: str) -> list[str]:
    """The code of each word in a text without tags, in order, as often as it stands there."""
    return [code for _, _, code in places(text)]


_TOKEN = re.compile(r"[\w-]+")
_ENDINGS = ("", "s", "en", "n")


@lru_cache(maxsize=1)
def _first_tokens() -> frozenset[str]:
    """What a name can begin with, as it may stand in a text: looking these up is faster than the expression."""
    names = (name for one in alles().woorden for name in (one.woord, *one.ook))
    first = (match.group().casefold() for name in names if (match := _TOKEN.search(name)))
    return frozenset(f"{token}{ending}" for token in first for ending in _ENDINGS)


def places(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Where each word stands between two points of a text without tags (entities may be in it): begin, end, code."""
    pattern, names = _pattern()
    first, stop = _first_tokens(), len(text) if end is None else end
    for token in _TOKEN.finditer(text, start, stop):
        if token.start() < start or token.group().casefold() not in first:
            continue
        if (match := pattern.match(text, token.start(), stop)) and match.group(1):
            yield match.start(), match.end(), names[_plain(match.group(1))]
            start = match.end()


def _plain(found: str) -> str:
    return found.replace("&#x27;", "'").replace("&amp;", "&").casefold()
