"""The renditions that pages ask for, made by the worker before the first reader comes."""

from wagtail.images.models import SourceImageIOError

from common.media import Picture
from common.serving import filter_spec

# What the grid and a phone ask for first; the other sizes are made when they are asked for.
USUAL = tuple((f"w{width}", kind) for width in (320, 480, 640, 960) for kind in ("avif", "webp")) + (("w960", "jpeg"),)


def render_in_advance(pk: int) -> None:
    picture = Picture.objects.filter(pk=pk).first()
    for size, kind in USUAL:
        if picture and int(size[1:]) <= picture.width:
            try:
                picture.get_rendition(filter_spec(size, kind))
            except (SourceImageIOError, FileNotFoundError):
                return
