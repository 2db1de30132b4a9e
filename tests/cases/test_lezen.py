"""Each word of the woordenlijst on a page of a student leads to what it means, and nothing else of the page changes."""

import re

import pytest
from django.template import Context, Template
from django.utils.html import conditional_escape

from cases.lezen import met_uitleg
from students.enums import Rol

LINK = re.compile(r'<a class="k-woord" id="lees-[\w-]+" href="#w-[\w-]+">(.*?)</a>')


def linked(html: str) -> list[str]:
    """The words that became links; whatever else the page says must have stayed."""
    found, _ = met_uitleg(html)
    assert LINK.sub(r"\1", found) == html
    return LINK.findall(found)


def test_the_first_place_in_running_text_becomes_the_link() -> None:
    html = "<h1>Mentor</h1><p>Bel je mentor.</p><p>De mentor belt de praktijkopleider.</p>"
    assert linked(html) == ["mentor", "praktijkopleider"]
    assert met_uitleg(html)[0].startswith('<h1>Mentor</h1><p>Bel je <a class="k-woord" id="lees-mentor"')


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">je <b>mentor</b></a>',
        '<button>mentor</button><label for="x">mentor</label><legend>mentor</legend>',
        "<select><option>mentor</option></select><details><summary>mentor</summary></details>",
        '<h2>je <span>mentor</span></h2><p class="k-eigen">Mijn mentor</p><span class="k-hide">mentor</span>',
    ],
)
def test_no_link_where_something_leads_or_is_somebodys_own_words_but_an_explanation_below(html: str) -> None:
    assert linked(html) == []
    assert [(one.woord.code, one.gelinkt) for one in met_uitleg(html)[1]] == [("mentor", False)]


def test_what_is_no_text_to_read_is_left_alone() -> None:
    html = (
        '<p title="mentor" hidden>mentor</p><textarea name="x">mentor</textarea><!-- mentor -->'
        '<input value="mentor"><svg><title>mentor</title><use href="#x"/></svg><script>"mentor"</script>'
    )
    assert met_uitleg(html) == (html, [])


def test_the_explanation_says_what_the_page_calls_it() -> None:
    named = [one.naam for one in met_uitleg("<p>De KAW-er, je mentors, afspraken, mijn handleiding.</p>")[1]]
    assert named == ["KAW-er (klassenbegeleider)", "mentor", "afspraak", "handleiding"]


def test_in_a_fold_only_where_nothing_else_says_it() -> None:
    fold = "<details><summary>Meer</summary><p>mentor</p></details>"
    assert met_uitleg(f"{fold}<p>mentor</p>")[0].startswith(fold)
    assert linked(fold) == ["mentor"]


@pytest.mark.parametrize(
    "typed", ["<mentor> & \"BOL\" & 'regie'", "1 < 2 &amp; mentor's", "</p><script>mentor", "a<b>mentor"]
)
def test_what_people_typed_comes_out_as_it_went_in(typed: str) -> None:
    html = f'<p class="x">{conditional_escape(typed)}</p>\n<p data-x="{conditional_escape(typed)}">\r\n&nbsp;é</p>'
    assert linked(html)
    assert "<script" not in met_uitleg(html)[0]


def test_broken_html_stays_as_it_is_too() -> None:
    for html in (
        "<p>mentor",
        "mentor</div></p> regie",
        "a & b < c <p mentor",
        "<br>mentor<img alt='mentor'>",
        "&#mentor; &x",
    ):
        linked(html)


def test_a_word_explained_on_the_page_itself_needs_nothing_more() -> None:
    for html in (
        '<article id="w-mentor"><p>mentor</p></article>',
        '<a href="/woorden/#w-mentor">mentor</a> mentor',
    ):
        assert met_uitleg(html) == (html, [])


def test_a_part_that_comes_alone_leads_to_the_woordenlijst() -> None:
    assert (
        met_uitleg("<p>mentor</p>", "/woorden/")[0]
        == '<p><a class="k-woord" href="/woorden/#w-mentor">mentor</a></p>'
    )


class _Viewer:
    def __init__(self, *rollen: Rol) -> None:
        self.rollen = frozenset(rollen)


def test_only_a_student_gets_it() -> None:
    page = Template("{% load lezen %}{% leeswoorden %}<p>Je {{ wat }}</p>{% endleeswoorden %}")
    for rollen in ((Rol.MENTOR,), (Rol.STUDENT, Rol.PEERCOACH), ()):
        assert page.render(Context({"viewer": _Viewer(*rollen), "wat": "mentor"})) == "<p>Je mentor</p>"
    read = page.render(Context({"viewer": _Viewer(Rol.STUDENT), "wat": "mentor & <b>"}))
    assert 'href="#w-mentor">mentor</a> &amp; &lt;b&gt;</p>' in read
    assert 'id="w-mentor"' in read
    assert 'href="#lees-mentor"' in read
