"""The page "wie ziet wat" is the table of access, cell by cell; the student reads it in plain words."""

import re
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse

from students.enums import Rol
from students.table import TABLE, Lees
from students.wie_ziet_wat import JIJ_LEEST, LEEST, WAT, WIE, over_mij, per_rol
from tests.cast import Cast
from tests.htmx import words


class Cells(HTMLParser):
    """The cells of the table of a page, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.open = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.rows[-1][-1] = " ".join(f"{self.rows[-1][-1]} {data}".split())


def test_every_cell_of_the_page_is_the_cell_of_the_table(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    cells = Cells()
    cells.feed(client.get(reverse("wie_ziet_wat")).content.decode())
    head, *rows = cells.rows
    assert [name.split(" alleen")[0].lower() for name in head[1:]] == [rol.label.lower() for rol in Rol]
    assert len(rows) == len(TABLE)
    for ((soort, laag), expected), (label, *said) in zip(TABLE.items(), rows, strict=True):
        assert label.lower().startswith(soort.label.lower())
        assert laag is None or label.endswith(laag.label)
        for rol, text in zip(Rol, said, strict=True):
            cel = expected.get(rol)
            if cel is None:
                assert text == "Leest dit niet", (soort, laag, rol)
            else:
                assert text == f"Leest {cel.lees.value}" + (" en schrijft" if cel.schrijf else ""), (
                    soort,
                    rol,
                )


def test_role_by_role_says_the_same(client: Client, cast: Cast) -> None:
    for een in per_rol():
        assert len(een.leest) == sum(een.rol in cells for cells in TABLE.values())
        assert len(een.leest) + len(een.niet) == len(TABLE)


def test_a_student_reads_who_reads_what_in_plain_words(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)
    there = words(client.get(reverse("wie_ziet_wat")))
    assert "Wie kan wat over mij lezen?" in there
    assert "Leest alleen wat jij deelt van:" in there
    assert "Je mag erom vragen:" in there
    client.force_login(cast.harold)
    assert "Wie kan wat over mij lezen?" in words(client.get(reverse("wie_ziet_wat") + "?voor=student"))


def test_the_plain_words_know_every_cell() -> None:
    assert set(WAT) == set(TABLE)
    assert set(LEEST) == set(Lees)
    assert set(WIE) == set(Rol)
    found = {(een.wie, wat, zin) for een in over_mij() for zin, things in een.leest for wat in things}
    expected = {
        (WIE[rol], WAT[key], (LEEST | JIJ_LEEST if rol is Rol.STUDENT else LEEST)[cel.lees])
        for key, cells in TABLE.items()
        for rol, cel in cells.items()
    }
    assert found == expected


def test_no_sentence_of_it_is_long() -> None:
    said = [*WAT.values(), *WIE.values(), *LEEST.values(), *JIJ_LEEST.values()]
    assert [text for text in said if len(re.findall(r"\w+", text)) > 15] == []
