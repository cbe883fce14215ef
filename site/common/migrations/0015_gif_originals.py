from contextlib import suppress

from django.db import migrations


def forget_drawn_originals(apps, schema_editor):
    """The original of a GIF was a JPEG that was drawn of it, and is the GIF: what was drawn before would leave under its name."""
    renditions = apps.get_model("common", "PictureRendition").objects
    for rendition in renditions.filter(filter_spec="original|bgcolor-000", image__file__iendswith=".gif"):
        with suppress(OSError):  # the files are away: that one stays, and nothing leads to it
            rendition.file.delete(save=False)
        rendition.delete()


class Migration(migrations.Migration):

    dependencies = [
        ('common', '0014_given_files'),
    ]

    operations = [
        migrations.RunPython(forget_drawn_originals, migrations.RunPython.noop, elidable=True),
    ]
