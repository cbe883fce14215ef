"""A picture from a member's computer or telephone: looked at, put upright, private until its event is published. It is decoded by
the imaging process (`common.imaging`), never in a web process."""

import re
from pathlib import Path, PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from willow.image import UnrecognisedImageFormatError

from common.access import Audience
from common.choices import Licence
from common.documents.names import clean_file_name
from common.forms.dropped_files import FILES_AWAY
from common.imaging.client import SENTENCES
from common.imaging.uploads import PictureRefused, upright_copy
from common.models import Picture
from common.models.picture_words import both_names
from common.storages import StorageAway
from common.text import plain

LICENCE_ADDRESS = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/(by(?:-nc)?(?:-sa|-nd)?|zero)/", re.IGNORECASE)
COPYRIGHT_MARK = re.compile(r"^(©|\(c\)|copyright)\s*", re.IGNORECASE)


def read_picture(upload) -> Picture:
    """The picture of an uploaded file, upright, with the credit and licence it states; not saved. Raises `PictureRefused`."""
    with upright_copy(upload) as (path, inspection):
        content = Path(path).read_bytes()
    stem = PurePath(upload.name or "").stem
    credit, licence = credit_and_licence(inspection["metadata"])
    return Picture(
        title=plain(stem).strip().replace("_", " ")[:200] or str(_("Photo")),
        file=ContentFile(content, f"{clean_file_name(stem.replace('.', '_'), 'photo')}.{inspection['ending']}"),
        file_size=len(content),
        width=inspection["width"],
        height=inspection["height"],
        credit=credit,
        creator=plain(inspection["metadata"].get("creator", ""))[:200],
        licence=licence,
    )


def credit_and_licence(entries: dict) -> tuple[str, str]:
    """The name to show, empty where the file states none, and the licence; `entries` as `imaging.metadata` gives them."""
    creator, credit, rights = (COPYRIGHT_MARK.sub("", plain(entries.get(name, ""))) for name in ("creator", "credit", "rights"))
    credit = (both_names(creator, credit) or rights)[:200].strip()
    match = LICENCE_ADDRESS.search(" ".join(text for text in entries.values() if isinstance(text, str)))
    code = match[1].lower().replace("-", "_") if match else ""
    licence = "cc0" if code == "zero" else f"cc_{code}"
    return credit, licence if licence in Licence.values else Licence.UNKNOWN


def keep_picture(upload, person) -> Picture:
    """Keep an uploaded picture, private to the person's office; raises `PictureRefused`."""
    picture = read_picture(upload)
    picture.audience, picture.organisation = Audience.PRIVATE, person.organisation
    picture.author = picture.uploaded_by_user = person
    try:
        with transaction.atomic():
            picture.save()
    except StorageAway:
        raise PictureRefused(FILES_AWAY) from None
    except UnrecognisedImageFormatError:  # Wagtail reads less than we do
        raise PictureRefused(SENTENCES["wrong_kind"]) from None
    return picture


def pictures_of(person):
    """The pictures this person may put on an event: their own and their office's."""
    return Picture.objects.filter(author=person) | Picture.objects.filter(
        organisation=person.organisation, organisation__isnull=False
    )
