import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0002_field_terms'),
    ]

    operations = [
        migrations.CreateModel(
            name='Line',
            fields=[
                ('key', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('ok', 'En ordre'), ('warning', 'À surveiller'), ('failure', 'À réparer')], max_length=10)),
                ('is_red', models.BooleanField(default=False)),
                ('changed_at', models.DateTimeField()),
                ('looked_at', models.DateTimeField()),
                ('told_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'ligne de l’état de l’installation',
            },
        ),
        migrations.CreateModel(
            name='NewsReading',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('version', models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name='Upgrade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(max_length=40)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
    ]
