from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("common", "0010_members_documents")]

    operations = [
        migrations.AddField(
            model_name="picturerendition",
            name="file_size",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
    ]
