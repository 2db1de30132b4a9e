"""Finding the words of the woordenlijst in a text, and the page that explains them."""

import re
import time

from django.test import Client
from django.utils.safestring import mark_safe

from cases import woorden
from tests.cast import Cast


def linked(text: str) -> list[str]:
    """The codes and words that became links."""
    return re.findall(r'href="/woorden/#w-([\w-]+)">([^<]+)<', woorden.link(text))


def test_the_first_place_of_each_word_becomes_a_link() -> None:
    text = "Je mentor belt de praktijkbegeleider. De mentor wacht."
    assert linked(text) == [("mentor", "mentor"), ("praktijkbegeleider", "praktijkbegeleider")]
    assert woorden.link(text).count("<a ") == 2


def test_other_names_lead_to_the_same_word_and_more_than_one_may_be_meant() -> None:
    assert linked("De KAW-er en twee praktijkopleiders.") == [
        ("klassenbegeleider", "KAW-er"),
        ("praktijkbegeleider", "praktijkopleiders"),
    ]


def test_a_part_of_a_word_and_an_abbreviation_in_small_letters_are_no_word() -> None:
    assert linked("De mentorgroep en de vice-mentor planten een bol.") == []
    assert linked("Hij doet BOL.") == [("bol", "BOL")]


def test_text_is_escaped_and_html_stays_as_it_is() -> None:
    assert woorden.link("<b>mentor</b>").startswith("&lt;b&gt;<a ")
    safe = mark_safe('<p title="mentor"><a href="/x/">mentor</a> en mentor</p>')
    assert woorden.link(safe).count("/woorden/#w-mentor") == 1
    assert woorden.link(safe).startswith('<p title="mentor"><a href="/x/">mentor</a> en <a ')


def test_over_a_whole_page_each_word_is_linked_once() -> None:
    seen: set[str] = set()
    assert "<a " in woorden.link("De mentor.", seen)
    assert "<a " not in woorden.link("De mentor.", seen)
    assert "<a " not in woorden.link("De peercoach.", set(), frozenset({"mentor"}))


def test_it_is_fast() -> None:
    text = "Na de les belt iemand die niet op de lijst staat. " * 400
    woorden.link("warm")
    begin = time.perf_counter()
    woorden.link(text)
    assert time.perf_counter() - begin < 1


def test_the_page_explains_to_a_colleague_and_to_a_student(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get("/woorden/").content.decode()
    mentor = woorden.woord("mentor")
    assert 'id="w-mentor"' in page
    assert mentor.uitleg in page
    assert "SLB-er" in page
    assert mentor.uitleg not in client.get("/woorden/?simpel=1").content.decode()
    client.force_login(cast.marije_zelf)
    page = client.get("/woorden/").content.decode()
    assert mentor.simpel in page
    assert mentor.uitleg not in page
    assert "/casussen/" not in page
