"""A real browser for the journeys: Debian's Chromium, on a phone and on a desktop, as strict as the view tests."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from tests.browser.axe import assert_accessible

# Playwright runs an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# The headless shell is Chromium without windows and menus: a fresh context costs a third of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 1,  # at 3 every page costs nine times the painting, and no test reads a pixel
}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test below this folder is a browser test; without Chromium it is skipped, but not in CI."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))
            if CHROMIUM is None and not os.environ.get("CI"):
                item.add_marker(
                    pytest.mark.skip(reason="Chromium ontbreekt: sudo apt-get install -y chromium")
                )


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Starts the system's Chromium; nothing is downloaded."""
    if CHROMIUM is None:
        pytest.fail("Chromium ontbreekt: sudo apt-get install -y chromium")
    args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"]
    return {"executable_path": CHROMIUM, "args": args}


class Watch:
    """Collects what a person would not see but is wrong: errors in the console, violations, other hosts, 5xx."""

    def __init__(self, context: BrowserContext, host: str, *, scripted: bool) -> None:
        self.host = host
        self.scripted = scripted
        self.copy: Page | None = None  # where axe judges pages without JavaScript
        self.problems: list[str] = []
        self.expected: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"fout in script: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def expect(self, pattern: str) -> None:
        """Allows problems that match this pattern: a test that breaks the connection expects to hear of it."""
        self.expected.append(pattern)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.host, "data:", "blob:", "about:")):
            self.problems.append(f"verzoek naar een ander adres: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.problems.append(f"antwoord {response.status}: {response.request.method} {response.url}")

    def unexpected(self) -> list[str]:
        """The problems that no test has allowed."""
        return [
            text for text in self.problems if not any(re.search(pattern, text) for pattern in self.expected)
        ]


@pytest.fixture
def open_context(browser: Browser, live_server: Any) -> Iterator[Callable[..., BrowserContext]]:
    """open_context(**options) -> a fresh browser context on the live server; all of them are judged at the end."""
    watched: list[tuple[BrowserContext, Watch]] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(
            base_url=live_server.url, locale="nl-NL", timezone_id="Europe/Amsterdam", **options
        )
        context.set_default_timeout(5_000)
        context.set_default_navigation_timeout(15_000)
        context.watch = Watch(context, live_server.url, scripted=options.get("java_script_enabled", True))  # type: ignore[attr-defined]
        watched.append((context, context.watch))  # type: ignore[attr-defined]
        return context

    yield make
    for context, watch in watched:
        context.close()
        if watch.copy is not None:
            watch.copy.context.close()
    problems = [problem for _, watch in watched for problem in watch.unexpected()]
    assert not problems, "\n".join(problems)


@pytest.fixture
def phone(open_context: Callable[..., BrowserContext]) -> Page:
    """A page of 390 by 844 with touch. `phone.context.watch.expect(pattern)` allows a problem."""
    return open_context(**PHONE).new_page()


@pytest.fixture
def desktop(open_context: Callable[..., BrowserContext]) -> Page:
    """A page of 1280 by 800 with mouse and keyboard."""
    return open_context(**DESKTOP).new_page()


@pytest.fixture
def page(desktop: Page) -> Page:
    """Playwright's own fixture by this name watches nothing; ours does."""
    return desktop


@pytest.fixture
def nojs(open_context: Callable[..., BrowserContext]) -> Page:
    """A phone whose browser runs no JavaScript."""
    return open_context(**PHONE, java_script_enabled=False).new_page()


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """axe(page): fails with a readable list when axe finds anything on the page as it is now."""
    return assert_accessible


@pytest.fixture
def browser_login(live_server: Any) -> Callable[[Page, Any], Page]:
    """browser_login(page, user) -> the same page, whose context has a session of this person."""
    from django.conf import settings
    from django.test import Client

    def log_in(page: Page, user: Any) -> Page:
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        return page

    return log_in
