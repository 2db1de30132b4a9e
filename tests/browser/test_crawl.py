"""Every page that Harold can reach by links, on the narrowest phone: whole, clean, and ours alone."""

import re
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.axe import assert_accessible
from tests.browser.journeys.hands import REFUSED, assert_whole
from tests.browser.pages_of_harold import fill
from tests.cast import Cast

NARROW = {"viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}
# What an address is about: an id, or the code of a casus, a kenmerk, an instrument.
ABOUT = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=^/casussen/)[^/]+|(?<=^/kenmerken/)[^/]+|(?<=^/instrumenten/)[^/]+"
)
LINKS = "() => [...document.querySelectorAll('a[href]')].map((a) => a.href)"
PER_KIND, IN_ALL = 1, 160
FILES = re.compile(r"\.pdf$|^/static/")


def kind(path: str) -> str:
    """Addresses of one kind differ only in whom or what they are about."""
    parts = urlsplit(path)
    return ABOUT.sub("*", parts.path) + ("?" + re.sub(r"=[^&]*", "", parts.query) if parts.query else "")


def paths_on(page: Page, base: str) -> list[str]:
    """The pages of our own that this page links to."""
    found = [urlsplit(link)._replace(fragment="").geturl() for link in page.evaluate(LINKS)]
    return [link.removeprefix(base) for link in found if link.startswith(base)]


def judge(page: Page, path: str) -> str:
    """What is wrong with this page, in words; empty where nothing is."""
    page.goto(path)
    wrong = []
    try:
        assert_whole(page)
        assert_accessible(page)
        page.evaluate("document.activeElement?.blur()")
        if not page.locator("[data-focus], [autofocus]").count():
            page.keyboard.press("Tab")
            first = page.evaluate("document.activeElement.className")
            assert first == "k-skip", f"eerste halte met Tab is niet de sprong naar de inhoud, maar {first!r}"
    except AssertionError as error:
        wrong.append(f"{path}: {error}")
    return "\n".join(wrong)


def test_every_page_of_harold(cast: Cast, open_context: Any, browser_login: Any, live_server: Any) -> None:
    pages = fill(cast)
    context = open_context(**NARROW)
    page = browser_login(context.new_page(), cast.harold)
    context.watch.expect(REFUSED)
    seen: dict[str, set[str]] = {}
    todo, wrong, visited = list(pages.all), [], set()
    while todo and len(visited) < IN_ALL:
        path = todo.pop(0)
        same = seen.setdefault(kind(path), set())
        if (
            path in visited
            or FILES.search(urlsplit(path).path)
            or (len(same) >= PER_KIND and path not in pages.all)
        ):
            continue
        same.add(path)
        visited.add(path)
        wrong.append(judge(page, path))
        todo += paths_on(page, live_server.url)
    assert not (found := [text for text in wrong if text]), "\n\n".join(found)
    assert len(seen) >= 20, sorted(seen)
    assert not todo or len(visited) < IN_ALL, "te veel pagina's: verhoog IN_ALL of voeg soorten samen"
