import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("photos", "0004_upload_pieces")]

    operations = [
        migrations.AddField(
            model_name="bundle",
            name="waiting_since",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
