"""Renditions of pictures: drawn once, drawn again where their file was lost, never waited for by more than one web thread.

A reader's request finds what was drawn before. What was not is drawn by a thread of its own, one rendition after the other; one
web thread of the process waits for it, READER_PATIENCE at most, and the others answer at once with a tile.
"""

import logging
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future

from django.core.files.base import File
from django.db import IntegrityError, connection
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from common.imaging.size import PictureSize
from common.models import Picture, PictureRendition
from common.models.pictures import SizeFilter
from common.storages import StorageAway

logger = logging.getLogger(__name__)

READER_PATIENCE = 2.0  # seconds
USUAL_SECONDS = 0.07  # of one picture of a list, until this process knows better
MOST_WAITING = 300  # three pages full of pictures; what does not fit is requested again by its reader
# What readers meet first: the library's grid in its own proportions, cards and lists at 3:2, both for phones too, in the format
# nineteen browsers in twenty take; the address that the others fall back to; and that of robots, which do not ask twice. Other
# sizes are drawn at their first request.
USUAL_SIZES = (
    *(PictureSize(width, ratio=ratio, kind="avif") for ratio in (None, (3, 2)) for width in (320, 480, 640, 960)),
    PictureSize(960),
    PictureSize(960, ratio=(3, 2)),
    PictureSize(1200, ratio=(40, 21)),  # social networks: 1200 × 630
)
# Whatever happens to a picture while it is drawn: its file is damaged or gone, its right kind unknown, itself deleted.
NO_RENDITION = (SourceImageIOError, InvalidFilterSpecError, FileNotFoundError, IntegrityError)


def open_rendition(picture: Picture, size: PictureSize) -> File:
    """The file of a rendition, drawn where there is none or where its file was lost. Raises one of NO_RENDITION, or
    `StorageAway` where the files cannot be reached now."""
    return _open_stored(picture, size) or picture.rendition(size).file.open("rb")


def _open_stored(picture: Picture, size: PictureSize) -> File | None:
    """None where it was not drawn, or where its file is lost (a backup without renditions, a cleaned folder): the row goes."""
    rendition = picture.stored_rendition(size)
    if rendition is None:
        return None
    try:
        return rendition.file.open("rb")
    except FileNotFoundError:
        forget_lost(rendition)
        return None


def forget_lost(rendition: PictureRendition) -> None:
    """Delete the row of a lost file. By its key: once another thread has drawn it anew, what that one made stays."""
    PictureRendition.objects.filter(pk=rendition.pk).delete()
    rendition.purge_from_cache()  # the cache may know a row that a restored database does not


def open_rendition_for_reader(picture: Picture, size: PictureSize) -> File | None:
    """`open_rendition` for a web thread: None where the rendition is not there in time; it is drawn meanwhile."""
    content = _open_stored(picture, size)
    if content is not None:
        return content
    if connection.in_atomic_block:  # another thread does not see what this one has not committed
        return open_rendition(picture, size)
    if not _reader_waits.acquire(blocking=False):
        background.add(picture.pk, size)
        return None
    try:
        wish = background.add(picture.pk, size, waited_for=True)
        wish.result(READER_PATIENCE)
    except TimeoutError:
        return None
    finally:
        _reader_waits.release()
    return open_rendition(picture, size)


_reader_waits = threading.Lock()


def draw_soon(picture: Picture, size: PictureSize) -> None:
    """Begin to draw what a reader is about to ask for, and return at once."""
    if connection.in_atomic_block:  # another thread does not see what this one has not committed
        return
    try:
        content = _open_stored(picture, size)
    except StorageAway:  # the page is shown all the same
        return
    if content is None:
        background.add(picture.pk, size)
    else:
        content.close()


def usual_sizes_missing(picture: Picture) -> list[PictureSize]:
    """Those of USUAL_SIZES that were not drawn yet, none of them larger than the picture."""
    existing = set(picture.renditions.values_list("filter_spec", "focal_point_key"))
    sizes = [size for size in USUAL_SIZES if size.width <= picture.width]
    if not picture.may_be_cropped:  # pages show it whole; in a frame it is for social networks alone
        sizes = [picture.allowed(size) for size in sizes if size.ratio != (3, 2)]
    filters = [SizeFilter(size) for size in sizes]
    return [size_filter.size for size_filter in filters if (size_filter.spec, size_filter.get_cache_key(picture)) not in existing]


def draw_usual_sizes(pk: int) -> None:
    """Draw what readers will ask for first. A picture that cannot be read is left alone."""
    picture = Picture.objects.filter(pk=pk).first()
    for size in usual_sizes_missing(picture) if picture else ():
        try:
            picture.rendition(size)
        except StorageAway:  # the task is done again
            raise
        except NO_RENDITION:
            return


class BackgroundDrawing:
    """A thread that draws what readers of this process wait for, one after the other; it ends when nothing is left."""

    def __init__(self):
        self._wishes: OrderedDict[tuple[int, PictureSize], Future] = OrderedDict()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._pace = USUAL_SECONDS

    def seconds_until(self, pk: int, size: PictureSize) -> float | None:
        """In how many seconds this one will be drawn, at the pace of the last ones; None where it is not waited for."""
        with self._lock:
            for before, wish in enumerate(self._wishes):
                if wish == (pk, size):
                    return (before + 1) * self._pace
        return None

    def add(self, pk: int, size: PictureSize, *, waited_for: bool = False) -> Future:
        """Draw this one too; first of all where somebody waits for it. The answer is done when it is drawn, or raises one of
        NO_RENDITION."""
        with self._lock:
            wish = self._wishes.setdefault((pk, size), Future())
            if waited_for:
                self._wishes.move_to_end((pk, size), last=False)
            elif len(self._wishes) > MOST_WAITING:
                self._wishes.popitem()  # whoever wants it asks again
            if self._thread is None:
                self._thread = threading.Thread(target=self._draw_all, name="renditions", daemon=True)
                self._thread.start()
        return wish

    def _draw_all(self) -> None:
        while wish := self._next():
            self._draw(*wish)

    def _next(self) -> tuple[int, PictureSize] | None:
        with self._lock:
            if self._wishes:
                return next(iter(self._wishes))  # it stays there while it is drawn, and is not added twice
            connection.close()  # this thread's own
            self._thread = None
            return None

    def _draw(self, pk: int, size: PictureSize) -> None:
        error, began = None, time.monotonic()
        try:
            if picture := Picture.objects.filter(pk=pk).first():
                picture.rendition(size)
        except (StorageAway, *NO_RENDITION) as reason:
            error = reason
        except Exception as reason:  # the next ones are waited for all the same
            logger.exception("A rendition of picture %s could not be drawn", pk)
            error = SourceImageIOError(str(reason))
        with self._lock:
            self._pace = (3 * self._pace + time.monotonic() - began) / 4
            wish = self._wishes.pop((pk, size), None)
        if wish:
            wish.set_exception(error) if error else wish.set_result(None)

    def join(self, seconds: float) -> None:
        """Wait until everything is drawn."""
        if thread := self._thread:
            thread.join(seconds)


background = BackgroundDrawing()
