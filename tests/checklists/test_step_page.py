"""The fields of a page as HTML: without JavaScript, with tokens, phrases that fit, and both texts of a conflict."""

from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import render_to_string

from begeleiders.models import User
from checklists import filled as filled_module
from checklists.actions import SaveResult
from checklists.kenmerken import Kenmerk
from checklists.models import Invulling
from checklists.page import part_page, save_reply, step_page
from tests.checklists.sample import browser, fresh

Save = Callable[..., SaveResult]


def flat(html: str) -> str:
    """The same HTML on one line, however the template breaks it."""
    return " ".join(html.split())


def url(pk: object) -> str:
    return f"/botsing/{pk}/"


def step(invulling: Invulling, person: User, code: str = "een", **extra: Any) -> str:
    filled = fresh(invulling, person)
    page = step_page(filled, filled.instrument.stap(code), "horeca", conflict_url=url, **extra)
    return render_to_string("checklists/step_fields.html", {"page": page})


def test_a_step_shows_its_points_with_fitting_phrases(invulling: Invulling, harold: User) -> None:
    html = step(invulling, harold)
    assert '<label class="form-check-label" for="f-een-punt">Punt een-punt</label>' in html
    assert "Hoe zeg je dat? 2 voorbeelden" in html
    assert html.index("een-punt voor horeca") < html.index("een-punt voor iedereen")
    assert "voor techniek" not in html
    assert html.count('<details class="k-fold" open>') == 1


def test_what_was_saved_stands_there_again(save: Save, invulling: Invulling, harold: User) -> None:
    lines = [{"tekst": "Kassa", "stand": "af"}]
    save(
        harold,
        browser(fresh(invulling, harold), notitie="\n<b>Vet</b>", een_punt=True, lijst=lines, plek="Bar"),
    )
    html = step(invulling, harold)
    assert ">\n\n&lt;b&gt;Vet&lt;/b&gt;</textarea>" in html
    html = flat(html)
    assert 'name="een-punt" value="ja" checked>' in html
    assert 'name="twee-punt" value="ja">' in html
    assert 'name="plek" value="Bar"' in html
    assert 'value="Kassa"' in html
    assert '<option value="af" selected>' in html
    assert html.count('name="lijst-tekst"') == 1 + 1 + 2
    assert '<label for="f-lijst-1">Kassa</label>' in html
    assert f'name="t:notitie" value="{fresh(invulling, harold).token("notitie")}"' in html


def test_a_fork_ties_each_card_to_its_path(save: Save, invulling: Invulling, harold: User) -> None:
    save(harold, browser(fresh(invulling, harold), vork=["weg-b"]))
    html = flat(step(invulling, harold, "twee"))
    assert 'type="checkbox" name="vork" id="f-vork-1" value="weg-a" data-pad="1"' in html
    assert 'id="f-vork-2" value="weg-b" checked data-pad="2"' in html
    assert '<section class="k-path" data-pad="2" aria-labelledby="p-weg-b">' in html
    assert html.index("2b. Weg b</h2>") < html.index("Punt na-punt")


def test_a_conflict_shows_both_texts_with_who_and_when(
    save: Save, invulling: Invulling, harold: User, noor: User
) -> None:
    late = browser(fresh(invulling, noor), codes=["notitie"], notitie="Van Noor\nen meer")
    save(harold, browser(fresh(invulling, harold), codes=["notitie"], notitie="Van Harold"))
    result = save(noor, late)
    html = step(invulling, noor)
    for text in (
        "Jouw tekst",
        "Van Noor\nen meer",
        "Tekst van Harold Vermeer",
        "Van Harold",
        "Kies mijn tekst",
    ):
        assert text in html
    pk = result.botsingen[0].pk
    assert html.count(f'formaction="/botsing/{pk}/"') == 3
    assert html.index("</textarea>") < html.index("Jouw tekst")
    theirs = step(invulling, harold)
    assert "Tekst van Noor Aydin" in theirs
    assert "<strong>Jouw tekst</strong>" in theirs
    reply = save_reply(result, invulling=invulling, for_user=noor, conflict_url=url)
    oob = render_to_string("checklists/tokens_oob.html", {"reply": reply})
    assert '<div id="b-notitie" hx-swap-oob="true">' in oob
    assert "Jouw tekst" in oob


def test_two_devices_of_one_person_are_told_apart(save: Save, invulling: Invulling, harold: User) -> None:
    late = browser(fresh(invulling, harold), codes=["notitie"], notitie="Getypt op de telefoon")
    save(harold, browser(fresh(invulling, harold), codes=["notitie"], notitie="Getypt aan het bureau"))
    save(harold, late)
    html = step(invulling, harold)
    assert "<strong>Jouw tekst</strong>" in html
    assert "<strong>Van jou, op een ander apparaat</strong>" in html
    assert "Tekst van Harold" not in html


def test_refused_lines_can_be_typed_in_again(save: Save, invulling: Invulling, harold: User) -> None:
    post = browser(fresh(invulling, harold), lijst=[{"tekst": "lang " * 200, "stand": "af"}])
    html = flat(step(invulling, harold, posted=post, result=save(harold, post)))
    assert '<textarea class="form-control" name="lijst-tekst"' in html
    assert 'type="hidden" name="lijst-tekst"' not in html


def test_a_save_sends_new_tokens_and_takes_old_sentences_away(
    save: Save, invulling: Invulling, harold: User, django_assert_num_queries: Any
) -> None:
    result = save(harold, browser(fresh(invulling, harold), notitie="Een", plek="x" * 501))
    with django_assert_num_queries(0):
        reply = save_reply(result, invulling=invulling, for_user=harold, conflict_url=url)
    html = flat(render_to_string("checklists/tokens_oob.html", {"reply": reply}))
    token = fresh(invulling, harold).token("notitie")
    assert f'<input type="hidden" id="t-notitie" name="t:notitie" value="{token}" hx-swap-oob="true">' in html
    assert '<div id="e-notitie" hx-swap-oob="true"></div>' in html.replace("> <", "><")
    assert "Er passen er 500" in html


def test_a_box_has_no_place_for_a_sentence(save: Save, invulling: Invulling, harold: User) -> None:
    result = save(harold, browser(fresh(invulling, harold), een_punt=True, vork=["weg-a"], notitie="Een"))
    reply = save_reply(result, invulling=invulling, for_user=harold, conflict_url=url)
    assert {code for code, _ in reply.tokens} == {"een-punt", "vork", "notitie"}
    assert reply.errors == [("notitie", "")]


def test_a_refused_text_still_stands_on_the_page(save: Save, invulling: Invulling, harold: User) -> None:
    post = browser(fresh(invulling, harold), plek="lang " * 200)
    html = step(invulling, harold, posted=post, result=save(harold, post))
    assert "Maak hem korter." in html
    assert "lang lang lang" in html
    assert 'aria-invalid="true"' in html


def test_every_id_on_a_page_is_there_once(invulling: Invulling, harold: User) -> None:
    html = step(invulling, harold) + step(invulling, harold, "twee")
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) > 20
    described = {word for part in html.split('aria-describedby="')[1:] for word in part.split('"')[0].split()}
    assert described <= set(ids)


def test_before_after_and_the_question_of_the_student(
    invulling: Invulling, harold: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        filled_module, "kenmerk", lambda code: Kenmerk(code, code.capitalize(), "Uitleg.", (), "a")
    )
    pages = {deel: part_page(fresh(invulling, harold), deel) for deel in ("voor", "terugkijken", "student")}
    before = render_to_string("checklists/voor_fields.html", {"page": pages["voor"]})
    assert "Collega’s lezen dit niet mee." in before
    after = render_to_string("checklists/terugkijken_fields.html", {"page": pages["terugkijken"]})
    assert "Moed" in after
    assert "Nog niet aangevinkt" in after
    assert "Hoe was het?" not in after
    student = flat(render_to_string("checklists/student_fields.html", {"page": pages["student"]}))
    assert 'type="radio" name="hoe" id="f-hoe-1" value="fijn"' in student
    assert 'rows="2"' in student
    assert pages["student"].questions == []


def test_conflicts_need_an_address(save: Save, invulling: Invulling, harold: User, noor: User) -> None:
    late = browser(fresh(invulling, noor), codes=["notitie"], notitie="Van Noor")
    save(harold, browser(fresh(invulling, harold), codes=["notitie"], notitie="Van Harold"))
    save(noor, late)
    filled = fresh(invulling, noor)
    with pytest.raises(ValueError, match="conflict_url"):
        step_page(filled, filled.instrument.stap("een"))
