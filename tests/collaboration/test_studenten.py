"""The list of students: by klas, in pages, as far as the one who looks may know."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import acts
from tests.cast import Cast
from tests.factories import GesprekFactory, StageFactory, StudentFactory
from tests.htmx import queries_of, title, words

URL = "/studenten/"


def test_a_mentor_sees_the_own_klas_and_can_start_with_each(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(URL)
    assert title(page) == "Studenten - Kansrijk"
    assert "Drie studenten" in words(page)
    for student in (cast.marije, cast.sanna, cast.has):
        assert f"Start een gesprek met {student.naam}" in words(page)
        assert reverse("gesprek_start", args=[student.pk]) in page.content.decode()
    assert "Milan" not in words(page)
    assert "Lotte" not in words(page)


def test_a_praktijkbegeleider_sees_only_the_own_student(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    seen = words(client.get(URL))
    assert "Marije Jonkers" in seen
    assert "Sanna" not in seen


def test_a_peercoach_sees_first_name_and_klas(client: Client, cast: Cast) -> None:
    client.force_login(cast.noor)
    html = client.get(URL).content.decode()
    assert "Marije" in html
    assert "Klas E1B" in html
    assert "Jonkers" not in html
    assert ">MJ<" not in html


def test_the_last_gesprek_is_one_that_this_person_reads(client: Client, cast: Cast) -> None:
    acts.vastgelegd(cast.harold, cast.marije, "werkaantekening", wanneer=timezone.now())
    client.force_login(cast.harold)
    assert "Laatste gesprek: vandaag" in words(client.get(URL))
    client.force_login(cast.soraya)
    assert "Laatste gesprek" not in words(client.get(URL))


def test_the_beheerder_gets_no_way_to_start(client: Client, cast: Cast) -> None:
    client.force_login(cast.bea)
    seen = words(client.get(URL))
    assert "Marije Jonkers" in seen
    assert "gesprek met" not in seen


def test_nobody_yet(client: Client, cast: Cast) -> None:
    client.force_login(cast.vreemde)
    assert "Nog geen studenten" in words(client.get(URL))


def test_sixty_on_a_page(client: Client, cast: Cast) -> None:
    StudentFactory.create_batch(60, klas=cast.e1b, regie_houder=cast.harold)
    client.force_login(cast.harold)
    first = client.get(URL)
    assert "63 studenten" in words(first)
    assert "Bladzijde 1 van 2" in words(first)
    second = client.get(URL, {"bladzijde": "2"})
    assert "Bladzijde 2 van 2" in words(second)
    assert words(second).count("Start een gesprek met") == 3
    assert client.get(URL, {"bladzijde": "onzin"}).status_code == 200


def test_more_students_takes_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)

    def fill(number: int) -> int:
        for student in StudentFactory.create_batch(number, klas=cast.e1b, regie_houder=cast.harold):
            StageFactory.create(student=student)
            GesprekFactory.create(student=student, auteur=cast.harold, vast=True)
        return queries_of(client, URL)

    assert fill(2) == fill(8)
