import django.core.validators
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_access_details'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='booking_url',
            field=models.URLField(blank=True, max_length=300, verbose_name='lien de réservation'),
        ),
        migrations.AddField(
            model_name='place',
            name='capacity',
            field=models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100000)], verbose_name='capacité'),
        ),
        migrations.AddField(
            model_name='place',
            name='cooking',
            field=models.JSONField(blank=True, default=list, verbose_name='cuisine'),
        ),
        migrations.AddField(
            model_name='place',
            name='free',
            field=models.BooleanField(default=False, verbose_name='gratuit'),
        ),
        migrations.AddField(
            model_name='place',
            name='labels',
            field=models.JSONField(blank=True, default=list, verbose_name='labels'),
        ),
        migrations.AddField(
            model_name='place',
            name='languages',
            field=models.JSONField(blank=True, default=list, verbose_name='langues parlées'),
        ),
        migrations.AddField(
            model_name='place',
            name='menu_url',
            field=models.URLField(blank=True, max_length=300, verbose_name='adresse du menu'),
        ),
        migrations.AddField(
            model_name='place',
            name='payments',
            field=models.JSONField(blank=True, default=list, verbose_name='moyens de paiement'),
        ),
        migrations.AddField(
            model_name='place',
            name='price_from',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(Decimal('0.01'))], verbose_name='prix à partir de'),
        ),
        migrations.AddField(
            model_name='place',
            name='price_unit',
            field=models.CharField(blank=True, choices=[('night', 'une nuit'), ('night_each', 'une nuit par personne'), ('meal', 'un repas'), ('entry', 'une entrée'), ('person', 'une personne'), ('day', 'une journée')], max_length=12, verbose_name='pour'),
        ),
        migrations.AddField(
            model_name='place',
            name='rooms',
            field=models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(3000)], verbose_name='chambres'),
        ),
        migrations.AddField(
            model_name='place',
            name='setting',
            field=models.CharField(blank=True, choices=[('', 'Non précisé'), ('indoors', 'À l’intérieur'), ('outdoors', 'En plein air'), ('both', 'Dedans et dehors')], default='', max_length=8, verbose_name='cadre'),
        ),
        migrations.AddField(
            model_name='place',
            name='stars',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='étoiles'),
        ),
        migrations.AddField(
            model_name='placetranslation',
            name='prices',
            field=models.CharField(blank=True, help_text='« Plein tarif 7 €, réduit 4 €, gratuit jusqu’à 12 ans. »', max_length=300, verbose_name='tarifs'),
        ),
    ]
