"""The comparison and the private look as PDF: valid, tagged, and with what the page says."""

from typing import Any

from django.test import Client

from tests import acts_samen
from tests.acts_samen import AANDACHT, GOED, NVT, OP_WEG, six
from tests.cast import Cast
from tests.pdf.reading import faults, fonts, opened, tags, text

NOTE = "Bij ons is te laat te laat."


def made(client: Client, path: str) -> bytes:
    """The file as it is downloaded."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "Marije" not in answer.headers["Content-Disposition"]
    return answer.content


def test_the_comparison_says_what_the_page_says(client: Client, cast: Cast) -> None:
    first = six(GOED, OP_WEG, GOED, GOED, AANDACHT, OP_WEG)
    second = six(GOED, OP_WEG, OP_WEG, AANDACHT, AANDACHT, NVT) | {
        "pak-notitie": NOTE,
        "bespreken": "De regels",
    }
    acts_samen.side_by_side(cast.harold, cast.melissa, cast.marije, second, first)
    row = acts_samen.side_by_side(cast.harold, cast.melissa, cast.marije, first, second)
    acts_samen.discuss(cast.harold, row)
    client.force_login(cast.melissa)
    data = made(client, f"/samenwerking/{row.pk}/vergelijking.pdf")
    assert faults(data) == []
    assert all(fonts(data).values())
    metadata: Any = opened(data).metadata
    assert metadata.title == "Samenwerking naast elkaar - Kansrijk"
    whole = text(data)
    for words in (
        "Harold Vermeer (mentor) en Melissa Brouwer (praktijkbegeleider)",
        "Groot verschil, praat hierover",
        "Allebei: hier kan het groeien",
        "Nog niet te vergelijken",
        NOTE,
        "De regels",
        "Melissa belt Harold elke donderdag om 16.00 uur",
        "Eerder en nu",
        "afgeleid van de zes kenmerken",
    ):
        assert words in whole, words
    assert {"/Table", "/TH", "/H1", "/H2"} <= set(tags(data))


def test_a_private_look_is_a_sheet_of_its_author(client: Client, cast: Cast) -> None:
    answers = {
        "rel1": True,
        "volgende-1": ["relatie"],
        "volgende-keer": "Eerst vragen.",
        "notitie": "Rustig aan",
    }
    row = acts_samen.look(cast.harold, cast.marije, answers)
    client.force_login(cast.harold)
    data = made(client, f"/eigen-begeleiding/{row.pk}/terugblik.pdf")
    assert faults(data) == []
    metadata: Any = opened(data).metadata
    assert metadata.title == "Individuele begeleiding - Kansrijk"
    whole = text(data)
    for words in (
        "Eerst vragen.",
        "Rustig aan",
        "Aandacht geven aan de relatie",
        "alleen van Harold Vermeer",
    ):
        assert words in whole, words
