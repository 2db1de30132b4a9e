"""Two devices at the same moment: one day, one akkoord."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from stageplekken.models import Stage, UrenDag, UrenDagVersie, UrenWeek
from tests.acts_uren import agree, enter, full_week, missed, monday, rooster
from tests.cast import Cast, build_cast
from tests.factories import days

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Any) -> list[Any]:
    """All of these at the same moment, each with a connection of its own."""

    def run(call: Any) -> Any:
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(run, call) for call in calls]]


@pytest.fixture
def stage() -> tuple[Cast, Stage]:
    cast = build_cast()
    row = cast.stage_marije
    Stage.objects.filter(pk=row.pk).update(begin=monday(-5), einde=days(150), gaat_door=True)
    row.refresh_from_db()
    rooster(row, cast.harold)
    return cast, row


def test_the_same_day_from_two_devices_is_one(stage: tuple[Cast, Stage]) -> None:
    cast, row = stage
    people = (cast.melissa, cast.marije_zelf) * 3
    at_once(*(lambda by=by: enter(by, row, monday(-1), sleutel=uuid4()) for by in people))
    assert UrenDag.objects.count() == UrenDagVersie.objects.count() == 1
    assert UrenWeek.objects.get().versie == 1


def test_two_different_ones_leave_one_and_one_question(stage: tuple[Cast, Stage]) -> None:
    cast, row = stage
    found = at_once(
        lambda: enter(cast.melissa, row, monday(-1), missed()),
        lambda: enter(cast.marije_zelf, row, monday(-1)),
    )
    assert sorted(one.botst for one in found) == [False, True]
    kept = next(one.dag for one in found if not one.botst)
    assert UrenDag.objects.get().soort == kept.soort


def test_two_presses_on_akkoord_are_one(stage: tuple[Cast, Stage]) -> None:
    cast, row = stage
    full_week(cast.marije_zelf, row, monday(-1))
    at_once(*(lambda: agree(cast.melissa, row, monday(-1)) for _ in range(3)))
    assert UrenWeek.objects.get().overgangen.filter(naar="akkoord").count() == 1
