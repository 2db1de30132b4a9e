"""The hours of a klas: everyone's figures, as their own page says them, in as many queries for ten as for two."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from kern.models import LogRegel
from stageplekken.models import Stage
from stageplekken.queries.klas_uren import klas_rows
from stageplekken.queries.uren import boeken
from tests import factories as make
from tests.acts_uren import agree, enter, full_week, missed, monday, rooster
from tests.cast import Cast
from tests.factories import days, viewer
from tests.htmx import words


def more_stages(cast: Cast, count: int) -> list[Stage]:
    """So many students of the klas with a stage and a rooster."""
    found = []
    for _ in range(count):
        student = make.StudentFactory(klas=cast.e1b, regie_houder=cast.harold)
        stage = make.StageFactory(
            student=student,
            stageplek=cast.stage_sanna.stageplek,
            begin=monday(-5),
            einde=days(150),
            gaat_door=True,
        )
        rooster(stage, cast.harold)
        found.append(stage)
    return found


@pytest.mark.django_db
def test_each_row_says_what_the_page_of_that_stage_says(cast: Cast, stage: Stage) -> None:
    full_week(cast.melissa, stage, monday(-3))
    agree(cast.melissa, stage, monday(-3))
    enter(cast.melissa, stage, monday(-2), missed())
    enter(cast.melissa, stage, timezone.localdate())
    more_stages(cast, 3)
    rows = klas_rows(viewer(cast.harold), cast.e1b)
    books = boeken([row.stage for row in rows], timezone.localdate())
    assert len(rows) == 5  # Marije, Sanna, and three more
    for row in rows:
        book = books[row.stage.pk]
        assert row.projectie == book.projectie
        assert row.verwacht == book.verwacht
        assert row.gemist == book.som("gemist")


@pytest.mark.django_db
def test_behind_by_the_number_of_the_school(cast: Cast, stage: Stage) -> None:
    """Five weeks of 24 planned; 102 hours is 85 %, so 101 is behind and 102 is not."""
    for weeks in range(5, 1, -1):
        full_week(cast.melissa, stage, monday(-weeks))
    planned = klas_rows(viewer(cast.harold), cast.e1b)[0].verwacht
    assert planned >= 120
    row = next(row for row in klas_rows(viewer(cast.harold), cast.e1b) if row.stage == stage)
    assert row.projectie.gemaakt == 96
    assert row.achter
    enter(cast.melissa, stage, monday(-1))
    cast.noord.regels = {"achter_procent": 50}
    cast.noord.save(update_fields=["regels"])
    cast.e1b.school.refresh_from_db()
    row = next(row for row in klas_rows(viewer(cast.harold), cast.e1b) if row.stage == stage)
    assert not row.achter


def test_the_page(client: Client, cast: Cast, stage: Stage) -> None:
    full_week(cast.marije_zelf, stage, monday(-1))
    client.force_login(cast.harold)
    answer = client.get(reverse("klas_uren", args=[cast.e1b.pk]))
    said = words(answer)
    assert "Marije Jonkers Restaurant De Kade 24 van 320 uur" in said
    assert "1 week zonder akkoord" in said
    line = LogRegel.objects.filter(actie="gelezen").latest("pk")
    assert (line.soort, line.student) == ("klasuren", None)  # a list is one line, without students


def test_for_mentor_and_kawer_of_this_klas_only(client: Client, cast: Cast, stage: Stage) -> None:
    path = reverse("klas_uren", args=[cast.e1b.pk])
    for who, status in (
        (cast.soraya, 200),
        (cast.ilse, 404),
        (cast.melissa, 404),
        (cast.bea, 404),
        (cast.wouter, 404),
    ):
        client.force_login(who)
        assert client.get(path).status_code == status


def test_as_many_queries_for_ten_as_for_two(
    client: Client, cast: Cast, stage: Stage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path = reverse("klas_uren", args=[cast.e1b.pk])
    full_week(cast.melissa, stage, monday(-1))
    client.force_login(cast.harold)
    client.get(path)
    with django_assert_max_num_queries(16) as few:
        client.get(path)
    for one in more_stages(cast, 10):
        make.praktijkbegeleider(one, cast.petra)
        for number in (1, 2, 3):
            full_week(cast.petra, one, monday(-number))
    with django_assert_max_num_queries(16) as many:
        client.get(path)
    assert len(few) == len(many)


def test_the_first_screen_of_ten_students_asks_as_often_as_that_of_two(
    client: Client, cast: Cast, stage: Stage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    from collaboration.panels.uren import on_first

    for one in more_stages(cast, 2):
        make.praktijkbegeleider(one, cast.melissa)
        full_week(cast.melissa, one, monday(-1))
    with django_assert_max_num_queries(8) as few:
        assert on_first(viewer(cast.melissa)) is not None
    for one in more_stages(cast, 8):
        make.praktijkbegeleider(one, cast.melissa, begin=days(-10))
        full_week(cast.melissa, one, monday(-1) - timedelta(weeks=1))
    with django_assert_max_num_queries(8) as many:
        assert on_first(viewer(cast.melissa)) is not None
    assert len(few) == len(many)


@pytest.mark.django_db
def test_who_enters_no_hours_asks_nothing(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    from collaboration.panels.uren import on_first

    one = viewer(cast.noor)
    assert one.rollen
    with django_assert_max_num_queries(0):
        assert on_first(one) is None
