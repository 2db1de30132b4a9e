"""The browser's own harness bites: what it refuses is planted here once, on a real page."""

from playwright.sync_api import Page

from tests.browser.axe import findings

LOGIN = "/account/login/"


def test_script_cannot_reach_another_host(phone: Page) -> None:
    phone.goto(LOGIN)
    assert phone.context.watch.unexpected() == []  # type: ignore[attr-defined]
    phone.evaluate("fetch('https://elders.example/').catch(() => null)")
    problems = "\n".join(phone.context.watch.unexpected())  # type: ignore[attr-defined]
    assert "Content Security Policy" in problems
    phone.context.watch.expect("elders.example")  # type: ignore[attr-defined]


def test_inline_style_is_noticed(desktop: Page) -> None:
    desktop.goto(LOGIN)
    desktop.evaluate("document.querySelector('main').setAttribute('style', 'color: red')")
    assert any("style" in problem for problem in desktop.context.watch.unexpected())  # type: ignore[attr-defined]
    desktop.context.watch.expect("inline style")  # type: ignore[attr-defined]


def test_axe_finds_a_nameless_button(phone: Page) -> None:
    phone.goto(LOGIN)
    assert findings(phone) == []
    phone.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [violation["id"] for violation in findings(phone)] == ["button-name"]


def test_axe_reads_a_page_without_scripts(nojs: Page) -> None:
    nojs.goto(LOGIN)
    assert findings(nojs) == []
