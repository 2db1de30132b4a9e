"""The short way to an address gives what Django's own way gives."""

import uuid

import pytest
from django.template import Context, engines
from django.urls import NoReverseMatch, reverse

from kern.http import address

PK = uuid.UUID("0b8ff1c4-3a0e-4a55-8f0e-5f3d0b7b9a10")
NAMES = ("student", "gesprek", "verslag", "afspraak_gedaan", "gesprek_start")


def render(source: str) -> str:
    return str(engines["django"].engine.from_string(source).render(Context({"pk": PK, "text": str(PK)})))


@pytest.mark.parametrize("name", NAMES)
def test_address_is_that_of_the_page(name: str) -> None:
    wanted = reverse(name, args=[PK])
    assert address(name, PK) == wanted
    assert render(f"{{% url '{name}' pk %}}") == wanted


@pytest.mark.parametrize(
    "source", ["{% url 'student' text %}", "{% url 'student' pk=pk %}", "{% url 'student' pk as a %}{{ a }}"]
)
def test_other_forms_are_those_of_django(source: str) -> None:
    assert render(source) == reverse("student", args=[PK])


def test_address_of_two_things_and_a_word() -> None:
    other = uuid.uuid4()
    wanted = reverse("aandacht_opzij", args=[PK, "stilte", other])
    assert address("aandacht_opzij", PK, "stilte", other) == wanted
    source = engines["django"].engine.from_string("{% url 'aandacht_opzij' pk word other %}")
    assert source.render(Context({"pk": PK, "word": "stilte", "other": other})) == wanted


def test_address_without_a_thing() -> None:
    assert address("studenten") == render("{% url 'studenten' %}") == reverse("studenten")


@pytest.mark.parametrize(
    "source", ["{% url 'bestaat-niet' pk %}", "{% url 'student' %}", "{% url 'vandaag' pk %}"]
)
def test_an_address_that_is_not_there_fails(source: str) -> None:
    with pytest.raises(NoReverseMatch):
        render(source)
