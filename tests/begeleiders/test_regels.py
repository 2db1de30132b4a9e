"""The numbers of a school, and its calendar."""

from datetime import date

import pytest

from begeleiders.calendar import calendar_of, calendars
from begeleiders.models import Schoolvakantie
from begeleiders.regels import Regels, regels_of
from tests.factories import SchoolFactory

pytestmark = pytest.mark.django_db


def test_a_school_sets_its_own_numbers() -> None:
    school = SchoolFactory(regels={"stilte_dagen": 4, "bestaat_niet": 9})
    assert regels_of(school).stilte_dagen == 4
    assert regels_of(school).achter_procent == 85
    assert regels_of(SchoolFactory()) == Regels()


def test_each_school_has_its_own_holidays(django_assert_num_queries) -> None:
    first, second = SchoolFactory(), SchoolFactory()
    Schoolvakantie.objects.create(
        school=first, naam="Herfst", begin=date(2026, 10, 19), einde=date(2026, 10, 23)
    )
    with django_assert_num_queries(1):
        found = calendars([first.pk, second.pk])
    assert not found[first.pk].is_schoolday(date(2026, 10, 20))
    assert found[second.pk].is_schoolday(date(2026, 10, 20))
    assert calendar_of(second.pk) == found[second.pk]
