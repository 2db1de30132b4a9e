"""Every field that can hold something about a person stands in docs/privacy.yaml: who reads it, how it goes."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from tests.house.privacy_register import PAGE, register, shown, table
from tests.house.source import ROOMS


def our_models() -> dict[str, type[models.Model]]:
    """Every model of the rooms by its label."""
    return {model._meta.label: model for model in apps.get_models() if model._meta.app_label in ROOMS}


def listed(row: dict[str, Any]) -> list[str]:
    """Every field that a row of the register names."""
    return [*row.get("velden", {}), *row.get("neutraal", [])]


def faults(model: type[models.Model], row: dict[str, Any]) -> list[str]:
    """The fields of a model that the register misses, names twice, or names though they are not there."""
    fields = {field.name for field in (*model._meta.concrete_fields, *model._meta.local_many_to_many)}
    names = listed(row)
    return [
        *(
            f"{model._meta.label}.{name} staat niet in docs/privacy.yaml"
            for name in sorted(fields - set(names))
        ),
        *(f"{model._meta.label}.{name} bestaat niet" for name in sorted(set(names) - fields)),
        *(f"{model._meta.label}.{name} staat er twee keer" for name in names if names.count(name) > 1),
    ]


def unknown_words(data: dict[str, Any]) -> list[str]:
    """Circles, terms and ways of removal that the register uses and does not explain."""
    found = []
    for label, row in data["modellen"].items():
        if not row.get("velden"):
            continue
        used = [("kringen", kring) for kring in row["velden"].values()]
        used += [("termijnen", row.get("termijn")), ("wissen", row.get("wissen"))]
        found += [f"{label}: {word} staat niet bij {name}" for name, word in used if word not in data[name]]
    return found


def test_the_register_knows_every_model() -> None:
    assert sorted(register()["modellen"]) == sorted(our_models())


@pytest.mark.parametrize("label", sorted(our_models()))
def test_the_register_knows_every_field(label: str) -> None:
    assert faults(our_models()[label], register()["modellen"].get(label, {})) == []


def test_every_word_is_explained() -> None:
    assert unknown_words(register()) == []


def test_the_page_shows_the_register() -> None:
    now = "docs/privacy.md loopt achter: .venv/bin/python -m tests.house.privacy_register"
    assert shown(PAGE.read_text(encoding="utf-8")) == table(register()), now


def test_a_new_field_is_found() -> None:
    student = our_models()["students.Student"]
    row = {"velden": {"voornaam": "personalia"}, "neutraal": ["id"]}
    assert "students.Student.geboortedatum staat niet in docs/privacy.yaml" in faults(student, row)
    assert faults(student, row | {"neutraal": ["id", "bsn"]})[-1] == "students.Student.bsn bestaat niet"
