from pathlib import Path

import django.db.models.deletion
from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import migrations, models

import pro_portal.photos.models.contributions
import pro_portal.photos.models.rights


def take_in_files(apps, schema_editor):
    """What was on its way in a folder beside the pictures, on the machine that received it."""
    if not isinstance(default_storage, FileSystemStorage):
        return
    folder = Path(default_storage.path("")).parent / "uploads"
    Upload, UploadPiece = (apps.get_model("photos", name) for name in ("Upload", "UploadPiece"))
    for upload in Upload.objects.filter(state__in=("arriving", "arrived")).exclude(offset=0):
        path = folder / str(upload.pk)
        if not path.is_file() or path.stat().st_size < upload.offset:
            if upload.state == "arriving":  # its sender begins again
                Upload.objects.filter(pk=upload.pk).update(offset=0)
            continue
        with path.open("rb") as content:
            piece = UploadPiece(upload=upload, offset=0, length=path.stat().st_size)
            piece.file.save("", File(content), save=False)
        piece.save()
        # A piece that was cut left bytes after the offset that its sender knows: they are received as well.
        state = "arrived" if piece.length == upload.size else "arriving"
        Upload.objects.filter(pk=upload.pk).update(offset=piece.length, state=state)


class Migration(migrations.Migration):
    dependencies = [("photos", "0003_agreements_of_accepted_photos")]

    operations = [
        migrations.CreateModel(
            name="UploadPiece",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("offset", models.PositiveBigIntegerField()),
                ("length", models.PositiveBigIntegerField()),
                (
                    "file",
                    models.FileField(
                        max_length=200,
                        storage=pro_portal.photos.models.rights.private_storage,
                        upload_to=pro_portal.photos.models.contributions.piece_name,
                    ),
                ),
                (
                    "upload",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pieces", to="photos.upload"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("upload", "offset"), name="one_piece_at_an_offset")],
            },
        ),
        migrations.RunPython(take_in_files, migrations.RunPython.noop),
    ]
