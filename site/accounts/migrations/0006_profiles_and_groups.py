import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import accounts.models.profiles
import common.fields


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_territory_picture'),
        ('common', '0009_process_life_and_measures'),
    ]

    operations = [
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(unique=True, verbose_name='code')),
                ('names', models.JSONField(default=dict, verbose_name='noms')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='ordre')),
            ],
            options={
                'verbose_name': 'thème',
                'verbose_name_plural': 'thèmes',
                'ordering': ['order', 'code'],
            },
        ),
        migrations.AddField(
            model_name='user',
            name='preferred_name',
            field=models.CharField(blank=True, help_text='Comme vous voulez être appelé. Vide : prénom et nom.', max_length=120, verbose_name='nom d’usage'),
        ),
        migrations.AddField(
            model_name='workgroup',
            name='kind',
            field=models.CharField(choices=[('open', 'Ouvert : chacun y entre'), ('on_request', 'Sur demande : on y entre avec l’accord d’un responsable'), ('closed', 'Fermé : on y entre sur invitation'), ('secret', 'Secret : seuls ses membres savent qu’il existe')], default='closed', max_length=10, verbose_name='nature'),
        ),
        migrations.AddField(
            model_name='workgroup',
            name='purpose',
            field=models.TextField(blank=True, max_length=1000, verbose_name='à quoi il sert'),
        ),
        migrations.AddField(
            model_name='workgroup',
            name='providers_may_join',
            field=models.BooleanField(default=False, help_text='Des prestataires peuvent en faire partie.', verbose_name='ouvert aux professionnels'),
        ),
        migrations.AddField(
            model_name='workgroup',
            name='deleted_at',
            field=models.DateTimeField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='workgroup',
            name='deleted_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='workgroup',
            name='created_at',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True, verbose_name='créé le'),
        ),
        # The table of the pairs stays; the model in front of it has a name from now on, and more columns.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Membership',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                        ('workgroup', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='accounts.workgroup')),
                    ],
                    options={
                        'verbose_name': 'appartenance à un groupe',
                        'db_table': 'accounts_workgroup_members',
                        'unique_together': {('workgroup', 'user')},
                    },
                ),
                migrations.AlterField(
                    model_name='workgroup',
                    name='members',
                    field=models.ManyToManyField(blank=True, related_name='work_groups', through='accounts.Membership', to=settings.AUTH_USER_MODEL, verbose_name='membres'),
                ),
            ],
        ),
        migrations.AddField(
            model_name='membership',
            name='is_owner',
            field=models.BooleanField(default=False, verbose_name='responsable'),
        ),
        migrations.AddField(
            model_name='membership',
            name='is_muted',
            field=models.BooleanField(default=False, verbose_name='en sourdine'),
        ),
        migrations.AddField(
            model_name='membership',
            name='joined_at',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True, verbose_name='depuis'),
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('portrait', models.FileField(blank=True, storage=accounts.models.profiles.private_storage, upload_to='portraits', verbose_name='portrait')),
                ('portrait_small', models.FileField(blank=True, editable=False, storage=accounts.models.profiles.private_storage, upload_to='portraits')),
                ('handle', models.CharField(editable=False, max_length=60, unique=True)),
                ('job', models.CharField(blank=True, max_length=120, verbose_name='fonction')),
                ('about', models.TextField(blank=True, help_text='Ce dont vous vous occupez, en quelques mots.', max_length=1000, verbose_name='ce que l’on peut me demander')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='langues parlées')),
                ('private_phone', common.fields.PhoneField(blank=True, help_text='Pour vos collègues seulement ; jamais montré aux professionnels.', max_length=80, verbose_name='téléphone personnel')),
                ('working_days', models.JSONField(blank=True, default=list, verbose_name='jours de travail')),
                ('away_from', models.DateField(blank=True, null=True, verbose_name='absent du')),
                ('away_until', models.DateField(blank=True, null=True, verbose_name='absent jusqu’au')),
                ('shown_to_professionals', models.BooleanField(default=True, help_text='Ce qui est écrit ici, sauf votre téléphone personnel, sous vos thèmes, sur leur portail.', verbose_name='montré aux professionnels')),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
                ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='qui le remplace')),
                ('themes', models.ManyToManyField(blank=True, related_name='profiles', to='accounts.theme', verbose_name='thèmes')),
            ],
            options={
                'verbose_name': 'profil',
                'verbose_name_plural': 'profils',
            },
        ),
        migrations.CreateModel(
            name='JoinRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_invitation', models.BooleanField(default=False)),
                ('words', models.TextField(blank=True, max_length=500, verbose_name='votre mot')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('is_accepted', models.BooleanField(default=False)),
                ('reply', models.TextField(blank=True, max_length=500, verbose_name='votre réponse')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='join_requests', to=settings.AUTH_USER_MODEL)),
                ('workgroup', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='join_requests', to='accounts.workgroup')),
            ],
            options={
                'ordering': ['created_at', 'pk'],
                'verbose_name': 'demande d’entrer dans un groupe',
                'constraints': [models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('workgroup', 'person'), name='accounts_one_open_join_request')],
            },
        ),
        migrations.AddField(
            model_name='organisation',
            name='translated_names',
            field=models.JSONField(blank=True, default=dict, verbose_name='noms dans d’autres langues'),
        ),
    ]
