"""The main pages in the dark, and with the text spacing that a reader may set (WCAG 1.4.12)."""

from typing import Any

import pytest

from tests.browser.axe import assert_accessible
from tests.browser.conftest import PHONE
from tests.browser.journeys.hands import assert_whole
from tests.browser.pages_of_harold import fill
from tests.cast import Cast

DARK = {**PHONE, "color_scheme": "dark", "reduced_motion": "reduce"}
# A constructed sheet is no inline style, so the CSP stays as it is.
SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
}
"""
CLIPPED = """
() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  if (one.closest('.k-hide, svg, .k-skip') || !one.textContent.trim() || !one.clientHeight) return false;
  const cut = (way) => ['hidden', 'clip'].includes(way);
  return (cut(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
    || (cut(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 50)}`)
"""
OUTSIDE = """
() => [...document.querySelectorAll('main *, .k-actbar *, .k-tabs *')].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && !one.closest('.k-hide, svg') && (box.right > innerWidth + 1 || box.left < -1);
}).map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 50)}`)
"""


@pytest.fixture
def harold(cast: Cast, open_context: Any, browser_login: Any) -> Any:
    """harold(options) -> a page on which he is logged in, in a world with something on every page."""
    return lambda options: browser_login(open_context(**options).new_page(), cast.harold)


def test_main_pages_in_the_dark(cast: Cast, harold: Any) -> None:
    page, pages = harold(DARK), fill(cast)
    for path in pages.main.values():
        page.goto(path)
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert_accessible(page)


@pytest.mark.parametrize("width", [320, 390])
def test_text_spacing_cuts_nothing_off(cast: Cast, harold: Any, width: int) -> None:
    page, pages = harold({"viewport": {"width": width, "height": 700}}), fill(cast)
    for name in ("vandaag", "student", "stap", "kort"):
        page.goto(pages.main[name])
        page.evaluate(SPACING)
        assert page.evaluate(CLIPPED) == [], name
        assert page.evaluate(OUTSIDE) == [], name
        assert_whole(page)
