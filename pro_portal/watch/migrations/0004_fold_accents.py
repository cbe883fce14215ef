"""The words that the list's search box reads, folded anew: ligatures are taken apart and apostrophes are straight since."""

from django.db import migrations

from common.text import fold_accents

BATCH = 500


def fold_again(apps, schema_editor):
    items = apps.get_model("watch", "WatchItem").objects.only("title", "summary", "comment", "folded")
    changed = []
    for item in items.iterator(chunk_size=BATCH):
        words = " ".join(fold_accents(f"{item.title} {item.summary} {item.comment}").split())
        if words != item.folded:
            item.folded = words
            changed.append(item)
    items.bulk_update(changed, ["folded"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("watch", "0003_field_terms")]

    operations = [migrations.RunPython(fold_again, migrations.RunPython.noop)]
