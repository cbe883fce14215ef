import common.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_profiles_of_everybody'),
    ]

    operations = [
        migrations.AlterField(
            model_name='profile',
            name='private_phone',
            field=common.fields.PhoneField(blank=True, help_text='Pour vos collègues seulement\xa0; jamais montré aux professionnels.', max_length=80, verbose_name='téléphone personnel'),
        ),
        migrations.AlterField(
            model_name='user',
            name='preferred_name',
            field=models.CharField(blank=True, help_text='Comme vous voulez être appelé. Vide\xa0: prénom et nom.', max_length=120, verbose_name='nom d’usage'),
        ),
        migrations.AlterField(
            model_name='workgroup',
            name='kind',
            field=models.CharField(choices=[('open', 'Ouvert\xa0: chacun y entre'), ('on_request', 'Sur demande\xa0: on y entre avec l’accord d’un responsable'), ('closed', 'Fermé\xa0: on y entre sur invitation'), ('secret', 'Secret\xa0: seuls ses membres savent qu’il existe')], default='closed', max_length=10, verbose_name='nature'),
        ),
    ]
