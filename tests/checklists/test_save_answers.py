"""Saving what changed: first answers, later ones, nothing at all, and each person's own."""

from collections.abc import Callable

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from begeleiders.models import User
from checklists import actions, queries
from checklists.actions import SaveResult
from checklists.models import Antwoord, Invulling
from checklists.tokens import Page
from tests.checklists.conftest import START
from tests.checklists.sample import browser, fresh

Save = Callable[..., SaveResult]


def test_a_first_answer_becomes_a_row(save: Save, invulling: Invulling, harold: User) -> None:
    result = save(harold, browser(fresh(invulling, harold), notitie="Eén\nTwee", een_punt=True))
    assert (sorted(result.saved), result.ok, result.botsingen) == (["een-punt", "notitie"], True, [])
    row = Antwoord.objects.get(veld="notitie")
    assert (row.waarde, row.versie, row.door, row.eigenaar) == ("Eén\nTwee", 1, harold, None)
    assert fresh(invulling, harold).token("notitie") == result.tokens["notitie"]


def test_an_untouched_page_writes_nothing(save: Save, invulling: Invulling, harold: User) -> None:
    save(
        harold,
        browser(
            fresh(invulling, harold), notitie="Tekst", vork=["weg-a"], lijst=[{"tekst": "x", "stand": "af"}]
        ),
    )
    result = save(harold, browser(fresh(invulling, harold)))
    assert (result.saved, result.tokens, result.ok) == ([], {}, True)


def test_every_kind_of_field_comes_back_as_it_was_posted(
    save: Save, invulling: Invulling, harold: User
) -> None:
    lines = [{"tekst": "Kassa", "stand": "af"}, {"tekst": "Vakken vullen", "stand": "open"}]
    save(
        harold,
        browser(
            fresh(invulling, harold), vork=["weg-b"], hoe="fijn", lijst=lines, plek="Balie", een_punt=True
        ),
    )
    page = fresh(invulling, harold)
    assert [page.value(code) for code in ("vork", "hoe", "lijst", "plek", "een-punt", "twee-punt")] == [
        ["weg-b"],
        "fijn",
        lines,
        "Balie",
        True,
        False,
    ]


def test_a_box_can_be_unticked_and_a_text_emptied(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), een_punt=True, notitie="Weg ermee"))
    result = save(harold, browser(fresh(invulling, harold), een_punt=False, notitie=""))
    assert result.ok
    assert (fresh(invulling, harold).value("een-punt"), fresh(invulling, harold).value("notitie")) == (
        False,
        "",
    )


def test_the_next_save_of_a_page_goes_on_from_the_new_token(
    save: Save, invulling: Invulling, harold: User
) -> None:
    post = browser(fresh(invulling, harold), notitie="Een")
    for code, token in save(harold, post).tokens.items():
        post[f"t:{code}"] = token
    post["notitie"] = "Een twee"
    assert save(harold, post).saved == ["notitie"]
    assert Antwoord.objects.get(veld="notitie").versie == 2


def test_fields_that_were_not_on_the_page_stay(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), een_punt=True, notitie="Tekst"))
    save(harold, browser(fresh(invulling, harold), codes=["vork"], vork=["weg-a"]))
    assert fresh(invulling, harold).value("een-punt") is True


def test_own_points_are_each_persons_own(save: Save, invulling: Invulling, harold: User, noor: User) -> None:
    post_of_noor = browser(fresh(invulling, noor), eigen_punt="Van Noor")
    save(harold, browser(fresh(invulling, harold), eigen_punt="Van Harold"))
    assert save(noor, post_of_noor).ok
    assert fresh(invulling, harold).value("eigen-punt") == "Van Harold"
    assert fresh(invulling, noor).value("eigen-punt") == "Van Noor"


def test_what_each_person_chose_to_share_can_be_read_by_person(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    save(harold, browser(fresh(invulling, harold), eigen_punt="Van Harold", notitie="Gedeeld"))
    save(noor, browser(fresh(invulling, noor), eigen_punt="Van Noor"))
    found = queries.own_answers(invulling=invulling, velden=("eigen-punt", "notitie"))
    assert found == {harold.pk: {"eigen-punt": "Van Harold"}, noor.pk: {"eigen-punt": "Van Noor"}}


def test_a_write_without_a_lock_is_refused(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), notitie="Een"))
    row = Antwoord.objects.get(veld="notitie")
    Antwoord.objects.update(versie=7, waarde="Ondertussen")
    with pytest.raises(RuntimeError, match="zonder slot"):
        actions._write(row, value="Twee", by=harold, page=Page(), now=START)
    assert Antwoord.objects.get().waarde == "Ondertussen"


def test_a_text_that_is_too_long_is_refused_and_the_rest_is_saved(
    save: Save, invulling: Invulling, harold: User
) -> None:
    result = save(harold, browser(fresh(invulling, harold), notitie="x" * 20_001, plek="Balie"))
    assert result.saved == ["plek"]
    assert "Maak hem korter" in result.fouten["notitie"]
    assert not result.ok
    assert "notitie" not in result.tokens


def test_a_suggestion_that_nobody_touched_is_kept_when_the_page_is_sent(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    from checklists.page import step_page

    suggestion = {"lijst": [{"tekst": "Kassa"}]}
    page = step_page(fresh(invulling, harold), invulling.versie.instrument.stap("een"), suggesties=suggestion)
    field = next(field for field in page.questions if field.code == "lijst")
    post = browser(fresh(invulling, harold), codes=["lijst"], lijst=field.value)
    post["t:lijst"] = field.token
    assert save(harold, post).saved == ["lijst"]
    assert fresh(invulling, noor).value("lijst") == [{"tekst": "Kassa", "stand": "open"}]
    # Whoever had the same suggestion open and sends it on later changes nothing.
    done = [{"tekst": "Kassa", "stand": "af"}]
    save(noor, browser(fresh(invulling, noor), codes=["lijst"], lijst=done))
    late = save(harold, post)
    assert (late.saved, late.botsingen) == ([], [])
    assert fresh(invulling, harold).value("lijst") == done


def test_autosave_of_one_text_takes_few_queries(
    save: Save, invulling: Invulling, harold: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    save(harold, browser(fresh(invulling, harold), notitie="Een", een_punt=True, plek="Balie"))
    post = browser(fresh(invulling, harold), notitie="Een twee")
    with (
        transaction.atomic(),
        django_assert_num_queries(2 + _lock_queries()),
    ):  # select and update, in the transaction of the caller
        save(harold, post)


def _lock_queries() -> int:
    from django.db import connection

    return 1 if connection.features.has_select_for_update else 0


def test_the_place_to_go_on_is_kept(invulling: Invulling, noor: User) -> None:
    assert actions.set_place(by=noor, invulling=invulling, stap="twee", veld="a-vraag", now=START)
    invulling.refresh_from_db()
    assert (invulling.stap, invulling.veld, invulling.plaats_door) == ("twee", "a-vraag", noor)
    assert not actions.set_place(by=noor, invulling=invulling, stap="twee", veld="", now=START)
    assert invulling.veld == "a-vraag"
    assert actions.set_place(by=noor, invulling=invulling, stap="een", veld="onzin", now=START)
    assert (invulling.stap, invulling.veld) == ("een", "")
    with pytest.raises(KeyError):
        actions.set_place(by=noor, invulling=invulling, stap="drie", veld="", now=START)


def test_a_copy_holds_the_same_answers_with_their_writers(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    save(noor, browser(fresh(invulling, noor), notitie="Van Noor", eigen_punt="Alleen Noor"))
    new = actions.copy(by=harold, invulling=invulling, now=START)
    assert actions.text_of(invulling=new, veld="notitie") == "Van Noor"
    assert fresh(new, noor).value("eigen-punt") == "Alleen Noor"
    answer = fresh(new, harold).answer("notitie")
    assert answer is not None
    assert (answer.door, new.versie_id) == (noor, invulling.versie_id)
    assert actions.text_of(invulling=new, veld="plek") == ""
