"""Choosing an instrument and starting with it."""

from uuid import uuid4

from django.test import Client
from django.urls import reverse

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
    assert "Harold Vermeer heeft nu de regie" in seen


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
