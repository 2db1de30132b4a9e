"""The main job from end to end: Harold holds a gesprek with Marije, on the phone and at his desk, and has the PDF."""

from tests.browser.journeys import steps
from tests.browser.journeys.hands import Hand
from tests.cast import Cast


def test_gesprek_on_the_phone_and_at_the_desk(cast: Cast, devices: tuple[Hand, Hand]) -> None:
    phone, desk = devices
    given_marije_is_chosen(phone)
    marije = phone.page.url
    when_harold_prepares(phone)
    when_the_gesprek_is_held(phone)
    when_he_is_interrupted(phone)
    then_he_goes_on_at_his_desk(desk)
    phone.page = phone.page.context.new_page()
    when_they_look_back_on_the_phone(phone, marije)
    then_the_verslag_is_there(phone)


def given_marije_is_chosen(hand: Hand) -> None:
    steps.logs_in(hand)
    steps.opens_student(hand)
    steps.starts(hand, steps.B)


def when_harold_prepares(hand: Hand) -> None:
    text = hand.reads()
    assert text.index("Waar wil je student het over hebben?") < text.index("Waar wil jij het over hebben?")
    hand.write("Waar wil je student het over hebben?", "Ik wil leren bedienen.")
    hand.write("Waar wil jij het over hebben?", "De eerste dienst begint om acht uur.")
    hand.choose("Waar gaat het over?", "Op tijd komen")
    steps.is_saved(hand)
    hand.stop()
    steps.goes_on(hand, "Begin het gesprek", "Bereid goed voor")


def when_the_gesprek_is_held(hand: Hand) -> None:
    hand.sees("Ik wil leren bedienen.", "De eerste dienst begint om acht uur.", "Stap 1 van 5")
    hand.tick("Vraag eerst waar je student het over wil hebben.")
    hand.unfold("bij: Leg jouw punten ernaast")
    assert hand.page.locator("details[open] .k-phrases").count() >= 2
    steps.goes_on(hand, "Naar stap 2", "Check samen de voortgang")
    hand.write("Wat is al gedaan, en wat komt nog?", "Tafels dekken lukt.")
    steps.goes_on(hand, "Naar stap 3", "Geef je student een concrete boodschap")
    hand.tick("3a. Zo gaat het goed!")
    hand.tick("3b. Hoe kan het echt beter?")
    hand.tick("Zeg concreet wat nog niet lukt")
    hand.write("Wat gaat goed, en hoe blijft het zo?", "Je helpt collega's uit jezelf.")
    hand.write("Wat lukt nog niet, en wat helpt?", "Op tijd beginnen lukt nog niet elke dag.")
    steps.makes_afspraak(hand, "Marije neemt de bus van zeven uur", "Marije")
    steps.goes_on(hand, "Naar stap 4", "Wat staat ons te doen?")
    hand.sees("Marije neemt de bus van zeven uur")
    steps.makes_afspraak(hand, "Harold belt Melissa over de eerste dienst", "Harold Vermeer (ik)")


def when_he_is_interrupted(hand: Hand) -> None:
    steps.closes_the_page(hand, "Welke vragen zijn er nog?", "Mag Marije ook een avond meelopen?")


def then_he_goes_on_at_his_desk(hand: Hand) -> None:
    steps.logs_in(hand)
    steps.comes_back(hand, "Wat staat ons te doen?")
    assert (
        hand.page.get_by_label("Welke vragen zijn er nog?").input_value()
        == "Mag Marije ook een avond meelopen?"
    )
    assert hand.page.url.endswith("#f-s4n")
    hand.sees("Harold belt Melissa over de eerste dienst")
    steps.goes_on(hand, "Naar stap 5", "Positieve afsluiting")
    hand.tick("Noem een sterke kant")
    steps.goes_on(hand, "Kijk samen terug", "Kijk terug")


def when_they_look_back_on_the_phone(hand: Hand, marije: str) -> None:
    steps.comes_back(hand, "Kijk terug")
    hand.sees("Wat kreeg aandacht?", "Kreeg aandacht", "Aandacht geven aan de relatie")
    hand.unfold("Komt een andere keer")
    steps.hands_over_the_phone(hand, marije)
    hand.write("In gewone woorden", "Je helpt goed mee. Op tijd beginnen oefen je nog.")
    steps.is_saved(hand)


def then_the_verslag_is_there(hand: Hand) -> None:
    steps.fixes(hand, "Het team van school en de student")
    text = steps.downloads(hand.page)
    for said in (
        "Marije Jonkers",
        "Je helpt goed mee. Op tijd beginnen oefen je nog.",
        "Marije neemt de bus van zeven uur",
        "Harold belt Melissa over de eerste dienst",
        "Op tijd beginnen lukt nog niet elke dag.",
        "Mag Marije ook een avond meelopen?",
        "Ik mocht zelf kiezen.",
        "SBB",
    ):
        assert said in text, said
    assert "De eerste dienst begint om acht uur." not in text  # his own preparation stays his own
