"""Sealing the log: the chain holds, and one changed line beneath the guard is found."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from kern.log import Subject, record
from kern.models import LogRegel, LogZegel
from kern.seal import check, seal
from tests.harness.flush import DROP, GUARDS, OFF, ON

pytestmark = pytest.mark.django_db


def lines(count: int, minutes_ago: int = 10) -> None:
    """Old enough lines, as if time went by."""
    op = timezone.now() - timedelta(minutes=minutes_ago)
    LogRegel.objects.bulk_create(
        [
            LogRegel(op=op, actie="gelezen", soort="gesprek", verzoek=f"00000000-0000-0000-0000-{n:012}")
            for n in range(count)
        ]
    )


def tamper(sql: str) -> None:
    """Changes the log as somebody with the database in hand could: the guard off, and on again."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for statement in [*(OFF if postgres else DROP), sql, *(ON if postgres else GUARDS)]:
            cursor.execute(statement)


def test_nothing_to_seal() -> None:
    assert seal() is None
    assert check().ok


def test_seals_rest_on_each_other() -> None:
    lines(3)
    first = seal()
    lines(2)
    second = seal()
    assert first is not None
    assert second is not None
    assert (first.aantal, second.aantal) == (3, 2)
    assert check().seals == 2
    assert check().ok


def test_a_line_of_this_minute_waits() -> None:
    lines(2)
    record("gelezen", by=None, about=Subject(kind="gesprek"))
    sealed = seal()
    assert sealed is not None
    assert sealed.aantal == 2
    assert seal() is None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE kern_logregel SET actie = 'niets' WHERE id = (SELECT min(id) + 1 FROM kern_logregel)",
        "DELETE FROM kern_logregel WHERE id = (SELECT min(id) + 1 FROM kern_logregel)",
    ],
)
def test_one_changed_or_removed_line_is_found(sql: str) -> None:
    lines(3)
    seal()
    lines(3)
    seal()
    tamper(sql)
    verdict = check()
    assert not verdict.ok
    assert verdict.seals == 1
    with pytest.raises(CommandError, match="Het logboek is veranderd: zegel"):
        call_command("zegel")


def test_the_command_prints_the_seal_to_keep_elsewhere() -> None:
    lines(1)
    out = StringIO()
    call_command("zegel", stdout=out)
    assert LogZegel.objects.get().hash in out.getvalue()


@pytest.mark.parametrize("model", [LogRegel, LogZegel])
def test_the_database_refuses_change_and_removal(model: type[LogRegel] | type[LogZegel]) -> None:
    lines(1)
    seal()
    refusal = r"kan alleen groeien|verandert niet"
    with pytest.raises(DatabaseError, match=refusal), transaction.atomic():
        model.objects.update(id=99)
    with pytest.raises(DatabaseError, match=refusal), transaction.atomic():
        model.objects.all().delete()
    assert model.objects.count() == 1


def test_the_database_refuses_to_replace_or_empty() -> None:
    lines(1)
    around = (
        "INSERT OR REPLACE INTO kern_logregel SELECT * FROM kern_logregel"
        if connection.vendor == "sqlite"
        else "TRUNCATE kern_logregel"
    )
    with (
        pytest.raises(DatabaseError, match="kan alleen groeien"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(around)
