"""The picture of a page that a watcher adds: fetched once, stored small by us, so that no reader's browser asks another site.

Between fetching and publishing it travels inside the form as a `data:` address; what comes back is decoded and rendered again."""

import base64
import binascii
from io import BytesIO
from tempfile import NamedTemporaryFile

from django.core.files.base import ContentFile

from common.imaging import client as imaging
from common.imaging.head import read_size
from common.imaging.size import PictureSize
from common.models import Picture
from common.safe_http import FetchError, fetch
from pro_portal.watch.models import WatchItem

MAX_BYTES = 8_000_000
SIZE = PictureSize(960, 960)  # as wide as the page of an item shows it on a dense screen
MAX_CHARACTERS = 1_000_000  # characters of a picture inside the form
DATA_URL_PREFIX = "data:image/jpeg;base64,"


def read_picture(address: str) -> str:
    """The picture at this address, small, as a `data:` address; empty where there is none that can be shown."""
    try:
        return _small_data_url(fetch(address, limit_bytes=MAX_BYTES, accept="image/*").body)
    except (FetchError, imaging.Refused):
        return ""


def validated_picture(text: str) -> str:
    """The `data:` address that a form sent back, rendered again; empty for what is no picture."""
    if not text.startswith(DATA_URL_PREFIX) or len(text) > MAX_CHARACTERS:
        return ""
    try:
        return _small_data_url(base64.b64decode(text.removeprefix(DATA_URL_PREFIX), validate=True))
    except (binascii.Error, ValueError):  # Refused is a ValueError
        return ""


def _small_data_url(content: bytes) -> str:
    with NamedTemporaryFile() as source, NamedTemporaryFile() as upright, NamedTemporaryFile() as rendered:
        source.write(content)
        source.flush()
        imaging.inspect(source.name, upright.name)
        imaging.render(upright.name, rendered.name, SIZE)
        data_url = DATA_URL_PREFIX + base64.b64encode(rendered.read()).decode()
        return data_url if len(data_url) <= MAX_CHARACTERS else ""


def attach_picture(item: WatchItem, data_url: str) -> None:
    """Attach what `validated_picture` gave; its credit is the site it comes from, and nobody may download it."""
    content = base64.b64decode(data_url.removeprefix(DATA_URL_PREFIX))
    picture = Picture(title=item.title[:200], credit=item.host[:200], author=item.author, uploaded_by_user=item.author)
    picture.file.save("veille.jpg", ContentFile(content), save=False)
    picture.width, picture.height = read_size(BytesIO(content))
    copy_audience(item, picture)
    item.picture = picture
    item.save(update_fields=["picture"])


def copy_audience(item: WatchItem, picture: Picture) -> None:
    """Who may read the item may see its picture, and nobody else."""
    picture.audience, picture.organisation = item.audience, item.organisation
    picture.save()
    picture.audience_groups.set(item.audience_groups.all())


def remove_picture(item: WatchItem) -> None:
    picture, item.picture = item.picture, None
    item.save(update_fields=["picture"])
    picture.delete()
