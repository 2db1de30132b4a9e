"""A tab that closes, a browser that is killed, an answer that got lost: the text comes back, and covers nobody's."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from collaboration.models import Gesprek
from tests import acts
from tests.browser.bewaren import (
    BACK,
    STATUS,
    conflicts,
    eventually,
    expects,
    first_text,
    saved,
    shelf,
    step,
    stored,
)
from tests.browser.conftest import PHONE
from tests.cast import Cast

Login = Callable[[Page, Any], Page]
Open = Callable[..., BrowserContext]


@pytest.fixture
def gesprek(cast: Cast) -> Gesprek:
    """A concept of Harold about Marije; Soraya takes part."""
    return acts.concept(cast.harold, cast.marije, acts.B, voerders=(cast.soraya.pk,))


@pytest.fixture
def veld(gesprek: Gesprek) -> str:
    """A question of step 1."""
    return first_text(gesprek)


def crash(page: Page, open_context: Open) -> Page:
    """The browser is killed: no goodbye of the page, and then a new one on the same device."""
    page.context.set_offline(True)
    state = page.context.storage_state()
    return open_context(**PHONE, storage_state=state).new_page()


def test_leaving_right_after_typing_loses_nothing(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    phone.locator(f"#f-{veld}").fill("Snel weg")
    phone.goto("/")
    eventually(lambda: stored(gesprek, veld) == "Snel weg")
    phone.goto("/hulp/")
    assert shelf(phone) == {}


def test_a_tab_that_is_closed_right_after_typing_loses_nothing(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    other = phone.context.new_page()
    phone.locator(f"#f-{veld}").fill("Tabblad dicht")
    with phone.expect_event("close"):
        phone.close(run_before_unload=True)
    # It may still be on its way when the tab is gone.
    eventually(lambda: stored(gesprek, veld) == "Tabblad dicht")
    step(other, gesprek)
    expect(other.locator(f"#f-{veld}")).to_have_value("Tabblad dicht")
    assert conflicts(gesprek) == 0


def test_a_crash_puts_the_text_back_and_saves_it(
    phone: Page, browser_login: Login, open_context: Open, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "ERR_INTERNET|htmx:")
    step(browser_login(phone, cast.harold), gesprek)
    phone.context.set_offline(True)
    phone.locator(f"#f-{veld}").fill("Net voor de klap")
    box = phone.locator("#loop input[type=checkbox]").first
    box.check()
    new = step(crash(phone, open_context), gesprek)
    expect(new.get_by_text(BACK)).to_be_visible()
    expect(new.locator(f"#f-{veld}")).to_have_value("Net voor de klap")
    expect(new.locator("#loop input[type=checkbox]").first).to_be_checked()
    saved(new)
    assert stored(gesprek, veld) == "Net voor de klap"
    assert stored(gesprek, box.get_attribute("name") or "") is True


def test_text_that_comes_back_never_covers_a_colleagues(
    phone: Page, browser_login: Login, open_context: Open, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "ERR_INTERNET|htmx:")
    step(browser_login(phone, cast.harold), gesprek)
    phone.context.set_offline(True)
    phone.locator(f"#f-{veld}").fill("Van Harold, in de trein")
    eventually(lambda: bool(shelf(phone)))
    acts.answer(cast.soraya, gesprek, {veld: "Van Soraya, intussen"})
    new = crash(phone, open_context)
    expects(new, "409")
    step(new, gesprek)
    expect(new.locator(STATUS)).to_contain_text("Hier staan twee teksten")
    expect(new.locator(f"#b-{veld}")).to_contain_text("Van Soraya, intussen")
    expect(new.locator(f"#b-{veld}")).to_contain_text("Van Harold, in de trein")
    assert stored(gesprek, veld) == "Van Soraya, intussen"
    assert conflicts(gesprek) == 1


def test_ones_own_save_whose_answer_got_lost_is_no_conflict(
    phone: Page, browser_login: Login, open_context: Open, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "ERR_|htmx:")
    step(browser_login(phone, cast.harold), gesprek)

    def lose(route: Any) -> None:
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.continue_()

    phone.route("**/stap/s1/", lose)
    phone.locator(f"#f-{veld}").fill("Kwam aan.")
    expect(phone.locator(STATUS)).to_contain_text("Nog niet bewaard")
    assert stored(gesprek, veld) == "Kwam aan."
    phone.context.set_offline(True)
    phone.unroute("**/stap/s1/")  # what a route fetches itself does get out
    phone.locator(f"#f-{veld}").fill("Kwam aan. En nog iets.")
    new = step(crash(phone, open_context), gesprek)
    expect(new.locator(f"#f-{veld}")).to_have_value("Kwam aan. En nog iets.")
    saved(new)
    assert stored(gesprek, veld) == "Kwam aan. En nog iets."
    assert conflicts(gesprek) == 0


def test_two_tabs_of_one_person_leave_each_other_alone(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(desktop, "500")
    step(browser_login(desktop, cast.harold), gesprek)
    desktop.route("**/stap/s1/", lambda route: route.fulfill(status=500, body="kapot"))
    desktop.locator(f"#f-{veld}").fill("In het eerste tabblad")
    expect(desktop.locator(STATUS)).to_contain_text("Nog niet bewaard")
    second = step(desktop.context.new_page(), gesprek)
    second.wait_for_timeout(500)
    expect(second.locator(f"#f-{veld}")).to_have_value("")
    expect(second.get_by_text(BACK)).to_have_count(0)
    assert "In het eerste tabblad" in str(shelf(second))


def test_logging_out_right_after_typing_saves_first(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(desktop, cast.harold), gesprek)
    desktop.locator(f"#f-{veld}").fill("Nog net")
    desktop.locator(".k-user summary").click()
    desktop.get_by_role("button", name="Uitloggen").click()
    expect(desktop).to_have_url(re.compile("uitgelogd"))
    assert stored(gesprek, veld) == "Nog net"
    assert shelf(desktop) == {}
