"""Emptying the database between transactional tests: the log refuses DELETE, so its guard steps aside for that.

Only SQLite needs it; PostgreSQL empties tables with TRUNCATE, which the guard leaves alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.db.backends.sqlite3.base import DatabaseOperations  # .operations alone imports in a circle

GUARDS = [
    *import_module("kern.migrations.0002_log_append_only").SQLITE,
    *import_module("kern.migrations.0003_log_seals").SQLITE,
]
DROP = [
    f"DROP TRIGGER {table}_geen_{change}"
    for table in ("logregel", "logzegel")
    for change in ("update", "delete")
]


@contextmanager
def flush_with_log() -> Iterator[None]:
    """While it lasts, a flush takes the guard off, empties every table and puts the guard back."""
    plain = DatabaseOperations.execute_sql_flush

    def flush(self: DatabaseOperations, sql_list: list[str]) -> Any:
        return plain(self, [*DROP, *sql_list, *GUARDS])

    DatabaseOperations.execute_sql_flush = flush  # type: ignore[method-assign]
    try:
        yield
    finally:
        DatabaseOperations.execute_sql_flush = plain  # type: ignore[method-assign]
