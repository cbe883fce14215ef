import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_providers_in(apps, schema_editor):
    """Before, a group took whom an administrator put in it: where a provider is, providers may be."""
    membership_model = apps.get_model("accounts", "Membership")
    of_members = models.Q(user__is_superuser=True) | models.Q(user__organisation__kind__in=["office", "agency"])
    with_providers = membership_model.objects.exclude(of_members).values("workgroup_id")
    apps.get_model("accounts", "WorkGroup").objects.filter(pk__in=with_providers).update(providers_may_join=True)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0007_portraits'),
    ]

    operations = [
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
                'constraints': [models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('workgroup', 'person'), name='accounts_one_open_join_request')],
            },
        ),
        migrations.RunPython(keep_providers_in, migrations.RunPython.noop),
    ]
