"""Samenwerking and Individuele begeleiding: every kenmerk is covered, and the words are kind and complete."""

from collections import Counter
from collections.abc import Iterator

import pytest

from checklists import kenmerken, loading
from checklists.instrument import Instrument
from checklists.nodes import Punt, zinnen_voor
from checklists.ways import ALLEEN, PAAR

SAMEN, INDIVIDUEEL = "samenwerking", "individuele-begeleiding"
LEAST = 3


def read(code: str) -> Instrument:
    """One instrument from its file."""
    return loading.check_file(next(path for path in loading.files() if path.stem == code))[0]


@pytest.fixture(params=[SAMEN, INDIVIDUEEL])
def instrument(request: pytest.FixtureRequest) -> Instrument:
    """Each of the two."""
    return read(request.param)


def points(instrument: Instrument) -> Iterator[Punt]:
    """Every point, those on the paths of a fork included."""
    for stap in instrument.stappen:
        yield from stap.alle_punten()


def of_groups(*codes: str) -> set[str]:
    """The codes of the kenmerken of these groups."""
    return {k.code for groep in kenmerken.groepen() if groep.code in codes for k in groep.kenmerken}


def covered(instrument: Instrument) -> Counter[str]:
    """How many points are about a kenmerk first of all."""
    return Counter(punt.kenmerken[0] for punt in points(instrument))


def test_every_kenmerk_of_samenwerking_has_three_points() -> None:
    six = of_groups("samenwerking")
    assert len(six) == 6
    counts = covered(read(SAMEN))
    assert set(counts) == six
    assert min(counts.values()) >= LEAST


def test_every_kenmerk_of_guidance_has_three_points() -> None:
    twenty = of_groups("algemeen", "persoonlijk", "loopbaan", "vakoverstijgend")
    assert len(twenty) == 8 + 3 * 4
    counts = covered(read(INDIVIDUEEL))
    assert set(counts) == twenty
    assert min(counts.values()) >= LEAST


def test_each_goal_has_its_own_four() -> None:
    keuze = next(stap.keuze for stap in read(INDIVIDUEEL).stappen if stap.keuze)
    for groep, pad in zip(("persoonlijk", "loopbaan", "vakoverstijgend"), keuze.paden, strict=True):
        assert {punt.kenmerken[0] for punt in pad.punten} == of_groups(groep)


def test_the_steps_are_the_kenmerken_in_the_order_of_the_source() -> None:
    groep = next(groep for groep in kenmerken.groepen() if groep.code == "samenwerking")
    assert [stap.titel for stap in read(SAMEN).stappen] == [k.naam for k in groep.kenmerken]


def test_each_kenmerk_gets_one_answer_and_a_note() -> None:
    for stap in read(SAMEN).stappen:
        fields = read(SAMEN).velden(stap.code)
        assert [(field.soort, field.schaal) for field in fields] == [("keuze", True), ("tekst", False)]
        assert fields[0].kenmerken == fields[1].kenmerken == (stap.punten[0].kenmerken[0],)
        assert fields[1].verslag == stap.titel


def test_the_scale_speaks_as_the_domain_does() -> None:
    schaal = [(trede.label, trede.waarde) for trede in read(SAMEN).manier.schaal]
    assert schaal == [
        ("vraagt aandacht", 1),
        ("op weg", 2),
        ("gaat goed", 3),
        ("niet van toepassing", None),
    ]


def test_both_say_that_the_points_are_derived_and_no_protocol(instrument: Instrument) -> None:
    for words in ("schreven wij zelf", "afgeleid van de", "kenmerken", "geen protocol"):
        assert words in instrument.kanttekening
    assert "Hogeschool Rotterdam" in instrument.bron


def test_both_work_before_during_and_after(instrument: Instrument) -> None:
    assert instrument.voor.vragen
    assert instrument.stappen
    assert instrument.terugkijken.vragen
    assert instrument.manier.voor_wie == ("school", "stage")


def test_one_is_of_two_people_and_one_of_nobody_else() -> None:
    assert read(SAMEN).manier.wijze == PAAR
    assert not read(SAMEN).manier.vinken
    assert read(INDIVIDUEEL).manier.wijze == ALLEEN
    assert not read(INDIVIDUEEL).manier.schaal


def test_each_side_finds_its_own_phrases_at_every_point() -> None:
    for punt in points(read(SAMEN)):
        assert {zin.wie for zin in punt.zinnen} == {"school", "stage", "beide"} or len(punt.zinnen) > 3
        for wie in ("school", "stage"):
            assert len(zinnen_voor(punt, None, wie)) >= 2, punt.code


def test_every_point_has_a_phrase_for_both_sides(instrument: Instrument) -> None:
    for punt in points(instrument):
        for wie in ("school", "stage"):
            assert zinnen_voor(punt, None, wie), punt.code


def test_no_phrase_stands_there_twice(instrument: Instrument) -> None:
    texts = [zin.tekst for punt in points(instrument) for zin in punt.zinnen]
    assert len(texts) == len(set(texts))


def test_what_is_chosen_for_next_time_are_kenmerken(instrument: Instrument) -> None:
    choices = [field for field in instrument.velden() if field.meer and not field.pad and field.opties]
    names = {kenmerken.naam(code) for code in covered(instrument)}
    chosen = {optie.label for field in choices if field.code.startswith("volgende") for optie in field.opties}
    assert chosen <= names
    assert bool(chosen) == (instrument.code == INDIVIDUEEL)
