"""What held on, above the timeline: how long and how often contact was sought, for who reads the attempts."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.gezocht import Gezocht, gezocht
from students.models import Student
from tests.cast import Cast
from tests.factories import ContactpogingFactory, GesprekFactory, viewer
from tests.htmx import queries_of, words


def tries(student: Student, number: int, over: int, **more: object) -> None:
    """Attempts, spread over so many days until today."""
    now = timezone.now()
    for n in range(number):
        ago = timedelta(days=over * (number - 1 - n) / max(number - 1, 1))
        ContactpogingFactory.create(student=student, wanneer=now - ago, **more)


def talk(student: Student, ago: int, **more: object) -> None:
    GesprekFactory.create(student=student, vast=True, wanneer=timezone.now() - timedelta(days=ago), **more)


def test_a_year_and_a_half_is_said_to_who_guides_and_to_the_student(client: Client, cast: Cast) -> None:
    tries(cast.marije, 43, 545)
    talk(cast.marije, 600)  # before anybody had to seek
    talk(cast.marije, 300)
    talk(cast.marije, 20)
    talk(cast.marije, 19, student_erbij=False)  # about her, not with her
    talk(cast.marije, 18, laag="zorg")
    page = reverse("student", args=[cast.marije.pk])
    client.force_login(cast.harold)
    assert "18 maanden, 43 keer contact gezocht. 2 keer kwam het tot een gesprek." in words(client.get(page))
    assert "keer contact gezocht" in words(client.get(page, {"soort": "contact"}))
    assert "keer contact gezocht" not in words(client.get(page, {"soort": "afspraken"}))
    client.force_login(cast.marije_zelf)
    assert "In 18 maanden zocht je team 43 keer contact met jou. 2 keer kwam er een gesprek." in words(
        client.get(page)
    )


def test_who_does_not_read_the_attempts_does_not_hear_their_number(client: Client, cast: Cast) -> None:
    tries(cast.marije, 6, 30)
    client.force_login(cast.melissa)
    assert "contact gezocht" not in words(client.get(reverse("student", args=[cast.marije.pk])))
    tries(cast.marije, 5, 30, laag="stage", stage=cast.stage_marije)
    assert "4 weken, 5 keer contact gezocht. Tot een gesprek kwam het nog niet." in words(
        client.get(reverse("student", args=[cast.marije.pk]))
    )


def test_few_attempts_and_many_talks_need_no_line(cast: Cast) -> None:
    who = viewer(cast.harold)
    assert gezocht(who, cast.marije) is None
    tries(cast.marije, 4, 30)
    assert gezocht(who, cast.marije) is None
    tries(cast.marije, 1, 30)
    assert gezocht(who, cast.marije)
    for ago in range(6):
        talk(cast.marije, ago)
    assert gezocht(who, cast.marije) is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "één dag"),
        (8, "negen dagen"),
        (13, "2 weken"),
        (59, "9 weken"),
        (60, "2 maanden"),
        (547, "18 maanden"),
    ],
)
def test_how_long(days: int, said: str) -> None:
    now = timezone.now().replace(hour=12)
    assert Gezocht(5, 0, now - timedelta(days=days), now, "begeleiding").duur == said


def test_one_query_whatever_the_number(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = reverse("student", args=[cast.sanna.pk])

    def fill(number: int) -> int:
        tries(cast.sanna, number, 40)
        return queries_of(client, page)

    assert fill(2) == fill(8)
