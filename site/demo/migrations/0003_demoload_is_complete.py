from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("demo", "0002_labels_of_renamed_models")]

    operations = [
        migrations.AddField(model_name="demoload", name="is_complete", field=models.BooleanField(default=True)),
    ]
