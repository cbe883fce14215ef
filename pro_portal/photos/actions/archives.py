"""Making a zip of pictures, with the sheet of their licences."""

import zipfile

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import translation

from common.renditions import NO_RENDITION, open_rendition
from common.storages import StorageAway
from common.zips import add_chunks, own_name, store_zip
from pro_portal.photos.actions.downloads import file_name, note_taking
from pro_portal.photos.actions.licence_sheet import licence_sheet
from pro_portal.photos.models import Bundle, Photo
from pro_portal.photos.permissions import may_download_size
from pro_portal.photos.rights.sizes import BY_CODE


def fill_bundle(pk: str) -> None:
    """Write the zip of a bundle that waits. Done twice, it is made once; what may not be taken any more is left out."""
    bundle = Bundle.objects.select_related("person").filter(pk=pk, state=Bundle.State.WAITING).first()
    if bundle is None:
        return
    user, size = bundle.person or AnonymousUser(), BY_CODE[bundle.size]
    photos = Photo.objects.select_related("picture").in_bulk(bundle.pictures)
    included: list[Photo] = []

    def write(archive: zipfile.ZipFile) -> bool:
        names: set[str] = set()
        for photo in (photos[number] for number in bundle.pictures if number in photos):
            if may_download_size(user, photo.picture, size) and _add(archive, photo, size, names):
                included.append(photo)
        if included:
            archive.writestr("conditions.pdf", licence_sheet(included, size, bundle))
        return bool(included)

    with translation.override(bundle.language):
        store_zip(bundle, write, lambda: _finish(bundle, included, user, size))


@transaction.atomic
def _finish(bundle: Bundle, included: list[Photo], user, size) -> bool:
    """The zip and who took what are noted together, once: False where another worker has noted its own."""
    if not Bundle.objects.select_for_update().filter(pk=bundle.pk, state=Bundle.State.WAITING).exists():
        return False
    bundle.left_out += len(bundle.pictures) - len(included)
    bundle.pictures = [photo.pk for photo in included]  # what is inside: each is asked again before the zip is given
    bundle.state = Bundle.State.READY if included else Bundle.State.FAILED
    for photo in included:
        note_taking(photo.picture, size, user, name=bundle.name, email=bundle.email, purpose=bundle.purpose)
    bundle.save()
    return True


def _add(archive: zipfile.ZipFile, photo: Photo, size, names: set[str]) -> bool:
    """Copy one picture into the archive; False where its file cannot be read."""
    name = own_name(file_name(photo.picture, size), photo.pk, names)
    try:
        with open_rendition(photo.picture, size.size) as content:
            add_chunks(archive, name, content.chunks())
    except StorageAway:  # the task is done again: a zip lacks no picture for that
        raise
    except NO_RENDITION:
        return False
    return True
