"""The school days of schools, with the holidays that each school set."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from begeleiders.models import Schoolvakantie
from kern.prepared import fetch
from kern.schooldays import Calendar, calendar


def calendars(schools: Iterable[UUID]) -> dict[UUID, Calendar]:
    """The calendar of each of these schools, in one query."""
    wanted = set(schools)
    found = defaultdict(list)
    for school, begin, einde in fetch(_vakanties, list(wanted)):
        found[school].append((begin, einde))
    return {school: calendar(found[school]) for school in wanted}


def _vakanties(schools: list[Any]) -> QuerySet[Any, Any]:
    return Schoolvakantie.objects.filter(school__in=schools).values_list("school", "begin", "einde")


def calendar_of(school: UUID) -> Calendar:
    """The calendar of one school, in one query."""
    return calendars([school])[school]
