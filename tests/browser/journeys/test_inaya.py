"""Casus Inaya: a year and a half of seeking contact stands in the file as work done; then she answers."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from collaboration.enums import PogingUitkomst, PogingWijze
from collaboration.models import Contactpoging
from tests.browser.journeys import steps
from tests.browser.journeys.coming import comes_by_code
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import home, logs_in
from tests.cast import Cast
from tests.factories import ContactpogingFactory, GesprekFactory

KEER, DAGEN = 43, 547
BELDE = "Ze belde zelf: ze heeft een stage bij een bakker gevonden."
LUKTE = "Zelf een stage gevonden en het zelf komen vertellen."


@pytest.fixture
def gezocht(cast: Cast) -> None:
    """Marije in the place of Inaya: calls, messages and visits of her mentor and KAW-er, and two short talks."""
    begin = timezone.now() - timedelta(days=DAGEN)
    said = [
        {"wijze": PogingWijze.GEBELD},
        {"wijze": PogingWijze.GEAPPT, "uitkomst": PogingUitkomst.VOICEMAIL},
        {"wijze": PogingWijze.LANGS, "uitkomst": PogingUitkomst.NIET_THUIS},
    ]
    for n in range(KEER):
        ContactpogingFactory.create(
            student=cast.marije,
            auteur=cast.harold if n % 4 else cast.soraya,
            wanneer=begin + timedelta(days=n * (DAGEN - 2) / (KEER - 1)),
            **said[n % 3],
        )
    for days in (120, 300):
        GesprekFactory.create(
            student=cast.marije, auteur=cast.harold, vast=True, wanneer=begin + timedelta(days=days)
        )


@pytest.mark.usefixtures("gezocht")
def test_what_held_on(cast: Cast, tafel: Callable[[], Hand]) -> None:
    harold, student = tafel(), tafel()
    logs_in(harold, "harold")
    then_the_attempts_stand_there_as_work(harold)
    when_he_tries_once_more(harold)
    when_she_answers(harold)
    when_he_notes_a_success(harold)
    comes_by_code(student, cast.marije_zelf)
    then_she_sees_what_she_did_and_who_kept_on(student, cast)


def then_the_attempts_stand_there_as_work(hand: Hand) -> None:
    steps.opens_student(hand)
    hand.sees(
        f"18 maanden, {KEER} keer contact gezocht.",
        "2 keer kwam het tot een gesprek.",
        "Contact blijven zoeken is werk, ook als er geen antwoord komt.",
        "Ook proberen telt.",
    )
    hand.follow("Contactpogingen", within="Tijdlijn")
    hand.sees("Langs geweest: er was niemand", "Geappt: bericht achtergelaten", "Gebeld: geen gehoor")
    for shown in (20, 30, 40, 50):
        hand.follow("Toon meer", within="Tijdlijn")
        entries = hand.page.locator("#tijdlijn .k-time-line > li")
        entries.nth(min(shown, KEER) - 1).wait_for()
    assert entries.count() == KEER, "elke poging staat er"
    hand.stop()


def when_he_tries_once_more(hand: Hand) -> None:
    before = hand.touches
    hand.press("Gebeld, geen gehoor", within="Marije bereiken")
    hand.sees("Gebeld, geen gehoor: staat in de tijdlijn", f"18 maanden, {KEER + 1} keer contact gezocht.")
    assert hand.touches - before == 1, "een poging: één tik"
    assert Contactpoging.objects.count() == KEER + 1


def when_she_answers(hand: Hand) -> None:
    hand.follow("Noteer een kort gesprek")
    hand.is_at("Kort gesprek")
    hand.write("Wat is er gezegd?", BELDE)
    hand.press("Leg het gesprek vast")
    hand.sees(BELDE, "3 keer kwam het tot een gesprek.")
    hand.stop()


def when_he_notes_a_success(hand: Hand) -> None:
    hand.follow("Succes opschrijven")
    hand.is_at("Wat lukte er?")
    hand.stop()
    hand.write("Wat lukte er?", LUKTE)
    hand.press("Bewaar het succes")
    hand.sees(LUKTE)


def then_she_sees_what_she_did_and_who_kept_on(hand: Hand, cast: Cast) -> None:
    home(hand)
    hand.sees(LUKTE)
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.sees("Dit lukte jou", LUKTE, "opgeschreven door Harold")
    hand.sees(f"In 18 maanden zocht je team {KEER + 1} keer contact met jou.", "3 keer kwam er een gesprek.")
    hand.stop()
