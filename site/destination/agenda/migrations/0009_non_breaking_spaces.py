import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0008_access_details'),
    ]

    operations = [
        migrations.AlterField(
            model_name='event',
            name='next_edition',
            field=models.ForeignKey(blank=True, help_text='Proposée sur la page quand l’événement est terminé. Vide\xa0: le même titre l’an prochain.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='earlier_editions', to='agenda.event', verbose_name='édition suivante'),
        ),
    ]
