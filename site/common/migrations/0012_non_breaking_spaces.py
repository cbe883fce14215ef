from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('common', '0011_size_of_renditions'),
    ]

    operations = [
        migrations.AlterField(
            model_name='picture',
            name='use_territory',
            field=models.CharField(blank=True, help_text='Vide\xa0: le monde entier.', max_length=100, verbose_name='territoire d’utilisation'),
        ),
        migrations.AlterField(
            model_name='shareddocument',
            name='review_on',
            field=models.DateField(blank=True, null=True, verbose_name='toujours vrai\xa0? à vérifier le'),
        ),
    ]
