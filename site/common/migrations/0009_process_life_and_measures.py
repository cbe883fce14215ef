from django.db import migrations, models


class Migration(migrations.Migration):
    """The table keeps its name and the two columns that workers of the former version write while an upgrade begins."""

    dependencies = [("common", "0008_worker_life")]

    operations = [
        migrations.AlterModelTable(name="workerlife", table="common_workerlife"),
        migrations.RenameModel("WorkerLife", "ProcessLife"),
        migrations.AlterField(
            "processlife",
            "worker",
            models.CharField(db_column="worker", max_length=64, primary_key=True, serialize=False),
        ),
        migrations.RenameField("processlife", "worker", "name"),
        migrations.AddField(
            "processlife",
            "kind",
            models.CharField(
                choices=[("web", "Web"), ("worker", "Worker"), ("clock", "Clock")], db_default="worker", max_length=10
            ),
        ),
        migrations.AddField("processlife", "machine", models.CharField(db_default="", max_length=120)),
        migrations.AddField("processlife", "number", models.PositiveIntegerField(null=True)),
        migrations.AddField("processlife", "version", models.CharField(db_default="", max_length=40)),
        migrations.AddField("processlife", "started_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("value", models.JSONField()),
                ("measured_at", models.DateTimeField()),
            ],
        ),
    ]
