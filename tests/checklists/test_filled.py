"""Reading what was filled in: the verslag by heading, what is done, which kenmerken got attention."""

from collections.abc import Callable
from typing import Any

import pytest

from begeleiders.models import User
from checklists import filled as filled_module
from checklists.actions import SaveResult
from checklists.kenmerken import Kenmerk
from checklists.models import Invulling
from tests.checklists.sample import browser, fresh

Save = Callable[..., SaveResult]


@pytest.fixture(autouse=True)
def _kenmerken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        filled_module, "kenmerk", lambda code: Kenmerk(code, code.capitalize(), "Uitleg.", (), "algemeen")
    )


def headings(invulling: Invulling, person: User) -> list[tuple[str, str, list[str]]]:
    return [(part.kop, part.soort, part.items) for part in fresh(invulling, person).review()]


def test_an_empty_one_has_no_review_and_no_done_steps(invulling: Invulling, harold: User) -> None:
    page = fresh(invulling, harold)
    assert (page.review(), page.done_steps(), page.empty) == ([], set(), True)


def test_answers_stand_under_their_headings_in_the_order_of_the_steps(
    save: Save, invulling: Invulling, harold: User
) -> None:
    answers: dict[str, Any] = {
        "kort_gezegd": "Het gaat goed.",
        "hoe": "fijn",
        "woorden": "Ik durf meer.",
        "notitie": "De kassa",
        "plek": "Kantine",
        "vork": ["weg-a"],
        "a_vraag": "Drie dagen kassa",
    }
    save(harold, browser(fresh(invulling, harold), **answers))
    assert headings(invulling, harold) == [
        ("Besproken", "gewoon", ["De kassa", "Kantine"]),
        ("Onder a", "gewoon", ["Drie dagen kassa"]),
        ("Kort gezegd", "gewoon", ["Het gaat goed."]),
        ("In jouw woorden", "citaat", ["Fijn", "Ik durf meer."]),
    ]


def test_what_stands_on_a_path_that_was_not_taken_stays_out(
    save: Save, invulling: Invulling, harold: User
) -> None:
    save(
        harold,
        browser(fresh(invulling, harold), vork=["weg-a"], a_vraag="Goed", b_vraag="Toch niet", b_punt=True),
    )
    assert headings(invulling, harold) == [("Onder a", "gewoon", ["Goed"])]
    assert fresh(invulling, harold).ticked() == []
    save(harold, browser(fresh(invulling, harold), vork=["weg-a", "weg-b"]))
    assert [kop for kop, _, _ in headings(invulling, harold)] == ["Onder a", "Onder b"]
    assert [veld.code for veld in fresh(invulling, harold).ticked()] == ["b-punt"]


def test_lines_are_af_or_open(save: Save, invulling: Invulling, harold: User) -> None:
    lines = [{"tekst": "Kassa", "stand": "af"}, {"tekst": "Vakken", "stand": "open"}]
    save(harold, browser(fresh(invulling, harold), lijst=lines))
    [part] = fresh(invulling, harold).review()
    assert (part.kop, part.soort, part.af, part.open, part.items) == (
        "Af en open",
        "regels",
        ["Kassa"],
        ["Vakken"],
        [],
    )


def test_own_points_and_ticks_never_reach_the_verslag(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), eigen_punt="Alleen voor mij", een_punt=True))
    assert headings(invulling, harold) == []


def test_a_tick_or_a_text_makes_a_step_done(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), een_punt=True, hoe="fijn"))
    page = fresh(invulling, harold)
    assert page.done_steps() == {"een"}
    assert (page.done("terugkijken"), page.done("voor"), page.empty) == (True, False, False)


def test_ticked_points_tell_which_kenmerken_got_attention(
    save: Save, invulling: Invulling, harold: User
) -> None:
    save(harold, browser(fresh(invulling, harold), een_punt=True))
    touched = [(kenmerk.naam, yes) for kenmerk, yes in fresh(invulling, harold).kenmerken_touched()]
    assert touched == [("Moed", True), ("Rust", False)]


def test_choices_read_in_words(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), vork=["weg-b"], hoe="gaat"))
    words = [(veld.label, text) for veld, text in fresh(invulling, harold).choices()]
    assert words == [("Welke weg?", ["2b. Weg b"]), ("Hoe was het?", ["Gaat wel"])]


def test_reading_a_whole_page_takes_two_queries(
    save: Save, invulling: Invulling, harold: User, django_assert_num_queries: Any
) -> None:
    save(harold, browser(fresh(invulling, harold), een_punt=True, notitie="Tekst", eigen_punt="Mijn"))
    page = fresh(invulling, harold)
    with django_assert_num_queries(2):
        assert page.review()
        assert page.done_steps()
        assert page.conflicts == {}
        answer = page.answer("notitie")
        assert answer is not None
        assert answer.door.naam == "Harold Vermeer"
