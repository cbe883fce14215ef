"""A photo as JSON for the API. `openapi.py` describes the same; a test compares the two."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from common.choices import Licence
from pro_portal.photos.models import PartnerKey, Photo
from pro_portal.photos.rights.sizes import DownloadSize, sizes_for


def sizes_of(photo: Photo, key: PartnerKey) -> list[DownloadSize]:
    """The sizes made for a use that both the picture and the key allow."""
    return [size for size in sizes_for(photo.picture) if size.use in key.uses]


def photo_json(photo: Photo, key: PartnerKey) -> dict:
    """A dictionary fit for JSON; no query where the picture, its commune and its tags were fetched."""
    picture, licence = photo.picture, Licence(photo.picture.licence)
    with translation.override(settings.LANGUAGE_CODE):
        licence_name = str(licence.label)
    return {
        "id": photo.pk,
        "titles": {settings.LANGUAGE_CODE: picture.title} | {code: title for code, title in photo.titles.items() if title},
        "description": picture.description,
        "alternatives": {code: words for code, words in picture.alternatives.items() if words},
        "credit": picture.credit,
        "creator": picture.creator,
        "licence": {"code": licence.value, "name": licence_name, "url": licence.address},
        "uses": [use for use in picture.uses if use in key.uses],
        "changes_allowed": picture.changes_allowed,
        "territory": picture.use_territory,
        "last_day": day(picture.last_day),
        "theme": photo.theme,
        "season": photo.season,
        "weather": photo.weather,
        "orientation": photo.orientation,
        "colour": photo.colour,
        "with_people": photo.with_people,
        "commune": photo.commune.name if photo.commune else "",
        "keywords": [tag.name for tag in picture.tags.all()],
        "taken_on": day(photo.taken_on),
        "changed_at": photo.changed_at.isoformat(),
        "width": picture.width,
        "height": picture.height,
        "page": settings.BASE_URL + photo.get_absolute_url(),
        "url": settings.BASE_URL + reverse("photos_api:photo", kwargs={"pk": photo.pk}),
        "sizes": [size_json(size, photo) for size in sizes_of(photo, key)],
    }


def size_json(size: DownloadSize, photo: Photo) -> dict:
    width, height = size.dimensions(photo.picture)
    address = reverse("photos_api:file", kwargs={"pk": photo.pk, "size": size.code, "ending": size.ending(photo.picture)})
    return {
        "code": size.code,
        "use": size.use.value,
        "width": width,
        "height": height,
        "media_type": size.media_type(photo.picture),
        "url": settings.BASE_URL + address,
    }


def day(value) -> str | None:
    return value.isoformat() if value else None
