"""Folding: a name or word as people type it when they look for it, without accents, capitals and punctuation."""

import unicodedata
from collections.abc import Iterable

# Letters of their own, that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "n"}
)  # fmt: skip


def fold(text: str) -> str:
    """Small letters and digits, one space between words: "Kovač" is "kovac", "El-Amrani" is "el amrani".

    Tussenvoegsels stay words of their own; what is no letter or digit parts words. Folding twice changes nothing.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_LETTERS)
    kept = (
        sign if sign.isalnum() else " " for sign in apart if not unicodedata.category(sign).startswith("M")
    )
    return " ".join("".join(kept).split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded, each once."""
    return tuple(dict.fromkeys(fold(text).split()))


def fits(asked: Iterable[str], there: Iterable[str]) -> bool:
    """Whether each of the words asked begins one of these words, in whatever order; both are folded already."""
    words = tuple(there)
    return all(any(word.startswith(one) for word in words) for one in asked)


def begins(asked: Iterable[str], text: str) -> bool:
    """The same for a text as it is written."""
    return fits(asked, words_of(text))
