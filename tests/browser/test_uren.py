"""The hours on a phone: entered in two taps, agreed in one, clean for axe, whole at 320 px, also without script."""

import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage, UrenDag
from tests.acts_uren import enter, full_week, missed, monday, rooster
from tests.browser.axe import assert_accessible
from tests.browser.journeys.hands import assert_whole
from tests.cast import Cast
from tests.factories import days

LOOK = os.environ.get("KANSRIJK_LOOK", "")


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """The stage of Marije with hours made, missed and allowed; every day is planned, so today is."""
    row = cast.stage_marije
    Stage.objects.filter(pk=row.pk).update(begin=monday(-5), einde=days(150), gaat_door=True)
    row.refresh_from_db()
    rooster(row, cast.harold, 8, 8, 8, 0, 0, 0, 0)
    full_week(cast.melissa, row, monday(-5))
    enter(cast.melissa, row, monday(-4), missed())
    enter(cast.melissa, row, monday(-3), missed(DagSoort.AFGEMELD))
    full_week(cast.marije_zelf, row, monday(-2))
    rooster(row, cast.harold, 8, 8, 8, 8, 8, 8, 8, vanaf=days(0))
    return row


def look(page: Page, name: str) -> None:
    if LOOK:
        page.screenshot(path=f"{LOOK}/{name}.png", full_page=True)


def path(stage: Stage, tail: str = "") -> str:
    return f"/stages/{stage.pk}/uren/{tail}"


def test_two_taps_from_the_first_screen(cast: Cast, stage: Stage, phone: Page, browser_login: Any) -> None:
    browser_login(phone, cast.melissa)
    phone.goto("/")
    assert_accessible(phone)
    look(phone, "vandaag")
    phone.get_by_role("button", name="Hele dag, 8 uur").tap()
    expect(phone.get_by_text("8 uur gemaakt").first).to_be_visible()
    assert UrenDag.objects.filter(dag=days(0), gemaakt=8).count() == 1


def test_the_page_on_a_phone(cast: Cast, stage: Stage, phone: Page, browser_login: Any) -> None:
    browser_login(phone, cast.melissa)
    phone.context.watch.expect("422")  # type: ignore[attr-defined]
    phone.goto(path(stage))
    assert_accessible(phone)
    look(phone, "uren-phone")
    phone.get_by_text("Een deel", exact=True).tap()
    look(phone, "uren-deel")
    phone.get_by_label("Aantal uren").fill("30")
    phone.get_by_role("button", name="Bewaar vandaag").tap()
    expect(phone.get_by_text("Een dag heeft 24 uur").first).to_be_visible()
    assert_accessible(phone)
    look(phone, "uren-fout")
    phone.get_by_label("Aantal uren").fill("5,5")
    phone.get_by_text("Te laat", exact=True).tap()
    phone.get_by_role("button", name="Bewaar vandaag").tap()
    expect(phone.get_by_text("5,5 uur gemaakt, 2,5 uur te laat").first).to_be_visible()
    phone.get_by_role("button", name="Akkoord").first.tap()
    expect(phone.get_by_text("Akkoord op week").first).to_be_visible()
    assert_accessible(phone)


@pytest.mark.parametrize("person", ["melissa", "marije_zelf", "harold"])
def test_the_page_on_a_desktop(
    cast: Cast, stage: Stage, desktop: Page, browser_login: Any, person: str
) -> None:
    browser_login(desktop, getattr(cast, person))
    desktop.goto(path(stage))
    for fold in desktop.locator("details:not([open]) > summary").all()[1:]:
        if fold.is_visible():
            fold.click()
    assert_accessible(desktop)
    look(desktop, f"uren-{person}")


def test_the_klas_and_the_mentor(cast: Cast, stage: Stage, desktop: Page, browser_login: Any) -> None:
    browser_login(desktop, cast.harold)
    for number, address in enumerate((f"/klassen/{cast.e1b.pk}/uren/", path(stage, "verbeter/"))):
        desktop.goto(address)
        assert_accessible(desktop)
        look(desktop, f"mentor-{number}")


def test_at_320_pixels(cast: Cast, stage: Stage, open_context: Any, browser_login: Any) -> None:
    page = browser_login(open_context(viewport={"width": 320, "height": 700}).new_page(), cast.melissa)
    for address in ("/", path(stage), path(stage, f"terug/?maandag={monday(-2)}")):
        page.goto(address)
        assert_whole(page)
    look(page, "terug-320")
    page = browser_login(open_context(viewport={"width": 320, "height": 700}).new_page(), cast.harold)
    page.goto(f"/klassen/{cast.e1b.pk}/uren/")
    assert_whole(page)


def test_without_javascript(cast: Cast, stage: Stage, nojs: Page, browser_login: Any) -> None:
    browser_login(nojs, cast.melissa)
    nojs.goto("/")
    nojs.get_by_role("button", name="Niet gekomen, niets gehoord").tap()
    expect(nojs.get_by_text("De mentor hoort het nu").first).to_be_visible()
    nojs.goto(path(stage))
    nojs.get_by_role("button", name="Akkoord").first.tap()
    expect(nojs.get_by_text("Akkoord op week").first).to_be_visible()


def test_on_the_phone_of_the_mentor(cast: Cast, stage: Stage, phone: Page, browser_login: Any) -> None:
    browser_login(phone, cast.harold)
    phone.goto(path(stage))
    phone.get_by_role("button", name="Geef je telefoon").tap()
    expect(phone.get_by_role("heading", name="Jouw uren")).to_be_visible()
    phone.get_by_text("De hele dag", exact=True).tap()
    phone.get_by_role("button", name="Bewaar vandaag").tap()
    expect(phone.get_by_text("Bewaard", exact=True).first).to_be_visible()
    assert_accessible(phone)
    look(phone, "telefoon")
    row = UrenDag.objects.get(dag=days(0))
    assert (row.van_student, row.ingevoerd_door) == (True, cast.harold)
    phone.goto(path(stage))
    expect(phone.get_by_role("heading", name="Uren per week")).to_have_count(0)
