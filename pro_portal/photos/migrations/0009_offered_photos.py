from django.db import migrations, models


def note_what_is_offered(apps, schema_editor):
    photos = apps.get_model("photos", "Photo").objects.filter(
        state="accepted", picture__third_parties_allowed=True, picture__audience__in=("public", "professionals")
    )
    offered = apps.get_model("photos", "OfferedPhoto")
    rows = photos.values_list("pk", "picture__audience", "picture__uses").iterator(chunk_size=1000)
    offered.objects.bulk_create(
        (offered(number=pk, audience=audience, uses=uses) for pk, audience, uses in rows), batch_size=500, ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [("photos", "0008_photo_requests"), ("common", "0011_size_of_renditions")]

    operations = [
        migrations.CreateModel(
            name="OfferedPhoto",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=20)),
                ("uses", models.JSONField(default=list)),
                ("deleted_at", models.DateTimeField(db_index=True, null=True)),
            ],
        ),
        migrations.RunPython(note_what_is_offered, migrations.RunPython.noop),
    ]
