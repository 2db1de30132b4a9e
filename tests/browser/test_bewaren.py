"""What is typed in a gesprek is saved by itself, the page says so, and two devices lose nothing."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from collaboration.actions import gesprek as actions
from collaboration.actions.vastleggen import vastleggen
from collaboration.models import Gesprek
from tests import acts
from tests.browser.bewaren import (
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
from tests.cast import Cast
from tests.factories import viewer

Login = Callable[[Page, Any], Page]


@pytest.fixture
def gesprek(cast: Cast) -> Gesprek:
    """A concept with the regular instrument, of Harold about Marije; Soraya takes part."""
    return acts.concept(cast.harold, cast.marije, acts.B, voerders=(cast.soraya.pk,))


@pytest.fixture
def veld(gesprek: Gesprek) -> str:
    """A question of step 1."""
    return first_text(gesprek)


def test_typing_is_saved_and_the_page_says_when(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    phone.locator(f"#f-{veld}").press_sequentially("Marije kwam op tijd")
    saved(phone)
    assert stored(gesprek, veld) == "Marije kwam op tijd"


def test_a_tick_is_saved_and_taken_away_again(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    box = phone.locator("#loop input[type=checkbox]").first
    code = box.get_attribute("name") or ""
    box.check()
    eventually(lambda: stored(gesprek, code) is True)
    box.uncheck()
    eventually(lambda: stored(gesprek, code) is False)
    saved(phone)


def test_the_plan_is_saved_by_itself_too(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek
) -> None:
    browser_login(phone, cast.harold).goto(f"/gesprekken/{gesprek.pk}/voor/")
    phone.locator("summary", has_text="Wanneer en hoe?").click()
    place = phone.locator("#id_plek")
    place.fill("Lokaal 1.04")
    saved(phone)
    place.fill("Kantine")
    eventually(lambda: Gesprek.objects.get(pk=gesprek.pk).plek == "Kantine")
    saved(phone)


def test_a_plan_that_a_colleague_changed_asks_for_a_choice(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek
) -> None:
    expects(phone, "422")
    browser_login(phone, cast.harold).goto(f"/gesprekken/{gesprek.pk}/voor/")
    phone.locator("summary", has_text="Wanneer en hoe?").click()
    Gesprek.objects.filter(pk=gesprek.pk).update(plek="Kantine", onderwerp_regel="Van Soraya")
    place = phone.locator("#id_plek")
    place.fill("Lokaal 1.04")
    expect(phone.locator(STATUS)).to_contain_text("Een collega zette hier net: “Kantine”")
    place.fill("Lokaal 1.05")
    saved(phone)
    row = Gesprek.objects.get(pk=gesprek.pk)
    assert (row.plek, row.onderwerp_regel) == ("Lokaal 1.05", "Van Soraya")


def test_a_choice_about_one_field_of_the_plan_is_none_about_another(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek
) -> None:
    expects(phone, "422")
    browser_login(phone, cast.harold).goto(f"/gesprekken/{gesprek.pk}/voor/")
    phone.locator("summary", has_text="Wanneer en hoe?").click()
    Gesprek.objects.filter(pk=gesprek.pk).update(plek="Kantine", onderwerp_regel="Van Soraya")
    phone.locator("#id_plek").fill("Lokaal 1.04")
    expect(phone.locator(STATUS)).to_contain_text("“Kantine”")
    phone.locator("#id_onderwerp_regel").fill("Van Harold")
    expect(phone.locator(STATUS)).to_contain_text("“Van Soraya”")
    assert Gesprek.objects.get(pk=gesprek.pk).onderwerp_regel == "Van Soraya"


def test_who_types_on_while_it_saves_keeps_every_letter(
    phone: Page,
    browser_login: Login,
    cast: Cast,
    gesprek: Gesprek,
    veld: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain, typed_on = actions.save_step, Event()

    def slow(**given: Any) -> Any:
        assert typed_on.wait(20)
        return plain(**given)

    monkeypatch.setattr(actions, "save_step", slow)
    step(browser_login(phone, cast.harold), gesprek)
    field = phone.locator(f"#f-{veld}")
    field.press_sequentially("Eerst dit.")
    expect(phone.locator(STATUS)).to_contain_text("Bezig met bewaren")
    field.press_sequentially(" En toen dit.", delay=60)
    typed_on.set()
    eventually(lambda: stored(gesprek, veld) == "Eerst dit. En toen dit.")
    saved(phone)
    expect(field).to_have_value("Eerst dit. En toen dit.")
    assert conflicts(gesprek) == 0


def test_two_devices_see_both_texts_and_who_wrote_them(
    phone: Page, desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    step(browser_login(desktop, cast.soraya), gesprek)
    expects(desktop, "409")
    phone.locator(f"#f-{veld}").fill("Harold schrijft dit")
    saved(phone)
    desktop.locator(f"#f-{veld}").fill("Soraya schrijft dat")
    expect(desktop.locator(STATUS)).to_contain_text("Hier staan twee teksten")
    both = desktop.locator(f"#b-{veld}")
    expect(both).to_contain_text("Harold schrijft dit")
    expect(both).to_contain_text("Soraya schrijft dat")
    expect(both).to_contain_text("Tekst van Harold Vermeer")
    expect(desktop.locator(f"#f-{veld}")).to_be_focused()
    assert stored(gesprek, veld) == "Harold schrijft dit"
    both.get_by_role("button", name="Zet ze onder elkaar").click()
    expect(desktop.locator(f"#f-{veld}")).to_have_value("Harold schrijft dit\nSoraya schrijft dat")
    eventually(lambda: not shelf(desktop))
    assert conflicts(gesprek) == 0


def test_a_text_that_does_not_fit_stays_and_the_rest_is_saved(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    expects(phone, "422")
    step(browser_login(phone, cast.harold), gesprek)
    box = phone.locator("#loop input[type=checkbox]").first
    phone.locator(f"#f-{veld}").fill("a" * 20_001)
    box.check()
    expect(phone.locator(STATUS)).to_contain_text("Nog niet alles is bewaard")
    expect(phone.locator(f"#e-{veld}")).to_contain_text("Maak hem korter")
    eventually(lambda: stored(gesprek, box.get_attribute("name") or "") is True)
    eventually(lambda: [set(kept) for kept in shelf(phone).values()] == [{veld}])
    phone.locator(f"#f-{veld}").fill("Korter")
    saved(phone)
    expect(phone.locator(f"#e-{veld}")).to_be_empty()


def test_who_is_too_late_reads_why_and_keeps_the_text(
    phone: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    vastleggen(by=viewer(cast.harold), gesprek_id=gesprek.pk, laag="begeleiding")
    expects(phone, "409")
    phone.locator(f"#f-{veld}").fill("Nog een zin")
    expect(phone.locator(STATUS)).to_contain_text("dit gesprek is net vastgelegd")
    expect(phone.locator(f"#f-{veld}")).to_have_value("Nog een zin")
    assert "Nog een zin" in str(shelf(phone))


def test_the_states_are_accessible(
    phone: Page, desktop: Page, browser_login: Login, cast: Cast, gesprek: Gesprek, veld: str, axe: Any
) -> None:
    step(browser_login(phone, cast.harold), gesprek)
    step(browser_login(desktop, cast.soraya), gesprek)
    expects(desktop, "409")
    phone.locator(f"#f-{veld}").fill("Harold schrijft dit")
    saved(phone)
    axe(phone)
    desktop.locator(f"#f-{veld}").fill("Soraya schrijft dat")
    expect(desktop.locator(STATUS)).to_contain_text("twee teksten")
    axe(desktop)
    expects(phone, "ERR_INTERNET|htmx:")
    phone.context.set_offline(True)
    phone.locator(f"#f-{veld}").fill("Harold schrijft door")
    expect(phone.locator(STATUS)).to_contain_text("Nog niet bewaard")
    axe(phone)
    phone.context.set_offline(False)
    saved(phone)
