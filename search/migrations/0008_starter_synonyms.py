from pathlib import Path

from django.db import migrations

from common.content_files import read_yaml

STARTER = Path(__file__).parents[1] / "content" / "synonyms.yaml"


def add_starter_groups(apps, schema_editor):
    """Once for each installation, new or not: what an editor changes or deletes afterwards stays so."""
    groups = apps.get_model("search", "SynonymGroup")
    if not groups.objects.exists():
        groups.objects.bulk_create(
            groups(language=language, words=", ".join(words))
            for language, lists in read_yaml(STARTER).items()
            for words in lists
        )


class Migration(migrations.Migration):
    dependencies = [("search", "0007_synonyms_and_requests")]

    operations = [migrations.RunPython(add_starter_groups, migrations.RunPython.noop)]
