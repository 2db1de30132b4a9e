"""What a page says about days and hours is what the school set, not what we thought of first."""

import pytest
from django.test import Client
from django.urls import reverse

from begeleiders.models import School
from tests.acts_zorg import aanvraag
from tests.cast import Cast
from tests.htmx import words

EIGEN = {
    "stage_toegang_kalenderdagen": 21,
    "inzage_na_escalatie": 15,
    "escalatie_dagen": 2,
    "escalatie_vandaag_uren": 1,
    "startgesprek_week": 3,
    "eindevaluatie_dagen": 5,
}
STANDAARD = (
    "nog 14 dagen bij deze stage",
    "tot 30 schooldagen na afronden",
    "in week 2, bij de helft van de uren, en 10 schooldagen voor het einde",
    "binnen één schooldag, bij ‘vandaag’ binnen twee uur",
    "nog 30 schooldagen mee",
)
ANDERS = (
    "nog 21 dagen bij deze stage",
    "tot 15 schooldagen na afronden",
    "in week 3, bij de helft van de uren, en 5 schooldagen voor het einde",
    "binnen twee schooldagen, bij ‘vandaag’ binnen één uur",
    "nog 15 schooldagen mee",
)


@pytest.mark.parametrize(("regels", "said"), [({}, STANDAARD), (EIGEN, ANDERS)])
def test_the_texts_follow_the_rules_of_the_school(
    client: Client, cast: Cast, regels: dict[str, int], said: tuple[str, ...]
) -> None:
    School.objects.filter(pk=cast.noord.pk).update(regels=regels)
    stage, row = cast.stage_marije, aanvraag(cast.harold, cast.has)
    pages = [
        (cast.harold, reverse("stage_einde", args=[stage.pk])),
        (cast.harold, reverse("aanvraag_nieuw", args=[cast.marije.pk])),
        (cast.harold, reverse("stagegesprekken", args=[stage.pk])),
        (cast.coen, reverse("aanvragen")),
    ]
    for (who, url), sentence in zip(pages, said, strict=False):
        client.force_login(who)
        assert sentence in words(client.get(url)), url
    client.force_login(cast.coen)
    client.post(reverse("aanvraag_oppakken", args=[row.pk]))
    assert said[4] in words(client.get(reverse("aanvraag_stap", args=[row.pk, "afronden"])))
