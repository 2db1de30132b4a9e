"""A plain gesprek within a minute: vastgelegd in one go, with an afspraak where there is one."""

from contextlib import AbstractContextManager
from datetime import UTC
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.models import Afspraak, Gesprek
from students.models import Student
from tests.cast import Cast
from tests.factories import days
from tests.htmx import parse, title, words


def url(student: Student) -> str:
    return reverse("gesprek_kort", args=[student.pk])


def filled(**more: Any) -> dict[str, Any]:
    now = timezone.localtime()
    return {
        "tekst": "Marije belde zelf toen de metro stilstond.", "wijze": "telefoon", "laag": "begeleiding",
        "soort": "tussendoor",
        "dag": now.date(), "tijd": now.strftime("%H:%M"), "student_erbij": "on", "sleutel": str(uuid4()),
    } | more  # fmt: skip


def freeze_noon() -> AbstractContextManager[Any]:
    noon = timezone.localtime().replace(hour=12, minute=0)
    return patch("django.utils.timezone.now", return_value=noon.astimezone(UTC))


def folds(html: str) -> list[bool]:
    return ["open" in fold.attrib for fold in parse(html).findall(".//details[@class='k-fold k-fold--form']")]


def test_the_form_is_short_and_folded(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(url(cast.marije))
    assert title(page) == "Kort gesprek - Kansrijk"
    seen, html = words(page), page.content.decode()
    assert seen.index("Wat is er gezegd?") < seen.index("Hoe?") < seen.index("Wie mag dit lezen?")
    assert folds(html) == [False, False, False]
    assert 'name="_van" value="' in html
    assert "data-bewaar" in html


def test_noting_makes_it_vastgelegd(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), filled(), follow=True)
    assert answer.redirect_chain == [(reverse("student", args=[cast.marije.pk], fragment="tijdlijn"), 302)]
    assert "Het gesprek staat in de tijdlijn" in words(answer)
    assert "Marije belde zelf toen de metro stilstond." in words(answer)
    noted = Gesprek.objects.get()
    assert (noted.status, noted.laag, noted.wijze) == ("vastgelegd", "begeleiding", "telefoon")
    assert not Afspraak.objects.exists()


def test_with_an_afspraak_that_lives_at_once(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    client.post(url(cast.marije), filled(wat="Eerder vertrekken", wie="student", voor=days(5)))
    made = Afspraak.objects.get()
    assert (made.wat, made.eigenaar, made.voor, made.laag) == (
        "Eerder vertrekken",
        None,
        days(5),
        "begeleiding",
    )
    assert made.leeft_vanaf is not None


def test_sent_twice_is_one(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    data = filled(wat="Eerder vertrekken", wie=str(cast.harold.pk), voor=days(5))
    for _ in range(2):
        assert client.post(url(cast.marije), data).status_code == 302
    assert (Gesprek.objects.count(), Afspraak.objects.count()) == (1, 1)


def test_what_is_missing_is_said_and_the_text_stays(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), filled(tekst="", laag="", wat="Eerder vertrekken"))
    assert answer.status_code == 422
    assert title(answer) == "Fout: Kort gesprek - Kansrijk"
    seen, html = words(answer), answer.content.decode()
    assert "Nog drie dingen voordat je verder kunt" in seen
    for sentence in (
        "Schrijf in een paar woorden op wat er gezegd is", "Kies wie dit mag lezen",
        "Kies voor welke dag de afspraak is",
    ):  # fmt: skip
        assert sentence in seen
    assert 'value="Eerder vertrekken"' in html
    assert folds(html) == [True, True, False]
    assert not Gesprek.objects.exists()


def test_a_day_to_come_is_not_a_gesprek_that_was(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), filled(dag=days(2)))
    assert "Deze dag komt nog." in words(answer)
    assert folds(answer.content.decode()) == [False, False, True]


def test_a_time_to_come_neither(client: Client, cast: Cast) -> None:
    with freeze_noon():
        client.force_login(cast.harold)
        answer = client.post(url(cast.marije), filled(tijd="12:30"))
    assert "Deze tijd komt nog. Kies hoe laat het was." in words(answer)
    assert folds(answer.content.decode()) == [False, False, True]


def test_with_the_stage_it_is_known_which(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    answer = client.post(url(cast.marije), filled(laag="stage", stage=""))
    assert answer.status_code == 422
    assert "Kies met welke stage je dit deelt" in words(answer)
    client.post(url(cast.marije), filled(laag="stage", stage=str(cast.stage_marije.pk)))
    assert Gesprek.objects.get().stage == cast.stage_marije


def test_each_role_is_offered_its_own_layers(client: Client, cast: Cast) -> None:
    offered = {
        "harold": ["werkaantekening", "begeleiding", "stage"],
        "melissa": ["werkaantekening", "stage"],
        "noor": ["werkaantekening", "begeleiding"],
    }
    for name, layers in offered.items():
        client.force_login(cast.people()[name])
        fields = parse(client.get(url(cast.marije)).content.decode()).findall(".//input[@name='laag']")
        assert [field.get("value") for field in fields] == layers
    client.force_login(cast.melissa)
    # no circle is chosen for her, so the fold in which she chooses stands open
    assert folds(client.get(url(cast.marije)).content.decode()) == [False, True, False]
    assert client.post(url(cast.marije), filled(laag="begeleiding")).status_code == 422


def test_who_may_not_write_or_know(client: Client, cast: Cast) -> None:
    for name, status in (("bea", 403), ("marije_zelf", 403), ("ilse", 404)):
        client.force_login(cast.people()[name])
        assert client.post(url(cast.marije), filled()).status_code == status
    assert not Gesprek.objects.exists()
