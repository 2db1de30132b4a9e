"""A day of hours exists once, whatever is sent twice; and what cannot be is said."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kern.models import LogRegel
from stageplekken.actions import uren as acties
from stageplekken.actions import uren_weken as weken
from stageplekken.enums.uren import DagSoort, WeekStatus
from stageplekken.models import Stage, StagePauze, UrenDag, UrenDagVersie, UrenWeek
from stageplekken.signals import dag_niet_gemeld
from stageplekken.uren.invoer import Invoer, day_off, part_of_day
from students.checks import Refused
from tests.acts_uren import agree, enter, full_week, missed, monday, rooster, row, seen
from tests.cast import Cast

ACHT, NUL = Decimal(8), Decimal(0)


@pytest.fixture
def heard() -> Iterator[list[dict[str, Any]]]:
    """What was sent upstairs."""
    found: list[dict[str, Any]] = []

    def listen(**news: Any) -> None:
        found.append(news)

    dag_niet_gemeld.connect(listen)
    yield found
    dag_niet_gemeld.disconnect(listen)


def test_the_same_hour_sent_twice_exists_once(cast: Cast, stage: Stage) -> None:
    dag, sleutel = monday(-1), uuid4()
    first = enter(cast.melissa, stage, dag, sleutel=sleutel)
    again = enter(cast.melissa, stage, dag, sleutel=sleutel)  # a retry
    other = enter(cast.melissa, stage, dag, sleutel=uuid4())  # a second press, with a form of its own
    student = enter(cast.marije_zelf, stage, dag, sleutel=uuid4())  # another device
    assert {one.dag.pk for one in (first, again, other, student) if one.dag} == {row(stage, dag).pk}
    assert UrenDagVersie.objects.count() == 1
    assert UrenWeek.objects.get().versie == 1
    assert LogRegel.objects.filter(actie="uren ingevuld").count() == 1


def test_another_second_one_is_asked_and_nothing_is_lost(cast: Cast, stage: Stage) -> None:
    dag = monday(-1)
    enter(cast.marije_zelf, stage, dag)
    found = enter(cast.melissa, stage, dag, missed())
    assert found.botst
    assert found.dag is not None
    assert (found.dag.soort, found.dag.ingevoerd_door) == (DagSoort.GEMAAKT, cast.marije_zelf)
    assert row(stage, dag).gemaakt == ACHT
    # Seen, and chosen all the same: the earlier stand stays in the history.
    assert not enter(cast.melissa, stage, dag, missed(), gezien=found.dag.versie).botst
    assert [(one.soort, one.versie) for one in UrenDagVersie.objects.all()] == [
        ("gemaakt", 1),
        ("ziek_gemeld", 2),
    ]


def test_a_form_that_comes_late_does_not_undo_what_followed(cast: Cast, stage: Stage) -> None:
    dag, sleutel = monday(-1), uuid4()
    enter(cast.melissa, stage, dag, sleutel=sleutel)
    enter(cast.melissa, stage, dag, missed(), gezien=1)
    assert not enter(cast.melissa, stage, dag, sleutel=sleutel).botst
    assert row(stage, dag).soort == DagSoort.ZIEK_GEMELD
    acties.undo_day(by=seen(cast.melissa), stage_id=stage.pk, dag=dag, versie=2)
    assert row(stage, dag).soort == DagSoort.GEMAAKT


def test_the_database_refuses_a_second_row(cast: Cast, stage: Stage) -> None:
    enter(cast.melissa, stage, monday(-1))
    more = {"ingevoerd_op": timezone.now(), "ingevoerd_door": cast.melissa}
    with pytest.raises(IntegrityError), transaction.atomic():
        UrenDag.objects.create(stage=stage, dag=monday(-1), soort="gemaakt", gemaakt=ACHT, **more)
    with pytest.raises(IntegrityError), transaction.atomic():
        UrenDag.objects.create(
            stage=stage, dag=monday(-2), soort="gemaakt", gemaakt=ACHT, gemist=ACHT, **more
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        UrenDag.objects.create(
            stage=stage, dag=monday(-2), soort="te_laat", gemaakt=Decimal(20), gemist=Decimal(5), **more
        )


@pytest.mark.parametrize(
    ("dag", "sentence"),
    [
        (timezone.localdate() + timedelta(days=1), "Deze dag moet nog komen"),
        (monday(-5) - timedelta(days=1), "De stage loopt van"),
    ],
)
def test_a_day_that_cannot_be(cast: Cast, stage: Stage, dag: date, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        enter(cast.melissa, stage, dag)
    assert not UrenDag.objects.exists()


def test_the_first_day_is_fine_and_so_is_today(cast: Cast, stage: Stage) -> None:
    enter(cast.melissa, stage, monday(-5))
    enter(cast.melissa, stage, timezone.localdate())
    assert UrenDag.objects.count() == 2


def test_more_hours_than_a_day_has(cast: Cast, stage: Stage) -> None:
    enter(cast.melissa, stage, monday(-1), Invoer(DagSoort.GEMAAKT, gemaakt=Decimal(24)))
    with pytest.raises(Refused, match="Een dag heeft 24 uur"):
        enter(cast.melissa, stage, monday(-2), Invoer(DagSoort.GEMAAKT, gemaakt=Decimal("24.01")))
    with pytest.raises(Refused, match="meer dan 0 uur"):
        enter(cast.melissa, stage, monday(-2), Invoer(DagSoort.GEMAAKT))


def test_nobody_is_missed_on_a_day_without_work(cast: Cast, stage: Stage) -> None:
    thursday = monday(-1) + timedelta(days=3)
    with pytest.raises(Refused, match="stond geen stage gepland"):
        enter(cast.melissa, stage, thursday, missed())
    enter(cast.melissa, stage, thursday)  # came all the same
    assert row(stage, thursday).gemaakt == ACHT


def test_a_pause_has_no_hours(cast: Cast, stage: Stage) -> None:
    StagePauze.objects.create(
        stage=stage, begin=monday(-2), einde=monday(-1), gemaakt_op=timezone.now(), gemaakt_door=cast.harold
    )
    with pytest.raises(Refused, match="stond stil"):
        enter(cast.melissa, stage, monday(-1))
    enter(cast.melissa, stage, monday(-1) + timedelta(days=1))


def test_after_the_akkoord_nothing_changes(cast: Cast, stage: Stage) -> None:
    full_week(cast.marije_zelf, stage, monday(-1))
    agree(cast.melissa, stage, monday(-1))
    number = monday(-1).isocalendar().week
    for by in (cast.marije_zelf, cast.melissa):
        with pytest.raises(Refused, match=f"Week {number} heeft al akkoord van Melissa Brouwer"):
            enter(by, stage, monday(-1), missed(), gezien=1)
    with pytest.raises(Refused, match="akkoord"):
        acties.correct(
            by=seen(cast.harold),
            stage_id=stage.pk,
            dag=monday(-1),
            invoer=missed(),
            reden="Was ziek",
            gezien=1,
        )
    assert not enter(cast.marije_zelf, stage, monday(-1)).botst  # the same, sent again, is still the same


def test_a_part_of_a_day() -> None:
    assert part_of_day(ACHT, Decimal(5), "te_laat") == Invoer("te_laat", Decimal(5), Decimal(3), NUL)
    assert part_of_day(ACHT, Decimal(5), "vrij") == Invoer("vrij", Decimal(5), NUL, Decimal(3))
    assert part_of_day(ACHT, Decimal(8), "te_laat") == Invoer("gemaakt", ACHT)
    assert part_of_day(NUL, Decimal(4), "") == Invoer("gemaakt", Decimal(4))
    assert day_off(ACHT, "gesloten") == Invoer("gesloten", NUL, NUL, ACHT)
    assert day_off(NUL, "niet_gemeld") == Invoer("niet_gemeld")


def test_the_mentor_mends_with_a_reason(cast: Cast, stage: Stage) -> None:
    enter(cast.marije_zelf, stage, monday(-1))
    with pytest.raises(PermissionDenied, match="Als mentor verbeter je"):
        enter(cast.harold, stage, monday(-1), missed(), gezien=1)
    with pytest.raises(Refused, match="waarom"):
        acties.correct(
            by=seen(cast.harold), stage_id=stage.pk, dag=monday(-1), invoer=missed(), reden=" ", gezien=1
        )
    acties.correct(
        by=seen(cast.harold),
        stage_id=stage.pk,
        dag=monday(-1),
        invoer=missed(),
        reden="Was op school",
        gezien=1,
    )
    found = row(stage, monday(-1))
    assert (found.soort, found.reden, found.ingevoerd_door) == ("ziek_gemeld", "Was op school", cast.harold)
    assert LogRegel.objects.filter(actie="uren verbeterd").count() == 1


def test_niet_gekomen_tells_upstairs_once(cast: Cast, stage: Stage, heard: list[Any]) -> None:
    for _ in range(2):
        acties.niet_gekomen(by=seen(cast.melissa), stage_id=stage.pk, dag=monday(-1), sleutel=uuid4())
    found = row(stage, monday(-1))
    assert (found.soort, found.gemaakt, found.gemist) == (DagSoort.NIET_GEMELD, 0, 8)
    assert [(one["stage"].pk, one["dag"], one["by"].user) for one in heard] == [
        (stage.pk, monday(-1), cast.melissa)
    ]


def test_when_upstairs_fails_the_day_is_not_written(cast: Cast, stage: Stage) -> None:
    def broken(**news: Any) -> None:
        raise RuntimeError("boven ging iets mis")

    dag_niet_gemeld.connect(broken)
    try:
        with pytest.raises(RuntimeError, match="boven"):
            acties.niet_gekomen(by=seen(cast.melissa), stage_id=stage.pk, dag=monday(-1))
    finally:
        dag_niet_gemeld.disconnect(broken)
    assert not UrenDag.objects.exists()
    assert not UrenWeek.objects.exists()


def test_only_the_praktijkbegeleider_says_that_nothing_was_heard(cast: Cast, stage: Stage) -> None:
    for by in (cast.marije_zelf, cast.harold, cast.soraya):
        with pytest.raises(PermissionDenied):
            acties.niet_gekomen(by=seen(by), stage_id=stage.pk, dag=monday(-1))
    with pytest.raises(PermissionDenied, match="alleen de praktijkbegeleider"):
        enter(cast.marije_zelf, stage, monday(-1), missed(DagSoort.NIET_GEMELD))


def test_undo_makes_the_day_and_the_week_empty_again(cast: Cast, stage: Stage) -> None:
    enter(cast.melissa, stage, monday(-1))
    for _ in range(2):
        acties.undo_day(by=seen(cast.melissa), stage_id=stage.pk, dag=monday(-1), versie=1)
    assert not UrenDag.objects.exists()
    assert UrenWeek.objects.get().status == WeekStatus.LEEG
    assert [one.weg for one in UrenDagVersie.objects.all()] == [False, True]
    assert LogRegel.objects.filter(actie="uren weggehaald").count() == 1


def test_undo_is_for_who_did_it_and_for_today(cast: Cast, stage: Stage) -> None:
    enter(cast.marije_zelf, stage, monday(-1))
    with pytest.raises(Refused, match="alleen dezelfde dag"):
        acties.undo_day(by=seen(cast.melissa), stage_id=stage.pk, dag=monday(-1), versie=1)
    UrenDag.objects.update(ingevoerd_op=timezone.now() - timedelta(days=1))
    with pytest.raises(Refused, match="alleen dezelfde dag"):
        acties.undo_day(by=seen(cast.marije_zelf), stage_id=stage.pk, dag=monday(-1), versie=1)


def test_on_the_phone_of_a_begeleider(cast: Cast, stage: Stage) -> None:
    enter(cast.harold, stage, monday(-1), van_student=True)
    found = row(stage, monday(-1))
    assert (found.van_student, found.ingevoerd_door, found.gemaakt) == (True, cast.harold, 8)
    with pytest.raises(PermissionDenied):
        enter(cast.harold, stage, monday(-1), missed(DagSoort.NIET_GEMELD), van_student=True, gezien=1)


def test_another_stage_stays_closed(cast: Cast, stage: Stage) -> None:
    rooster(cast.stage_sanna, cast.harold)
    for by in (cast.melissa, cast.marije_zelf, cast.ex_praktijk, cast.noor, cast.bea, cast.vreemde):
        with pytest.raises(PermissionDenied):
            enter(by, cast.stage_sanna, monday(-1))
        with pytest.raises(PermissionDenied):
            weken.say_akkoord(by=seen(by), stage_id=cast.stage_sanna.pk, maandag=monday(-1))
