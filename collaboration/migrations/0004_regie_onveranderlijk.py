"""The history of the regie can only grow: the database itself refuses to change, replace or remove a row."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "collaboration_regieovergang"
SAID = "De geschiedenis van de regie verandert niet."
SQLITE = [
    f"""CREATE TRIGGER regieovergang_geen_update BEFORE UPDATE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    f"""CREATE TRIGGER regieovergang_geen_delete BEFORE DELETE ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    f"""CREATE TRIGGER regieovergang_geen_replace BEFORE INSERT ON {TABLE}
        WHEN NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
]
POSTGRESQL = [
    f"""CREATE FUNCTION regieovergang_weiger() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{SAID}'; END $$""",
    f"""CREATE TRIGGER regieovergang_geen_wijziging BEFORE UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION regieovergang_weiger()""",
    f"""CREATE TRIGGER regieovergang_niet_leeg BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION regieovergang_weiger()""",
]


def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the guards on the table."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


def reopen(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the guards off, for a migration backwards only."""
    if editor.connection.vendor == "sqlite":
        for change in ("update", "delete", "replace"):
            editor.execute(f"DROP TRIGGER regieovergang_geen_{change}")
    else:
        editor.execute(f"DROP TRIGGER regieovergang_geen_wijziging ON {TABLE}")
        editor.execute(f"DROP TRIGGER regieovergang_niet_leeg ON {TABLE}")
        editor.execute("DROP FUNCTION regieovergang_weiger()")


class Migration(migrations.Migration):
    """Append-only."""

    dependencies = [("collaboration", "0003_samen_aan_tafel")]
    operations = [migrations.RunPython(close, reopen)]
