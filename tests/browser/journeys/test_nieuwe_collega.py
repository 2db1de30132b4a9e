"""A new colleague on a quiet afternoon: reads casus Carlo, thinks first, looks things up, and brings in her own."""

from collections.abc import Callable

from django.test import Client
from playwright.sync_api import expect

from collaboration.models import CollegialeFeedback
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import logs_in
from tests.cast import Cast

KEERPUNT = "Hij doet nu een andere opleiding."
HINT = "Je noemt een naam."
ZONDER = "Een student ging lunchen en kwam niet meer terug. Ik wachtte op een ander."
INZICHT = "Ik wacht, terwijl bellen tien minuten kost."
STAP = "Ik bel morgen het bedrijf en vraag hoe het daar gaat."


def test_a_quiet_afternoon(cast: Cast, tafel: Callable[[], Hand]) -> None:
    soraya = tafel()
    logs_in(soraya, "soraya")
    when_she_reads_until_it_turns(soraya)
    then_she_thinks_first(soraya)
    then_she_sees_which_kenmerken_are_at_play(soraya)
    then_she_finds_an_unknown_word(soraya)
    then_she_looks_up_a_kenmerk(soraya)
    when_she_brings_in_something_of_her_own(soraya)
    then_a_name_gets_a_hint(soraya)
    when_they_talk_it_over(soraya)
    then_it_stays_with_her(soraya, cast)


def when_she_reads_until_it_turns(hand: Hand) -> None:
    hand.goes_to("/casussen/")
    hand.is_at("Casussen")
    hand.stop()
    hand.follow("Carlo")
    hand.is_at("Carlo")
    hand.sees("Aan de lange tafel", "Wat zou jij doen?")
    hand.sees_not(KEERPUNT)


def then_she_thinks_first(hand: Hand) -> None:
    hand.unfold("Bekijk drie mogelijkheden")
    hand.sees("Je bent Koos en belt vandaag met school.", "Welke past bij jou? En bij deze student?")
    hand.stop()
    hand.unfold("Lees hoe het verderging")
    hand.sees(KEERPUNT)
    hand.stop()


def then_she_sees_which_kenmerken_are_at_play(hand: Hand) -> None:
    hand.sees("Het gaat goed, dus niemand belt.", "Wie niets hoort, bedenkt zelf een verhaal.")
    expect(hand.page.get_by_role("note", name="Informeren").first).to_be_visible()


def then_she_finds_an_unknown_word(hand: Hand) -> None:
    """From the story itself, and by the search."""
    hand.page.get_by_role("main").get_by_role("link", name="terugmelding").first.click()
    hand.is_at("Woordenlijst")
    assert hand.page.url.endswith("#w-terugmelding")
    hand.sees("Laten weten wat er met een bericht is gedaan")
    hand.stop()
    hand.goes_to("/zoeken/")
    hand.write("Wie of wat zoek je?", "terugmeld")
    hand.page.get_by_role("search").get_by_role("button", name="Zoek").click()
    hand.sees("gevonden")
    hand.stop()
    hand.page.locator("#uitkomst").get_by_role("link", name="terugmelding").click()
    hand.is_at("Woordenlijst")
    assert hand.page.url.endswith("#w-terugmelding")


def then_she_looks_up_a_kenmerk(hand: Hand) -> None:
    hand.goes_to("/casussen/carlo/")
    hand.page.get_by_role("note", name="Informeren").first.get_by_role("link", name="Informeren").click()
    hand.is_at("Informeren")
    hand.sees("Zo kun je het zeggen", "Wat helpt", "Casus Carlo")
    assert hand.page.locator(".k-phrases li").count() >= 3
    hand.stop()


def when_she_brings_in_something_of_her_own(hand: Hand) -> None:
    hand.goes_to("/casussen/carlo/")
    hand.follow("Bespreek iets uit je eigen werk")
    hand.is_at("Leg een situatie voor aan een collega")
    hand.stop()
    hand.press("Begin")
    hand.is_at("Voordat je begint")
    hand.write("Waar wil je het over hebben?", "Hoe houd ik contact met wie stil is?")
    goes_on(hand, "Begin bij stap 1", "De situatie")


def goes_on(hand: Hand, button: str, heading: str) -> None:
    """Six rounds have the same frame: axe looks at a few of them."""
    hand.press(button)
    hand.is_at(heading)


def then_a_name_gets_a_hint(hand: Hand) -> None:
    """It says so and refuses nothing; without JavaScript on the next page, which leads back."""
    hand.write("Wat gebeurde er?", "Marije ging lunchen en kwam niet meer terug.")
    if hand.scripted:
        hand.sees(HINT)
    goes_on(hand, "Naar stap 2", "Verhelderende vragen")
    hand.sees(HINT)
    hand.stop()
    hand.page.locator(".k-notice").get_by_role("link", name="De situatie").click()
    hand.is_at("De situatie")
    hand.write("Wat gebeurde er?", ZONDER)
    goes_on(hand, "Naar stap 2", "Verhelderende vragen")
    hand.sees_not(HINT)


def when_they_talk_it_over(hand: Hand) -> None:
    goes_on(hand, "Naar stap 3", "Andere perspectieven")
    hand.write("Welke kijk was nieuw voor jou?", "Die van het bedrijf: zij houden een jas over.")
    goes_on(hand, "Naar stap 4", "Kenmerken die spelen")
    hand.tick("Informeren")
    hand.stop()
    goes_on(hand, "Naar stap 5", "Inzicht")
    hand.write("Wat zie je nu anders?", INZICHT)
    goes_on(hand, "Naar stap 6", "Volgende stap")
    hand.write("Wat ga je doen?", STAP)
    hand.write("Wanneer?", "Morgen voor tien uur")
    goes_on(hand, "Kijk terug", "Kijk terug")
    goes_on(hand, "Bekijk wat je meeneemt", "Dit neem je mee")
    hand.sees(INZICHT, STAP, ZONDER)
    hand.stop()


def then_it_stays_with_her(hand: Hand, cast: Cast) -> None:
    """Nobody else opens it, and no file holds it."""
    hand.press("Rond af")
    hand.is_at("Mijn inzichten")
    hand.sees(INZICHT, STAP, "Morgen voor tien uur")
    hand.stop()
    row = CollegialeFeedback.objects.get()
    harold = Client()
    harold.force_login(cast.harold)
    assert harold.get(f"/leidraad/{row.pk}/").status_code == 404
    for who in (harold.get("/leidraad/"), harold.get(f"/studenten/{cast.marije.pk}/")):
        assert INZICHT not in who.content.decode()
    hand.goes_to(f"/studenten/{cast.marije.pk}/")
    hand.sees_not(INZICHT, STAP, ZONDER)
