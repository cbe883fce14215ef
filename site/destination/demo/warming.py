"""Makes the pictures that the first visitor of a fresh demo sees before anybody asks for them."""

import re

from django.conf import settings
from django.test import Client

MOST = 640  # pixels: what phones and the tiles of a wide screen ask for
ADDRESS = re.compile(r"(/images/\d+/[0-9a-f]{16}/w(\d+)(-r\d+x\d+)?\.avif)")


def warm_home(language: str = settings.LANGUAGE_CODE) -> int:
    """Ask for the first page as a browser would, then for its pictures; how many were asked for.

    Only the picture across the page has no ratio: it is made in every width."""
    host = settings.BASE_URL.split("://", 1)[-1].split(":")[0]
    visitor = Client(raise_request_exception=False, SERVER_NAME=host)
    secure = settings.BASE_URL.startswith("https:")
    html = visitor.get(f"/{language}/", secure=secure).content.decode()
    found = {address for address, width, ratio in ADDRESS.findall(html) if int(width) <= MOST or not ratio}
    for address in sorted(found):
        visitor.get(address, secure=secure).close()
    return len(found)
