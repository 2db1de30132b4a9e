"""Emptying the database between transactional tests: the log refuses it, so its guard steps aside for that."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

TABLES = ("logregel", "logzegel")
REGIE = "regieovergang"  # the history of the regie, in collaboration
# SQLite empties tables with DELETE: the triggers go, and come back.
GUARDS = [
    *import_module("kern.migrations.0002_log_append_only").SQLITE,
    *import_module("kern.migrations.0003_log_seals").SQLITE,
    *import_module("kern.migrations.0004_log_no_replace").SQLITE,
    *import_module("collaboration.migrations.0004_regie_onveranderlijk").SQLITE,
]
DROP = [
    f"DROP TRIGGER {table}_geen_{change}"
    for table in (*TABLES, REGIE)
    for change in ("update", "delete", "replace")
]
# PostgreSQL empties them with TRUNCATE: the triggers are switched off for a moment.
GUARDED = [*(f"kern_{table}" for table in TABLES), f"collaboration_{REGIE}"]
OFF = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in GUARDED]
ON = [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in GUARDED]


@contextmanager
def flush_with_log() -> Iterator[None]:
    """While it lasts, a flush takes the guards off, empties every table and puts the guards back."""
    kinds = ((SQLite.ops_class, DROP, GUARDS), (PostgreSQL.ops_class, OFF, ON))
    plain = [(ops, ops.__dict__.get("execute_sql_flush")) for ops, _, _ in kinds]
    for ops, before, after in kinds:
        _wrap(ops, before, after)
    try:
        yield
    finally:
        for ops, method in plain:
            if method is None:
                del ops.execute_sql_flush
            else:
                ops.execute_sql_flush = method


def _wrap(ops: Any, before: list[str], after: list[str]) -> None:
    inner = ops.execute_sql_flush

    def flush(self: Any, sql_list: list[str]) -> Any:
        return inner(self, [*before, *sql_list, *after])

    ops.execute_sql_flush = flush
