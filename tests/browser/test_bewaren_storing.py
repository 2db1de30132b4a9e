"""When connection, server, session or token fails: the text stays, the page says so, and it is saved later."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from collaboration.models import Gesprek
from tests import acts
from tests.browser.bewaren import STATUS, expects, first_text, saved, shelf, step, stored
from tests.cast import Cast
from tests.factories import PASSWORD

Login = Callable[[Page, Any], Page]


@pytest.fixture
def gesprek(cast: Cast) -> Gesprek:
    """A concept of Harold about Marije."""
    return acts.concept(cast.harold, cast.marije, acts.B)


@pytest.fixture
def veld(gesprek: Gesprek) -> str:
    """A question of step 1."""
    return first_text(gesprek)


def comes_back(page: Page) -> None:
    """Somebody looks at this page again."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def log_in(page: Page, cast: Cast) -> None:
    """Log in by hand, in a tab beside the page."""
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(cast.harold.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page).not_to_have_url(re.compile("/account/login/"))


def test_a_minute_without_internet(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "ERR_INTERNET|htmx:")
    phone.clock.install()
    step(browser_login(phone, cast.harold), gesprek)
    phone.context.set_offline(True)
    phone.locator(f"#f-{veld}").fill("Getypt in de lift")
    phone.clock.run_for(1_000)
    expect(phone.locator(STATUS)).to_contain_text("Nog niet bewaard. Er is geen internet.")
    expect(phone.get_by_role("button", name="Probeer opnieuw")).to_be_visible()
    for _ in range(12):
        phone.clock.run_for(5_000)
    assert stored(gesprek, veld) is None
    phone.context.set_offline(False)
    saved(phone)
    assert stored(gesprek, veld) == "Getypt in de lift"


def test_without_internet_a_button_stays_on_the_page_and_goes_on_later(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "ERR_INTERNET|htmx:")
    step(browser_login(phone, cast.harold), gesprek)
    phone.context.set_offline(True)
    phone.locator(f"#f-{veld}").fill("Getypt in de kelder")
    phone.get_by_role("button", name="Naar stap 2").click()
    stays = "Geen internet. Je tekst staat nog op deze telefoon."
    expect(phone.get_by_role("alert").filter(has_text=stays)).to_be_in_viewport()
    expect(phone.locator(STATUS)).to_contain_text(stays)
    expect(phone.locator(f"#f-{veld}")).to_have_value("Getypt in de kelder")
    phone.context.set_offline(False)
    saved(phone)
    expect(phone.get_by_role("alert").filter(has_text=stays)).to_have_count(0)
    phone.get_by_role("button", name="Naar stap 2").click()
    expect(phone).to_have_url(re.compile("/stap/s2/$"))


def test_without_a_server_the_button_saves_first_and_then_goes_on(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "ERR_FAILED|htmx:")
    step(browser_login(phone, cast.harold), gesprek)
    phone.route("**/stap/s1/", lambda route: route.abort())
    phone.locator(f"#f-{veld}").fill("De server was even weg")
    expect(phone.locator(STATUS)).to_contain_text("Nog niet bewaard")
    phone.get_by_role("button", name="Naar stap 2").click()
    expect(phone.get_by_role("alert").filter(has_text="Je tekst staat nog op")).to_be_visible()
    phone.unroute("**/stap/s1/")
    phone.get_by_role("button", name="Naar stap 2").click()
    expect(phone).to_have_url(re.compile("/stap/s2/$"))
    assert stored(gesprek, veld) == "De server was even weg"


def test_without_internet_another_form_stays_too(phone: Page, browser_login: Login, cast: Cast) -> None:
    browser_login(phone, cast.harold).goto(f"/studenten/{cast.marije.pk}/kort/")
    words = phone.locator("form[data-bewaar] textarea").first
    words.fill("Even gesproken op de gang")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Leg het gesprek vast").click()
    expect(phone.get_by_role("alert").filter(has_text="Geen internet. Je tekst staat nog op")).to_be_visible()
    expect(words).to_have_value("Even gesproken op de gang")
    phone.context.set_offline(False)
    phone.get_by_role("button", name="Leg het gesprek vast").click()
    expect(phone).not_to_have_url(re.compile("/kort/$"))


def test_a_server_that_fails_is_asked_again_by_itself(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "500|503")
    step(browser_login(phone, cast.harold), gesprek)
    answers = [500, 503]

    def fail(route: Any) -> None:
        route.fulfill(status=answers.pop(0), body="kapot") if answers else route.continue_()

    phone.route("**/stap/s1/", fail)
    phone.locator(f"#f-{veld}").fill("Ook dit blijft")
    expect(phone.locator(STATUS)).to_contain_text("Nog niet bewaard. Wat je typte, staat er nog.")
    expect(phone.locator(STATUS)).to_contain_text("Bewaard om", timeout=9_000)
    saved(phone)
    assert not answers
    assert stored(gesprek, veld) == "Ook dit blijft"


def test_trying_again_by_hand(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "404")
    step(browser_login(phone, cast.harold), gesprek)
    phone.route("**/stap/s1/", lambda route: route.fulfill(status=404, body="weg"))
    phone.locator(f"#f-{veld}").fill("Nog een keer")
    again = phone.get_by_role("button", name="Probeer opnieuw")
    expect(again).to_be_visible()
    phone.unroute("**/stap/s1/")
    again.click()
    saved(phone)


def test_an_answer_that_is_no_answer_to_a_save_does_not_count(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "Response Status Error")
    step(browser_login(phone, cast.harold), gesprek)
    phone.route(
        "**/stap/s1/", lambda route: route.fulfill(status=200, body="<p>Welkom op de wifi van school</p>")
    )
    phone.locator(f"#f-{veld}").fill("Achter een inlogpagina")
    expect(phone.locator(STATUS)).to_contain_text("Nog niet bewaard")
    assert "Achter een inlogpagina" in str(shelf(phone))
    phone.unroute("**/stap/s1/")
    comes_back(phone)
    saved(phone)


def test_a_lapsed_session_keeps_the_text_and_saves_after_login_beside_it(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(desktop, "401|403")
    step(browser_login(desktop, cast.harold), gesprek)
    Session.objects.all().delete()
    desktop.locator(f"#f-{veld}").fill("Na een lange pauze")
    expect(desktop.locator(STATUS)).to_contain_text("Je bent uitgelogd.")
    expect(desktop.locator(f"#f-{veld}")).to_have_value("Na een lange pauze")
    with desktop.context.expect_page() as opened:
        desktop.get_by_role("link", name="Log opnieuw in").click()
    log_in(opened.value, cast)
    opened.value.close()
    comes_back(desktop)
    saved(desktop)
    assert stored(gesprek, veld) == "Na een lange pauze"


def test_a_new_token_in_another_tab_does_not_stop_this_one(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(desktop, cast.harold), gesprek)
    desktop.context.clear_cookies()
    log_in(desktop.context.new_page(), cast)
    desktop.locator(f"#f-{veld}").fill("Oud token, nieuwe sessie")
    saved(desktop)
    desktop.get_by_role("button", name="Later verder").click()
    expect(desktop).to_have_url(re.compile(f"/studenten/{cast.marije.pk}/$"))
    assert stored(gesprek, veld) == "Oud token, nieuwe sessie"


def test_a_token_that_changes_under_way_is_tried_once_more(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(desktop, "403")
    step(browser_login(desktop, cast.harold), gesprek)
    answers = [403]

    def fail(route: Any) -> None:
        route.fulfill(status=answers.pop(), body="<p>token</p>") if answers else route.continue_()

    desktop.route("**/stap/s1/", fail)
    desktop.locator(f"#f-{veld}").fill("Meteen nog een keer")
    saved(desktop)


def test_another_person_in_another_tab_saves_nothing_of_this_page(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(desktop, "409")
    step(browser_login(desktop, cast.harold), gesprek)
    browser_login(desktop, cast.soraya)
    desktop.locator(f"#f-{veld}").fill("Van Harold")
    expect(desktop.locator(STATUS)).to_contain_text("Er is nu iemand anders ingelogd")
    assert stored(gesprek, veld) is None
    expect(desktop.locator(f"#f-{veld}")).to_have_value("Van Harold")


def test_a_quiet_session_is_warned_about_and_can_go_on(
    desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek
) -> None:
    desktop.clock.install()
    step(browser_login(desktop, cast.harold), gesprek)
    desktop.clock.fast_forward((settings.SESSION_WARN_SECONDS + 30) * 1000)
    warning = desktop.locator("#dringend")
    expect(warning).to_contain_text("log je automatisch uit")
    warning.get_by_role("button", name="Blijf ingelogd").click()
    expect(warning).to_be_empty()
    desktop.clock.fast_forward((settings.SESSION_WARN_SECONDS - 300) * 1000)
    expect(warning).to_be_empty()
