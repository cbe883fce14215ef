from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_keepers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='article',
            name='review_on',
            field=models.DateField(blank=True, null=True, verbose_name='toujours vrai\xa0? à vérifier le'),
        ),
    ]
