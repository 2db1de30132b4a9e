"""Reading content strictly: every mistake says where it is and what to do."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from checklists.content import ContentError
from checklists.tree import parse, zinnen_voor
from tests.checklists.sample import KENMERKEN, point, tree


def read(data: dict[str, Any]) -> Any:
    return parse(data, where="proef.yaml", kenmerken=KENMERKEN)


def drop(data: dict[str, Any], key: str) -> None:
    del data[key]


def step(data: dict[str, Any], number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = data["stappen"][number]
    return found


MISTAKES: list[tuple[Callable[[dict[str, Any]], Any], str]] = [
    (lambda d: drop(d, "titel"), "proef.yaml: het kopje “titel” ontbreekt. Vul het in."),
    (lambda d: d.update(versie="1"), "proef.yaml: bij “versie” hoort een heel getal vanaf 1"),
    (lambda d: d.update(code="Proef 1"), "“Proef 1” kan geen code zijn. Gebruik kleine letters"),
    (lambda d: d.update(title="x"), "proef.yaml: het kopje “title” is onbekend. Haal het weg"),
    (lambda d: d.update(kort=" "), "bij “kort” hoort tekst"),
    (lambda d: drop(d, "stappen"), "het kopje “stappen” ontbreekt. Zet er ten minste één regel onder."),
    (lambda d: d.update(stappen=[]), "de lijst “stappen” is leeg"),
    (lambda d: d.update(volgorde="eerst"), "bij “volgorde” hoort een heel getal vanaf 1"),
    (lambda d: d.update(tonen={"Onbekend": "goed"}), "geen veld heeft dat kopje. Verbeter het kopje."),
    (lambda d: d.update(tonen={"Onbekend": "fout"}), "tonen: “fout” is geen bekend woord voor “Onbekend”"),
    (lambda d: d.update(tonen=["x"]), "proef.yaml, tonen: hier horen kopjes"),
    (lambda d: d.update(stappen="een"), "onder “stappen” hoort een lijst"),
    (lambda d: d.update(voor=["x"]), "proef.yaml, voor: hier horen kopjes"),
    (lambda d: step(d).update(code="keuze"), "stap 1: de code “keuze” is bezet"),
    (lambda d: step(d, 1).update(code="een"), "stap 2: de code “een” staat er twee keer"),
    (lambda d: step(d)["punten"][1].update(code="notitie"), "de code “notitie” staat er twee keer"),
    (lambda d: step(d).update(na_keuze=[point("los")]), "stap 1 (een): er is “na_keuze” zonder “keuze”"),
    (
        lambda d: step(d)["punten"][0].update(kenmerken=["kracht"]),
        "stap 1 (een), punt 1 (een-punt): het kenmerk “kracht” is onbekend. Kies uit: moed, rust.",
    ),
    (
        lambda d: step(d)["punten"][0].update(zinnen=point("x")["zinnen"][:2]),
        "punt 1 (een-punt): dit punt heeft 2 zinnen. Schrijf er ten minste 3.",
    ),
    (
        lambda d: step(d)["punten"][0]["zinnen"][0].update(groep="bouw"),
        "zin 1: “bouw” is geen bekend woord voor “groep”. Kies uit: alle, techniek",
    ),
    (
        lambda d: step(d)["punten"][0]["zinnen"][2].update(wie="ouder"),
        "zin 3: “ouder” is geen bekend woord voor “wie”. Kies uit: school, stage, beide.",
    ),
    (
        lambda d: [p["zinnen"].pop() for p in step(d)["punten"]],
        "stap 1 (een): er is geen zin voor de groep “winkel”. Voeg er bij een punt een toe.",
    ),
    (
        lambda d: step(d)["vragen"][0].update(soort="cijfer"),
        "vraag 1 (notitie): “cijfer” is geen bekend woord voor “soort”",
    ),
    (
        lambda d: step(d)["vragen"][0].update(soort="keuze", keuzes=[{"code": "ja", "label": "Ja"}]),
        "vraag 1 (notitie): bij een vraag van de soort “keuze” horen twee of meer keuzes",
    ),
    (
        lambda d: step(d)["vragen"][0].update(
            keuzes=[{"code": "a", "label": "A"}, {"code": "b", "label": "B"}]
        ),
        "bij een vraag van de soort “keuze” horen twee of meer keuzes, en bij een andere geen",
    ),
    (lambda d: step(d)["vragen"][0].update(eigen="ja"), "bij “eigen” hoort true of false"),
    (lambda d: step(d)["vragen"][0].update(eigen=True), "een eigen vraag komt niet in het verslag"),
    (lambda d: step(d).update(panelen=[3]), "in de lijst “panelen” hoort tekst"),
    (lambda d: step(d, 1)["keuze"]["paden"].pop(), "een keuze met één pad is geen keuze"),
    (
        lambda d: d["terugkijken"]["student"]["keuzes"][1].update(code="fijn"),
        "terugkijken, student (hoe): twee keuzes hebben dezelfde code",
    ),
]


@pytest.mark.parametrize(("spoil", "sentence"), MISTAKES, ids=[sentence[-40:] for _, sentence in MISTAKES])
def test_a_mistake_says_where_and_what_to_do(spoil: Callable[[dict[str, Any]], Any], sentence: str) -> None:
    data = copy.deepcopy(tree())
    spoil(data)
    with pytest.raises(ContentError) as error:
        read(data)
    assert sentence in str(error.value)
    assert str(error.value).startswith("proef.yaml")


def test_a_good_instrument_walks_from_step_to_step() -> None:
    instrument = read(tree())
    assert instrument.volgende("een") == instrument.stap("twee")
    assert instrument.vorige("twee") == instrument.stap("een")
    assert (instrument.vorige("een"), instrument.volgende("twee")) == (None, None)
    assert (instrument.plaats("twee"), instrument.delen) == (2, ("voor", "een", "twee", "terugkijken"))


def test_the_fields_of_a_part_stand_in_the_order_of_the_page() -> None:
    instrument = read(tree())
    assert [veld.code for veld in instrument.velden("een")] == [
        "een-punt",
        "twee-punt",
        "notitie",
        "plek",
        "lijst",
    ]
    assert [(veld.code, veld.soort) for veld in instrument.velden("twee")] == [
        ("vork", "keuze"),
        ("a-punt", "vink"),
        ("a-vraag", "tekst"),
        ("b-punt", "vink"),
        ("b-vraag", "tekst"),
        ("na-punt", "vink"),
    ]
    assert [veld.code for veld in instrument.velden("terugkijken")] == ["kort-gezegd", "hoe", "woorden"]
    assert [veld.code for veld in instrument.velden("student")] == ["hoe", "woorden"]
    assert len(instrument.velden()) == 1 + 5 + 6 + 3
    with pytest.raises(KeyError):
        instrument.velden("drie")


def test_a_question_can_be_one_choice_out_of_its_own() -> None:
    data = tree()
    keuzes = [{"code": "ja", "label": "Ja"}, {"code": "nee", "label": "Nee"}]
    step(data)["vragen"].append({"code": "lukt", "soort": "keuze", "label": "Lukt dit?", "keuzes": keuzes})
    field = read(data).veld("lukt")
    assert (field.soort, field.meer, [optie.code for optie in field.opties]) == (
        "keuze",
        False,
        ["ja", "nee"],
    )


def test_an_instrument_may_leave_out_the_question_of_the_student() -> None:
    data = tree()
    drop(data["terugkijken"], "student")
    assert [veld.code for veld in read(data).velden("terugkijken")] == ["kort-gezegd"]
    assert read(data).velden("student") == ()


def test_a_question_on_a_path_stands_under_the_heading_of_its_path() -> None:
    field = read(tree()).veld("b-vraag")
    assert (field.verslag, field.pad, field.deel) == ("Onder b", "vork:weg-b", "twee")


def test_phrases_of_the_own_group_come_first_and_others_are_not_shown() -> None:
    instrument = read(tree())
    punt = instrument.stap("een").punten[0]
    assert [zin.tekst for zin in zinnen_voor(punt, "horeca")] == [
        "een-punt voor horeca",
        "een-punt voor iedereen",
    ]
    assert [zin.tekst for zin in zinnen_voor(punt, "horeca", "stage")] == ["een-punt voor horeca"]
    assert len(zinnen_voor(punt, None)) == 6
