"""How long a zorgcoördinator looks along: until 30 school days after the request was closed."""

from datetime import date

import pytest

from begeleiders.models import School, Schoolvakantie
from collaboration.actions import behandelen
from collaboration.models import Melding
from collaboration.queries.melding import shown
from students.access import Viewer
from students.enums import Rol
from tests.acts_stage import ended
from tests.acts_zorg import aanvraag, gesloten
from tests.cast import Cast
from tests.factories import StageFactory, viewer

CLOSED = date(2026, 11, 24)  # a Tuesday
VAKANTIE = (date(2026, 12, 21), date(2027, 1, 1))
# Counted by hand. 25 Nov to 18 Dec: 18 school days; 4 to 15 Jan: 10 more; 18 and 19 Jan make thirty.
LAST = date(2027, 1, 19)
# Without the holiday of the school: Christmas Day and New Year's Day (both a Friday) are no school days anyhow.
# 25 Nov to 18 Dec: 18; 21 to 24 Dec: 4; 28 to 31 Dec: 4; 4 to 7 Jan: 4.
LAST_WITHOUT = date(2027, 1, 7)


def closed_on(cast: Cast, day: date) -> None:
    row = gesloten(cast.harold, cast.coen, cast.has)
    cast.has.zorginzages.update(begin=date(2026, 11, 2), einde=None, eindreden="")
    type(row).objects.filter(pk=row.pk).update(status="intern", afgesloten_op=None, afgesloten_door=None)
    row = behandelen.sluit(by=Viewer(user=cast.coen, today=day), escalatie_id=row.pk, tekst="Klaar")


@pytest.mark.parametrize(
    ("day", "looks"),
    [(CLOSED, True), (date(2027, 1, 18), True), (LAST, True), (date(2027, 1, 20), False)],
)
def test_thirty_school_days_with_a_holiday_between(cast: Cast, day: date, looks: bool) -> None:
    Schoolvakantie.objects.create(school=cast.noord, naam="Kerst", begin=VAKANTIE[0], einde=VAKANTIE[1])
    closed_on(cast, CLOSED)
    assert cast.has.zorginzages.get().einde == LAST
    links = Viewer(user=cast.coen, today=day).links(cast.has)
    assert [link.rol for link in links] == ([Rol.ZORGCOORDINATOR] if looks else [])


def test_national_holidays_count_without_the_school_saying_so(cast: Cast) -> None:
    closed_on(cast, CLOSED)
    assert cast.has.zorginzages.get().einde == LAST_WITHOUT


def test_a_school_sets_its_own_number(cast: Cast) -> None:
    School.objects.filter(pk=cast.noord.pk).update(regels={"inzage_na_escalatie": 1})
    cast.has.klas.school.refresh_from_db()
    closed_on(cast, CLOSED)
    assert cast.has.zorginzages.get().einde == date(2026, 11, 25)


def test_a_new_request_while_they_still_look_along_is_one_row(cast: Cast) -> None:
    gesloten(cast.harold, cast.coen, cast.has)
    aanvraag(cast.harold, cast.has)
    row = cast.has.zorginzages.get()
    assert (row.einde, row.eindreden) == (None, "")
    assert len(viewer(cast.coen).links(cast.has)) == 1


def test_who_looks_along_hears_that_a_stage_ended(cast: Cast) -> None:
    ended(cast.harold, cast.stage_marije)
    hears = Melding.objects.filter(soort="stage_einde", user=cast.coen)
    assert not hears.exists()
    aanvraag(cast.harold, cast.has)
    ended(cast.harold, StageFactory(student=cast.has))
    assert hears.get().student == cast.has
    assert "Een stage is gestopt of klaar" in [
        one.melding.get_soort_display() for one in shown(viewer(cast.coen))
    ]
