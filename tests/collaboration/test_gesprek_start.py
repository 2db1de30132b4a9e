"""Choosing an instrument and starting with it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.models import Gesprek
from students.models import Student
from tests import acts
from tests.cast import Cast
from tests.htmx import parse, title, words


def url(student: Student) -> str:
    return reverse("gesprek_start", args=[student.pk])


def test_the_regular_gesprek_comes_first_and_each_can_be_read(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(url(cast.marije))
    assert title(page) == "Start een gesprek - Kansrijk"
    seen, html = words(page), page.content.decode()
    assert seen.index("Mijn student weet waar hij aan toe is") < seen.index("Mijn student begrijpt waarom")
    assert "Voor een gewoon gesprek over hoe het gaat." in seen
    for code in (acts.A, acts.B):
        assert reverse("instrument", args=[code]) in html
        assert reverse("instrument_blank", args=[code]) in html
    assert reverse("gesprek_kort", args=[cast.marije.pk]) in html
    assert html.count("k-btn--1") == 1
    assert "Je begon dit al" not in seen


def test_what_was_begun_or_planned_already_comes_first(client: Client, cast: Cast) -> None:
    begun = acts.concept(cast.harold, cast.marije, acts.B)
    acts.answer(cast.harold, begun, {"s1n": "Over de eerste week"}, stap="s4")
    acts.concept(cast.harold, cast.marije, wanneer=timezone.now() + timedelta(days=9))
    client.force_login(cast.harold)
    page = client.get(url(cast.marije))
    seen = words(page)
    assert seen.index("Je begon dit al") < seen.index("Mijn student weet waar hij aan toe is")
    assert "Weten waar je aan toe bent Stap 4 van 5, bewaard om " in seen
    assert "Voortgang Gepland voor " in seen
    assert reverse("gesprek_verder", args=[begun.pk]) in page.content.decode()
    assert reverse("gesprek_intrekken", args=[begun.pk]) in page.content.decode()
    client.force_login(cast.soraya)
    assert "Je begon dit al" not in words(client.get(url(cast.marije)))


def test_starting_makes_a_concept_and_goes_to_prepare(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), {"instrument": acts.B, "sleutel": str(uuid4())})
    begun = Gesprek.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("gesprek_voor", args=[begun.pk])
    assert (begun.status, begun.student, begun.auteur) == ("concept", cast.marije, cast.harold)
    assert begun.titel == "Weten waar je aan toe bent"


def test_pressing_twice_is_one_gesprek(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = {"instrument": acts.B, "sleutel": str(uuid4())}
    first, second = client.post(url(cast.marije), data), client.post(url(cast.marije), data)
    assert first["Location"] == second["Location"]
    assert Gesprek.objects.count() == 1


def test_each_card_has_its_own_key(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    html = client.get(url(cast.marije)).content.decode()
    keys = [part.split('"')[0] for part in html.split('name="sleutel" value="')[1:]]
    assert len(parse(html).findall(".//article")) == len(keys) == len(set(keys)) == 2


def test_an_unknown_instrument_is_not_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    assert client.post(url(cast.marije), {"instrument": "bestaat-niet"}).status_code == 404
    assert not Gesprek.objects.exists()


def test_who_may_not_write_hears_why(client: Client, cast: Cast) -> None:
    client.force_login(cast.bea)
    answer = client.get(url(cast.marije))
    assert answer.status_code == 403
    assert "Een gesprek noteren kunnen alleen de begeleiders van deze student" in words(answer)


@pytest.mark.parametrize(("code", "soort"), [(acts.A, "moeilijk"), (acts.B, "voortgang")])
def test_the_instrument_says_what_kind_of_gesprek_it_is(
    client: Client, cast: Cast, code: str, soort: str
) -> None:
    client.force_login(cast.harold)
    client.post(url(cast.marije), {"instrument": code, "sleutel": str(uuid4())})
    assert Gesprek.objects.get().soort == soort
