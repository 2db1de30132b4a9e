"""Casus Has: much was tried, so the mentor asks the zorgteam along; help comes, and the regie goes there and back."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from begeleiders.models import User
from collaboration.models import Escalatie, Gesprek
from students.models import Student, TeamLid
from tests import acts
from tests.acts_zorg import aanvraag
from tests.browser.journeys import steps
from tests.browser.journeys.coming import comes_by_code, is_closed, opens_melding
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.together import home, logs_in, no_name_in_any_mail
from tests.cast import Cast
from tests.factories import StageFactory, UserFactory, praktijkbegeleider

HAS = "Has El Amrani"
VRAAG = "Brieven van de deurwaarder liggen ongeopend in zijn tas."
GEHEIM = "Samen de brieven geopend: het gaat om een oude telefoonrekening."
VERTELD = "Er is een plan voor de brieven. Vraag hem gerust hoe het gaat."
WAAROM = "Hulp bij geld gaat nu voor"
TERUG = "Het plan loopt, school kan weer verder"


@dataclass(frozen=True)
class Scene:
    """Those around Has whom the cast does not have: Has himself with an account, and the one at his stage."""

    has: User
    joost: User


@pytest.fixture
def scene(cast: Cast) -> Scene:
    """Two conversations and a call that nobody answered; and a request about Sanna that can wait."""
    TeamLid.objects.filter(student=cast.has).delete()  # nobody of the zorgteam helps yet
    has = UserFactory(voornaam="Has", achternaam="El Amrani", email="has@noord.example")
    Student.objects.filter(pk=cast.has.pk).update(account=has, email=has.email)
    joost = UserFactory(voornaam="Joost", achternaam="Timmer", email="joost@timmer.example")
    praktijkbegeleider(StageFactory(student=cast.has, stageplek=cast.stage_sanna.stageplek), joost)
    acts.vastgelegd(cast.harold, cast.has, soort="moeilijk")
    acts.vastgelegd(cast.soraya, cast.has, soort="contact")
    acts.poging(cast.harold, cast.has)
    aanvraag(cast.soraya, cast.sanna, titel="Hulp bij reizen", urgentie="kan_wachten")
    return Scene(has, joost)


def test_the_zorgteam_helps_and_the_regie_comes_back(
    cast: Cast, scene: Scene, tafel: Callable[[], Hand]
) -> None:
    harold, coen, vera, has, joost = (tafel() for _ in range(5))
    logs_in(harold, "harold")
    when_harold_asks_the_zorgteam(harold)
    logs_in(coen, "coen")
    when_coen_takes_it_above_the_other(coen)
    when_coen_puts_vera_on_the_team(coen)
    page = f"/aanvragen/{Escalatie.objects.get(student=cast.has).pk}/"
    logs_in(vera, "vreemde")
    when_vera_accepts_the_regie(vera)
    when_vera_writes_for_the_zorgteam(vera, page)
    then_harold_sees_what_he_may(harold, cast, page)
    then_has_is_told(has, scene, cast)
    then_the_stage_sees_only_that_school_picks_it_up(joost, scene, cast, page)
    when_vera_gives_the_regie_back(vera, cast)
    then_harold_has_it_again(harold, cast)
    no_name_in_any_mail("Has ", "Amrani", "Harold", "Coen", "Vera", "Joost", "geld")


def when_harold_asks_the_zorgteam(hand: Hand) -> None:
    """In danger the telephone comes first; the form knows what was tried."""
    steps.opens_student(hand, HAS)
    hand.follow("Vraag het zorgteam mee te kijken")
    hand.is_at("Vraag het zorgteam mee te kijken")
    hand.stop()
    hand.follow("Toon alle telefoonnummers")
    hand.is_at("Bel eerst")
    hand.sees("112", "Veilig Thuis", "0800 2000", "113 Zelfmoordpreventie")
    hand.stop()
    hand.follow("Ik heb gebeld, nu het formulier")
    tried = hand.page.get_by_label("Wat hebben jullie al geprobeerd?").input_value()
    assert all(
        part in tried for part in ("Moeilijke boodschap", "Bellen of appen", "geen contact: 1 keer")
    ), tried
    hand.pick("Vandaag")
    hand.write("Waar gaat het om, in een paar woorden?", "Hulp bij geldzorgen")
    hand.write("Wat vraag je aan het zorgteam?", VRAAG)
    hand.tick("Financiën")
    hand.pick("Has vindt het goed")
    hand.write("Wat mag je delen?", "de brieven en de reiskosten")
    hand.write("Wat deel je niet?", "hoe het thuis gaat")
    hand.press("Verstuur de aanvraag")
    hand.is_at(f"{HAS}: Hulp bij geldzorgen")
    hand.sees("Has weet van deze aanvraag en vindt het goed.", "Nieuw")
    hand.stop()


def when_coen_takes_it_above_the_other(hand: Hand) -> None:
    hand.sees("Twee nieuwe aanvragen", "Reageer voor")
    hand.goes_to("/aanvragen/")
    names = hand.page.locator(".k-inbox a > strong").all_inner_texts()
    assert names == [HAS, "Sanna de Boer"], names
    hand.stop()
    hand.follow(HAS)
    hand.is_at(f"{HAS}: Hulp bij geldzorgen")
    hand.sees(VRAAG, "Moeilijke boodschap", "Niet delen: hoe het thuis gaat")
    hand.stop()
    hand.press("Pak deze aanvraag op")
    hand.sees("Jij behandelt deze aanvraag", "Bij Coen Dekkers")
    hand.stop()
    hand.follow("Neem een besluit")
    hand.is_at("Welke hulp past?")
    hand.stop()
    hand.pick("Het zorgteam helpt")
    hand.write("Waarom past dit?", "Iemand die de brieven met hem opent, is nu genoeg.")
    hand.write("Wat hoort het team van school?", "Schoolmaatschappelijk werk gaat met Has aan de slag.")
    hand.press("Bewaar het besluit")
    hand.sees("Besluit: het zorgteam helpt")
    hand.stop()


def when_coen_puts_vera_on_the_team(hand: Hand) -> None:
    """And offers her the regie, which stays with Harold until she accepts."""
    hand.follow("Zet iemand van het zorgteam bij het team")
    hand.is_at("Wie van het zorgteam helpt mee?")
    hand.stop()
    hand.write("Of het e-mailadres van een andere collega", "vreemde@noord.example")
    hand.press("Zet bij het team")
    hand.sees("Vera Nijboer hoort nu bij het team")
    hand.stop()
    hand.follow("Bied de regie aan, of lees wie hem had")
    hand.is_at("Wie heeft de regie?")
    hand.stop()
    hand.choose("Aan wie bied je de regie aan?", "Vera Nijboer (zorgmedewerker)")
    hand.write("Waarom gaat de regie over?", WAAROM)
    hand.write("Wat doet wie de regie krijgt?", "Samen de post openen")
    hand.write("Bericht aan de student en het team", "Vera helpt je met de brieven. Harold blijft je mentor.")
    hand.press("Bied de regie aan")
    hand.sees("Harold Vermeer heeft nu de regie", "Is gevraagd")
    hand.stop()


def when_vera_accepts_the_regie(hand: Hand) -> None:
    hand.sees("De regie is jou aangeboden", WAAROM)
    hand.sees_not("Sanna", "Marije")
    hand.follow(WAAROM)
    hand.is_at("Wie heeft de regie?")
    hand.stop()
    hand.press("Neem de regie aan")
    hand.sees("Vera Nijboer heeft nu de regie", "Dit blijft bij Harold", "Stage-uren en contact met de stage")
    hand.stop()
    hand.press("Ik vertelde het Has")
    hand.sees("Genoteerd: de student weet het")


def when_vera_writes_for_the_zorgteam(hand: Hand, page: str) -> None:
    hand.goes_to(page)
    hand.follow("Noteer een gesprek")
    hand.is_at("Kort gesprek")
    hand.write("Wat is er gezegd?", GEHEIM)
    hand.unfold("Pas aan")
    hand.pick("Het zorgteam")
    hand.press("Leg het gesprek vast")
    hand.sees(GEHEIM)
    hand.stop()
    hand.goes_to(page)
    hand.follow("Vertel hoe het gaat")
    hand.is_at("Vertel hoe het gaat")
    hand.stop()
    hand.write("Wat mag het team van school weten?", VERTELD)
    hand.press("Deel dit met het team")
    hand.sees("Het team van school kan het lezen", VERTELD)
    hand.stop()


def then_harold_sees_what_he_may(hand: Hand, cast: Cast, page: str) -> None:
    """Status, regie, terugkoppeling; nothing of layer zorg but his own text."""
    opens_melding(hand, "regie")
    hand.sees("Vera Nijboer")
    hand.goes_to(f"/studenten/{cast.has.pk}/")
    hand.sees("Hulp van het zorgteam", VERTELD, "Vera Nijboer", WAAROM, "Dit blijft bij Harold")
    hand.sees_not(GEHEIM, "telefoonrekening", "Bied de regie aan")
    hand.stop()
    hand.goes_to(page)
    hand.sees(VERTELD, VRAAG, "Besluit: het zorgteam helpt")
    hand.sees_not(GEHEIM, "Neem een besluit", "Zet iemand van het zorgteam")
    hand.stop()
    note = Gesprek.objects.get(student=cast.has, laag="zorg")
    is_closed(hand, f"/gesprekken/{note.pk}/")


def then_has_is_told(hand: Hand, scene: Scene, cast: Cast) -> None:
    comes_by_code(hand, scene.has)
    opens_melding(hand, "regie")
    hand.sees("Vera Nijboer", "Vera helpt je met de brieven.")
    hand.goes_to(f"/studenten/{cast.has.pk}/")
    hand.sees("Wie helpt jou het eerst?", "Vera Nijboer")
    hand.sees_not(GEHEIM, VRAAG, "Sanna")
    hand.stop()
    hand.follow("Waar zei ik ja op?")
    hand.is_at("Waar zei ik ja op?")
    hand.sees("de brieven en de reiskosten", "Niet: hoe het thuis gaat", "Harold Vermeer schreef dat op")
    hand.stop()


def then_the_stage_sees_only_that_school_picks_it_up(hand: Hand, scene: Scene, cast: Cast, page: str) -> None:
    hidden = ("Vera", "Coen", "regie", "anvraag", "orgteam", "geld", "brieven")
    comes_by_code(hand, scene.joost)
    hand.sees("Has")
    hand.sees_not(*hidden)
    hand.goes_to(f"/studenten/{cast.has.pk}/")
    hand.sees("School pakt dit op", "Aanspreekpunt: Harold Vermeer")
    hand.sees_not(*hidden)
    hand.stop()
    for path in (page, f"/studenten/{cast.has.pk}/regie/", f"/studenten/{cast.has.pk}/toestemming/"):
        is_closed(hand, path)
    hand.goes_to("/meldingen/")
    hand.sees_not(*hidden)


def when_vera_gives_the_regie_back(hand: Hand, cast: Cast) -> None:
    hand.goes_to(f"/studenten/{cast.has.pk}/")
    hand.follow("Draag de regie over")
    hand.is_at("Wie heeft de regie?")
    hand.choose("Aan wie bied je de regie aan?", "Harold Vermeer (mentor)")
    hand.write("Waarom gaat de regie over?", TERUG)
    hand.press("Bied de regie aan")
    hand.sees("Vera Nijboer heeft nu de regie", "Is gevraagd")
    hand.stop()


def then_harold_has_it_again(hand: Hand, cast: Cast) -> None:
    home(hand)
    hand.follow(TERUG)
    hand.press("Neem de regie aan")
    hand.sees("Harold Vermeer heeft nu de regie", TERUG, "aangeboden en aangenomen")
    hand.stop()
    hand.goes_to(f"/studenten/{cast.has.pk}/")
    hand.sees("Harold Vermeer", TERUG)
    hand.stop()
