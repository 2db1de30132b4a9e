"""The gespreksverslag: what stands on it, in which order, and how it is tagged."""

import datetime as dt
from typing import Any

import pytest

from kern.pdf import render_pdf
from tests.pdf.reading import faults, fonts, opened, pages, tags, text
from tests.pdf.verslag import Afspraak, Deel, Verslag, afspraken, delen

LANG = "Deze zin gaat gewoon door, over de stage en over de klas. "


def made(**changes: object) -> bytes:
    return render_pdf("pdf/gespreksverslag.html", {"verslag": Verslag(**changes)})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def data() -> bytes:
    return made()


def test_everything_stands_there_in_reading_order(data: bytes) -> None:
    whole, at = text(data), -1
    for expected in [
        "Verslag van ons gesprek",
        "Sanna de Boer, dinsdag 10 maart 2026",
        "In gewone woorden Je stage gaat goed.",
        "Onze afspraken Wat Wie Voor Een onderwerp kiezen voor de klas Gedaan",
        "Vier foto’s van de winkel printen Harold 16 maart",
        "Samen oefenen in de kantine Sanna en Noor 18 maart",
        "Volgend gesprek: dinsdag 24 maart om 11.00 uur.",
        "Student Sanna de Boer, klas E1B, Assistent verkoop en retail (BOL)",
        "Gesprek Weten waar je aan toe bent",
        "Onderwerp Presenteren: vertellen voor de klas",
        "Doel Sanna vertelt vijf minuten",
        "Wanneer Dinsdag 10 maart 2026, 11.00 uur, 25 minuten, op school",
        "Wie Sanna de Boer, Harold Vermeer (mentor)",
        "Dit gaat goed Sanna vertelde vijf minuten",
        "Hier werken we aan Vertellen voor de hele klas lukt nog niet.",
        "In de woorden van Sanna",
        "Fijn, ik kon mijn verhaal kwijt",
        "“Met foto’s erbij weet ik beter wat ik wil zeggen.”",
        "Ingevuld op de telefoon van Harold Vermeer.",
        "Dit is een verslag van een gesprek. Het is geen beoordeling.",
        "Sanna, Harold en Noor mogen dit verslag lezen. De regie is bij Harold.",
        "Gemaakt door Harold Vermeer, vastgelegd op dinsdag 10 maart 2026 om 11.42 uur.",
        "Bron: SBB, Checklist Begeleidingsgesprek voeren.",
    ]:
        found = whole.find(expected, at + 1)
        assert found > at, expected
        at = found


def test_the_caveat_of_the_checklist_is_not_for_the_student(data: bytes) -> None:
    assert "op je eigen manier" not in text(data)


def test_a_short_verslag_fits_on_one_page() -> None:
    assert len(pages(made(afspraken=afspraken()[1:3], delen=delen()[:1]))) == 1


def test_it_is_valid_for_screen_readers(data: bytes) -> None:
    assert faults(data) == []
    root: Any = opened(data).trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]


def test_headings_tables_and_lists_are_tagged(data: bytes) -> None:
    names = tags(data)
    assert names.count("/H1") == 1
    assert [name for name in names if name.startswith("/H")][:2] == ["/H1", "/H2"]
    assert names.count("/Table") == 2
    assert names.count("/TH") == 6 + 3
    assert names.count("/TR") == 6 + 1 + 4
    assert names.count("/LI") == 3 + 2
    assert "/BlockQuote" in names
    assert "/Figure" not in names


def test_the_title_names_nobody(data: bytes) -> None:
    metadata = opened(data).metadata
    assert metadata is not None
    assert metadata.title == "Verslag van een gesprek - Kansrijk"
    assert set(metadata) == {"/Title", "/Producer"}


def test_only_our_own_typefaces_and_all_of_them_embedded(data: bytes) -> None:
    found = fonts(data)
    assert all(found.values())
    assert {name.split("-")[0] for name in found} == {"Atkinson", "Bricolage"}


def test_the_same_verslag_gives_the_same_bytes(data: bytes) -> None:
    assert made() == data
    assert made(student_woorden="Iets anders.") != data


def test_the_foot_names_the_student_and_the_page(data: bytes) -> None:
    for number, sheet in enumerate(pages(data), start=1):
        assert "Vertrouwelijk. Sanna mag dit verslag lezen en laten verbeteren." in sheet
        assert f"Bladzijde {number} van {len(pages(data))}" in sheet
    assert "Verslag van ons gesprek, dinsdag 10 maart 2026" in pages(data)[1]


def test_a_narrow_layer_has_a_foot_of_its_own() -> None:
    data = made(voet="Vertrouwelijk. Geef dit niet verder.")
    assert all("Vertrouwelijk. Geef dit niet verder. Bladzijde" in sheet for sheet in pages(data))
    assert "laten verbeteren" not in text(data)


def test_head_and_foot_are_no_content(data: bytes) -> None:
    for sheet in opened(data).pages:
        content = sheet.get_contents()
        assert content is not None
        assert content.get_data().count(b"/Pagination") >= 2


def test_what_is_empty_is_left_out() -> None:
    texts = (
        "onderwerp doel gewone_woorden student_woorden student_antwoord student_hoe volgend versie regie bron"
    )
    empty = dict.fromkeys(texts.split(), "")
    whole = text(made(**empty, afspraken=[], delen=[Deel("Dit gaat goed", "goed", [])], duur=None))
    for absent in [
        "Onderwerp",
        "Doel",
        "gewone woorden",
        "afspraken",
        "gaat goed",
        "woorden van",
        "Volgend",
        "Bron",
    ]:
        assert absent not in whole
    assert "None" not in whole


def test_newlines_become_paragraphs_and_a_row_carries_its_state() -> None:
    bellen = Afspraak("Bellen", "Noor", dt.date(2026, 5, 1), "nog niet gelukt")
    data = made(gewone_woorden="Eerste.\n\nTweede.", afspraken=[bellen])
    assert "Eerste. Tweede." in text(data)
    assert tags(data).count("/P") == tags(made(gewone_woorden="Eerste.", afspraken=[])).count("/P") + 3
    assert "Bellen Nog niet gelukt Noor 1 mei" in text(data)


def test_withdrawn_and_corrected_are_said_on_top() -> None:
    data = made(ingetrokken=True, versie="Dit is versie 2. Versie 1 was van dinsdag 3 maart.")
    assert "Dit verslag is ingetrokken. Het geldt niet meer." in pages(data)[0]
    assert "Ingetrokken. Verslag van ons gesprek" in pages(data)[1]
    assert "Dit is versie 2. Versie 1 was van dinsdag 3 maart." in text(data)


def test_long_texts_run_on_with_the_head_of_the_table_on_each_page() -> None:
    many = [
        Afspraak(f"Afspraak {number}. {LANG * 3}", "Noor", dt.date(2026, 4, 1)) for number in range(1, 31)
    ]
    data = made(afspraken=many, gewone_woorden=f"{LANG * 8}\n\n{LANG * 8}", student_woorden=LANG * 40)
    assert faults(data) == []
    sheets = pages(data)
    with_rows = [sheet for sheet in sheets if "Afspraak " in sheet]
    assert len(with_rows) > 2
    assert all("Wat Wie Voor" in sheet for sheet in with_rows)
    for number in range(1, 31):
        assert sum(f"Afspraak {number}. {LANG * 3}".strip() in sheet for sheet in sheets) == 1


@pytest.mark.parametrize("soort", ["goed", "werk", "gewoon", "citaat"])
def test_a_part_of_each_kind_can_be_longer_than_a_page(soort: str) -> None:
    data = made(delen=[Deel("Lang", soort, [LANG * 100, "Slot van dit deel."])])
    assert faults(data) == []
    assert text(data).count("Deze zin") == 100
    assert "Slot van dit deel." in text(data)


def test_names_and_signs_from_elsewhere() -> None:
    words = "Ik vond het fijn 😀👍🏽, één € → écht ✓ Nguyễn 你"
    data = made(student_naam="Tarık Kovač", student_voornaam="Tarık", student_woorden=words)
    assert faults(data) == []
    assert "Tarık Kovač" in text(data)
    assert "Tarık mag dit verslag lezen" in text(data)
    assert "“Ik vond het fijn (emoji), één € -> écht [v] Nguyên ?”" in text(data)
    assert {name.split("-")[0] for name in fonts(data)} == {"Atkinson", "Bricolage"}
