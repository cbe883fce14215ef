from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("common", "0007_rate_counters")]

    operations = [
        migrations.CreateModel(
            name="WorkerLife",
            fields=[
                ("worker", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("alive_at", models.DateTimeField()),
            ],
        ),
    ]
