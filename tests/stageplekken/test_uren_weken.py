"""The akkoord of a week: in one tap, with what was on screen; back with a reason; undone the same day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collaboration.enums import MeldingSoort
from collaboration.models import Melding
from kern.models import LogRegel
from stageplekken.actions import uren_weken as weken
from stageplekken.enums.uren import WeekStatus
from stageplekken.models import Stage, UrenWeek, UrenWeekOvergang
from students.checks import Refused
from tests.acts_uren import agree, enter, full_week, missed, monday, seen
from tests.cast import Cast
from tests.htmx import words


@pytest.fixture
def week(cast: Cast, stage: Stage) -> Stage:
    """Last week filled in by the student."""
    full_week(cast.marije_zelf, stage, monday(-1))
    return stage


def moves() -> list[tuple[str, str]]:
    return list(UrenWeekOvergang.objects.values_list("van", "naar"))


def test_akkoord_once_however_often(cast: Cast, week: Stage) -> None:
    for _ in range(3):
        agree(cast.melissa, week, monday(-1))
    assert moves() == [("leeg", "ingevuld"), ("ingevuld", "akkoord")]
    assert LogRegel.objects.filter(actie="week akkoord").count() == 1


def test_an_akkoord_is_with_what_was_on_screen(cast: Cast, week: Stage) -> None:
    shown = UrenWeek.objects.get().versie
    enter(cast.marije_zelf, week, monday(-1), missed(), gezien=1)
    with pytest.raises(Refused, match="net iets veranderd"):
        agree(cast.melissa, week, monday(-1), versie=shown)
    assert UrenWeek.objects.get().status == WeekStatus.INGEVULD
    agree(cast.melissa, week, monday(-1), versie=shown + 1)


def test_a_week_with_an_open_day_names_it(cast: Cast, stage: Stage) -> None:
    enter(cast.marije_zelf, stage, monday(-1))
    with pytest.raises(Refused, match=r"Nog leeg: dinsdag .*, woensdag "):
        agree(cast.melissa, stage, monday(-1))
    with pytest.raises(Refused, match="nog niets"):
        agree(cast.melissa, stage, monday(-2))


def test_only_the_praktijkbegeleider_of_this_stage(cast: Cast, week: Stage) -> None:
    for by in (cast.marije_zelf, cast.harold, cast.soraya, cast.petra, cast.kees, cast.ex_praktijk):
        with pytest.raises(PermissionDenied, match="alleen de praktijkbegeleider"):
            agree(by, week, monday(-1))
        with pytest.raises(PermissionDenied):
            weken.return_week(by=seen(by), stage_id=week.pk, maandag=monday(-1), reden="Nee")


def test_back_with_a_reason_and_filled_in_again(cast: Cast, week: Stage) -> None:
    with pytest.raises(Refused, match="niet klopt"):
        weken.return_week(by=seen(cast.melissa), stage_id=week.pk, maandag=monday(-1), reden="  ")
    for _ in range(2):
        weken.return_week(by=seen(cast.melissa), stage_id=week.pk, maandag=monday(-1), reden="Dinsdag niet")
    assert UrenWeek.objects.get().reden == "Dinsdag niet"
    assert LogRegel.objects.filter(actie="week teruggegeven").count() == 1
    enter(cast.marije_zelf, week, monday(-1) + timedelta(days=1), missed(), gezien=1)
    assert moves()[1:] == [("ingevuld", "teruggegeven"), ("teruggegeven", "ingevuld")]
    assert UrenWeekOvergang.objects.filter(reden="Dinsdag niet").count() == 1  # the reason stays readable


def test_an_akkoord_goes_back_too_but_not_in_silence(cast: Cast, week: Stage) -> None:
    agree(cast.melissa, week, monday(-1))
    weken.return_week(by=seen(cast.melissa), stage_id=week.pk, maandag=monday(-1), reden="Toch niet")
    enter(cast.marije_zelf, week, monday(-1), missed(), gezien=1)
    assert UrenWeek.objects.get().akkoord_op is None


def test_undo_the_same_day_only(cast: Cast, week: Stage) -> None:
    agree(cast.melissa, week, monday(-1))
    for _ in range(2):
        weken.take_back_akkoord(by=seen(cast.melissa), stage_id=week.pk, maandag=monday(-1))
    assert UrenWeek.objects.get().status == WeekStatus.INGEVULD
    agree(cast.melissa, week, monday(-1))
    UrenWeek.objects.update(akkoord_op=timezone.now() - timedelta(days=1))
    with pytest.raises(Refused, match="met een reden"):
        weken.take_back_akkoord(by=seen(cast.melissa), stage_id=week.pk, maandag=monday(-1))


def test_the_page_that_asks_why(client: Client, cast: Cast, week: Stage) -> None:
    client.force_login(cast.melissa)
    path = reverse("uren_terug", args=[week.pk])
    assert "Maandag: 8 uur gemaakt" in words(client.get(path, {"maandag": str(monday(-1))}))
    answer = client.post(path, {"maandag": str(monday(-1)), "reden": ""})
    assert answer.status_code == 422
    assert "Schrijf op wat er nog niet klopt" in words(answer)
    after = client.post(path, {"maandag": str(monday(-1)), "reden": "Dinsdag was je er niet"}, follow=True)
    assert "is teruggegeven, met je reden erbij" in words(after)
    client.force_login(cast.harold)
    assert "“Dinsdag was je er niet”" in words(client.get(reverse("uren", args=[week.pk])))


def test_a_returned_week_that_was_mended_is_told_to_the_praktijkbegeleider(cast: Cast, week: Stage) -> None:
    weken.return_week(by=seen(cast.melissa), stage_id=week.pk, maandag=monday(-1), reden="Maandag was ziek")
    Melding.objects.all().delete()
    enter(cast.marije_zelf, week, monday(-1), missed(), gezien=1)
    told = Melding.objects.filter(soort=MeldingSoort.UREN_KLAAR)
    assert [one.user for one in told] == [cast.melissa]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2026-02-30", "gisteren"])
def test_a_day_without_a_week_is_no_error(client: Client, cast: Cast, week: Stage, day: str) -> None:
    client.force_login(cast.melissa)
    page = reverse("uren_terug", args=[week.pk])
    assert client.get(page, {"maandag": day}).status_code == 200
    assert client.post(page, {"maandag": day, "reden": "Klopt niet"}).status_code == 422
    assert UrenWeek.objects.get().status == WeekStatus.INGEVULD
