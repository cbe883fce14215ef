"""Renditions of pictures: drawn once, drawn again where their file was lost, never waited for by more than one web thread.

A reader's request finds what was drawn before. What was not is drawn while one thread of the process waits, READER_PATIENCE at
most; the other threads leave their wish to a thread that draws one after the other, and answer at once with a tile.
"""

import logging
import threading
from collections import OrderedDict

from django.core.files.base import File
from django.db import IntegrityError, connection
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from common.imaging.client import Busy
from common.imaging.size import PictureSize
from common.models import Picture, PictureRendition
from common.models.pictures import SizeFilter

logger = logging.getLogger(__name__)

READER_PATIENCE = 2.0  # seconds
MOST_WAITING = 300  # three pages full of pictures; what does not fit is asked for again by who wants it
# What readers meet first: the library's grid in its own proportions, cards and lists at 3:2, both for phones too, in the format
# nineteen browsers in twenty take; the address that the others fall back to; and that of robots, which do not ask twice. Other
# sizes are drawn when they are asked for.
USUAL_SIZES = (
    *(PictureSize(width, ratio=ratio, kind="avif") for ratio in (None, (3, 2)) for width in (320, 480, 640, 960)),
    PictureSize(960),
    PictureSize(960, ratio=(3, 2)),
    PictureSize(1280, ratio=(16, 9)),
)
# Whatever happens to a picture while it is drawn: its file is damaged or gone, its right kind unknown, itself deleted.
NO_RENDITION = (SourceImageIOError, InvalidFilterSpecError, FileNotFoundError, IntegrityError)


def open_rendition(picture: Picture, size: PictureSize, patience: float | None = None) -> File:
    """The file of a rendition, drawn where there is none or where its file was lost. Raises one of NO_RENDITION, and `Busy` after
    `patience` seconds."""
    return _open_stored(picture, size) or picture.rendition(size, patience).file.open("rb")


def _open_stored(picture: Picture, size: PictureSize) -> File | None:
    """None where it was not drawn, or where its file is lost (a backup without renditions, a cleaned folder): the row goes."""
    rendition = picture.stored_rendition(size)
    if rendition is None:
        return None
    try:
        return rendition.file.open("rb")
    except FileNotFoundError:
        # By its key: once another thread has drawn it anew, nothing of what that one made is deleted.
        PictureRendition.objects.filter(pk=rendition.pk).delete()
        return None


def open_rendition_for_reader(picture: Picture, size: PictureSize) -> File | None:
    """`open_rendition` for a web thread: None where the rendition is not there in time; it is drawn meanwhile."""
    content = _open_stored(picture, size)
    if content is not None:
        return content
    if not _reader_waits.acquire(blocking=False):
        background.add(picture.pk, size)
        return None
    try:
        return picture.rendition(size, READER_PATIENCE).file.open("rb")
    except Busy:
        background.add(picture.pk, size)
        return None
    finally:
        _reader_waits.release()


_reader_waits = threading.Lock()


def usual_sizes_missing(picture: Picture) -> list[PictureSize]:
    """Those of USUAL_SIZES that were not drawn yet, none of them larger than the picture."""
    drawn = set(picture.renditions.values_list("filter_spec", "focal_point_key"))
    filters = [SizeFilter(size) for size in USUAL_SIZES if size.width <= picture.width]
    return [each.size for each in filters if (each.spec, each.get_cache_key(picture)) not in drawn]


def draw_usual_sizes(pk: int) -> None:
    """Draw what readers will ask for first. A picture that cannot be read is left alone."""
    picture = Picture.objects.filter(pk=pk).first()
    for size in usual_sizes_missing(picture) if picture else ():
        try:
            picture.rendition(size)
        except NO_RENDITION:
            return


class BackgroundDrawing:
    """A thread that draws what readers of this process wait for, one after the other; it ends when nothing is left."""

    def __init__(self):
        self._wishes: OrderedDict[tuple[int, PictureSize], None] = OrderedDict()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, pk: int, size: PictureSize) -> None:
        with self._lock:
            if len(self._wishes) >= MOST_WAITING:
                return
            self._wishes[pk, size] = None
            if self._thread is None:
                self._thread = threading.Thread(target=self._draw_all, name="renditions", daemon=True)
                self._thread.start()

    def _next(self) -> tuple[int, PictureSize] | None:
        with self._lock:
            if self._wishes:
                return next(iter(self._wishes))  # it stays in the list while it is drawn, and is not added twice
            self._thread = None
            return None

    def _draw_all(self) -> None:
        try:
            while wish := self._next():
                self._draw(*wish)
                with self._lock:
                    self._wishes.pop(wish, None)
        finally:
            connection.close()

    def _draw(self, pk: int, size: PictureSize) -> None:
        try:
            if picture := Picture.objects.filter(pk=pk).first():
                picture.rendition(size)
        except NO_RENDITION:
            pass
        except Exception:  # the next ones are waited for all the same
            logger.exception("A rendition of picture %s could not be drawn", pk)

    def join(self, seconds: float) -> None:
        """Wait until everything is drawn."""
        if thread := self._thread:
            thread.join(seconds)


background = BackgroundDrawing()
