"""Prepared queries give everyone exactly what the plain query gives, and never what the one before them got."""

import datetime
from typing import Any

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from begeleiders.models import User
from checklists.models import InstrumentVersie
from collaboration import timeline
from collaboration.queries import gesprek as queries
from kern import prepared
from stageplekken.queries import lopend as stages
from students import queries as students
from students import queries_handleiding as handleiding
from students.access import Viewer
from students.prepared import fetch_for
from tests import acts
from tests.cast import Cast
from tests.factories import viewer


@pytest.fixture(autouse=True)
def _nothing_prepared() -> None:
    prepared._plans.clear()


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """With something of every kind in two schools."""
    for mentor, student in ((cast.harold, cast.marije), (cast.wouter, cast.lotte), (cast.ilse, cast.milan)):
        for laag in ("begeleiding", "werkaantekening"):
            acts.vastgelegd(
                mentor, student, laag, beloften=(("Morgen bellen", None), ("Rooster maken", mentor))
            )
        acts.concept(mentor, student, acts.B)
        acts.poging(mentor, student)
        done = acts.afspraak(mentor, student, "Op tijd komen")
        acts.afspraken.finish(by=viewer(mentor), afspraak_id=done.pk, naar="gedaan")
    acts.vastgelegd(cast.melissa, cast.marije, "stage", stage=cast.stage_marije)
    return cast


def builders(cast: Cast) -> list[tuple[Any, tuple[Any, ...]]]:
    """Every prepared query, with arguments."""
    marije, since = cast.marije.pk, timezone.now() - datetime.timedelta(days=14)
    gesprek = acts.concept(cast.harold, cast.marije)
    return [
        (students._first, (41,)),
        (students._one, (marije,)),
        (students._duo, (cast.e1b.pk, "kawer mentor")),
        (students._others, (marije, "peercoach praktijkbegeleider zorgmedewerker")),
        (handleiding._given, (marije,)),
        (stages._companies, ((marije, cast.sanna.pk, cast.lotte.pk),)),
        (stages._newest_first, (marije,)),
        (queries._visible, (gesprek.pk,)),
        (queries._to_save, (gesprek.pk,)),
        (queries._open_of, (marije,)),
        (queries._concepts, ()),
        (queries._concepts_of, (marije,)),
        (queries._recent, (30,)),
        (queries._asked, (12,)),
        (queries._done, (since, 3)),
        (queries._last, ((marije, cast.sanna.pk, cast.lotte.pk),)),
        (timeline._gesprekken, (marije, 11)),
        (timeline._pogingen, (marije, 11)),
        (timeline._ended, (marije, 11)),
    ]


def test_everyone_gets_what_the_plain_query_gives(cast: Cast) -> None:
    found = 0
    for build, args in builders(cast):
        for _ in range(2):  # the first makes the SQL, the second finds it
            for name, person in cast.people().items():
                who = viewer(person)
                rows = fetch_for(build, who, *args)
                assert rows == list(build(viewer(person), *args)), f"{build.__name__} voor {name}"
                found += len(rows)
    assert found > 400


def test_related_rows_come_along(cast: Cast, django_assert_num_queries: Any) -> None:
    fetch_for(queries._asked, viewer(cast.wouter), 12)
    who = viewer(cast.harold)
    who.rows  # noqa: B018
    with django_assert_num_queries(1):
        rows = fetch_for(queries._asked, who, 12)
        assert {row.student.klas.naam for row in rows} == {cast.e1b.naam}


def test_a_prepared_query_is_made_once_for_one_shape(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    compiled = prepared._compile
    monkeypatch.setattr(prepared, "_compile", lambda *args: made.append(args[0]) or compiled(*args))
    for mentor in (cast.ilse, cast.wouter):
        assert [s.klas_id for s in students.first_students(viewer(mentor), 5)]
    assert len(made) == 1


def test_a_builder_meets_no_real_value(cast: Cast) -> None:
    fetch_for(_spying, viewer(cast.harold), cast.marije.pk, 3)
    real = {cast.harold.pk, cast.marije.pk, cast.e1b.pk, timezone.localdate()}
    assert len(_seen) >= len(real)
    assert real.isdisjoint(_seen)


_seen: list[Any] = []


def _spying(who: Viewer, student: Any, limit: int) -> QuerySet[Any]:
    _seen.extend([who.user.pk, who.today, *who.klassen, *who.team, student])
    return students.students_for(who).filter(pk=student)[:limit]


def test_a_builder_with_values_of_its_own_is_refused(cast: Cast) -> None:
    student = cast.marije.pk

    def smuggler(who: Viewer) -> QuerySet[User | InstrumentVersie]:
        return students.students_for(who).filter(pk=student)

    with pytest.raises(ValueError, match="zonder waarden van buiten"):
        fetch_for(smuggler, viewer(cast.harold))


def _with_more(who: Viewer) -> QuerySet[Any]:
    return students.students_for(who).prefetch_related("stages")


def test_a_builder_that_fetches_more_beforehand_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="haalt niets vooraf op"):
        fetch_for(_with_more, viewer(cast.harold))


def test_the_oldest_shape_makes_way(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MOST", 3)
    for limit in range(1, 7):
        students.first_students(viewer(cast.harold), limit)
    assert len(prepared._plans) == 3
