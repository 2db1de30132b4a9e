"""Seals over the log; they can only grow, as the log itself."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    """CREATE TRIGGER logzegel_geen_update BEFORE UPDATE ON kern_logzegel
       BEGIN SELECT RAISE(ABORT, 'Een zegel verandert niet.'); END""",
    """CREATE TRIGGER logzegel_geen_delete BEFORE DELETE ON kern_logzegel
       BEGIN SELECT RAISE(ABORT, 'Een zegel verandert niet.'); END""",
]
POSTGRESQL = [
    """CREATE TRIGGER logzegel_geen_wijziging BEFORE UPDATE OR DELETE ON kern_logzegel
       FOR EACH ROW EXECUTE FUNCTION logregel_weiger()"""
]


def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the guards on the table."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    """The chain of seals."""

    dependencies = [("kern", "0002_log_append_only")]
    operations = [
        migrations.CreateModel(
            name="LogZegel",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("tot", models.BigIntegerField(unique=True)),
                ("aantal", models.PositiveIntegerField()),
                ("hash", models.CharField(max_length=64)),
                ("op", models.DateTimeField()),
            ],
            options={"ordering": ("id",), "verbose_name_plural": "logzegels"},
        ),
        migrations.RunPython(close, migrations.RunPython.noop),
    ]
