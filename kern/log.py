"""Writing the log: changes with `record`, reads with a `Ledger` that is written before the answer leaves."""

import uuid
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.utils import timezone

from kern.models import LogRegel

Kanaal = LogRegel.Kanaal


@dataclass(frozen=True)
class Origin:
    """Where the present work comes from: one request, or a command on the server."""

    request_id: uuid.UUID = field(default_factory=uuid.uuid4)
    channel: str = Kanaal.OPDRACHT


origin: ContextVar[Origin | None] = ContextVar("origin", default=None)


@dataclass(frozen=True)
class Subject:
    """What a log line is about: ids, and the layer and role that count. Never content."""

    kind: str
    object_id: uuid.UUID | None = None
    student: uuid.UUID | None = None
    school: uuid.UUID | None = None
    layer: str = ""
    role: str = ""


def _line(action: str, by: uuid.UUID | None, about: Subject, *, allowed: bool, channel: str) -> LogRegel:
    now = origin.get() or Origin()
    return LogRegel(
        op=timezone.now(),
        wie=by,
        rol=about.role,
        school=about.school,
        actie=action,
        soort=about.kind,
        object_id=about.object_id,
        student=about.student,
        laag=about.layer,
        resultaat=LogRegel.Resultaat.TOEGESTAAN if allowed else LogRegel.Resultaat.GEWEIGERD,
        kanaal=channel or now.channel,
        verzoek=now.request_id,
    )


def record(action: str, *, by: uuid.UUID | None, about: Subject, allowed: bool = True) -> None:
    """Write one line for a change; call it inside the transaction of that change.

    In: the action ("gesprek vastgelegd"), the id of who did it, and what it is about.
    """
    _insert([_line(action, by, about, allowed=allowed, channel="")])


def _insert(lines: list[LogRegel]) -> None:
    """Write lines, all or none. Plain SQL, as it is part of every request; the columns are those of the model."""
    meta = LogRegel._meta
    fields = [column for column in meta.concrete_fields if not column.primary_key]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(column.column)) for column in fields)
    places = ", ".join(["%s"] * len(fields))
    rows = [
        [column.get_db_prep_save(getattr(line, column.attname), connection) for column in fields]
        for line in lines
    ]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(meta.db_table)} ({names}) VALUES ({places})", rows)  # noqa: S608


# From narrow to wide interest: where one answer shows several layers of one student, its line names the first.
_WEIGHT = {"zorg": 0, "handleiding": 1, "werkaantekening": 2, "begeleiding": 3, "stage": 4, "": 5}


@dataclass
class Ledger:
    """The reads of one request: one line for each student, however much of the file was shown."""

    by: uuid.UUID | None = None
    reads: dict[uuid.UUID | None, Subject] = field(default_factory=dict)
    channel: str = ""

    def read(self, about: Subject) -> None:
        """Note that something is shown; the layer that asks most care stands in the line."""
        seen = self.reads.get(about.student)
        if seen is None or _WEIGHT[about.layer] < _WEIGHT[seen.layer]:
            self.reads[about.student] = about

    def write(self) -> None:
        """Write the lines, and forget them: called by the middleware before the answer leaves."""
        lines = [
            _line("gelezen", self.by, about, allowed=True, channel=self.channel)
            for about in self.reads.values()
        ]
        self.reads = {}
        if lines:
            _insert(lines)
