from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('photos', '0010_selections'),
    ]

    operations = [
        migrations.AlterField(
            model_name='consent',
            name='ends_on',
            field=models.DateField(blank=True, help_text='Ce jour compris\xa0; vide\xa0: sans fin.', null=True, verbose_name='jusqu’au'),
        ),
    ]
