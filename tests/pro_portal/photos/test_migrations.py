"""What was on its way when 0.1 was upgraded is received further."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import default_storage

from pro_portal.photos.models import Contribution, Upload

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.mark.parametrize(
    ("stored", "offset", "state", "expected"),
    [
        (b"x" * 300, 300, "arriving", (300, "arriving", 300)),
        (b"x" * 400, 300, "arriving", (400, "arriving", 400)),  # the connection was cut in a piece
        (b"x" * 1000, 1000, "arrived", (1000, "arrived", 1000)),
        (None, 300, "arriving", (0, "arriving", None)),  # its folder is lost: the sender begins again
        (None, 1000, "arrived", (1000, "arrived", None)),  # the worker says so to its sender
        (b"", 0, "arriving", (0, "arriving", None)),
    ],
)
def test_files_on_their_way_are_taken_into_the_private_storage(professional, stored, offset, state, expected):
    lot = Contribution.objects.create(author=professional)
    upload = Upload.objects.create(contribution=lot, name="plage.jpg", size=1000, offset=offset, state=state)
    folder = Path(default_storage.path("")).parent / "uploads"
    if stored is not None:
        folder.mkdir(exist_ok=True)
        (folder / str(upload.pk)).write_bytes(stored)
    import_module("pro_portal.photos.migrations.0004_upload_pieces").take_in_files(apps, None)
    upload.refresh_from_db()
    piece = upload.pieces.first()
    assert (upload.offset, upload.state, piece and piece.length) == expected
    if piece:
        assert piece.file.read() == stored
