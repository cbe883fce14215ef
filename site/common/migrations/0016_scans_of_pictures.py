

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('common', '0015_gif_originals'),
    ]

    operations = [
        migrations.AddField(
            model_name='documentversion',
            name='scan_result',
            field=models.CharField(blank=True, editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name='picture',
            name='scan_result',
            field=models.CharField(blank=True, editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name='picture',
            name='scan_state',
            field=models.CharField(choices=[('off', 'aucun antivirus n’est installé'), ('waiting', 'pas encore examiné'), ('clean', 'sans virus connu'), ('infected', 'contient un virus'), ('too_large', 'trop grand pour être examiné'), ('away', 'l’antivirus ne répond pas')], default='off', editable=False, max_length=16),
        ),
    ]
