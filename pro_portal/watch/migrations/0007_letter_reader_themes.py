from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('watch', '0006_identity_exclusions_letter_readers'),
    ]

    operations = [
        migrations.AddField(
            model_name='watchletterreader',
            name='themes',
            field=models.ManyToManyField(blank=True, related_name='letter_readers', to='watch.watchtheme', verbose_name='thèmes'),
        ),
    ]
