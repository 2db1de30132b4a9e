"""Text that the fonts of the PDF can draw.

A character without a glyph would become an empty box, and makes a document invalid as PDF/UA. What people type
on a phone (emoji, letters of other scripts) is therefore replaced by something readable before it is drawn.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

EMOJI = "(emoji)"
UNKNOWN = "?"

# Same meaning in plain characters; tried before anything else is lost.
SPELLED = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u202f": "\u00a0",
    "\u2190": "<-",
    "\u2192": "->",
    "\u21d2": "=>",
    "\u2610": "[ ]",
    "\u2611": "[x]",
    "\u2713": "[v]",
    "\u2714": "[v]",
    "\u2717": "[x]",
    "\u2718": "[x]",
    "\u25cf": "\u2022",
    "\u25aa": "\u2022",
    "\u25a0": "\u2022",
}
# Joiners, variation selectors and skin tones: parts of one emoji, nothing by themselves.
EMOJI_PARTS = "\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
# Only emoji, so that letters of another script next to one do not disappear in it.
EMOJI_BASE = "\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
EMOJI_RUN = re.compile(f"[{EMOJI_BASE}][{EMOJI_BASE}{EMOJI_PARTS}]*")


def font_files() -> list[Path]:
    """The fonts that the style sheet names."""
    static = settings.BASE_DIR / "static"
    sheet = (static / "pdf" / "kansrijk-pdf.css").read_text()
    return [static / name for name in re.findall(r"static:(fonts/[a-z0-9-]+\.woff2)", sheet)]


@cache
def drawable() -> frozenset[str]:
    """Every character that one of the fonts has a glyph for, with newline and tab (white space in HTML).

    Without the invisible ones that turn the order of reading around or join what is apart.
    """
    codes: set[int] = {ord("\n"), ord("\t")}
    for path in font_files():
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
            codes.update(font.getBestCmap())
    return frozenset(sign for sign in map(chr, codes) if unicodedata.category(sign) != "Cf")


@cache
def _unknown() -> re.Pattern[str]:
    return re.compile("[^" + re.escape("".join(sorted(drawable()))) + "]")


def printable(text: str) -> str:
    """The same text with every character that the fonts lack replaced.

    Accents that fonts cannot stack lose what does not fit ("ễ" becomes "ê"), ligatures become letters,
    emoji become "(emoji)", control characters go, anything else becomes "?".
    """
    text = unicodedata.normalize("NFC", text)
    if not _unknown().search(text):
        return text
    for sign, plain in SPELLED.items():
        text = text.replace(sign, plain)
    text = EMOJI_RUN.sub(EMOJI, text)
    return _unknown().sub(lambda found: _replacement(found[0]), text)


def _replacement(sign: str) -> str:
    """What stands for one character that has no glyph."""
    if unicodedata.category(sign) in {"Cc", "Cf", "Mn", "Me"}:
        return ""
    if unicodedata.category(sign) == "Zs":
        return " "
    letters = unicodedata.normalize("NFKD", sign)
    kept = _longest_drawable(letters)
    return kept or UNKNOWN


def _longest_drawable(letters: Iterable[str]) -> str:
    """Base letters with as many of their accents as the fonts have, else nothing."""
    kept = ""
    for letter in letters:
        joined = unicodedata.normalize("NFC", kept + letter)
        if joined[-1] in drawable() and not unicodedata.combining(joined[-1]):
            kept = joined
        elif not unicodedata.combining(letter):
            return ""
    return kept
