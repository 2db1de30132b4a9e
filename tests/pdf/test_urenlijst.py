"""The hours on paper: the same figures as on screen, tagged, and nobody's name in its title."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from stageplekken.enums.uren import DagSoort
from stageplekken.models import Stage
from stageplekken.uren.invoer import part_of_day
from tests.acts_uren import ACHT, agree, enter, full_week, missed, monday, rooster
from tests.cast import Cast
from tests.factories import days
from tests.pdf.reading import faults, fonts, opened, tags, text


@pytest.fixture
def data(client: Client, cast: Cast) -> bytes:
    """The list of Marije, with a day of every kind."""
    stage = cast.stage_marije
    Stage.objects.filter(pk=stage.pk).update(begin=monday(-5), einde=days(150), gaat_door=True)
    stage.refresh_from_db()
    rooster(stage, cast.harold)
    full_week(cast.melissa, stage, monday(-5))
    agree(cast.melissa, stage, monday(-5))
    enter(cast.melissa, stage, monday(-4), missed())
    enter(cast.melissa, stage, monday(-3), missed(DagSoort.NIET_GEMELD))
    enter(cast.marije_zelf, stage, monday(-2), part_of_day(ACHT, ACHT - 3, "te_laat"))
    enter(
        cast.harold,
        stage,
        monday(-2) + timedelta(days=1),
        part_of_day(ACHT, ACHT - 8, "vrij"),
        van_student=True,
    )
    client.force_login(cast.harold)
    answer = client.get(reverse("uren_pdf", args=[stage.pk]))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="urenlijst.pdf"'
    found: bytes = answer.content
    if look := os.environ.get("KANSRIJK_LOOK"):
        Path(look, "urenlijst.pdf").write_bytes(found)
    return found


def test_the_list(data: bytes) -> None:
    whole, at = text(data), -1
    for expected in [
        "Urenlijst van de stage",
        "Marije Jonkers, tot en met",
        "Marije maakte 29 van 320 uur. Het plan is",
        "Restaurant De Kade, Rivierstad",
        "Stagedagen Maandag, dinsdag en woensdag",
        "Gemist 19 uur",
        "Vrij, dat mocht 8 uur",
        "Nog te gaan 291 uur",
        "24 0 0 0 Akkoord van Melissa Brouwer",
        "0 8 0 16 Ingevuld",
        "Wanneer is Marije klaar?",
        "Vanaf nu elke stagedag Week van",
        "8 uur niet gemeld Melissa Brouwer",
        "5 uur gemaakt, 3 uur te laat Marije Jonkers",
        "8 uur vrij, dat mocht Marije, op de telefoon van Harold Vermeer",
    ]:
        found = whole.find(expected, at + 1)
        assert found > at, expected
        at = found
    assert faults(data) == []
    assert tags(data).count("/Table") == 4
    assert "/Figure" not in tags(data)
    metadata = opened(data).metadata
    assert metadata is not None
    assert metadata.title == "Urenlijst van een stage - Kansrijk"
    assert all(fonts(data).values())


def test_a_stage_without_hours_has_a_list_too(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = client.get(reverse("uren_pdf", args=[cast.stage_sanna.pk])).content
    assert faults(data) == []
    assert "weten we nog niet" in text(data)
    assert "Per dag" not in text(data)
