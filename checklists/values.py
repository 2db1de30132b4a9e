"""The value of a field: from what was posted, to JSON, to words. One place for each kind of field."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, Protocol

from checklists.fields import Veld
from checklists.nodes import KEUZE, REGEL, REGELS, TEKST, VINK

# str (tekst, regel, a single keuze), bool (vink), list of codes (keuze), list of {tekst, stand} (regels)
type Value = Any

MAX_TEXT = 20_000
MAX_LINE = 500
MAX_LINES = 60
OPEN, AF = "open", "af"
WEG = "weg"  # posted of a line that is to go; never stored
STANDEN: dict[str, str] = {OPEN: "nog open", AF: "af"}

# NUL cannot be stored in PostgreSQL, a lone surrogate not in UTF-8.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Posted(Protocol):
    """What a form sent: a QueryDict, or anything that reads like one."""

    def __contains__(self, key: object, /) -> bool: ...
    def get(self, key: str, default: Any = None, /) -> Any: ...
    def getlist(self, key: str, /) -> list[Any]: ...


class TooLongError(ValueError):
    """The text does not fit. The message says in Dutch what to do."""


def clean_text(value: str) -> str:
    """Text as it is stored: one kind of line ending, nothing that a database refuses."""
    return _UNSTORABLE.sub("", value).replace("\r\n", "\n").replace("\r", "\n")


def clean_line(value: str) -> str:
    """As `clean_text`, on one line."""
    return " ".join(clean_text(value).split())


def empty(veld: Veld) -> Value:
    """The value of a field that nobody answered."""
    if veld.soort == VINK:
        return False
    if veld.soort == REGELS or (veld.soort == KEUZE and veld.meer):
        return []
    return ""


def normalise(veld: Veld, value: Value) -> Value:
    """A value from elsewhere (a suggestion, a test) in the form in which it is stored."""
    if veld.soort == VINK:
        return bool(value)
    if veld.soort == TEKST:
        return clean_text(value)
    if veld.soort == REGEL:
        return clean_line(value)
    if veld.soort == REGELS:
        return _lines((line["tekst"], line.get("stand", OPEN)) for line in value)
    codes = [value] if isinstance(value, str) else list(value)
    chosen = [optie.code for optie in veld.opties if optie.code in codes]
    return chosen if veld.meer else "".join(chosen[:1])


def _lines(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    lines = ((clean_line(tekst), stand if stand in STANDEN else OPEN) for tekst, stand in pairs)
    return [{"tekst": tekst, "stand": stand} for tekst, stand in lines if tekst]


def _posted_lines(posted: Posted, code: str) -> Iterable[tuple[str, str]]:
    texts, states = posted.getlist(f"{code}-tekst"), posted.getlist(f"{code}-stand")
    states = [*states, *[OPEN] * (len(texts) - len(states))]
    return ((tekst, stand) for tekst, stand in zip(texts, states, strict=False) if stand != WEG)


def was_posted(veld: Veld, posted: Posted) -> bool:
    """Whether the field was on the page: its token says so, also for a box that was left unticked."""
    return f"t:{veld.code}" in posted or veld.code in posted or f"{veld.code}-tekst" in posted


def read_posted(veld: Veld, posted: Posted) -> Value:
    """The value of a field in a posted form, normalised but not yet judged on its length."""
    if veld.soort == VINK:
        return bool(posted.get(veld.code))
    if veld.soort == REGELS:
        return _lines(_posted_lines(posted, veld.code))
    if veld.soort == KEUZE:
        return normalise(veld, posted.getlist(veld.code))
    return normalise(veld, posted.get(veld.code) or "")


def check_length(veld: Veld, value: Value) -> None:
    """Refuse what does not fit. Raises TooLongError; the text is then still on the page."""
    if veld.soort in {TEKST, REGEL}:
        _check_length(len(value), MAX_TEXT if veld.soort == TEKST else MAX_LINE)
    elif veld.soort == REGELS:
        if len(value) > MAX_LINES:
            raise TooLongError(f"Dit zijn {len(value)} regels. Er passen er {MAX_LINES}. Voeg regels samen.")
        for line in value:
            _check_length(len(line["tekst"]), MAX_LINE)


def _check_length(length: int, limit: int) -> None:
    if length > limit:
        raise TooLongError(
            f"Deze tekst heeft {length:,} tekens. Er passen er {limit:,}. Maak hem korter.".replace(",", ".")
        )


def digest(value: Value) -> str:
    """Eight characters that tell whether two values are the same."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8]


def is_filled(value: Value) -> bool:
    """Whether somebody answered something."""
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def words(veld: Veld, value: Value) -> list[str]:
    """The value in words, for review, conflict and PDF; empty where there is nothing to say."""
    if not is_filled(value):
        return ["Nog niet aangevinkt"] if veld.soort == VINK else []
    if veld.soort == VINK:
        return ["Aangevinkt"]
    if veld.soort == REGELS:
        return [f"{line['tekst']} ({STANDEN[line['stand']]})" for line in value]
    if veld.soort == KEUZE:
        codes = [value] if isinstance(value, str) else value
        return [optie.label for optie in veld.opties if optie.code in codes]
    return [str(value).strip()]


def can_join(veld: Veld) -> bool:
    """Whether two answers can stand together."""
    return veld.soort in {TEKST, REGEL, REGELS} or (veld.soort == KEUZE and veld.meer)


def join(veld: Veld, first: Value, second: Value) -> Value:
    """Both answers in one: texts below each other, lists united. Raises ValueError where that cannot be."""
    if veld.soort in {TEKST, REGEL}:
        longest = max(first, second, key=len)
        if longest.startswith(first) and longest.startswith(second):
            return longest
        return ("\n" if veld.soort == TEKST else "; ").join([first, second])
    if veld.soort == REGELS:
        states: dict[str, str] = {}
        for line in [*first, *second]:
            states[line["tekst"]] = AF if AF in {states.get(line["tekst"]), line["stand"]} else line["stand"]
        return [{"tekst": tekst, "stand": stand} for tekst, stand in states.items()]
    if can_join(veld):
        return normalise(veld, [*first, *second])
    raise ValueError(f"Van “{veld.label}” kan er maar één antwoord zijn. Kies een van de twee.")
