"""axe-core on a page as it stands. The script is evaluated by the browser's own protocol, so the strict CSP stays."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe-core-4.14.1.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => window.axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def findings(page: Page) -> list[dict[str, Any]]:
    """What axe finds wrong on the page as it is now."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(_script())
    result: dict[str, Any] = page.evaluate(RUN, TAGS)
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


def assert_accessible(page: Page) -> None:
    """Fails when axe finds anything on this page."""
    violations = findings(page)
    assert not violations, f"{page.url}\n{readable(violations)}"
