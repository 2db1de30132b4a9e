"""A form with a button keeps its text on the device until the server has it, for its writer only and at most a day."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from collaboration.models import Gesprek
from tests.browser.bewaren import BACK, expects, shelf
from tests.cast import Cast

Login = Callable[[Page, Any], Page]


def note(page: Page, cast: Cast) -> None:
    """Open the short gesprek about Marije."""
    page.goto(f"/studenten/{cast.marije.pk}/kort/")


def test_a_form_with_a_button_survives_a_dead_server(phone: Page, browser_login: Login, cast: Cast) -> None:
    expects(phone, "500|favicon")
    note(browser_login(phone, cast.harold), cast)
    sleutel = phone.locator("input[name=sleutel]").input_value()
    phone.get_by_label("Wat is er gezegd?").fill("Even op de gang gesproken")
    phone.route("**/kort/", lambda route: route.fulfill(status=500, body="kapot"))
    phone.get_by_role("button", name="Leg het gesprek vast").click()
    expect(phone.get_by_text("kapot")).to_be_visible()
    phone.unroute("**/kort/")
    note(phone, cast)
    expect(phone.get_by_text(BACK)).to_be_visible()
    expect(phone.get_by_label("Wat is er gezegd?")).to_have_value("Even op de gang gesproken")
    expect(phone.locator("input[name=sleutel]")).to_have_value(sleutel)
    phone.get_by_role("button", name="Leg het gesprek vast").click()
    expect(phone).to_have_url(re.compile(f"/studenten/{cast.marije.pk}/#tijdlijn$"))
    assert shelf(phone) == {}
    assert Gesprek.objects.filter(tekst="Even op de gang gesproken").count() == 1
    note(phone, cast)
    expect(phone.get_by_label("Wat is er gezegd?")).to_have_value("")


def test_a_form_that_was_refused_is_kept_too(phone: Page, browser_login: Login, cast: Cast) -> None:
    expects(phone, "422")
    note(browser_login(phone, cast.harold), cast)
    phone.get_by_label("Wat is er gezegd?").fill("Met een dag die nog komt")
    phone.get_by_text("Meer erbij").click()
    phone.get_by_label("Welke dag?").fill("2099-01-01")
    phone.get_by_role("button", name="Leg het gesprek vast").click()
    expect(phone.get_by_text("Deze dag komt nog").first).to_be_visible()
    phone.wait_for_timeout(400)
    phone.goto("/")
    note(phone, cast)
    expect(phone.get_by_label("Wat is er gezegd?")).to_have_value("Met een dag die nog komt")


def test_text_changed_after_a_lost_answer_is_a_gesprek_of_its_own(
    phone: Page, browser_login: Login, cast: Cast
) -> None:
    expects(phone, "500|favicon")
    note(browser_login(phone, cast.harold), cast)
    sleutel = phone.locator("input[name=sleutel]").input_value()
    phone.get_by_label("Wat is er gezegd?").fill("Eerst dit")
    phone.route("**/kort/", lambda route: route.fulfill(status=500, body="kapot"))
    phone.get_by_role("button", name="Leg het gesprek vast").click()
    expect(phone.get_by_text("kapot")).to_be_visible()
    phone.unroute("**/kort/")
    note(phone, cast)
    expect(phone.locator("input[name=sleutel]")).to_have_value(sleutel)
    phone.get_by_label("Wat is er gezegd?").fill("Eerst dit, en dan dat")
    expect(phone.locator("input[name=sleutel]")).not_to_have_value(sleutel)


def test_text_that_came_back_can_be_taken_away(phone: Page, browser_login: Login, cast: Cast) -> None:
    note(browser_login(phone, cast.harold), cast)
    phone.get_by_label("Wat is er gezegd?").fill("Toch niet")
    phone.goto("/")
    note(phone, cast)
    phone.get_by_role("button", name="Haal hem weg").click()
    expect(phone.get_by_text(BACK)).to_have_count(0)
    expect(phone.get_by_label("Wat is er gezegd?")).to_have_value("")
    assert shelf(phone) == {}


def test_logging_out_leaves_no_text_on_the_device(desktop: Page, browser_login: Login, cast: Cast) -> None:
    note(browser_login(desktop, cast.harold), cast)
    desktop.get_by_label("Wat is er gezegd?").fill("Niet voor de volgende")
    assert shelf(desktop)
    desktop.locator(".k-user summary").click()
    desktop.get_by_role("button", name="Uitloggen").click()
    expect(desktop).to_have_url(re.compile("uitgelogd"))
    assert shelf(desktop) == {}


def test_another_person_on_the_device_finds_nothing(desktop: Page, browser_login: Login, cast: Cast) -> None:
    note(browser_login(desktop, cast.harold), cast)
    desktop.get_by_label("Wat is er gezegd?").fill("Van Harold")
    desktop.context.clear_cookies()
    desktop.goto("/account/login/")
    assert "Van Harold" in str(shelf(desktop))
    expect(desktop.get_by_text("Van Harold")).to_have_count(0)
    note(browser_login(desktop, cast.soraya), cast)
    expect(desktop.get_by_label("Wat is er gezegd?")).to_have_value("")
    assert shelf(desktop) == {}


def test_after_a_day_the_text_is_gone(desktop: Page, browser_login: Login, cast: Cast) -> None:
    desktop.clock.install()
    note(browser_login(desktop, cast.harold), cast)
    desktop.get_by_label("Wat is er gezegd?").fill("Van gisteren")
    desktop.clock.fast_forward(25 * 60 * 60 * 1000)
    note(browser_login(desktop, cast.harold), cast)
    assert shelf(desktop) == {}
    expect(desktop.get_by_label("Wat is er gezegd?")).to_have_value("")
