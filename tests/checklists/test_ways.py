"""The keys that say how an instrument is used, and that no line of the engine knows one by name."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from checklists import loading
from checklists.content import ContentError
from checklists.instrument import Instrument
from checklists.tree import parse
from tests.checklists.sample import KENMERKEN, tree
from tests.house.source import ROOT

SCHAAL = [
    {"code": "nog-niet", "label": "nog niet", "waarde": 1},
    {"code": "wel", "label": "wel", "waarde": 2},
    {"code": "past-niet", "label": "past niet"},
]


def read(**changes: Any) -> Instrument:
    """The sample with these keys."""
    return parse(tree(**changes), where="proef.yaml", kenmerken=KENMERKEN)


def with_question(**question: Any) -> dict[str, Any]:
    """The sample with one more question in its first step."""
    data = tree(schaal=SCHAAL)
    data["stappen"][0]["vragen"].append({"code": "nieuw", "label": "Nieuw", **question})
    return data


def test_without_the_keys_an_instrument_is_for_a_gesprek() -> None:
    manier = read().manier
    assert (manier.wijze, manier.voor_wie, manier.vinken, manier.schaal) == ("gesprek", (), True, ())


def test_a_question_takes_its_choices_from_the_scale() -> None:
    instrument = parse(with_question(soort="schaal", kenmerk="moed"), where="x", kenmerken=KENMERKEN)
    field = instrument.veld("nieuw")
    assert (field.soort, field.schaal, field.meer, field.kenmerken) == ("keuze", True, False, ("moed",))
    assert [optie.label for optie in field.opties] == ["nog niet", "wel", "past niet"]
    values = [instrument.manier.trede(optie.code) for optie in field.opties]
    assert [trede.waarde for trede in values if trede] == [1, 2, None]


def test_a_question_takes_its_choices_from_the_kenmerken_of_the_points_beside_it() -> None:
    data = with_question(soort="kenmerken")
    data["stappen"][0]["punten"][1]["kenmerken"] = ["rust", "moed"]
    field = parse(data, where="x", kenmerken=KENMERKEN).veld("nieuw")
    assert (field.soort, field.meer) == ("keuze", True)
    assert [optie.code for optie in field.opties] == ["moed", "rust"]


def test_points_that_only_prompt_are_no_fields() -> None:
    with_ticks = {field.code for field in read().velden("een")}
    without = {field.code for field in read(vinken=False).velden("een")}
    assert with_ticks - without == {"een-punt", "twee-punt"}
    assert [punt.code for punt in read(vinken=False).stap("een").punten] == ["een-punt", "twee-punt"]


def test_an_instrument_may_ask_for_fewer_phrases_and_for_no_groups() -> None:
    data = tree(zinnen_minstens=1, zinnen_per_groep=False)
    data["stappen"][0]["punten"][0]["zinnen"] = [{"tekst": "Eén zin"}]
    data["stappen"][0]["punten"][1]["zinnen"] = [{"tekst": "Nog een"}]
    assert len(parse(data, where="x", kenmerken=KENMERKEN).stap("een").punten[0].zinnen) == 1


def broken(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """The sample after a mistake."""
    data = tree()
    change(data)
    return data


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda d: d.update(wijze="samen"), "“samen” is geen bekend woord voor “wijze”"),
        (lambda d: d.update(voor_wie=["ouders"]), "“ouders” is geen bekend woord voor “voor_wie”"),
        (lambda d: d.update(vinken="nee"), "bij “vinken” hoort true of false"),
        (lambda d: d.update(schaal=SCHAAL[1:]), "een schaal heeft ten minste twee woorden met een waarde"),
        (lambda d: d.update(schaal=[*SCHAAL, SCHAAL[0]]), "twee woorden van de schaal hebben dezelfde code"),
        (
            lambda d: d["stappen"][0]["vragen"].append({"code": "n", "label": "N", "soort": "schaal"}),
            "deze vraag heeft een schaal of kenmerken nodig",
        ),
        (
            lambda d: d["stappen"][0]["vragen"].append({"code": "n", "label": "N", "soort": "kenmerken"}),
            "deze vraag heeft een schaal of kenmerken nodig",
        ),
        (
            lambda d: d["stappen"][0]["vragen"].append({"code": "n", "label": "N", "kenmerk": "geluk"}),
            "“geluk” is geen bekend woord voor “kenmerk”",
        ),
    ],
)
def test_a_mistake_is_named(change: Callable[[dict[str, Any]], Any], sentence: str) -> None:
    with pytest.raises(ContentError) as error:
        parse(broken(change), where="proef.yaml", kenmerken=KENMERKEN)
    assert sentence in str(error.value)


def test_choices_of_a_scale_come_by_themselves() -> None:
    data = with_question(soort="schaal", keuzes=[{"code": "a", "label": "A"}, {"code": "b", "label": "B"}])
    with pytest.raises(ContentError, match="krijgt zijn keuzes vanzelf"):
        parse(data, where="x", kenmerken=KENMERKEN)


def names_in_the_engine(codes: set[str], lines: list[str]) -> list[str]:
    """The lines that hold the code of an instrument between quotes."""
    found = re.compile("|".join(f"[\"']{re.escape(code)}[\"']" for code in sorted(codes)))
    return [line for line in lines if found.search(line)]


def test_no_line_of_the_engine_names_an_instrument() -> None:
    codes = {path.stem for path in loading.files()}
    sources = [*(ROOT / "checklists").rglob("*.py"), *(ROOT / "templates/checklists").rglob("*.html")]
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(codes) >= 4
    assert len(lines) > 1500
    assert names_in_the_engine(codes, lines) == []


def test_a_line_that_does_is_found() -> None:
    assert names_in_the_engine({"samenwerking"}, ['if code == "samenwerking":', "# over samenwerking"]) == [
        'if code == "samenwerking":'
    ]


def test_it_says_whom_it_is_about() -> None:
    assert read().manier.over == "student"
    assert read(over="niemand").manier.over == "niemand"
