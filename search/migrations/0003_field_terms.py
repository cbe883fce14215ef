from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Replace


def rename_keys(apps, schema_editor):
    """The key of a working group is written as the access rule writes it now; a search engine's own index is made anew."""
    keys = apps.get_model("search", "EntryKey").objects.filter(key__startswith="circle:")
    keys.update(key=Replace(F("key"), Value("circle:"), Value("work_group:")))


class Migration(migrations.Migration):
    dependencies = [("search", "0002_shown_days")]

    operations = [migrations.RunPython(rename_keys, migrations.RunPython.noop)]
