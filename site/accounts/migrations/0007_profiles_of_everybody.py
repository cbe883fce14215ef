from django.db import migrations, models
from django.utils.text import slugify


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


def forget_dates(apps, schema_editor):
    """Nobody noted when the groups and memberships of before were made."""
    apps.get_model("accounts", "WorkGroup").objects.update(created_at=None)
    apps.get_model("accounts", "Membership").objects.update(joined_at=None)


def keep_providers_in(apps, schema_editor):
    """Before, a group took whom an administrator put in it: where a provider is, providers may be."""
    membership_model = apps.get_model("accounts", "Membership")
    of_members = models.Q(user__is_superuser=True) | models.Q(user__organisation__kind__in=["office", "agency"])
    with_providers = membership_model.objects.exclude(of_members).values("workgroup_id")
    apps.get_model("accounts", "WorkGroup").objects.filter(pk__in=with_providers).update(providers_may_join=True)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_profiles_and_groups'),
    ]

    operations = [
        migrations.RunPython(make_profiles, migrations.RunPython.noop),
        migrations.RunPython(forget_dates, migrations.RunPython.noop),
        migrations.RunPython(keep_providers_in, migrations.RunPython.noop),
    ]
