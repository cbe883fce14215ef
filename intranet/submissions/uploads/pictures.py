"""A picture from a member's computer or telephone: looked at, put upright, kept private until its event is published."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

import pillow_heif
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.text import format_lazy, get_valid_filename
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import DecompressionBombError

from common.access import Audience
from common.choices import Licence
from common.models import Picture
from intranet.submissions.forms.parsing import plain
from intranet.submissions.uploads.metadata import read_credit

pillow_heif.register_heif_opener()

# The camera formats an office meets. An SVG is a program as much as a drawing: it is refused.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "HEIF": "jpg", "AVIF": "jpg", "MPO": "jpg"}
KEPT_AS_THEY_ARE = {"JPEG", "PNG", "WEBP", "GIF"}
ORIENTATION = 0x0112
LARGEST_BYTES = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
LARGEST_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
SMALLEST_SIDE = 200  # below, nothing good can be shown


class PictureRefused(ValueError):
    """A file that cannot illustrate an event; `message` says why and what to do."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Upright:
    """A picture ready to be kept: its file, its size, and what it says of itself."""

    content: ContentFile
    width: int
    height: int
    credit: str
    licence: str


def read_picture(upload) -> Upright:
    """Look at an uploaded file and put the picture upright; raises `PictureRefused`."""
    if upload.size > LARGEST_BYTES:
        raise PictureRefused(
            format_lazy(
                _("Ce fichier pèse plus de {most} Mo : enregistrez la photo en plus petit."), most=LARGEST_BYTES // 1024**2
            )
        )
    if not upload.size:
        raise PictureRefused(_("Ce fichier est vide : choisissez-en un autre."))
    original = upload.read()
    try:
        return _upright(original, upload.name or "photo")
    except DecompressionBombError:
        raise _too_many_pixels() from None
    except PictureRefused:
        raise
    # Decoders meet files of every kind, and each fails in its own way: whatever it is, this file cannot be shown.
    except Exception as error:
        raise PictureRefused(_("Cette photo est abîmée et ne peut pas être ouverte : choisissez-en une autre.")) from error


def _upright(original: bytes, name: str) -> Upright:
    try:
        picture = Image.open(BytesIO(original))
    except UnidentifiedImageError:
        raise PictureRefused(_("Ce fichier n’est pas une photo : choisissez un fichier JPEG, PNG, WebP ou HEIC.")) from None
    if picture.format not in FORMATS:
        raise PictureRefused(_("Ce genre d’image n’est pas accepté : choisissez un fichier JPEG, PNG, WebP ou HEIC."))
    if picture.width * picture.height > LARGEST_PIXELS:
        raise _too_many_pixels()
    if min(picture.size) < SMALLEST_SIDE:
        raise PictureRefused(
            format_lazy(_("Cette image est trop petite : il faut au moins {least} pixels de côté."), least=SMALLEST_SIDE)
        )
    credit, licence = read_credit(picture)
    stem = get_valid_filename(PurePath(name).stem[:80] or "photo") or "photo"
    as_it_is = picture.format in KEPT_AS_THEY_ARE and picture.getexif().get(ORIENTATION, 1) == 1
    picture_format = picture.format
    if as_it_is:
        picture.load()
        return Upright(ContentFile(original, f"{stem}.{FORMATS[picture_format]}"), *picture.size, credit, licence)
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    kind = picture_format if picture_format in ("PNG", "WEBP") else "JPEG"
    if kind == "JPEG" and upright.mode != "RGB":
        upright = upright.convert("RGB")
    upright.info.pop("exif", None)  # it would turn the picture a second time, and says where it was taken
    buffer = BytesIO()
    upright.save(buffer, kind, quality=92, **({"icc_profile": profile} if profile else {}))
    return Upright(ContentFile(buffer.getvalue(), f"{stem}.{FORMATS[kind]}"), *upright.size, credit, licence)


def _too_many_pixels() -> PictureRefused:
    return PictureRefused(
        format_lazy(
            _("Cette image dépasse {most} millions de pixels : enregistrez-la en plus petit."), most=LARGEST_PIXELS // 10**6
        )
    )


def keep_picture(upload, person) -> Picture:
    """Keep an uploaded picture, private to the person's office; raises `PictureRefused`."""
    upright = read_picture(upload)
    title = plain(PurePath(upload.name or "").stem).strip().replace("_", " ")[:200] or str(_("Photo"))
    picture = Picture(
        title=title,
        file=upright.content,
        width=upright.width,
        height=upright.height,
        credit=upright.credit,
        licence=upright.licence or Licence.UNKNOWN,
        audience=Audience.PRIVATE,
        author=person,
        organisation=person.organisation,
        uploaded_by_user=person,
        file_size=upright.content.size,
    )
    picture.save()
    return picture


def pictures_of(person):
    """The pictures this person may put on an event: their own and their office's."""
    return Picture.objects.filter(author=person) | Picture.objects.filter(
        organisation=person.organisation, organisation__isnull=False
    )
