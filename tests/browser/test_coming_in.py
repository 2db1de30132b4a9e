"""From the mentor's form to the praktijkbegeleider's phone: a link, one button, a code; also without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from collaboration.actions import team
from collaboration.actions.team import Persoon
from students.enums import Rol
from tests.begeleiders.coming_in import code_in, token_in
from tests.cast import Cast, build_cast
from tests.factories import viewer


@pytest.fixture
def people(transactional_db: None) -> Cast:
    return build_cast()


def narrow(page: Page) -> None:
    """At 320 px nothing scrolls sideways."""
    before = page.viewport_size
    assert before is not None
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    page.set_viewport_size(before)


def look(page: Page, axe: Callable[[Page], None]) -> None:
    """What is asked of every stop."""
    axe(page)
    narrow(page)


def come_in(page: Page, token: str, check: Callable[[Page], Any]) -> int:
    """From the link to inside; the number of taps it took."""
    page.goto(f"/welkom/{token}/")
    check(page)
    taps = 0
    page.get_by_role("button", name="Aan de slag").tap()
    taps += 1
    expect(page.get_by_role("heading", name="Vul je code in")).to_be_visible()
    check(page)
    code = page.get_by_label("Code uit de mail")
    expect(code).to_have_attribute("autocomplete", "one-time-code")
    code.fill(code_in(mail.outbox[-1]))
    page.get_by_role("button", name="Aan de slag").tap()
    return taps + 1


def test_invited_on_a_desktop_and_in_on_a_phone(
    people: Cast, desktop: Page, phone: Page, browser_login: Any, axe: Callable[[Page], None]
) -> None:
    desktop.context.watch.expect("422")  # type: ignore[attr-defined]
    browser_login(desktop, people.harold)
    desktop.goto(f"/studenten/{people.marije.pk}/")
    desktop.get_by_role("link", name="Nodig iemand uit").click()
    look(desktop, axe)
    desktop.get_by_role("link", name="Een praktijkbegeleider bij Restaurant De Kade").click()
    look(desktop, axe)
    desktop.get_by_role("button", name="Stuur de uitnodiging").click()
    expect(desktop.get_by_role("alert").filter(has_text="Nog drie dingen")).to_be_visible()
    look(desktop, axe)
    desktop.get_by_label("E-mailadres").fill("joris@dekade.example")
    desktop.get_by_label("Voornaam").fill("Joris")
    desktop.get_by_label("Achternaam").fill("Mulder")
    desktop.get_by_role("button", name="Stuur de uitnodiging").click()
    expect(desktop.get_by_text("nog niet binnen")).to_be_visible()
    look(desktop, axe)

    assert come_in(phone, token_in(mail.outbox[-1]), lambda page: look(page, axe)) == 2
    expect(phone).to_have_url("/")
    phone.goto(f"/studenten/{people.marije.pk}/")
    expect(phone.get_by_role("heading", name="Marije", exact=False).first).to_be_visible()


def test_without_javascript(people: Cast, nojs: Page, axe: Callable[[Page], None]) -> None:
    joris = Persoon("joris@dekade.example", "Joris", "Mulder")
    by, stage = viewer(people.harold), people.stage_marije
    team.add_member(by=by, student=people.marije, rol=Rol.PRAKTIJKBEGELEIDER, persoon=joris, stage=stage)
    assert come_in(nojs, token_in(mail.outbox[-1]), lambda page: None) == 2
    expect(nojs).to_have_url("/")


def test_a_code_from_the_login_page_on_an_own_device(
    people: Cast, phone: Page, axe: Callable[[Page], None]
) -> None:
    phone.goto("/account/login/")
    look(phone, axe)
    phone.get_by_label("E-mailadres").fill(people.melissa.email)
    phone.get_by_role("button", name="Stuur mij een code").tap()
    expect(phone.get_by_role("heading", name="Vul je code in")).to_be_visible()
    code = code_in(mail.outbox[-1])
    phone.get_by_label("Code uit de mail").fill(f" {code[:3]} {code[3:]} ")
    phone.get_by_label("Dit is mijn eigen toestel").check()
    phone.get_by_role("button", name="Aan de slag").tap()
    expect(phone).to_have_url("/")
    cookie = next(one for one in phone.context.cookies() if one["name"] == "sessie")
    assert cookie["expires"] > 0  # it outlives the browser


def test_a_wrong_code_puts_the_focus_on_what_to_do(
    people: Cast, phone: Page, axe: Callable[[Page], None]
) -> None:
    phone.context.watch.expect("422")  # type: ignore[attr-defined]
    phone.goto("/inloggen/code/")
    look(phone, axe)
    phone.get_by_label("E-mailadres").fill("niemand@dekade.example")
    phone.get_by_role("button", name="Stuur mij een code").tap()
    for _ in range(4):
        phone.get_by_label("Code uit de mail").fill("000000")
        phone.get_by_role("button", name="Aan de slag").tap()
        expect(phone.get_by_role("alert").filter(has_text="klopt nog niet")).to_be_focused()
    look(phone, axe)
    phone.get_by_label("Code uit de mail").fill("000000")
    phone.get_by_role("button", name="Aan de slag").tap()
    expect(phone.get_by_role("heading", name="Deze code werkt niet meer")).to_be_visible()
    look(phone, axe)
