"""When something was done and by whom belong together: every `…_op` that records an act has its `…_door`."""

import pytest
from django.apps import apps
from django.db import models

from tests.house.source import ROOMS

# Model.field -> why the moment has no person beside it.
ALONE: dict[str, str] = {
    "Melding.gemaakt_op": "what the clock tells, nobody made",
    "Melding.gezien_op": "a melding is for one person, who is the one that saw it",
    "Melding.gemaild_op": "the clock mails it",
}


def lonely_moments(model: type[models.Model]) -> list[str]:
    """The moments of a model that do not say who, and the other way round for optional pairs."""
    fields = {field.name: field for field in model._meta.get_fields() if isinstance(field, models.Field)}
    found = []
    for name, field in fields.items():
        label = f"{model._meta.object_name}.{name}"
        if not name.endswith("_op") or not isinstance(field, models.DateTimeField) or label in ALONE:
            continue
        partner = fields.get(f"{name.removesuffix('_op')}_door")
        if partner is None:
            found.append(f"{label} zegt niet wie")
        elif partner.null != field.null:
            found.append(f"{label} en {partner.name} mogen niet allebei leeg zijn, of allebei juist wel")
    return found


def our_models() -> list[type[models.Model]]:
    """Every model of the rooms."""
    return [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def test_every_act_says_who() -> None:
    assert our_models()
    assert [fault for model in our_models() for fault in lonely_moments(model)] == []


def test_exceptions_exist() -> None:
    labels = {
        f"{model._meta.object_name}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()
    }
    assert set(ALONE) - labels == set()


@pytest.mark.parametrize(
    ("extra", "count"),
    [
        ({}, 1),
        ({"gedaan_door": models.CharField(max_length=9, null=True)}, 1),
        ({"gedaan_door": models.CharField(max_length=9)}, 0),
    ],
)
def test_a_lonely_moment_is_found(extra: dict[str, models.Field], count: int) -> None:
    attributes = {"__module__": "kern.models", "gedaan_op": models.DateTimeField(), **extra}
    attributes["Meta"] = type("Meta", (), {"abstract": True, "app_label": "kern"})
    model = type("Lonely", (models.Model,), attributes)
    assert len(lonely_moments(model)) == count
