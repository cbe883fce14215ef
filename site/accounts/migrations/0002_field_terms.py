import django.conf
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        # Every model that names `accounts.Circle` is known before it takes its new name.
        ("agenda", "0003_initial"),
        ("common", "0002_rights"),
        ("places", "0001_initial"),
        ("tutorials", "0001_initial"),
        ("watch", "0002_changes"),
    ]

    operations = [
        migrations.RenameModel(old_name="Circle", new_name="WorkGroup"),
        migrations.AlterField(
            model_name="workgroup",
            name="members",
            field=models.ManyToManyField(
                blank=True, related_name="work_groups", to=django.conf.settings.AUTH_USER_MODEL, verbose_name="membres"
            ),
        ),
    ]
