"""The frame around every page."""

import re

from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory


def frame(**context: object) -> str:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return render_to_string("base.html", context, request)


def test_the_title_says_that_there_is_an_error() -> None:
    assert "Fout: Welkom - Kansrijk" in " ".join(frame(title_prefix="Fout: ").split())
    assert "Fout:" not in frame()


def test_the_menu_stands_on_top_and_below_and_marks_this_page() -> None:
    html = frame(menu=[("Vandaag", "/", "house", True), ("Studenten", "/studenten/", "users-three", False)])
    assert html.count('href="/studenten/"') == 2
    assert html.count('aria-current="page"') == 2


def test_without_menu_there_is_no_empty_navigation() -> None:
    assert "<nav" not in frame()


def test_the_first_stop_is_the_way_to_the_content() -> None:
    html = frame()
    assert re.search(r"<a [^>]*>", html[html.index("<body") :]).group() == '<a class="k-skip" href="#inhoud">'
    assert '<main id="inhoud" tabindex="-1">' in html


def test_htmx_keeps_to_the_strict_policy() -> None:
    html = frame()
    for part in (
        '"allowEval":false',
        '"historyCacheSize":0',
        '"selfRequestsOnly":true',
        '"includeIndicatorStyles":false',
    ):
        assert part in html
