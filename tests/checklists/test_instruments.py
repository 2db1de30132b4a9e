"""The content of the house is complete: both variants of the gesprek, and all kenmerken."""

import pytest

from checklists import kenmerken, loading
from checklists.instrument import Instrument
from checklists.nodes import GROEPEN, zinnen_voor

A, B = "begeleidingsgesprek-a", "begeleidingsgesprek-b"

# Titles of steps, and how many points the source has there: facts that carry over.
STEPS = {
    A: [
        ("Neem je student apart", 1),
        ("Vertel direct je boodschap", 1),
        ("Kijk en luister naar de reactie van je student", 2),
        ("Stop wanneer het niet meer kan en zorg voor goede werkafspraken", 1),
    ],
    B: [
        ("Bereid goed voor", 1),
        ("Check samen de voortgang", 2),
        ("Geef je student een concrete boodschap", 4),
        ("Wat staat ons te doen?", 2),
        ("Positieve afsluiting", 2),
    ],
}
TITLES = {
    A: "Mijn student begrijpt waarom het echt niet lukt",
    B: "Mijn student weet waar hij aan toe is… en ik ook",
}
KENMERKEN = {"algemeen": 8, "samenwerking": 6, "persoonlijk": 4, "loopbaan": 4, "vakoverstijgend": 4}


@pytest.fixture(params=[A, B])
def instrument(request: pytest.FixtureRequest) -> Instrument:
    """Each of the two, from its file."""
    path = next(path for path in loading.files() if path.stem == request.param)
    return loading.check_file(path)[0]


def test_titles_and_steps_carry_over(instrument: Instrument) -> None:
    assert instrument.titel == TITLES[instrument.code]
    assert [stap.titel for stap in instrument.stappen] == [titel for titel, _ in STEPS[instrument.code]]
    assert [stap.nummer for stap in instrument.stappen] == [
        str(i + 1) for i in range(len(instrument.stappen))
    ]


def test_every_point_of_the_source_is_there(instrument: Instrument) -> None:
    for stap, (titel, least) in zip(instrument.stappen, STEPS[instrument.code], strict=True):
        assert len(list(stap.alle_punten())) >= least, titel


def test_each_point_has_phrases_for_every_group_and_for_both_sides(instrument: Instrument) -> None:
    for stap in instrument.stappen:
        for punt in stap.alle_punten():
            assert len(punt.zinnen) >= 3
            for groep in GROEPEN:
                for wie in ("school", "stage"):
                    assert zinnen_voor(punt, groep, wie), f"{punt.code}: niets voor {groep}, {wie}"


def test_each_step_speaks_to_every_group(instrument: Instrument) -> None:
    for stap in instrument.stappen:
        assert set(GROEPEN) <= {zin.groep for punt in stap.alle_punten() for zin in punt.zinnen}


def test_no_phrase_stands_there_twice(instrument: Instrument) -> None:
    texts = [zin.tekst for stap in instrument.stappen for punt in stap.alle_punten() for zin in punt.zinnen]
    assert len(texts) == len(set(texts))


def test_the_concrete_message_has_two_paths_that_go_together() -> None:
    instrument = loading.check_file(next(path for path in loading.files() if path.stem == B))[0]
    keuze = instrument.stappen[2].keuze
    assert keuze is not None
    assert keuze.meer
    assert [pad.kop for pad in keuze.paden] == ["3a. Zo gaat het goed!", "3b. Hoe kan het echt beter?"]


def test_the_points_of_the_student_come_before_those_of_the_begeleider(instrument: Instrument) -> None:
    fields = instrument.velden("voor")
    assert [field.eigen for field in fields[:2]] == [False, True]


def test_the_student_answers_in_words(instrument: Instrument) -> None:
    student = instrument.terugkijken.student
    assert student is not None
    assert student.label == "Hoe was dit gesprek voor jou?"
    assert len(student.keuzes) >= 3


def test_all_kenmerken_are_there_with_an_explanation() -> None:
    assert {groep.code: len(groep.kenmerken) for groep in kenmerken.groepen()} == KENMERKEN
    for groep in kenmerken.groepen():
        for kenmerk in groep.kenmerken:
            assert len(kenmerk.uitleg.split()) >= 8, kenmerk.code
            assert kenmerken.kenmerk(kenmerk.code) == kenmerk


def test_a_gesprek_looks_back_on_the_eight(instrument: Instrument) -> None:
    eight = {kenmerk.code for kenmerk in kenmerken.groepen()[0].kenmerken}
    assert set(instrument.terugkijken.kenmerken) == eight
