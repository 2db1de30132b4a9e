import datetime

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("collaboration", "0007_regie_onveranderlijk")]

    operations = [
        migrations.AddField(
            model_name="stageeinde",
            name="gepland_einde",
            field=models.DateField(default=datetime.date(2026, 8, 1)),
            preserve_default=False,
        ),
    ]
