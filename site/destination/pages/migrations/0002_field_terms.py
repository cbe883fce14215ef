from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial")]

    operations = [
        migrations.RenameModel(old_name="DestinationWords", new_name="DestinationTranslation"),
    ]
