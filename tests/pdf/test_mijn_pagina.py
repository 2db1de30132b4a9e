"""The student's own page and the card on paper: whole, tagged, and never more than the student and the printer read."""

import os
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from qrcode.main import QRCode

from begeleiders import cards
from collaboration.actions.kaart import give_card
from kern.qr import qr
from students.actions import doel, stap
from tests import acts
from tests.cast import Cast
from tests.factories import viewer
from tests.pdf.reading import faults, opened, tags, text


def kept(name: str, data: bytes) -> bytes:
    if look := os.environ.get("KANSRIJK_LOOK"):
        Path(look, name).write_bytes(data)
    return data


@pytest.fixture
def told(cast: Cast) -> None:
    """Marije has a doel of which one step is done, and there is an afspraak."""
    me = viewer(cast.marije_zelf)
    plan = doel.Plan("Zelf bellen", "vakoverstijgend", stappen=("Samen bellen", "Alleen bellen"))
    row = doel.maak_doel(by=me, student=cast.marije, plan=plan)
    stap.stap_gehaald(by=me, stap_id=row.stappen.order_by("volgorde")[0].pk)
    acts.afspraak(cast.harold, cast.marije, "De bus uitzoeken")


def test_my_page(client: Client, cast: Cast, told: None) -> None:
    for person in (cast.marije_zelf, cast.harold):
        client.force_login(person)
        data = kept("mijn-pagina.pdf", client.get(reverse("mijn_pagina_pdf", args=[cast.marije.pk])).content)
        whole, at = text(data), -1
        for expected in [
            "Mijn pagina", "Marije Jonkers", "Dit lukte mij", "Samen bellen", "Mijn stappen", "Zelf bellen",
            "Samen bellen Gelukt", "Alleen bellen Hier ben ik nu", "Mijn afspraken", "De bus uitzoeken",
            "Wie helpt mij?", "Harold Vermeer", "let op dat alles goed gaat", "Wat betekent dat woord?",
            "afspraak: Je zegt",
        ]:  # fmt: skip
            found = whole.find(expected, at + 1)
            assert found > at, expected
            at = found
        assert ("Wie keek er?" in whole) is (person == cast.marije_zelf and "Harold Vermeer: " in whole)
        assert faults(data) == []
        metadata = opened(data).metadata
        assert metadata is not None
        assert metadata.title == "Mijn pagina - Kansrijk"


def test_nobody_else_prints_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.soraya)
    assert client.get(reverse("mijn_pagina_pdf", args=[cast.marije.pk])).status_code == 403


def test_the_card_has_a_square_with_words_and_no_name(client: Client, cast: Cast) -> None:
    row = give_card(by=viewer(cast.harold), student=cast.marije)
    client.force_login(cast.harold)
    data = kept("kaart.pdf", client.get(reverse("kaart_pdf", args=[cast.marije.pk])).content)
    whole = text(data)
    assert cards.url_of(row) in whole.replace(" ", "")
    assert "Vul de code in. Dan ben je er." in whole
    assert "Marije" not in whole + str(opened(data).metadata)
    assert tags(data).count("/Figure") == 1
    assert faults(data) == []


def test_the_drawing_is_the_code() -> None:
    drawn = qr("https://kansrijk.example/welkom/kaart/x/")
    code = QRCode(error_correction=0, border=4)
    code.add_data("https://kansrijk.example/welkom/kaart/x/")
    code.make(fit=True)
    black = {
        (x, int(y))
        for start, y, run in re.findall(r"M(\d+) (\d+)h(\d+)v1", drawn.pad)
        for x in range(int(start), int(start) + int(run))
    }
    assert drawn.zijde == len(code.get_matrix())
    assert black == {(x, y) for y, row in enumerate(code.get_matrix()) for x, on in enumerate(row) if on}
