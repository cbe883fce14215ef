"""Another file for a photo: its address, rights, credit and words stay."""

from functools import partial
from pathlib import Path

from django.core.files import File
from django.db import transaction
from willow.image import UnrecognisedImageFormatError

from common.imaging.client import SENTENCES
from common.imaging.uploads import PictureRefused, upright_copy
from common.models import Picture
from common.slugs import slug_of
from pro_portal.photos.models import Orientation, Photo


def replace_file(photo: Photo, upload) -> Picture:
    """Show the uploaded file in the place of the photo's own, upright; what was drawn of the old one goes, and the old file once
    this is committed. A focal point stays where the shape does. Raises `PictureRefused`, and nothing is changed."""
    picture = Picture.objects.get(pk=photo.pk)
    storage, old_name, old_size = picture.file.storage, picture.file.name, (picture.width, picture.height)
    with upright_copy(upload) as (path, inspection), Path(path).open("rb") as content:
        try:
            picture.file.save(f"{slug_of(picture.title, 'photo')[:60]}.{inspection['ending']}", File(content), save=False)
        except UnrecognisedImageFormatError:  # Wagtail reads less than we do
            raise PictureRefused(SENTENCES["wrong_kind"]) from None
        try:
            with transaction.atomic():
                picture.keep_given(inspection["source"], inspection["given"])
                _write(photo, picture, inspection, old_size)
                transaction.on_commit(partial(storage.delete, old_name))
        except BaseException:
            storage.delete(picture.file.name)
            if inspection["given"]:
                picture.given.delete(save=False)
            raise
    return picture


def _write(photo: Photo, picture: Picture, inspection: dict, old_size: tuple[int, int]) -> None:
    picture.width, picture.height = inspection["width"], inspection["height"]
    picture.file_hash, picture.file_size = "", None  # of the new file, told when it is saved
    _follow_focal_point(picture, old_size)
    picture.save()
    for rendition in picture.renditions.all():
        rendition.delete()
    photo.likeness, photo.colour = inspection["likeness"], inspection["colour"]
    photo.orientation = Orientation.of(picture.width, picture.height)
    photo.save()


def _follow_focal_point(picture: Picture, old_size: tuple[int, int]) -> None:
    ratio = picture.width / max(old_size[0], 1)
    same_shape = abs(picture.height - old_size[1] * ratio) <= 0.02 * picture.height
    for name in ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"):
        value = getattr(picture, name)
        setattr(picture, name, round(value * ratio) if value is not None and same_shape else None)
