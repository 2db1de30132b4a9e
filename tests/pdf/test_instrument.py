"""The blank instrument, made from the content itself: every instrument, every point."""

from typing import Any

import pytest

from checklists.loading import check_file, files
from checklists.tree import Instrument
from kern.pdf import render_pdf
from tests.pdf.reading import faults, fonts, opened, pages, tags, text

Sheet = tuple[Instrument, bytes]


def plain(words: str) -> str:
    return " ".join(words.split())


@pytest.fixture(scope="module", params=files(), ids=lambda path: path.stem)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    instrument, _ = check_file(request.param)
    return instrument, render_pdf("pdf/instrument_leeg.html", {"instrument": instrument})


def test_it_is_valid_with_our_typefaces(sheet: Sheet) -> None:
    _, data = sheet
    assert faults(data) == []
    assert all(fonts(data).values())


def for_talking(instrument: Instrument) -> bool:
    """Whether it is for a gesprek; else it is filled in alone."""
    return instrument.manier.wijze == "gesprek"


def test_a_few_pages(sheet: Sheet) -> None:
    instrument, data = sheet
    assert 2 <= len(pages(data)) <= (4 if for_talking(instrument) else 6)


def test_title_source_and_caveat(sheet: Sheet) -> None:
    instrument, data = sheet
    metadata: Any = opened(data).metadata
    assert metadata.title == f"{instrument.titel} - Kansrijk"
    assert instrument.titel in pages(data)[0]
    assert plain(instrument.kanttekening) in pages(data)[-1]
    # A word with a dash may stand on two lines.
    last = pages(data)[-1].replace("mbo- studenten", "mbo-studenten")
    assert f"Bron: {instrument.bron}. Versie {instrument.versie}." in last


def test_every_step_and_point_is_there_in_order(sheet: Sheet) -> None:
    instrument, data = sheet
    whole, at = text(data), -1
    for stap in instrument.stappen:
        for expected in [f"{stap.nummer} {stap.titel}", *(plain(punt.tekst) for punt in stap.alle_punten())]:
            found = whole.find(expected, at + 1)
            assert found > at, expected
            at = found


def test_two_or_three_phrases_a_point(sheet: Sheet) -> None:
    instrument, data = sheet
    whole = text(data)
    for stap in instrument.stappen:
        for punt in stap.alle_punten():
            least = min(2, instrument.manier.zinnen_minstens)
            assert least <= sum(f"“{plain(zin.tekst)}”" in whole for zin in punt.zinnen) <= 3, punt.tekst


def test_steps_are_headings_and_points_are_lists(sheet: Sheet) -> None:
    instrument, data = sheet
    names = tags(data)
    assert names.count("/H1") == 1
    rest = 2 if instrument.manier.wijze == "alleen" else 3  # voor, terugkijken, and afspraken where two talk
    assert names.count("/H2") == len(instrument.stappen) + rest
    assert names.count("/H3") == sum(len(stap.keuze.paden) for stap in instrument.stappen if stap.keuze)
    assert names.count("/LI") >= sum(len(list(stap.alle_punten())) for stap in instrument.stappen)
    assert "/Figure" not in names


def test_room_for_afspraken_and_for_the_student(sheet: Sheet) -> None:
    instrument, data = sheet
    whole = text(data)
    assert ("Onze afspraken Wat Wie Voor" in whole) == (instrument.manier.wijze != "alleen")
    student = instrument.terugkijken.student
    if not for_talking(instrument):
        assert student is None
        return
    assert student is not None
    assert student.label in whole
    assert all(keuze.label in whole for keuze in student.keuzes)


def test_what_is_for_the_begeleider_alone_stays_off_the_table(sheet: Sheet) -> None:
    instrument, data = sheet
    if instrument.manier.wijze == "alleen":
        return  # nobody sits at the table: the whole sheet is of who fills it in
    own = [vraag for vraag in instrument.terugkijken.vragen if vraag.eigen]
    assert own
    assert all(vraag.label not in text(data) for vraag in own)
    assert "lezen dit niet mee" not in text(data)


def test_what_can_be_chosen_has_a_box_for_each_word(sheet: Sheet) -> None:
    instrument, data = sheet
    whole = text(data)
    for veld in instrument.velden():
        for optie in veld.opties if veld.schaal or (veld.meer and veld.code.startswith("volgende")) else ():
            assert optie.label.lower() in whole.lower(), optie.label


def test_a_sheet_about_nobody_asks_for_no_student(sheet: Sheet) -> None:
    instrument, data = sheet
    nobody = instrument.manier.over == "niemand"
    assert ("Inbrenger" in pages(data)[0]) == nobody
    assert ("Schrijf geen naam van een student op." in text(data)) == nobody
