"""What was on its way when 0.1 was upgraded is received further."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import default_storage

from common.models.pictures import PictureRendition
from pro_portal.photos.models import Contribution, Upload
from pro_portal.photos.rights.sizes import BY_CODE
from tests.factories import image_file, make_picture

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


def test_originals_of_gifs_that_were_drawn_as_jpeg_are_drawn_again():
    gif, photo = make_picture(file=image_file("vagues.gif", kind="GIF")), make_picture()
    for picture in (gif, photo):
        for code in ("original", "web"):
            PictureRendition.objects.create(
                image=picture,
                filter_spec=BY_CODE[code].size.filter_spec,
                width=9,
                height=9,
                file=image_file("x.jpg", size=(9, 9)),
            )
    old = gif.renditions.get(filter_spec=BY_CODE["original"].size.filter_spec).file
    import_module("common.migrations.0015_gif_originals").forget_drawn_originals(apps, None)
    assert (gif.renditions.count(), photo.renditions.count()) == (1, 2)
    assert not old.storage.exists(old.name)
