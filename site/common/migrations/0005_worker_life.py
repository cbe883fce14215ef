from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("common", "0004_facet_changes")]

    operations = [
        migrations.CreateModel(
            name="WorkerLife",
            fields=[
                ("worker", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("alive_at", models.DateTimeField()),
            ],
        ),
    ]
