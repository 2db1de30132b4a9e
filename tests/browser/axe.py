"""axe-core on a page as it stands. The script is evaluated by the browser's own protocol, so the strict CSP stays."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core-4.14.1.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Nothing of ours needs the style fetched once more (`preload`): that is for sound and for locks on the orientation.
HOW = "runOnly: {type: 'tag', values: tags}, preload: false, resultTypes: ['violations']"
RUN = f"tags => window.axe.run(document, {{{HOW}}})"
# Room below for the bars that stick to the edges, and the tallest window: Chromium draws it without trouble.
BARS, TALL = 200, 16_000


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def findings(page: Page) -> list[dict[str, Any]]:
    """What axe finds wrong on the page as it is now."""
    if not page.context.watch.scripted:  # type: ignore[attr-defined]
        return _findings_of_copy(page)
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(_script())
    return _run(page)


def _findings_of_copy(page: Page) -> list[dict[str, Any]]:
    """axe is a script itself, so a page without JavaScript is judged as a copy, its own scripts taken out."""
    html = re.sub(r"<script\b.*?</script>", "", page.content(), flags=re.DOTALL)
    copy = _copy_of(page)
    copy.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    copy.goto(page.url)
    copy.evaluate("document.fonts.ready.then(() => true)")
    copy.evaluate(_script())
    found = _run(copy)
    copy.unroute(page.url)
    return found


def _copy_of(page: Page) -> Page:
    """The page in which copies are judged: one for a context, so that style and fonts are fetched once."""
    watch: Any = page.context.watch  # type: ignore[attr-defined]
    if watch.copy is None:
        watch.copy = page.context.browser.new_context(viewport=page.viewport_size).new_page()  # type: ignore[union-attr]
    return watch.copy  # type: ignore[no-any-return]


def _run(page: Page) -> list[dict[str, Any]]:
    """Run axe in a window so tall that no bar lies over what merely waits to be scrolled."""
    size = page.viewport_size
    assert size
    whole = page.evaluate("document.documentElement.scrollHeight") + BARS
    page.set_viewport_size({"width": size["width"], "height": max(size["height"], min(whole, TALL))})
    result: dict[str, Any] = page.evaluate(RUN, TAGS)
    page.set_viewport_size(size)
    return list(result["violations"])


def readable(violations: list[dict[str, Any]]) -> str:
    """The findings for a person: the rule, what is wrong, and each element with why."""
    lines = []
    for violation in violations:
        lines.append(f"{violation['id']} ({violation['impact']}): {violation['help']}")
        for node in violation["nodes"]:
            lines.append(f"    {' '.join(map(str, node['target']))}  {node['html'][:150]}")
            lines += [f"        {line.strip()}" for line in node["failureSummary"].splitlines()[1:]]
    return "\n".join(lines)


# Pages that were judged: without what differs each time and that axe does not look at (ids of rows, tokens, times).
DIFFERS = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Za-z]{32,}|\d+\.[0-9a-f]{8,}|localhost:\d+"
)
_clean: set[tuple[int, bool, str]] = set()


def assert_accessible(page: Page) -> None:
    """Fails when axe finds anything on this page. The very same page, in a window as wide, is judged once."""
    size = page.viewport_size
    assert size
    same = (size["width"], page.context.watch.scripted, DIFFERS.sub("", page.content()))  # type: ignore[attr-defined]
    if same in _clean:
        return
    violations = findings(page)
    assert not violations, f"{page.url}\n{readable(violations)}"
    _clean.add(same)
