from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0009_organisation_names'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='membership',
            options={'verbose_name': 'appartenance à un groupe'},
        ),
        migrations.AlterModelOptions(
            name='joinrequest',
            options={'ordering': ['created_at', 'pk'], 'verbose_name': 'demande d’entrer dans un groupe'},
        ),
    ]
