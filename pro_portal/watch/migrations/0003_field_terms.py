from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_field_terms"), ("watch", "0002_changes")]

    operations = [
        migrations.RenameField(model_name="watchitem", old_name="audience_circles", new_name="audience_groups"),
    ]
