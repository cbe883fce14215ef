import common.storages
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('common', '0013_scan_state_of_versions'),
    ]

    operations = [
        migrations.AddField(
            model_name='picture',
            name='given',
            field=models.FileField(blank=True, editable=False, storage=common.storages.private_storage, upload_to='given'),
        ),
        migrations.AddField(
            model_name='picture',
            name='given_size',
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
    ]
