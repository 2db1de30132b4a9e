"""Queries whose SQL is made once and then run with other values: making it costs Django more than running it.

What keeps values apart: the function that builds the query never meets a real one. It gets markers, one for each
value; the SQL is kept with the places where each marker ended up, and every run puts its own values there. So
nothing of one person can stay behind in the query of the next. What a builder may not do is look at a value, or
at the clock: it runs once for each shape. tests/students/test_prepared.py holds it against plain queries.
"""

import uuid
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Lock
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import DateField, DecimalField, QuerySet, UUIDField
from django.db.models.sql.compiler import SQLCompiler

Value = uuid.UUID | date | datetime
Build = Callable[..., QuerySet[Any]]

MOST = 1000  # shapes that are kept: roles times lists, far fewer in practice
_MARK = uuid.UUID("2b0c5f0e-6d3a-4b43-9c60-6f2f7a1d9e55")
_FAR = datetime(3000, 1, 1, tzinfo=UTC)
_UUID = UUIDField()
_SHARED = (UUIDField, DecimalField, DateField)  # exactly these: a field of our own may make anything


@dataclass(frozen=True)
class _Plan:
    """A query that was compiled with markers; `places` are (position in the params, number of the value)."""

    rows: QuerySet[Any]
    compiler: SQLCompiler
    sql: str  # empty where there can be no rows, whatever the values
    params: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]
    converters: Any  # what makes Python values of the columns: pure functions, the same for every connection


class _Bound:
    """Stands in for the query of a queryset: hands out a compiler that has its SQL already."""

    def __init__(self, plan: _Plan, params: tuple[Any, ...]) -> None:
        self.plan, self.params = plan, params

    def get_compiler(self, using: str) -> SQLCompiler:
        """A compiler for one run; the kept one is never run itself."""
        compiler = copy(self.plan.compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda *_args, **_kwargs: (self.plan.sql, self.params)  # type: ignore[method-assign]
        compiler.get_converters = lambda _fields: self.plan.converters  # type: ignore[assignment, method-assign]
        return compiler


_plans: OrderedDict[Hashable, _Plan] = OrderedDict()
_lock = Lock()


def fetch(build: Build, values: Sequence[Value], *constants: Hashable, using: str = "default") -> list[Any]:
    """The rows of `build(values, *constants)`.

    `build` is a function of a module (no closure: it could smuggle in a value). Values may differ from run to run;
    another number or kind of values, or other constants, is another shape with SQL of its own.
    """
    key = (build, using, constants, tuple(map(type, values)))
    plan = _plans.get(key)
    if plan is None:
        plan = _compile(build, values, constants, using)
        with _lock:
            _plans[key] = plan
            while len(_plans) > MOST:
                _plans.popitem(last=False)
    if not plan.sql:
        return []
    params, connection = list(plan.params), connections[using]
    for place, number in plan.places:
        params[place] = _adapted(values[number], connection)
    kept = plan.rows
    query: Any = _Bound(plan, tuple(params))
    rows: Any = type(kept)(model=kept.model, query=query, using=using)
    iterable: Any = kept._iterable_class
    return list(iterable(rows))


def check_builder(build: Build) -> None:
    """Refuse a builder that carries values of its own."""
    code: Any = build
    if code.__closure__ or code.__defaults__ or code.__kwdefaults__:
        raise ValueError(f"{code.__qualname__} moet een gewone functie zijn, zonder waarden van buiten.")


def _compile(build: Build, values: Sequence[Value], constants: tuple[Hashable, ...], using: str) -> _Plan:
    check_builder(build)
    markers = [_marker(number, value) for number, value in enumerate(values)]
    connection = connections[using]
    number_of = {_adapted(marker, connection): number for number, marker in enumerate(markers)}
    rows = build(markers, *constants)
    if rows._prefetch_related_lookups:  # type: ignore[attr-defined]
        raise ValueError(f"{build.__qualname__} haalt niets vooraf op: vraag dat apart, met eigen waarden.")
    compiler = rows.query.get_compiler(using)
    try:
        sql, params = compiler.as_sql()
        columns = [column[0] for column in compiler.select[: compiler.col_count]]
        converters = _remembering(compiler.get_converters(columns))
    except EmptyResultSet:
        sql, params, converters = "", (), {}
    compiler.connection = None  # that of a thread; each run has its own
    places = tuple((place, number_of[param]) for place, param in enumerate(params) if param in number_of)
    return _Plan(rows, compiler, sql, tuple(params), places, converters)


def _marker(number: int, value: Value) -> Value:
    """A value of the same kind that no real row has."""
    if isinstance(value, uuid.UUID):
        return uuid.uuid5(_MARK, str(number))
    moment = _FAR + timedelta(days=number)
    return moment if isinstance(value, datetime) else moment.date()


def _remembering(converters: dict[int, Any]) -> dict[int, Any]:
    """The same converters; those of ids, hours and days know what they met, as these come back many times in a list.

    Only of kinds of which nobody can change a value: two rows may share one.
    """
    return {
        place: ([_remembered(found)], column) if type(column.output_field) in _SHARED else (found, column)
        for place, (found, column) in converters.items()
    }


def _remembered(converters: list[Any]) -> Callable[..., Any]:
    known: dict[Any, Any] = {}

    def convert(value: Any, column: Any, connection: Any) -> Any:
        if value in known:
            return known[value]
        made = value
        for converter in converters:
            made = converter(made, column, connection)
        if len(known) < MOST:
            known[value] = made
        return made

    return convert


def _adapted(value: Value, connection: Any) -> Any:
    """As the database driver gets it."""
    if isinstance(value, uuid.UUID):
        return _UUID.get_db_prep_value(value, connection)
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value)
