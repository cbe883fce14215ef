from django.db import migrations

RENAMED = {"accounts.circle": "accounts.workgroup", "pages.destinationwords": "pages.destinationtranslation"}


def rename(apps, labels: dict[str, str]) -> None:
    for load in apps.get_model("demo", "DemoLoad").objects.all():
        load.things = [[labels.get(label, label), pk] for label, pk in load.things]
        load.save()


def forwards(apps, schema_editor):
    rename(apps, RENAMED)


def backwards(apps, schema_editor):
    rename(apps, {new: old for old, new in RENAMED.items()})


class Migration(migrations.Migration):
    """A loading remembers what it made by the names of the models: those that were renamed are found again."""

    dependencies = [("demo", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
