from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0008_groups_requests_and_bin'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='translated_names',
            field=models.JSONField(blank=True, default=dict, verbose_name='noms dans d’autres langues'),
        ),
    ]
