"""Characters that the typefaces lack are replaced, all others are left alone."""

import pytest

from kern.pdf_text import printable


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Tarık Kovač, Łukasz Şahin: één, ïe, € 5", "Tarık Kovač, Łukasz Şahin: één, ïe, € 5"),
        ("e\u0301e\u0301n", "één"),
        ("ﬁets", "fiets"),
        ("Nguyễn", "Nguyên"),
        ("Goed 👩🏽‍🍳❤️!", "Goed (emoji)!"),
        ("a → b", "a -> b"),
        ("a\u00adb\u200bc\ufeff\u202e", "abc"),
        ("\x00\x07", ""),
        ("маша", "????"),
        ("x\ud800y", "x?y"),
        ("regel 1\nregel\t2", "regel 1\nregel\t2"),
    ],
)
def test_printable(typed: str, drawn: str) -> None:
    assert printable(typed) == drawn
