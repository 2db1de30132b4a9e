"""Who plays a journey, and on what: finger, mouse or keyboard; phone or desk; with or without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.journeys.hands import Hand, Keyboard

OpenContext = Callable[..., BrowserContext]
# Smooth scrolling would make the keyboard wait for the page.
STILL = {"reduced_motion": "reduce"}


@pytest.fixture
def on_phone(open_context: OpenContext) -> Hand:
    """A finger on a phone."""
    return Hand(open_context(**PHONE, **STILL).new_page())


@pytest.fixture
def at_desk(open_context: OpenContext) -> Hand:
    """A mouse at a desk."""
    return Hand(open_context(**DESKTOP, **STILL).new_page())


@pytest.fixture(params=["vinger en muis", "toetsenbord", "zonder JavaScript"])
def devices(request: pytest.FixtureRequest, open_context: OpenContext) -> tuple[Hand, Hand]:
    """A phone and a desk, three times: as most people use them, with the keyboard alone, and without JavaScript."""
    kind = Keyboard if request.param == "toetsenbord" else Hand
    more = {"java_script_enabled": request.param != "zonder JavaScript", **STILL}
    return kind(open_context(**PHONE, **more).new_page()), kind(open_context(**DESKTOP, **more).new_page())


@pytest.fixture(params=["telefoon", "computer", "zonder JavaScript"])
def tafel(request: pytest.FixtureRequest, open_context: OpenContext) -> Callable[[], Hand]:
    """Everyone at the table: each call gives a browser of its own to one more person.

    Three times: on phones, at desks, and on phones without JavaScript.
    """
    more = {"java_script_enabled": request.param != "zonder JavaScript", **STILL}
    device = DESKTOP if request.param == "computer" else PHONE
    expect.set_options(timeout=15_000)  # several browsers are open at once

    def sits_down() -> Hand:
        page = open_context(**device, **more).new_page()
        page.set_default_timeout(15_000)
        return Hand(page)

    return sits_down
