"""Who looked into a file: the student sees it, lines close together are one look, and nobody else sees the page."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kern.models import LogRegel
from students import gekeken
from tests.cast import Cast
from tests.factories import viewer
from tests.htmx import queries_of, words


def url(cast: Cast) -> str:
    return reverse("wie_keek", args=[cast.marije.pk])


def line(cast: Cast, minutes: int, **more: Any) -> LogRegel:
    """A line of the log so many minutes ago, the oldest first."""
    made: LogRegel = LogRegel.objects.create(
        op=timezone.now() - timedelta(minutes=minutes),
        **{"student": cast.marije.pk, "school": cast.noord.pk, "wie": cast.harold.pk, "rol": "mentor"}
        | {"actie": "gelezen", "soort": "dossier"}
        | more,
    )
    return made


def test_the_student_sees_who_looked_when_and_at_what(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    client.get(reverse("student", args=[cast.marije.pk]))
    client.get(reverse("mijn_pagina_pdf", args=[cast.marije.pk]))
    client.force_login(cast.marije_zelf)
    client.get(reverse("student", args=[cast.marije.pk]))  # one's own looks say nothing
    seen = words(client.get(url(cast)))
    assert "Harold Vermeer (mentor) Jouw pagina" in seen
    assert "vandaag" in seen.lower()
    assert "Marije Jonkers (" not in seen
    first = words(client.get(reverse("student", args=[cast.marije.pk])))
    assert "Wie keek er? Harold Vermeer (mentor) Jouw pagina" in first


@pytest.mark.parametrize(
    ("minutes", "more", "looks"),
    [
        ((40, 20, 11), {}, 1),
        ((45, 20, 11), {}, 2),  # the first of these is more than half an hour before the last
        ((20, 11), {"soort": "uren"}, 1),
    ],
)
def test_the_same_person_and_page_within_half_an_hour_is_one_look(
    cast: Cast, minutes: tuple[int, ...], more: dict[str, Any], looks: int
) -> None:
    for ago in minutes:
        line(cast, ago, **more)
    found = gekeken.looks_at(viewer(cast.marije_zelf), cast.marije).rijen
    assert [one.keer for one in found][:1] == [len(minutes) - looks + 1]
    assert len(found) == looks


def test_other_pages_people_and_refusals_are_not_the_same_look(cast: Cast) -> None:
    line(cast, 9)
    line(cast, 8, soort="uren")
    line(cast, 7, wie=cast.soraya.pk, rol="kawer")
    line(cast, 6, resultaat="geweigerd")
    line(cast, 5, actie="gesprek vastgelegd")
    line(cast, 4, student=cast.sanna.pk)
    found = gekeken.looks_at(viewer(cast.marije_zelf), cast.marije).rijen
    assert [(one.naam, one.wat) for one in found] == [
        ("Soraya Haddou", "jouw pagina"), ("Harold Vermeer", "je uren"), ("Harold Vermeer", "jouw pagina"),
    ]  # fmt: skip


def test_pages_of_fifty_and_as_many_queries(client: Client, cast: Cast) -> None:
    client.force_login(cast.marije_zelf)
    counts = []
    for many in (2, 10, 100):
        for number in range(many):
            line(cast, 200 - number, object_id=uuid4())
        counts.append(queries_of(client, url(cast)))
    assert len(set(counts)) == 1
    first = gekeken.looks_at(viewer(cast.marije_zelf), cast.marije)
    assert len(first.rijen) == 50
    second = gekeken.looks_at(viewer(cast.marije_zelf), cast.marije, first.verder)
    third = gekeken.looks_at(viewer(cast.marije_zelf), cast.marije, second.verder)
    assert (len(second.rijen), len(third.rijen), third.verder) == (50, 12, None)
    pages = [{one.pagina for one in page.rijen} for page in (first, second, third)]
    assert len(set().union(*pages)) == 112
    assert "Toon oudere" in words(client.get(url(cast)))
    assert "Naar de nieuwste" in words(client.get(f"{url(cast)}?vanaf={second.verder}"))
    assert client.get(f"{url(cast)}?vanaf=x{9**30}").status_code == 200


def test_the_beheerder_sees_counts_and_no_student(client: Client, cast: Cast) -> None:
    for ago in (9, 8):
        line(cast, ago)
    line(cast, 7, student=cast.sanna.pk)
    line(cast, 6, school=cast.zuid.pk, wie=cast.wouter.pk)
    line(cast, 60 * 24 * 31, wie=cast.soraya.pk)
    client.force_login(cast.bea)
    page = client.get(reverse("gekeken_geteld"))
    seen = words(page)
    assert "Harold Vermeer 3 2" in seen
    for text in ("Marije", "Sanna", "Soraya", "Wouter", str(cast.marije.pk)):
        assert text not in page.content.decode().partition("<main")[2]
    client.force_login(cast.harold)
    assert client.get(reverse("gekeken_geteld")).status_code == 404


@pytest.mark.parametrize("name", ["harold", "soraya", "melissa", "coen", "bea", "ilse"])
def test_for_others_this_page_does_not_exist(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.people()[name])
    assert client.get(url(cast)).status_code == 404
