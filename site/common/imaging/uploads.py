"""A picture that somebody sends: looked at by the virus scanner, put upright by the imaging process, never decoded
in a web process."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.documents.virus_scanner import scan_at_door
from common.imaging import client as imaging

LARGEST_BYTES = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE


class PictureRefused(ValidationError):
    """A file that cannot be used as a picture; `message` says why and what to do."""


@contextmanager
def upright_copy(upload) -> Iterator[tuple[str, dict]]:
    """The path of the picture of an uploaded file, upright, while the block lasts, and what `imaging.inspect` answers of it, with
    the path of the file as it came as `source`. Raises `PictureRefused`."""
    if upload.size > LARGEST_BYTES:
        too_big = _("Ce fichier pèse plus de {most} Mo : enregistrez la photo en plus petit.")
        raise PictureRefused(format_lazy(too_big, most=LARGEST_BYTES // 1024**2))
    if not upload.size:
        raise PictureRefused(imaging.SENTENCES["empty"])
    if refusal := scan_at_door(upload).refusal:
        raise PictureRefused(refusal)
    with NamedTemporaryFile() as source, NamedTemporaryFile() as upright:
        for chunk in upload.chunks():
            source.write(chunk)
        source.flush()
        try:
            inspection = imaging.inspect(source.name, upright.name)
        except imaging.Refused as refused:
            raise PictureRefused(refused.sentence) from None
        yield upright.name, {**inspection, "source": source.name}
