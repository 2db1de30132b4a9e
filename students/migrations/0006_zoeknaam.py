"""The folded name of each student, filled in for those who are there."""

import students.zoeknaam
from django.db import migrations, models
from django.db.migrations.state import StateApps

TOGETHER = 2_000


def fill(apps: StateApps, schema_editor: object) -> None:
    rows = apps.get_model("students", "Student")._base_manager
    waiting = []
    for student in rows.order_by().only(*students.zoeknaam.NAAM).iterator(TOGETHER):
        student.zoeknaam = students.zoeknaam.zoeknaam(
            student.voornaam, student.tussenvoegsel, student.achternaam
        )
        waiting.append(student)
        if len(waiting) == TOGETHER:
            rows.bulk_update(waiting, ["zoeknaam"], batch_size=200)
            waiting = []
    rows.bulk_update(waiting, ["zoeknaam"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = [("students", "0005_team_en_netwerk")]

    operations = [
        migrations.AddField(
            model_name="student",
            name="zoeknaam",
            field=students.zoeknaam.ZoeknaamField(default="", editable=False, max_length=240),
        ),
        migrations.AddIndex(
            model_name="student",
            index=models.Index(fields=["klas", "zoeknaam"], name="student_zoeken"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
