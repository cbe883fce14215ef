import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.utils.text import slugify

import common.fields


def make_profiles(apps, schema_editor):
    """Everybody who is there already gets an empty profile, with a name of their own after the @."""
    person_model, profile_model = apps.get_model("accounts", "User"), apps.get_model("accounts", "Profile")
    holders = set(apps.get_model("accounts", "WorkGroup").objects.values_list("slug", flat=True))
    for person in person_model.objects.order_by("pk").iterator():
        text = f"{person.first_name} {person.last_name}".strip() or person.email.split("@")[0]
        base = slugify(text).replace("-", ".")[:56].strip(".") or "personne"
        number, handle = 1, base
        while handle in holders:
            number += 1
            handle = f"{base}{number}"
        holders.add(handle)
        profile_model.objects.create(person=person, handle=handle)


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
        # Nobody noted when the groups and memberships of before were made.
        migrations.AddField(
            model_name='workgroup',
            name='created_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='créé le'),
        ),
        migrations.AlterField(
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
            field=models.DateTimeField(editable=False, null=True, verbose_name='depuis'),
        ),
        migrations.AlterField(
            model_name='membership',
            name='joined_at',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True, verbose_name='depuis'),
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handle', models.CharField(editable=False, max_length=60, unique=True)),
                ('job', models.CharField(blank=True, max_length=120, verbose_name='fonction')),
                ('about', models.TextField(blank=True, help_text='Ce dont vous vous occupez, en quelques mots.', max_length=1000, verbose_name='ce que l’on peut me demander')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='langues parlées')),
                ('private_phone', common.fields.PhoneField(blank=True, help_text='Pour vos collègues seulement ; jamais montré aux professionnels.', max_length=80, verbose_name='téléphone personnel')),
                ('working_days', models.JSONField(blank=True, default=list, verbose_name='jours de travail')),
                ('away_from', models.DateField(blank=True, null=True, verbose_name='absent du')),
                ('away_until', models.DateField(blank=True, null=True, verbose_name='absent jusqu’au')),
                ('shown_to_professionals', models.BooleanField(default=True, help_text='Votre nom, votre fonction, vos thèmes, votre courriel et votre téléphone de travail, sur leur portail.', verbose_name='montré aux professionnels')),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='common.picture', verbose_name='portrait')),
                ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='qui le remplace')),
                ('themes', models.ManyToManyField(blank=True, related_name='profiles', to='accounts.theme', verbose_name='thèmes')),
            ],
            options={
                'verbose_name': 'profil',
                'verbose_name_plural': 'profils',
            },
        ),
        migrations.RunPython(make_profiles, migrations.RunPython.noop),
    ]
