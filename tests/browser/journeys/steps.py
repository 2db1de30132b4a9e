"""What people do on the pages, in their words. Each step ends at a page that axe finds nothing wrong with."""

import re
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.journeys.hands import Hand
from tests.cast import address
from tests.factories import PASSWORD

B, A = "Weten waar je aan toe bent", "Begrijpen waarom het hier niet lukt"


def logs_in(hand: Hand, name: str = "harold") -> None:
    """With address and password."""
    hand.goes_to("/account/login/")
    hand.stop()
    hand.write("E-mailadres", address(name))
    hand.write("Wachtwoord", PASSWORD)
    hand.page.get_by_label("Wachtwoord", exact=True).press("Enter")
    expect(hand.page.get_by_role("heading", level=1)).to_contain_text("Harold" if name == "harold" else ",")
    hand.stop()


def opens_student(hand: Hand, name: str = "Marije Jonkers") -> None:
    """From the first screen, where the klas stands."""
    hand.sees("Klas E1B")
    hand.follow(name, within="Klas E1B")
    hand.is_at(name)
    hand.stop()


def starts(hand: Hand, kort: str) -> None:
    """A gesprek with an instrument, from the page of the student."""
    hand.follow("Start een gesprek")
    hand.is_at("Start een gesprek")
    hand.stop()
    hand.press(f"Start dit gesprek: {kort}")
    hand.is_at("Bereid het gesprek voor")
    hand.stop()


def goes_on(hand: Hand, button: str, heading: str) -> None:
    """With the button at the bottom, to the next part."""
    hand.press(button)
    hand.is_at(heading)
    hand.stop()


def makes_afspraak(hand: Hand, wat: str, wie: str) -> None:
    """On the way, on the step itself."""
    hand.unfold("Maak een afspraak", within="Afspraken")
    hand.write("Wat spreken jullie af?", wat)
    hand.choose("Wie doet het?", wie)
    hand.press("Zet de afspraak erbij")
    expect(hand.page.get_by_role("region", name="Afspraken").get_by_text(wat, exact=True)).to_be_visible()
    hand.stop()


def is_saved(hand: Hand) -> None:
    """The page says so by itself; without JavaScript a button saves."""
    if hand.scripted:
        expect(hand.page.locator("form#loop")).not_to_have_class(re.compile("htmx-request"))
        expect(hand.page.get_by_text(re.compile(r"Bewaard om \d+\.\d\d uur"))).to_be_visible()


def closes_the_page(hand: Hand, field: str, text: str) -> None:
    """In the middle of it, somebody is at the door."""
    if hand.scripted:
        with hand.page.expect_response(lambda answer: answer.request.method == "POST"):
            hand.write(field, text)
    else:
        hand.write(field, text)
        hand.press("Later verder")
    hand.page.close()


def comes_back(hand: Hand, heading: str) -> None:
    """From the first screen, with one press, at the very point where it stopped."""
    hand.goes_to("/")
    hand.sees("Alles wat je typte, staat er nog.")
    hand.stop()
    hand.follow("Ga verder met")
    hand.is_at(heading)
    hand.stop()


def hands_over_the_phone(hand: Hand, student_page: str) -> None:
    """Marije answers; nothing else can be reached; Harold comes back with his password."""
    hand.write("Hoe ging het voor jou?", "Ik liet stiltes vallen.")
    hand.press("Geef je telefoon aan Marije")
    hand.is_at("Jouw mening telt")
    hand.stop()
    for elsewhere in ("/", student_page, "/gesprekken/"):
        hand.goes_to(elsewhere)
        hand.is_at("Jouw mening telt")
        hand.sees_not("Vermeer", "Jonkers")
    hand.pick("Wel oké")
    hand.write("Wil je er iets over zeggen?", "Ik mocht zelf kiezen.")
    hand.press("Klaar")
    hand.is_at("Dank je wel")
    hand.stop()
    hand.follow("Ik ben de begeleider")
    hand.is_at("Neem de telefoon terug")
    hand.stop()
    hand.write("Wachtwoord", PASSWORD)
    hand.press("Neem de telefoon terug")
    hand.is_at("Kijk terug")
    hand.sees("Wel oké", "Ik mocht zelf kiezen.")
    assert hand.page.get_by_label("Hoe ging het voor jou?").input_value() == "Ik liet stiltes vallen."
    hand.stop()


def fixes(hand: Hand, laag: str) -> None:
    """Reads it once more, chooses who may read it, and makes it vastgelegd."""
    goes_on(hand, "Lees het na en leg vast", "Klopt het zo?")
    hand.pick(laag)
    hand.press("Leg het gesprek vast")
    hand.sees("Het gesprek is vastgelegd")
    hand.stop()


def downloads(page: Page, filename: str = "gespreksverslag.pdf") -> str:
    """The verslag as PDF: its text in one line."""
    with page.expect_download(timeout=60_000) as coming:  # the first PDF waits for its fonts
        page.get_by_role("link", name="Download het verslag").click(timeout=60_000)
    assert coming.value.suggested_filename == filename
    data = Path(coming.value.path()).read_bytes()
    text = " ".join(part.extract_text() for part in PdfReader(BytesIO(data)).pages)
    return re.sub(r"\s+", " ", text)
