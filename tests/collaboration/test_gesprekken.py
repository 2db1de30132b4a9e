"""The page Gesprekken: agenda, what is not vastgelegd yet, and the newest that were."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import acts
from tests.cast import Cast
from tests.factories import GesprekFactory, StudentFactory
from tests.htmx import queries_of, title, words

URL = "/gesprekken/"


def test_agenda_concepts_and_vastgelegd(client: Client, cast: Cast) -> None:
    acts.concept(cast.harold, cast.sanna, wanneer=timezone.now() + timedelta(days=1), plek="Kantine")
    begun = acts.concept(cast.harold, cast.marije, acts.B)
    fixed = acts.vastgelegd(cast.soraya, cast.has, soort="kennismaking", tekst="Has wil lassen.")
    client.force_login(cast.harold)
    page = client.get(URL)
    assert title(page) == "Gesprekken - Kansrijk"
    seen = words(page)
    assert "Eén gesprek nog niet vastgelegd" in seen
    assert "Kantine" in seen
    assert "Kennismaking met Has El Amrani (E1B)" in seen
    assert "door Soraya Haddou" in seen
    assert "Het team van school en de student" in seen
    for name, gesprek in (("gesprek_verder", begun), ("gesprek", fixed)):
        assert reverse(name, args=[gesprek.pk]) in page.content.decode()


def test_concepts_of_others_stay_with_them(client: Client, cast: Cast) -> None:
    acts.concept(cast.soraya, cast.marije, acts.B)
    acts.vastgelegd(cast.soraya, cast.marije, "werkaantekening", tekst="Alleen voor mij")
    client.force_login(cast.harold)
    seen = words(client.get(URL))
    assert "Ga verder" not in seen
    assert "Nog geen gesprekken" in seen


def test_who_has_no_students_gets_no_button(client: Client, cast: Cast) -> None:
    client.force_login(cast.vreemde)
    seen = words(client.get(URL))
    assert "Nog geen gesprekken" in seen
    assert "Start een gesprek" not in seen


def test_more_gesprekken_take_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)

    def fill(number: int) -> int:
        for student in StudentFactory.create_batch(number, klas=cast.e1b, regie_houder=cast.harold):
            GesprekFactory.create(student=student, vast=True)
            acts.concept(cast.harold, student, acts.B, wanneer=timezone.now() + timedelta(days=1))
            acts.concept(cast.harold, student)
        return queries_of(client, URL)

    assert fill(2) == fill(8)
