"""The same number of queries with two rows and with ten; and none for who has nothing there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from collaboration.panels import talks as panels
from stageplekken.actions import talks_plan
from stageplekken.enums.talks import Kant, TalkSoort
from stageplekken.models import Stagegesprek
from tests import acts_talks as acts
from tests.cast import Cast
from tests.factories import StageFactory, StageplekFactory, StudentFactory, days, praktijkbegeleider, viewer


def count(act: Callable[[], Any]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        act()
    return len(seen)


def more_students(cast: Cast, number: int) -> None:
    """So many students of Harold and Melissa, each with the start talk due."""
    for _ in range(number):
        student = StudentFactory(klas=cast.e1b, regie_houder=cast.harold)
        stage = StageFactory(student=student, stageplek=cast.stage_marije.stageplek)
        praktijkbegeleider(stage, cast.melissa)
        acts.plan(cast.harold, stage)
    Stagegesprek.objects.update(aan_de_beurt=days(-1))


@pytest.mark.parametrize("name", ["harold", "melissa", "marije_zelf"])
def test_the_first_screen_asks_one_query(cast: Cast, name: str) -> None:
    who = getattr(cast, name)
    acts.plan(cast.harold, cast.stage_marije)

    def first() -> None:
        look = viewer(who)
        assert look.rows
        panels.on_first(look)

    more_students(cast, 2)
    few = count(first)
    more_students(cast, 8)
    assert count(first) == few == 2  # the roles, and the talks


@pytest.mark.parametrize("name", ["soraya", "noor", "coen", "vreemde"])
def test_who_has_no_side_asks_nothing(cast: Cast, name: str) -> None:
    look = viewer(getattr(cast, name))
    assert look.rows is not None
    assert count(lambda: panels.on_first(look)) == 0


def test_the_page_of_a_student_asks_two_queries(cast: Cast) -> None:
    acts.plan(cast.harold, cast.stage_marije)
    look = viewer(cast.harold)
    assert look.links(cast.marije)
    few = count(lambda: panels.on_student(look, cast.marije))
    for number in range(9):
        plek = StageplekFactory(leerbedrijf=cast.de_kade, titel=f"Plek {number}")
        acts.plan(cast.harold, StageFactory(student=cast.marije, stageplek=plek))
    assert count(lambda: panels.on_student(look, cast.marije)) == few == 2


@pytest.mark.parametrize("url", ["stagegesprek", "stagegesprek_deel"])
def test_a_page_asks_the_same_with_few_and_many_answers(client: Client, cast: Cast, url: str) -> None:
    talk = acts.plan(cast.harold, cast.stage_marije)[TalkSoort.TUSSEN]
    client.force_login(cast.harold)
    args = [talk.pk] if url == "stagegesprek" else [talk.pk, "mentor"]
    acts.answer(cast.harold, talk, Kant.MENTOR, {"groeten": "goed"})
    client.get(reverse(url, args=args))  # the first request of a session writes it
    few = count(lambda: client.get(reverse(url, args=args)))
    acts.answer(cast.harold, talk, Kant.MENTOR, acts.whole(talk, Kant.MENTOR))
    codes = ["B1-K1-W1", "B1-K1-W2", "P7-K1-W4"]
    talks_plan.set_limits(by=viewer(cast.harold), stage_id=cast.stage_marije.pk, werkprocessen=codes)
    assert count(lambda: client.get(reverse(url, args=args))) == few
    assert few < 40
