from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_field_terms"), ("common", "0002_rights")]

    operations = [
        migrations.RenameField(model_name="picture", old_name="audience_circles", new_name="audience_groups"),
        migrations.RenameField(model_name="shareddocument", old_name="audience_circles", new_name="audience_groups"),
    ]
