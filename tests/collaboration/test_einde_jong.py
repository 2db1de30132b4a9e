"""Under sixteen a parent decides along on the words for the leerbedrijf; the forms ask who that is."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from students.models import Toestemming
from tests.acts_stage import ended
from tests.cast import Cast
from tests.factories import days
from tests.htmx import words

WOORDEN = {"delen": "woorden", "woorden": "Ik zoek iets anders."}
EINDE = {"hoe": "gestopt", "reden": "Het werk is te zwaar."}


@pytest.fixture
def jong(cast: Cast) -> Cast:
    cast.marije.geboortedatum = days(-15 * 365)
    cast.marije.save()
    return cast


@pytest.mark.parametrize("later", [False, True])
def test_the_parent_is_asked_and_kept(client: Client, jong: Cast, later: bool) -> None:
    name = "stage_woorden" if later else "stage_einde"
    if later:
        ended(jong.harold, jong.stage_marije)
    said: dict[str, Any] = WOORDEN | EINDE | {"mondeling": days(-1), "laatste_dag": days(-1)}
    page = reverse(name, args=[jong.stage_marije.pk])
    client.force_login(jong.harold)
    assert "Welke ouder beslist mee?" in words(client.get(page))
    refused = client.post(page, said)
    assert refused.status_code == 422
    assert "Schrijf op welke ouder meebeslist" in words(refused)
    assert "Ik zoek iets anders." in refused.content.decode()
    assert client.post(page, said | {"ouder": "Vader"}).status_code == 302
    assert Toestemming.objects.get().ouder == "Vader"


def test_from_sixteen_nobody_is_asked(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    assert "ouder beslist mee" not in words(client.get(reverse("stage_einde", args=[cast.stage_marije.pk])))
