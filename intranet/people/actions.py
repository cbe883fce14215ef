"""A person's portrait: checked as every picture is, cut to a square, kept in two sizes without what was cut off."""

from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.crypto import get_random_string

from accounts.models import Profile
from common.forms.dropped_files import FILES_AWAY
from common.imaging import client as imaging
from common.imaging.size import PictureSize
from common.imaging.uploads import PictureRefused, upright_copy
from common.storages import StorageAway

LARGE, SMALL = 640, 160  # pixels: a page on a dense screen, a line of a list


class Square(NamedTuple):
    """The part of a picture to keep. `left` and `side` are fractions of the picture's width, `top` of its height."""

    left: float
    top: float
    side: float


def centred(width: int, height: int, kept: str = "middle") -> Square:
    """The largest square of a picture, at its "start" (left or top), "middle" or "end"."""
    free = {"start": 0.0, "end": 1.0}.get(kept, 0.5)
    if width >= height:
        return Square((1 - height / width) * free, 0.0, height / width)
    return Square(0.0, (1 - width / height) * free, 1.0)


def keep_portrait(profile: Profile, upload, square: Square | None = None, kept: str = "middle") -> None:
    """Give the profile this picture, cut to `square`, or to the largest square at `kept`. Raises `PictureRefused`, with a
    sentence, and changes nothing then."""
    with upright_copy(upload) as (path, inspection):
        left, top, side = square or centred(inspection["width"], inspection["height"], kept)
        down = side * inspection["width"] / inspection["height"]
        part = (left, top, left + side, top + down)
        contents = [_drawn(path, pixels, part) for pixels in (LARGE, SMALL)]
    before = _files_of(profile)
    try:
        with transaction.atomic():
            for field, content in zip(("portrait", "portrait_small"), contents, strict=True):
                getattr(profile, field).save(f"{get_random_string(24)}.jpg", ContentFile(content), save=False)
            profile.save(update_fields=["portrait", "portrait_small", "changed_at"])
            _delete_once_committed(before)
    except StorageAway:
        raise PictureRefused(FILES_AWAY) from None


def remove_portrait(profile: Profile) -> None:
    before = _files_of(profile)
    with transaction.atomic():
        profile.portrait = profile.portrait_small = ""
        profile.save(update_fields=["portrait", "portrait_small", "changed_at"])
        _delete_once_committed(before)


def _drawn(path: str, pixels: int, part: tuple[float, float, float, float]) -> bytes:
    with NamedTemporaryFile() as target:
        try:
            imaging.render(path, target.name, PictureSize(pixels, ratio=(1, 1)), part=part)
        except imaging.Refused as refused:
            raise PictureRefused(refused.sentence) from None
        return Path(target.name).read_bytes()


def _files_of(profile: Profile) -> list:
    return [(file.storage, file.name) for file in (profile.portrait, profile.portrait_small) if file]


def _delete_once_committed(files: list) -> None:
    for storage, name in files:
        transaction.on_commit(partial(storage.delete, name), robust=True)
