"""Queries of one who looks, with SQL that is made once for all who look with the same roles (see kern.prepared)."""

from collections.abc import Hashable
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kern.prepared import Build, Value, check_builder, fetch
from students.access import Viewer

Arg = Value | tuple[UUID, ...] | tuple[date, ...] | tuple[datetime, ...] | str | int


class _Slots:
    """The values of one run, each with its number; the same id of a role has the same number."""

    def __init__(self, viewer: Viewer) -> None:
        self.values: list[Value] = [viewer.user.pk, viewer.today]
        self._known: dict[UUID, int] = {}

    def add(self, value: Value) -> int:
        """A value of its own."""
        self.values.append(value)
        return len(self.values) - 1

    def of_role(self, key: UUID | None) -> int | None:
        """The id of a klas, student, school or stage: equal ones stay equal."""
        if key is None:
            return None
        if key not in self._known:
            self._known[key] = self.add(key)
        return self._known[key]


def fetch_for(build: Build, viewer: Viewer, *args: Arg) -> list[Any]:
    """The rows of `build(viewer, *args)`.

    `build` makes the query from the roles of the viewer and from ids, days and moments (other arguments are part of
    the shape). It meets markers in their place, so it may put them into conditions and nothing else.
    """
    slots = _Slots(viewer)
    roles = tuple(
        (scope, slots.of_role(key), rol, slots.of_role(stage)) for scope, key, rol, stage in viewer.rows
    )
    pattern = tuple(_pattern(slots, arg) for arg in args)
    return fetch(_build, slots.values, build, roles, pattern)


def _pattern(slots: _Slots, arg: Arg) -> tuple[str, Hashable]:
    if isinstance(arg, tuple):
        return "many", tuple(slots.add(value) for value in arg)
    return ("constant", arg) if isinstance(arg, str | int) else ("one", slots.add(arg))


def _build(markers: list[Value], build: Build, roles: Any, pattern: Any) -> QuerySet[Any]:
    """The query, made with somebody who has these roles and does not exist."""
    check_builder(build)
    viewer = Viewer(user=SimpleNamespace(pk=markers[0]), today=markers[1])  # type: ignore[arg-type]
    found = [
        (scope, markers[key], rol, None if stage is None else markers[stage])
        for scope, key, rol, stage in roles
    ]
    viewer.__dict__["rows"] = found
    args = {
        "one": lambda number: markers[number],
        "many": lambda numbers: [markers[number] for number in numbers],
        "constant": lambda value: value,
    }
    return build(viewer, *(args[kind](what) for kind, what in pattern))
