"""Loading the invented destination « Pays d'Aurelle » and taking it away."""

import re
from collections.abc import Callable
from contextlib import nullcontext

from django.conf import settings
from django.db import transaction
from django.test import Client

from accounts.actions import apply_roles
from demo.loaders import agenda, base_map, documents, intranet, network, pages, photos, pictures, places, tutorials, watch
from demo.loaders.loading import Loading
from demo.models import DemoLoad
from destination.pages.models import HomePage
from notifications.actions import quietly

PICTURE_SIZE = (2400, 1600)  # pixels
# Each builds on the ones before: an event names its place, the place its commune, all of them a picture.
PARTS = (network, base_map, pictures, places, agenda, pages, photos, tutorials, watch, documents, intranet)
WIDEST = 640  # pixels: what phones and the tiles of a wide screen ask for
RENDITION = re.compile(r"(/images/\d+/[0-9a-f]{16}/w(\d+)(-r\d+x\d+)?\.avif)")


def load_demo(picture_size: tuple[int, int] = PICTURE_SIZE, say: Callable[[str], None] = lambda sentence: None) -> DemoLoad:
    """Make the whole destination and give the record of what was made. Each part is a transaction, so that nobody waits long
    for its end; what an interrupted loading left is taken away first."""
    for record in DemoLoad.objects.filter(is_complete=False, removed_at=None):
        say("The last loading was interrupted: what it made is taken away.")
        remove_demo(record)
    apply_roles()
    demo = Loading(picture_size, DemoLoad(is_complete=False))
    demo.record.save()
    # Nobody is told of eighty events that were always there.
    with quietly():
        for number, part in enumerate(PARTS, start=1):
            # A picture takes a second to draw, and a hundred are drawn: each is there once it is drawn.
            with nullcontext() if part is pictures else transaction.atomic():
                part.load(demo)
            say(f"{number} of {len(PARTS)}: {part.__name__.rsplit('.', 1)[-1]}")
    demo.record.is_complete = True
    demo.record.save()
    return demo.record


def remove_demo(record: DemoLoad) -> tuple[int, list[str]]:
    """Delete what a loading made: how many things, and those that stay because something real uses them. The first pages
    stay too, emptied, for the office to write."""
    with quietly():
        answer = record.remove()
    for home in HomePage.objects.all():
        for name in ("introduction", "tagline", "preparing", "here", "search_description"):
            setattr(home, name, "")
        home.body, home.picture = [], None
        home.save_revision().publish()
    return answer


def warm_home(language: str = settings.LANGUAGE_CODE) -> int:
    """Have the pictures made that the first visitor of a fresh demo sees, by asking for the first page and for them as a
    browser would; how many were asked for."""
    host = settings.BASE_URL.split("://", 1)[-1].split(":")[0]
    visitor = Client(raise_request_exception=False, SERVER_NAME=host)
    secure = settings.BASE_URL.startswith("https:")
    html = visitor.get(f"/{language}/", secure=secure).content.decode()
    # Only the picture across the page has no ratio: it is made in every width.
    addresses = {address for address, width, ratio in RENDITION.findall(html) if int(width) <= WIDEST or not ratio}
    for address in sorted(addresses):
        visitor.get(address, secure=secure).close()
    return len(addresses)
