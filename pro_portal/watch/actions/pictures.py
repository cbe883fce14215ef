"""The picture of a page that a watcher brings: read once, small, and kept by us, so that no reader's browser asks another site.

Between the reading and the publication it travels inside the form; what comes back is decoded again, whatever it is."""

import base64
import binascii
from io import BytesIO
from tempfile import NamedTemporaryFile

from django.core.files.base import ContentFile
from PIL import Image

from common.imaging import client as imaging
from common.imaging.size import PictureSize
from common.models import Picture
from common.safe_http import OutsideError, fetch
from pro_portal.watch.models import WatchItem

MAX_BYTES = 8_000_000
SIZE = PictureSize(960, 960)  # as wide as the page of an item shows it on a dense screen
LONGEST = 1_000_000  # characters of a picture inside the form
BEFORE = "data:image/jpeg;base64,"


def read_picture(address: str) -> str:
    """The picture at this address, small, as a `data:` address; empty where there is none that can be shown."""
    try:
        return _small(fetch(address, limit_bytes=MAX_BYTES, accept="image/*").body)
    except (OutsideError, imaging.Refused):
        return ""


def accepted_picture(text: str) -> str:
    """What a form brought back, drawn anew; empty for what is no picture."""
    if not text.startswith(BEFORE) or len(text) > LONGEST:
        return ""
    try:
        return _small(base64.b64decode(text.removeprefix(BEFORE), validate=True))
    except (binascii.Error, ValueError):  # Refused is a ValueError
        return ""


def _small(content: bytes) -> str:
    with NamedTemporaryFile() as source, NamedTemporaryFile() as upright, NamedTemporaryFile() as made:
        source.write(content)
        source.flush()
        imaging.inspect(source.name, upright.name)
        imaging.render(upright.name, made.name, SIZE)
        drawn = BEFORE + base64.b64encode(made.read()).decode()
        return drawn if len(drawn) <= LONGEST else ""


def give_picture(item: WatchItem, drawn: str) -> None:
    """Attach what `accepted_picture` gave; its credit is the site it comes from, and nobody may take it further."""
    content = base64.b64decode(drawn.removeprefix(BEFORE))
    picture = Picture(title=item.title[:200], credit=item.host[:200], author=item.author, uploaded_by_user=item.author)
    picture.file.save("veille.jpg", ContentFile(content), save=False)
    picture.width, picture.height = Image.open(BytesIO(content)).size  # its head only, and we wrote it
    follow_audience(item, picture)
    item.picture = picture
    item.save(update_fields=["picture"])


def follow_audience(item: WatchItem, picture: Picture) -> None:
    """Who may read the item may see its picture, and nobody else."""
    picture.audience, picture.organisation = item.audience, item.organisation
    picture.save()
    picture.audience_groups.set(item.audience_groups.all())


def take_picture_away(item: WatchItem) -> None:
    picture, item.picture = item.picture, None
    item.save(update_fields=["picture"])
    picture.delete()
