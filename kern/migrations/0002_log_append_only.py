"""The log can only grow: the database itself refuses to change or remove a line."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    """CREATE TRIGGER logregel_geen_update BEFORE UPDATE ON kern_logregel
       BEGIN SELECT RAISE(ABORT, 'Het logboek kan alleen groeien.'); END""",
    """CREATE TRIGGER logregel_geen_delete BEFORE DELETE ON kern_logregel
       BEGIN SELECT RAISE(ABORT, 'Het logboek kan alleen groeien.'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION logregel_weiger() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'Het logboek kan alleen groeien.'; END $$""",
    """CREATE TRIGGER logregel_geen_wijziging BEFORE UPDATE OR DELETE ON kern_logregel
       FOR EACH ROW EXECUTE FUNCTION logregel_weiger()""",
]


def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the guards on the table."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


def reopen(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the guards off, for a migration backwards only."""
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TRIGGER logregel_geen_update")
        editor.execute("DROP TRIGGER logregel_geen_delete")
    else:
        editor.execute("DROP TRIGGER logregel_geen_wijziging ON kern_logregel")
        editor.execute("DROP FUNCTION logregel_weiger()")


class Migration(migrations.Migration):
    """Append-only."""

    dependencies = [("kern", "0001_initial")]
    operations = [migrations.RunPython(close, reopen)]
