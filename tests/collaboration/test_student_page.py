"""The page of a student: what comes next, reaching somebody, afspraken, team and data, each by role."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from students.models import Student
from tests import acts
from tests.cast import Cast
from tests.factories import AfspraakFactory, ContactpogingFactory, GesprekFactory, days
from tests.htmx import queries_of, title, words


def url(student: Student) -> str:
    return reverse("student", args=[student.pk])


def test_a_mentor_sees_all_there_is(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(url(cast.marije))
    assert title(page) == "Student - Kansrijk"
    seen = words(page)
    for text in (
        "Klas E1B", "Harold Vermeer heeft nu de regie", "Horeca en voeding (BOL) · Restaurant De Kade",
        "Bel 06 00000001",
        "Team van Marije", "Mentor (jij) Heeft nu de regie", "KAW-er · Welzijn De Brug", "Assistent in de keuken",
        "marije.jonkers@post.example", "Er staat geen afspraak open.", "Nog geen gesprekken",
    ):  # fmt: skip
        assert text in seen
    assert page.content.decode().count("k-btn--1") == 1


def test_no_name_of_a_student_outside_the_page_itself(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    assert "Marije" not in title(client.get(url(cast.marije)))


def test_planned_and_begun_gesprekken_are_their_makers(client: Client, cast: Cast) -> None:
    acts.concept(cast.harold, cast.marije, wanneer=timezone.now() + timedelta(days=2), plek="Lokaal 1.12")
    begun = acts.concept(cast.harold, cast.marije, acts.B, wanneer=timezone.now() - timedelta(hours=1))
    client.force_login(cast.harold)
    page = client.get(url(cast.marije))
    assert "Ga verder met Weten waar je aan toe bent" in words(page)
    assert "Volgend gesprek: " in words(page)
    assert "Lokaal 1.12" in words(page)
    assert reverse("gesprek_verder", args=[begun.pk]) in page.content.decode()
    client.force_login(cast.soraya)
    seen = words(client.get(url(cast.marije)))
    assert "Ga verder" not in seen
    assert "Lokaal 1.12" not in seen


def test_a_gesprek_without_the_student_is_about_the_student(client: Client, cast: Cast) -> None:
    acts.concept(
        cast.harold, cast.marije, wanneer=timezone.now() + timedelta(days=2), student_erbij=False,
        onderwerp_regel="Opstart van de stage",
    )  # fmt: skip
    client.force_login(cast.harold)
    seen = words(client.get(url(cast.marije)))
    assert "Volgend gesprek over Marije: " in seen
    assert "Opstart van de stage · Op school" in seen


def test_a_praktijkbegeleider_has_an_aanspreekpunt_and_no_data(client: Client, cast: Cast) -> None:
    client.force_login(cast.melissa)
    seen = words(client.get(url(cast.marije)))
    assert "Aanspreekpunt: Harold Vermeer" in seen
    assert "Gebeld, geen gehoor" in seen
    for text in ("regie", "06 00000001", "@post.example", "Gegevens"):
        assert text not in seen


def test_a_peercoach_reads_first_name_and_klas(client: Client, cast: Cast) -> None:
    client.force_login(cast.noor)
    html = client.get(url(cast.marije)).content.decode()
    for text in ("Jonkers", "Horeca", "BOL", "Restaurant", "06 00000001", "heeft nu de regie", "Melissa"):
        assert text not in html
    assert "Aanspreekpunt: Harold Vermeer" in html


def test_an_open_afspraak_of_which_only_others_may_say_that_it_is_done(client: Client, cast: Cast) -> None:
    AfspraakFactory.create(
        student=cast.marije,
        laag="stage",
        stage=cast.stage_marije,
        eigenaar=cast.harold,
        voor=days(-2),
        wat="Rooster maken",
    )
    client.force_login(cast.melissa)
    seen = words(client.get(url(cast.marije)))
    assert "Rooster maken Harold Vermeer, was voor" in seen
    assert "Gedaan" not in seen
    client.force_login(cast.harold)
    seen = words(client.get(url(cast.marije)))
    assert "Rooster maken Jij, was voor" in seen
    assert "Gedaan: Rooster maken" in seen


def test_the_student_and_the_beheerder_write_nothing(client: Client, cast: Cast) -> None:
    for person in (cast.marije_zelf, cast.bea):
        client.force_login(person)
        seen = words(client.get(url(cast.marije)))
        assert "Marije Jonkers" in seen
        for text in ("Start een gesprek", "Begin met een gesprek", "Gebeld, geen gehoor", "Nieuwe afspraak"):
            assert text not in seen


@pytest.mark.parametrize("name", ["ilse", "petra", "wouter", "vreemde", "ex_mentor"])
def test_who_does_not_know_this_student_finds_no_page(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.people()[name])
    assert client.get(url(cast.marije)).status_code == 404


def test_a_longer_file_takes_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)

    def fill(number: int) -> int:
        for _ in range(number):
            GesprekFactory.create(student=cast.marije, auteur=cast.soraya, vast=True)
            ContactpogingFactory.create(student=cast.marije, auteur=cast.soraya)
            AfspraakFactory.create(student=cast.marije, eigenaar=cast.melissa)
            AfspraakFactory.create(student=cast.marije, gedaan=True)
            acts.concept(cast.harold, cast.marije, acts.B)
        return queries_of(client, url(cast.marije))

    assert fill(2) == fill(8)


def test_the_students_own_page_and_more_of_everything(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)

    def fill(number: int) -> int:
        for _ in range(number):
            GesprekFactory.create(student=cast.marije, auteur=cast.soraya, vast=True)
            AfspraakFactory.create(
                student=cast.marije, eigenaar=cast.harold, laag="begeleiding", wat="Bellen"
            )
            AfspraakFactory.create(student=cast.marije, laag="begeleiding", wat="De bus uitzoeken")
            client.force_login(cast.harold)
            client.get(url(cast.marije))
            client.force_login(cast.marije_zelf)
        return queries_of(client, url(cast.marije))

    assert fill(2) == fill(8)
    page = client.get(url(cast.marije))
    assert title(page) == "Mijn pagina - Kansrijk"
    seen, at = words(page), -1
    for text in (
        "Marije Jonkers", "Mijn stappen", "Dit doe ik De bus uitzoeken", "Dit doen anderen Bellen", "Wie helpt mij?",
        "Harold let op dat alles goed gaat. Dat heet de regie.", "Wie keek er? Harold Vermeer (mentor)", "Wat er was",
        "Mijn gegevens", "Log dan uit op al je andere toestellen.", "Wat betekent dat woord?",
    ):  # fmt: skip
        found = seen.find(text, at + 1)
        assert found > at, text
        at = found
