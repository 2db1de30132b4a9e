"""Each kind of field: from what is posted to what is stored, and to words."""

from typing import Any

import pytest
from django.http import QueryDict

from checklists import values
from checklists.fields import Veld
from checklists.nodes import Optie

OPTIES = (Optie("a", "Eerste"), Optie("b", "Tweede"))
TEKST = Veld("v", "tekst", "Notitie")
REGEL = Veld("v", "regel", "Plek")
VINK = Veld("v", "vink", "Gedaan")
REGELS = Veld("v", "regels", "Lijst")
EEN = Veld("v", "keuze", "Kies", opties=OPTIES)
MEER = Veld("v", "keuze", "Kies", opties=OPTIES, meer=True)


def line(tekst: str, stand: str = "open") -> dict[str, str]:
    return {"tekst": tekst, "stand": stand}


@pytest.mark.parametrize(
    ("veld", "post", "value"),
    [
        (TEKST, "v=een%0D%0Atwee%0Ddrie", "een\ntwee\ndrie"),
        (TEKST, "v=a%00b", "ab"),
        (TEKST, "v=%0A++x+", "\n  x "),
        (TEKST, "", ""),
        (REGEL, "v=++bij+de%0Abalie+", "bij de balie"),
        (VINK, "v=ja", True),
        (VINK, "t%3Av=1.00000000", False),
        (EEN, "v=b", "b"),
        (EEN, "v=onzin", ""),
        (MEER, "v=b&v=a&v=onzin", ["a", "b"]),
        (MEER, "", []),
        (
            REGELS,
            "v-tekst=een&v-stand=af&v-tekst=+&v-stand=af&v-tekst=drie",
            [line("een", "af"), line("drie", "open")],
        ),
        (REGELS, "v-tekst=x&v-stand=weg&v-tekst=y&v-stand=af", [line("y", "af")]),
        (REGELS, "v-tekst=x&v-stand=kapot", [line("x")]),
    ],
)
def test_what_is_posted_becomes_one_form(veld: Veld, post: str, value: Any) -> None:
    assert values.read_posted(veld, QueryDict(post)) == value
    assert values.normalise(veld, value) == value


def test_a_lone_surrogate_is_left_out_as_no_database_takes_it() -> None:
    assert values.clean_text("a\ud800b") == "ab"


def test_a_field_counts_as_posted_when_its_token_is_there() -> None:
    assert values.was_posted(VINK, QueryDict("t%3Av=1.00000000"))
    assert values.was_posted(REGELS, QueryDict("v-tekst=x"))
    assert not values.was_posted(VINK, QueryDict("ander=ja"))


@pytest.mark.parametrize(
    ("veld", "value", "sentence"),
    [
        (TEKST, "x" * 20_001, "Deze tekst heeft 20.001 tekens. Er passen er 20.000. Maak hem korter."),
        (REGEL, "x" * 501, "Deze tekst heeft 501 tekens. Er passen er 500. Maak hem korter."),
        (REGELS, [line("x" * 501)], "Deze tekst heeft 501 tekens"),
        (REGELS, [line("x")] * 61, "Dit zijn 61 regels. Er passen er 60. Voeg regels samen."),
    ],
)
def test_what_does_not_fit_says_what_to_do(veld: Veld, value: Any, sentence: str) -> None:
    with pytest.raises(values.TooLongError) as error:
        values.check_length(veld, value)
    assert sentence in str(error.value)


def test_what_just_fits_is_kept() -> None:
    values.check_length(TEKST, "x" * 20_000)
    values.check_length(REGELS, [line("x" * 500)] * 60)
    values.check_length(MEER, ["a", "b"])


@pytest.mark.parametrize(
    ("veld", "value", "words"),
    [
        (TEKST, " Het ging goed. ", ["Het ging goed."]),
        (TEKST, "  ", []),
        (VINK, True, ["Aangevinkt"]),
        (VINK, False, ["Nog niet aangevinkt"]),
        (EEN, "b", ["Tweede"]),
        (MEER, ["b", "a"], ["Eerste", "Tweede"]),
        (REGELS, [line("Kassa", "af"), line("Vakken")], ["Kassa (af)", "Vakken (nog open)"]),
    ],
)
def test_a_value_reads_in_words(veld: Veld, value: Any, words: list[str]) -> None:
    assert values.words(veld, value) == words


@pytest.mark.parametrize(
    ("veld", "first", "second", "joined"),
    [
        (TEKST, "een", "twee", "een\ntwee"),
        (TEKST, "een", "een en meer", "een en meer"),
        (TEKST, "banaan", "naan", "banaan\nnaan"),
        (REGEL, "hier", "daar", "hier; daar"),
        (MEER, ["b"], ["a"], ["a", "b"]),
        (
            REGELS,
            [line("x"), line("y")],
            [line("x", "af"), line("z")],
            [line("x", "af"), line("y"), line("z")],
        ),
    ],
)
def test_two_answers_can_stand_together(veld: Veld, first: Any, second: Any, joined: Any) -> None:
    assert values.can_join(veld)
    assert values.join(veld, first, second) == joined


@pytest.mark.parametrize("veld", [EEN, VINK])
def test_of_some_fields_there_is_only_one_answer(veld: Veld) -> None:
    assert not values.can_join(veld)
    with pytest.raises(ValueError, match="Kies een van de twee"):
        values.join(veld, "a", "b")


def test_a_digest_tells_values_apart() -> None:
    assert values.digest("a") != values.digest("b")
    assert values.digest([line("x")]) == values.digest([{"stand": "open", "tekst": "x"}])
    assert len(values.digest("é…")) == 8
