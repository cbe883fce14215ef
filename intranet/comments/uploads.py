"""Pictures and files on a comment. A picture is decoded by the imaging process, turned upright, freed of what the camera wrote
into it (where it was taken) and kept as large as a screen shows it; a file is kept as it came and only ever downloaded."""

from dataclasses import dataclass
from pathlib import PurePath
from tempfile import NamedTemporaryFile

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from common.documents.names import clean_file_name
from common.documents.virus_scanner import scan_at_door
from common.imaging import client as imaging
from common.imaging.size import PictureSize
from common.imaging.uploads import PictureRefused, upright_copy
from intranet.comments.limits import FILE_ENDINGS, LARGEST_BYTES, PICTURE_ENDINGS, PICTURE_WIDTH


class FileRefused(ValidationError):
    """`message` says why, and what to do."""


@dataclass
class ReadFile:
    """A file that was looked at and may be stored."""

    name: str
    content: ContentFile
    width: int | None = None
    height: int | None = None


def read_file(upload) -> ReadFile:
    """Look at an uploaded file. Raises `FileRefused`."""
    name = clean_file_name(upload.name)
    ending = PurePath(name).suffix.lstrip(".").lower()
    if ending not in (*PICTURE_ENDINGS, *FILE_ENDINGS):
        raise FileRefused(
            _("« %(name)s » : ce genre de fichier n’est pas accepté. Une photo, un PDF, un document ou un tableau.")
            % {"name": name}
        )
    if upload.size > LARGEST_BYTES:
        most = LARGEST_BYTES // 1024**2
        raise FileRefused(_("« %(name)s » pèse plus de %(most)d Mo.") % {"name": name, "most": most})
    if not upload.size:
        raise FileRefused(_("« %(name)s » est vide.") % {"name": name})
    if ending in PICTURE_ENDINGS:
        return _read_picture(upload, name)
    if refusal := scan_at_door(upload).refusal:
        raise FileRefused(f"« {name} » : {refusal}")
    return ReadFile(name, ContentFile(upload.read(), name=name))


def _read_picture(upload, name: str) -> ReadFile:
    try:
        with upright_copy(upload) as (path, _inspection), NamedTemporaryFile() as target:
            drawn = imaging.render(path, target.name, PictureSize(PICTURE_WIDTH, kind="jpeg"))
            name = f"{PurePath(name).stem}.jpg"
            return ReadFile(name, ContentFile(target.read(), name=name), drawn["width"], drawn["height"])
    except PictureRefused as refused:
        raise FileRefused(f"« {name} » : {refused.message}") from None
    except imaging.Refused as refused:
        raise FileRefused(f"« {name} » : {refused.sentence}") from None
