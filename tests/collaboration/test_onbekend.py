"""An instrument for oneself that no line of the code has seen: offered, walked, read back, printed blank."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from collaboration.models import CollegialeFeedback
from tests import unseen
from tests.acts_samen import form
from tests.cast import Cast


@pytest.fixture
def harold(client: Client, cast: Cast, tmp_path: Path, settings: Any) -> Client:
    """Harold, logged in, at a school that wrote two files of its own."""
    settings.CONTENT_DIR = settings.CONTENT_DIR  # put back afterwards
    unseen.add(tmp_path, unseen.WANDELING, unseen.DAGBOEK)
    client.force_login(cast.harold)
    return client


def test_each_start_page_offers_its_own_kind(harold: Client, cast: Cast) -> None:
    start = harold.get(f"/studenten/{cast.marije.pk}/gesprek/").content.decode()
    assert "Samen een blokje om" in start
    assert "Dagboek" not in start
    alone = harold.get("/leidraad/").content.decode()
    assert alone.index("Gespreksleidraad collegiale feedback") < alone.index("Dagboek van een begeleider")
    assert "blokje" not in alone
    wrong = harold.post(f"/studenten/{cast.marije.pk}/gesprek/", {"instrument": "dagboek"})
    assert wrong.status_code == 404


def test_one_for_oneself_is_filled_in_and_read_back(harold: Client) -> None:
    assert harold.post("/leidraad/", {"instrument": "dagboek"}).status_code == 302
    row = CollegialeFeedback.objects.get()
    here = f"/leidraad/{row.pk}/deel"
    page = harold.get(f"{here}/kruispunt/").content.decode()
    assert "Stap 2 van 2" in page
    answers = {"kant": "werk", "werk1": True, "werk-woorden": "Ik liet het gebeuren.", "rust-woorden": "Stil"}
    sent = form(row.invulling, answers)
    sent["naar"] = "terugkijken"
    assert harold.post(f"{here}/kruispunt/", sent, follow=True).status_code == 200
    read = harold.get(f"/leidraad/{row.pk}/").content.decode()
    for said in ("Ik liet het gebeuren.", "Noem een voorbeeld van werk.", "2b. Werk"):
        assert said in read
    assert "Stil" not in read  # the path that was not taken
    assert harold.get("/instrumenten/dagboek/").status_code == 200
