"""Consent: a parent along under sixteen, an end on its last day, and nothing that is cut off."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from collaboration.actions import consent
from collaboration.actions.checks import Refused
from collaboration.models import Melding
from collaboration.queries.zorg import usable_consents
from kern.models import LogRegel
from students.models import Toestemming
from tests.cast import Cast
from tests.collaboration.test_ouders import born, years_ago
from tests.factories import days, viewer
from tests.htmx import words

ASKED = {"wie": "het zorgteam", "wat": "brieven", "doel": "hulp"}


@pytest.mark.parametrize(("late", "asked"), [(1, True), (0, False), (-1, False)])
def test_a_parent_decides_along_up_to_the_birthday(
    client: Client, cast: Cast, late: int, asked: bool
) -> None:
    born(cast, years_ago(16, late))
    client.force_login(cast.harold)
    page = reverse("toestemming", args=[cast.marije.pk])
    assert ("Welke ouder beslist mee?" in words(client.get(page))) is asked
    answer = client.post(page, ASKED)
    assert answer.status_code == (422 if asked else 302)
    if asked:
        assert "Onder de 16 jaar beslist een ouder mee" in words(answer)
        client.post(page, ASKED | {"ouder": "Moeder"})
        assert Toestemming.objects.get().ouder == "Moeder"


def test_it_counts_up_to_its_last_day_and_then_the_clock_writes_it_down(client: Client, cast: Cast) -> None:
    asked = consent.Vraag(**ASKED, geldig_tot=days(0))
    row = consent.noteer(by=viewer(cast.harold), student=cast.marije, gezegd=consent.Gezegd(asked, days(0)))
    assert consent.holds(row, days(0))
    assert not consent.holds(row, days(1))
    assert consent.laat_verlopen(on=days(0)) == 0
    Toestemming.objects.update(geldig_tot=days(-1))
    client.force_login(cast.harold)
    seen = words(client.get(reverse("toestemming", args=[cast.marije.pk])))
    assert "Verlopen, tot en met" in seen
    assert "Noteer: Marije zegt nee" not in seen
    assert usable_consents(viewer(cast.harold), cast.marije) == []
    for _ in range(2):
        call_command("verlopen", verbosity=0)
    row.refresh_from_db()
    assert row.status == "verlopen"
    assert LogRegel.objects.filter(actie="toestemming verlopen").count() == 1
    assert Melding.objects.filter(user=cast.harold, soort="toestemming").count() == 1


def test_a_question_that_ran_out_takes_no_yes(cast: Cast) -> None:
    row = consent.vraag(by=viewer(cast.harold), student=cast.marije, vraag=consent.Vraag(**ASKED))
    Toestemming.objects.update(geldig_tot=days(-1))
    with pytest.raises(Refused, match="Deze vraag is al verlopen"):
        consent.geef(by=viewer(cast.marije_zelf), toestemming_id=row.pk)


def test_what_is_too_long_is_said_and_never_cut(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = reverse("toestemming", args=[cast.marije.pk])
    answer = client.post(page, ASKED | {"wat": "a" * 201})
    assert answer.status_code == 422
    assert "Maak het korter: hooguit 200 tekens" in words(answer)
    with pytest.raises(Refused, match="hooguit 200 tekens"):
        consent.vraag(
            by=viewer(cast.harold), student=cast.marije, vraag=consent.Vraag("zorg", "a" * 201, "hulp")
        )
    assert not Toestemming.objects.exists()


def test_the_student_comes_by_the_question_on_the_first_screen_and_finds_the_way_later(
    client: Client, cast: Cast
) -> None:
    row = consent.vraag(by=viewer(cast.harold), student=cast.marije, vraag=consent.Vraag(**ASKED))
    way = reverse("toestemming", args=[cast.marije.pk])
    client.force_login(cast.marije_zelf)
    seen = words(client.get("/"))
    assert "Eerst dit: iemand vraagt jou iets." in seen
    assert "Harold vraagt of iemand iets over jou mag weten. Kies ja of nee" in seen
    client.post(reverse("toestemming_geven", args=[row.pk]))
    assert "Kies ja of nee" not in words(client.get("/"))
    for page in ("/mijn-handleiding/", reverse("student", args=[cast.marije.pk])):
        assert f'href="{way}"' in client.get(page).content.decode()
