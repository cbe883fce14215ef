"""A file that arrived becomes a picture nobody sees yet, with what it says of itself; or a refusal in a word. One that the
virus scanner has not passed waits, and becomes no picture."""

from datetime import date
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.text import Truncator
from willow.image import UnrecognisedImageFormatError

from common.access import Audience
from common.choices import Licence
from common.documents import virus_scanner
from common.documents.choices import ScanState
from common.imaging import client as imaging
from common.models import Picture
from common.slugs import slug_of
from pro_portal.photos.actions.facts import write_facts
from pro_portal.photos.models import Contribution, Orientation, Photo, Upload
from pro_portal.photos.querysets.duplicates import SAME_BITS, nearest

States = Upload.State
MOST_KEYWORDS, LONGEST_KEYWORD, LONGEST_ALTERNATIVE = 30, 60, 250  # of what a file says: as many as a form takes


def read_upload(pk: str) -> None:
    """Read one file that arrived. Done twice, or by two workers, it gives one picture."""
    uploads = Upload.objects.select_related("contribution__author", "contribution__keeper")
    upload = uploads.filter(pk=pk, state=States.ARRIVED).first()
    if upload is None:
        return
    with NamedTemporaryFile() as upright:
        try:
            with upload.local_copy() as path:
                if _is_held(upload, path):
                    return
                inspection = imaging.inspect(path, upright.name)
                _store(upload, inspection, upright, path)
        except FileNotFoundError:  # a piece is lost; a storage that does not answer raises another error, and is asked again
            _refuse(pk, "damaged")
        except imaging.Refused as refused:
            _refuse(pk, refused.code)
        except UnrecognisedImageFormatError:  # Wagtail reads less than we do: who gave the file is told, rather than left to wait
            _refuse(pk, "wrong_kind")
    upload.drop_pieces()


def _is_held(upload: Upload, path: str) -> bool:
    """Whether the scanner is away, so that the file waits and is queued again. Raises `imaging.Refused` where it says no."""
    with open(path, "rb") as file:
        answer = virus_scanner.scan(file, upload.size)
    if answer.state == ScanState.AWAY:
        return True
    if not answer.may_be_given:
        raise imaging.Refused(f"scan_{answer.state}")
    return False


def _refuse(pk: str, code: str) -> None:
    Upload.objects.filter(pk=pk, state=States.ARRIVED).update(state=States.REFUSED, refusal=code)


def _store(upload: Upload, inspection: dict, upright, path: str) -> None:
    picture = _picture_of(upload, inspection)
    picture.file.save(f"{slug_of(picture.title, 'photo')[:60]}.{inspection['ending']}", File(upright), save=False)
    picture.keep_given(path, inspection["given"])
    with transaction.atomic():
        if not Upload.objects.filter(pk=upload.pk, state=States.ARRIVED).update(state=States.READ):
            picture.file.delete(save=False)
            if picture.given:
                picture.given.delete(save=False)
            return
        contribution = Contribution.objects.select_related("author").get(pk=upload.contribution_id)
        picture.save()
        picture.tags.add(*(keyword[:LONGEST_KEYWORD] for keyword in inspection["metadata"].get("keywords", [])[:MOST_KEYWORDS]))
        photo = _photo_of(picture, inspection, contribution)
        Upload.objects.filter(pk=upload.pk).update(picture=picture, looks_like=_same_as(photo, contribution.author))
        if contribution.state != Contribution.State.OPEN:  # signed while this file waited for the worker
            write_facts(contribution, [photo])


def _picture_of(upload: Upload, inspection: dict) -> Picture:
    """XMP before IPTC before EXIF: `imaging.metadata` chose. Of the office of its author only once it is accepted."""
    entries = inspection["metadata"]
    stem = " ".join(upload.name.rsplit(".", 1)[0].replace("_", " ").split()) or upload.name
    return Picture(
        title=Truncator(entries.get("title") or entries.get("headline") or stem).chars(200),
        description=Truncator(entries.get("description", "")).chars(LONGEST_ALTERNATIVE),
        alternatives={
            code: Truncator(text).chars(LONGEST_ALTERNATIVE)
            for code, text in entries.get("descriptions", {}).items()
            if code != settings.LANGUAGE_CODE
        },
        credit=(entries.get("credit") or entries.get("creator") or entries.get("rights") or "")[:200],
        creator=entries.get("creator", "")[:200],
        licence=Licence.UNKNOWN,
        audience=Audience.PRIVATE,
        author=upload.contribution.responsible,
        uploaded_by_user=upload.contribution.author,
        width=inspection["width"],
        height=inspection["height"],
    )


def _photo_of(picture: Picture, inspection: dict, contribution: Contribution) -> Photo:
    """The position is kept while its author fills the form, and goes when the lot is signed unless they agreed to it."""
    entries = inspection["metadata"]
    latitude, longitude = entries.get("position") or (None, None)
    titles = {code: text[:200] for code, text in entries.get("titles", {}).items() if code != settings.LANGUAGE_CODE}
    return Photo.objects.create(
        picture=picture, contribution=contribution, state=Photo.State.WAITING, titles=titles,
        likeness=inspection["likeness"], colour=inspection["colour"],
        orientation=Orientation.of(inspection["width"], inspection["height"]), latitude=latitude, longitude=longitude,
        taken_on=date.fromisoformat(entries["taken_on"]) if entries.get("taken_on") else None,
    )  # fmt: skip


def _same_as(photo: Photo, author) -> Picture | None:
    """The picture this one repeats, among those its author may know of: the same file, or the same to the eye."""
    visible = Photo.objects.visible_to(author).values("pk")
    others = Photo.objects.exclude(pk=photo.pk).exclude(state=Photo.State.REFUSED)
    candidates = others.filter(pk__in=visible) | others.filter(contribution__author=author)
    exact = candidates.filter(picture__file_hash=photo.picture.file_hash).first()
    if exact:
        return exact.picture
    near = nearest(photo.likeness, candidates, SAME_BITS)
    return Picture.objects.filter(pk=near[0]).first() if near else None
