"""The pages of the library: a casus to read, on a wall and on paper, a kenmerk, and the hints that lead there."""

import re
from typing import Any

import pytest
from django.test import Client

from cases import content
from cases.views.casussen import paper
from kern.models import LogRegel
from kern.pdf import render_pdf
from tests import acts
from tests.cast import Cast
from tests.pdf.reading import faults, fonts, opened, tags, text

SIX = ["has", "sanna", "inge", "inaya", "marije", "carlo"]


@pytest.fixture
def harold(client: Client, cast: Cast) -> Client:
    client.force_login(cast.harold)
    return client


def html(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def words(page: str) -> str:
    """What is read, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_list_names_all_six(harold: Client) -> None:
    page = html(harold, "/casussen/")
    for code in SIX:
        assert f'href="/casussen/{code}/"' in page
    assert "Voeg een casus toe" in page


def test_a_casus_asks_to_think_before_the_turn(harold: Client) -> None:
    carlo = content.casus("carlo")
    page = html(harold, "/casussen/carlo/")
    before, fold, after = page.partition('id="verder"')
    assert fold
    assert carlo.denk.vraag in before
    assert carlo.voor[0].kop in before
    assert carlo.na[0].kop not in before
    assert carlo.na[0].kop in after
    assert not after.startswith(" open")
    assert html(harold, "/casussen/carlo/?verder=1").partition('id="verder"')[2].startswith(" open")


def test_what_the_reader_would_do_stands_beside_the_turn_and_is_kept_nowhere(harold: Client) -> None:
    page = html(harold, "/casussen/carlo/")
    form = page.partition('data-bewaar="antwoord"')[2].partition("</form>")[0]
    assert 'name="_van"' in form
    before = LogRegel.objects.count()
    answer = harold.post("/casussen/carlo/", {"antwoord": "Ik bel <b>eerst</b> zelf"}).content.decode()
    before_turn, _, after = answer.partition('id="verder"')
    assert after.startswith(" open")
    for part in (before_turn, after):
        assert "Ik bel &lt;b&gt;eerst&lt;/b&gt; zelf" in part
    assert LogRegel.objects.count() == before
    harold.logout()
    lapsed = harold.post("/casussen/carlo/", {"antwoord": "Ik bel eerst zelf"})
    assert lapsed.status_code == 401
    assert "Ik bel eerst zelf" in lapsed.content.decode()  # goes along over the login


def test_each_page_has_margin_people_questions_and_source(harold: Client) -> None:
    for code in SIX:
        one = content.casus(code)
        page = html(harold, f"/casussen/{code}/")
        for note in one.kantlijn():
            assert f'id="r{note.nummer}" href="#n{note.nummer}"' in page
            assert f'id="nh{note.nummer}" href="/kenmerken/{note.kenmerk}/"' in page
        read = words(page).replace("&#x27;", "'").replace("&amp;", "&")
        for expected in (one.bron, one.verzonnen, *one.vragen.zelf, *one.vragen.duo, *one.vragen.team):
            assert expected in read
        assert all(who.wie in read for who in one.personen)
        assert all(biedt.tekst in read for deel in one.delen for biedt in deel.kansrijk)
        title = re.search(r"<title>\s*(.*?)\s*</title>", page)
        assert title
        assert one.titel not in title.group(1)


def test_on_a_wall_one_part_a_screen(harold: Client) -> None:
    carlo = content.casus("carlo")
    first = html(harold, "/casussen/carlo/?beeld=groot")
    assert "1 van 11" in first
    assert "k-top" not in first
    assert "<script" in first
    think = 2 + len(carlo.voor)
    page = html(harold, f"/casussen/carlo/?beeld=groot&blad={think}")
    assert carlo.denk.vraag in page
    assert f"blad={think - 1}" in page
    assert f"blad={think + 1}" in page
    assert carlo.na[0].kop in html(harold, f"/casussen/carlo/?beeld=groot&blad={think + 1}")
    for odd in ("0", "99", "-1", "x", "٣"):
        html(harold, f"/casussen/carlo/?beeld=groot&blad={odd}")


@pytest.mark.parametrize("code", SIX)
def test_on_paper_it_is_whole_and_valid(code: str) -> None:
    one = content.casus(code)
    data = render_pdf("pdf/casus.html", paper(one))
    assert faults(data) == []
    assert all(fonts(data).values())
    metadata: Any = opened(data).metadata
    assert metadata.title == "Casus - Kansrijk"
    whole = text(data)
    assert all(deel.kop in whole for deel in one.delen)
    assert one.denk.vraag in whole
    assert one.verzonnen in whole
    assert all(note.naam in whole for note in one.kantlijn())
    assert {"/H1", "/H2", "/H3", "/Table", "/L"} <= set(tags(data))


def test_a_kenmerk_says_what_helps_and_where_one_meets_it(harold: Client) -> None:
    page = html(harold, "/kenmerken/informeren/")
    for expected in ("Waarom het werkt", "Wat helpt", "Zo kun je het zeggen", "Casus Carlo"):
        assert expected in page
    note = next(note for note in content.casus("carlo").kantlijn() if note.kenmerk == "informeren")
    assert f"/casussen/carlo/?verder=1#n{note.nummer}" in page
    assert "Individuele begeleiding" in html(harold, "/kenmerken/relatie/")


def test_all_kenmerken_and_the_other_pages_are_there(harold: Client) -> None:
    assert html(harold, "/kenmerken/").count('href="/kenmerken/') == 26
    assert "andere website" in html(harold, "/woorden/verder-lezen/")
    assert "klassenbegeleider" in html(harold, "/woorden/kaw/")
    assert 'data-woorden="kan niet|' in html(harold, "/woorden/nog-niet/")


def test_a_screen_leads_to_its_casus_for_colleagues_only(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    assert 'Lees ook: <a href="/casussen/marije/">casus Marije</a>' in html(client, "/signalen/")
    hours = f"/stages/{cast.stage_marije.pk}/uren/"
    assert "Lees ook" in html(client, hours)
    client.force_login(cast.marije_zelf)
    assert "Lees ook" not in html(client, hours)


def test_the_writing_help_stands_where_a_gesprek_is_written(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = html(client, f"/studenten/{cast.marije.pk}/kort/")
    assert 'href="/woorden/nog-niet/" data-nog-niet' in page
    assert "nog-niet" in "".join(re.findall(r"<script[^>]*>", page))
    row = acts.concept(cast.harold, cast.marije, acts.B)
    assert "data-nog-niet" in html(client, f"/gesprekken/{row.pk}/na/")
