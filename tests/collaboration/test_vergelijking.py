"""Two sides beside each other: verdicts, places in the drawing, and what changed over time."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from checklists import loading
from checklists.instrument import Instrument
from collaboration import vergelijking
from collaboration.vergelijking import Antwoord, Oordeel, Rij, Ronde, oordeel, trends
from tests.acts_samen import AANDACHT, GOED, NVT, OP_WEG, six

NOW = datetime(2026, 3, 10, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    """The checklist itself."""
    return loading.check_file(next(path for path in loading.files() if path.stem == "samenwerking"))[0]


@pytest.mark.parametrize(
    ("een", "ander", "woorden"),
    [
        (3, 3, "Zelfde beeld"),
        (2, 2, "Zelfde beeld"),
        (1, 1, "Allebei: hier kan het groeien"),
        (3, 2, "Klein verschil"),
        (1, 2, "Klein verschil"),
        (1, 3, "Groot verschil, praat hierover"),
        (3, 1, "Groot verschil, praat hierover"),
        (None, 2, "Nog niet te vergelijken"),
        (2, None, "Nog niet te vergelijken"),
        (None, None, "Nog niet te vergelijken"),
    ],
)
def test_two_answers_say_one_thing_together(een: int | None, ander: int | None, woorden: str) -> None:
    assert oordeel(een, ander).woorden == woorden


def test_the_rows_hold_words_notes_and_places(instrument: Instrument) -> None:
    een = six(GOED, OP_WEG, GOED, AANDACHT, AANDACHT, "") | {"inf-notitie": "Elke week"}
    ander = six(GOED, OP_WEG, OP_WEG, GOED, AANDACHT, NVT)
    rows = vergelijking.rijen((instrument, een), (instrument, ander))
    assert [row.titel for row in rows][:2] == ["Informeren", "Vormen van een gedeeld beeld"]
    assert [(row.x_een, row.x_ander, row.samen, row.lijn) for row in rows] == [
        (100, 100, True, None),
        (50, 50, True, None),
        (100, 50, False, (50, 100)),
        (0, 100, False, (0, 100)),
        (0, 0, True, None),
        (None, None, False, None),
    ]
    assert rows[0].een.notitie == "Elke week"
    assert (rows[5].een.woord, rows[5].ander.woord) == ("nog niets gekozen", "niet van toepassing")
    assert [row.kenmerk for row in vergelijking.begin_bij(rows)] == ["aanpak", "regie", "aansluiten"]
    assert [row.kenmerk for row in vergelijking.sterk(rows)] == ["informeren"]


def test_what_is_still_open_is_named(instrument: Instrument) -> None:
    assert vergelijking.open_kenmerken(instrument, six(GOED, "", GOED, NVT, "", GOED)) == [
        "Vormen van een gedeeld beeld",
        "Regie en verantwoordelijkheid",
    ]


def test_the_words_under_the_line_follow_the_scale(instrument: Instrument) -> None:
    assert [(x, word) for x, _, _, word in vergelijking.as_woorden(instrument.manier.schaal)] == [
        (0, "vraagt aandacht"),
        (50, "op weg"),
        (100, "gaat goed"),
    ]


def row(een: int | None, ander: int | None) -> Rij:
    """One kenmerk with two values."""
    return Rij("informeren", "Informeren", "", Antwoord("a", een), Antwoord("b", ander), 1, 3)


@pytest.mark.parametrize(
    ("toen", "nu", "zin"),
    [
        ((1, 3), (3, 3), "Jullie zagen het eerst anders. Nu zien jullie hetzelfde."),
        ((1, 3), (2, 3), "Jullie zitten dichter bij elkaar dan eerst."),
        ((2, 2), (1, 3), "Jullie zien het nu minder gelijk dan eerst. Vraag elkaar wat er veranderde."),
        ((1, 1), (2, 2), "Dit gaat beter dan eerst."),
        ((1, 2), (2, 3), "Dit gaat beter dan eerst."),
        ((3, 3), (2, 2), "Dit vraagt meer aandacht dan eerst."),
        ((1, 3), (3, 1), "Het verschil is gebleven. Praat hierover."),
        ((2, 2), (2, 2), "Dit is ongeveer hetzelfde gebleven."),
        ((None, 2), (2, 2), "Dit is nog niet te vergelijken."),
    ],
)
def test_what_changed_is_said(toen: tuple[int | None, int], nu: tuple[int, int], zin: str) -> None:
    assert vergelijking.verandering(row(*toen), row(*nu)) == zin


def rondes(*values: tuple[int | None, int | None]) -> list[Ronde]:
    """Rounds of one kenmerk, a month apart."""
    return [Ronde(NOW + timedelta(days=30 * n), (row(*pair),)) for n, pair in enumerate(values)]


def test_one_round_is_no_trend() -> None:
    assert trends(rondes((1, 3))) == []


def test_a_trend_says_in_words_what_it_draws() -> None:
    [trend] = trends(rondes((1, 3), (2, 3), (3, 3)))
    assert [(p.x, p.y_een, p.y_ander) for p in trend.punten] == [(0, 60, 0), (100, 30, 0), (200, 0, 0)]
    assert trend.lijn_een == [(0, 60, 100, 30), (100, 30, 200, 0)]
    assert [one.oordeel for _, one in trend.rijen] == [Oordeel.GROOT, Oordeel.KLEIN, Oordeel.ZELFDE]
    assert trend.zin == "Jullie zagen het eerst anders. Nu zien jullie hetzelfde."


def test_where_a_value_lacks_the_line_stops() -> None:
    [trend] = trends(rondes((1, 3), (None, 3), (3, 3)))
    assert trend.lijn_een == []
    assert trend.lijn_ander == [(0, 0, 100, 0), (100, 0, 200, 0)]


def test_the_last_four_rounds_are_drawn() -> None:
    [trend] = trends(rondes(*[(2, 2)] * 7))
    assert len(trend.punten) == 4
