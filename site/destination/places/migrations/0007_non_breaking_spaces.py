from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0006_prices_stars_and_services'),
    ]

    operations = [
        migrations.AlterField(
            model_name='placetranslation',
            name='coming',
            field=models.CharField(blank=True, help_text='L’arrêt de bus, la gare, où se garer\xa0: «\xa0Bus 520, arrêt Port\xa0; gare à 800 m.\xa0»', max_length=300, verbose_name='comment venir'),
        ),
    ]
