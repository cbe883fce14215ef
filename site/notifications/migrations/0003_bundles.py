from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("notifications", "0002_held_notices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="about",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="notice",
            name="mail_not_before",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="preferences",
            name="rhythm",
            field=models.CharField(
                choices=[
                    ("at_once", "Tout de suite"),
                    ("daily", "Une fois par jour, le matin"),
                    ("weekly", "Une fois par semaine, le lundi matin"),
                    ("never", "Jamais\u00a0: la cloche me suffit"),
                    ("silent", "Aucune notification, ni ici ni par courriel"),
                ],
                default="at_once",
                max_length=10,
                verbose_name="rythme des courriels",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(condition=models.Q(("about", ""), _negated=True), fields=["about"], name="notifications_about"),
        ),
    ]
