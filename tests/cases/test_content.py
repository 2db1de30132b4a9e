"""The files of the library: each is whole, and one that is wrong is refused with a sentence that says what to do."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cases import content, kennis, nog_niet, woorden
from cases.kenmerken import parse as parse_uitleg
from cases.kenmerken import uitleg
from checklists import kenmerken
from checklists.content import ContentError
from tests.cases.sample import casus

SIX = ["has", "sanna", "inge", "inaya", "marije", "carlo"]


def test_all_six_are_there_in_order() -> None:
    assert [one.code for one in content.alles()] == SIX
    assert {one.deel for one in content.alles()} == {"individueel", "samenwerking"}


@pytest.mark.parametrize("code", SIX)
def test_each_has_every_part(code: str) -> None:
    one = content.casus(code)
    assert one.voor
    assert one.na[0].keerpunt
    assert [note.nummer for note in one.kantlijn()] == list(range(1, len(list(one.kantlijn())) + 1))
    assert len({note.kenmerk for note in one.kantlijn()}) >= 5
    assert any(deel.kansrijk for deel in one.delen)
    assert len(one.denk.mogelijkheden) == 3
    assert "Van Dijk, D., Keijzer, R., Lohman, S., & van der Aa, P. (2023)" in one.bron
    assert one.personen[0].naam in one.titel
    assert one.schermen
    assert one.woorden
    assert 2 <= one.minuten <= 8


def test_the_summary_gives_no_end_away() -> None:
    """What happens from the turn on stands nowhere before it: no sentence of it in the list."""
    for one in content.alles():
        later = " ".join(alinea.tekst for deel in one.na for alinea in deel.alineas)
        assert not [part for part in one.samenvatting.split(". ") if part.strip(".") and part in later]


def first_part(**changes: Any) -> dict[str, Any]:
    data = casus()
    data["delen"][0] |= changes
    return data


WRONG: list[tuple[dict[str, Any], str]] = [
    (
        casus(samenvatting="a" * 161),
        "proef.yaml: de samenvatting heeft 161 tekens. Maak er hooguit 160 tekens van.",
    ),
    (
        casus(deel="allebei"),
        "“allebei” is geen bekend woord voor “deel”. Kies uit: individueel, samenwerking.",
    ),
    (casus(schermen=["uurtjes"]), "“uurtjes” is geen bekend woord voor “schermen”"),
    (casus(woorden=["mentoor"]), "“mentoor” is geen bekend woord voor “woorden”"),
    (casus(delen=casus()["delen"][:3]), "er zijn 3 delen. Maak er vier tot zeven van."),
    (
        first_part(keerpunt=True),
        "er zijn 2 delen met een keerpunt. Zet bij precies één deel “keerpunt: true”.",
    ),
    (first_part(code="deel-2"), "het deel “deel-2” staat er twee keer."),
    (
        first_part(alineas=[{"tekst": "Een."}]),
        "deel 1 (deel-1): dit deel heeft 1 alinea's. Maak er twee tot vier van.",
    ),
    (
        first_part(
            alineas=[{"tekst": "A.", "kantlijn": [{"kenmerk": "liefde", "tekst": "B."}]}, {"tekst": "C."}]
        ),
        "deel 1 (deel-1), alinea 1, kantlijn 1: “liefde” is geen bekend woord voor “kenmerk”",
    ),
    (first_part(plaatje="x"), "het kopje “plaatje” is onbekend."),
    (
        first_part(kansrijk=[{"scherm": "koffie", "tekst": "A."}]),
        "“koffie” is geen bekend woord voor “scherm”",
    ),
    (
        casus(wat_zou_jij_doen={"vraag": "A?", "mogelijkheden": ["B."], "daarna": "C."}),
        "er zijn 1 mogelijkheden.",
    ),
    (
        casus(vragen={"zelf": ["A?"], "duo": [], "team": []}),
        "onder “zelf” staan 1 vragen. Maak er drie of vier van.",
    ),
]


@pytest.mark.parametrize(("data", "sentence"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_casus_is_refused_with_what_to_do(data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ContentError) as refused:
        content.parse(data, where="proef.yaml")
    assert sentence in str(refused.value)


def test_the_file_is_called_as_its_code(tmp_path: Path) -> None:
    path = tmp_path / "anders.yaml"
    path.write_text((settings.CONTENT_DIR / "casussen" / "carlo.yaml").read_text())
    with pytest.raises(ContentError, match=r"Noem het bestand carlo\.yaml"):
        content.check_file(path)


def word(**changes: Any) -> dict[str, Any]:
    one = {
        "code": "stoel",
        "woord": "stoel",
        "ook": [],
        "uitleg": "Om op te zitten.",
        "simpel": "Om op te zitten.",
    }
    other = one | {"code": "bank", "woord": "bank"}
    return {"bron": "Wij.", "woorden": [one | changes, other]}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            word(simpel=" ".join(["woord"] * 16)),
            "woord 1 (stoel): “simpel” heeft 16 woorden. Maak er hooguit 15 van.",
        ),
        (word(zie=["kruk"]), "“stoel” verwijst naar “kruk”, en dat woord is er niet. Haal het weg."),
        (word(ook=["Bank"]), "“bank” hoort bij “stoel” en bij “bank”. Kies er één."),
        (word(code="bank"), "de code “bank” staat er twee keer."),
    ],
)
def test_a_wrong_word_is_refused_with_what_to_do(data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ContentError) as refused:
        woorden.parse(data, where="woordenlijst.yaml")
    assert sentence in str(refused.value)


def test_what_else_there_is_to_read_is_whole() -> None:
    assert all(uitleg(code).zinnen for code in kenmerken.codes())
    assert len(woorden.alles().woorden) > 50
    assert len(nog_niet.alles().hulp) > 15
    assert len(kennis.kaw().delen) > 2
    assert all(werk.waarom for werk in kennis.lezen().werken)
    for code in kenmerken.codes():
        assert kenmerken.kenmerk(code).uitleg


@pytest.mark.parametrize(
    ("parse", "data", "sentence"),
    [
        (parse_uitleg, {"kenmerken": {"liefde": {}}}, "“liefde” is geen bekend woord voor “kenmerk”"),
        (parse_uitleg, {"kenmerken": {}}, "ontbreekt. Schrijf er een uitleg bij."),
        (
            nog_niet.parse,
            {"uitleg": "A.", "hulp": [{"woorden": ["dom", "Dom"], "liever": "B.", "voorbeeld": "C."}]},
            "“dom” staat er twee keer.",
        ),
        (
            kennis.parse_lezen,
            {"bron": "A.", "lezen": [{"code": "a", "titel": "B", "makers": "C", "waar": "x", "waarom": "D"}]},
            "bij “waar” hoort een adres. Begin het met https://.",
        ),
    ],
)
def test_other_wrong_files_are_refused_too(parse: Any, data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse(data, where="proef.yaml")
    assert sentence in str(refused.value)
