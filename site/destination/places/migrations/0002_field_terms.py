from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_field_terms"), ("places", "0001_initial")]

    operations = [
        migrations.RenameModel(old_name="PlaceWords", new_name="PlaceTranslation"),
        migrations.RenameField(model_name="place", old_name="audience_circles", new_name="audience_groups"),
    ]
