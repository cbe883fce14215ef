from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_field_terms"), ("agenda", "0003_initial")]

    operations = [
        migrations.RenameModel(old_name="EventWords", new_name="EventTranslation"),
        migrations.RenameField(model_name="event", old_name="audience_circles", new_name="audience_groups"),
    ]
