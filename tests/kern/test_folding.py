"""Folding: how people type a name, and how it is written, come to the same."""

import pytest

from kern.folding import begins, fold, words_of


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Kovač", "kovac"),
        ("Tarık", "tarik"),
        ("İbrahim", "ibrahim"),
        ("El Amrani", "el amrani"),
        ("d'Angelo", "d angelo"),
        ("’t Hart", "t hart"),
        ("Søren Łukasz Đorđe", "soren lukasz dorde"),
        ("Weiß", "weiss"),
        ("IJsbrand", "ijsbrand"),
        ("Jansen-de Vries", "jansen de vries"),
        ("  veel   ruimte ", "veel ruimte"),
        ("e\u0301én", "een"),
        ("\x00%_\\'", ""),
        ("Ольга", "ольга"),
    ],
)
def test_folds(written: str, typed: str) -> None:
    assert fold(written) == typed


def test_every_sign_becomes_letters_and_digits_and_stays_so() -> None:
    for number in range(0x3000):  # the alphabets of Europe, the Middle East and South Asia
        once = fold(chr(number))
        assert once == fold(once), hex(number)
        assert all(sign.isalnum() or sign == " " for sign in once), hex(number)


def test_words_stand_once() -> None:
    assert words_of("De de kade") == ("de", "kade")


def test_words_begin_in_any_order() -> None:
    assert begins(("am", "has"), "Has El Amrani")
    assert not begins(("mrani",), "Has El Amrani")
    assert not begins(("has", "boer"), "Has El Amrani")
