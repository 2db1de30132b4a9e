"""Two ways around the guard are closed: replacing a line by inserting its number again, and emptying the table."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("logregel", "logzegel")
SQLITE = [
    f"""CREATE TRIGGER {table}_geen_replace BEFORE INSERT ON kern_{table}
        WHEN NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM kern_{table} WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'Het logboek kan alleen groeien.'); END"""
    for table in TABLES
]
POSTGRESQL = [
    f"""CREATE TRIGGER {table}_niet_leeg BEFORE TRUNCATE ON kern_{table}
        FOR EACH STATEMENT EXECUTE FUNCTION logregel_weiger()"""
    for table in TABLES
]


def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the guards on the tables."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    """No replace, no truncate."""

    dependencies = [("kern", "0003_log_seals")]
    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
