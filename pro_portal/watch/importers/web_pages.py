"""What a page says of itself, and the links of a newsletter."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from common.safe_http import fetch
from pro_portal.watch.normalisation import LONGEST_SUMMARY, LONGEST_TITLE, address_key, is_link, plain

MAX_PAGE = 2_000_000
MOST_OF_A_PAGE = 300_000  # title and description stand at the beginning
MOST_LINKS = 100
# Links that every newsletter carries and nobody wants in the watch.
NOISE = re.compile(
    r"unsubscribe|désabonn|desabonn|désinscri|desinscri|se désins|view (?:it )?in (?:your )?browser|dans (?:votre|le) navigateur|"
    r"preferences|préférences|version en ligne|mentions légales|politique de confidentialité|privacy policy",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PageWords:
    address: str
    title: str
    summary: str
    picture: str  # its address, maybe empty


class _Head(HTMLParser):
    def __init__(self):
        super().__init__()
        self.metas: dict[str, str] = {}
        self.title, self.in_title = "", False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "meta":
            name = (values.get("property") or values.get("name") or "").lower()
            self.metas.setdefault(name, values.get("content") or "")
        self.in_title = tag == "title" and not self.title

    def handle_endtag(self, tag):
        self.in_title = False

    def handle_data(self, data):
        if self.in_title:
            self.title += data


def read_page(address: str) -> PageWords:
    """Title, description and picture of a page, from its meta tags. Raises `OutsideError` where it cannot be read."""
    fetched = fetch(address, limit_bytes=MAX_PAGE, accept="text/html, application/xhtml+xml;q=0.9, */*;q=0.5")
    charset = re.search(r"charset=([\w-]+)", fetched.content_type) or re.search(
        r"charset=[\"']?([\w-]+)", fetched.body[:2000].decode("ascii", "replace")
    )
    head = _Head()
    head.feed(_decoded(fetched.body[:MOST_OF_A_PAGE], charset[1] if charset else "utf-8"))
    title = head.metas.get("og:title") or head.title
    summary = head.metas.get("og:description") or head.metas.get("description", "")
    picture = _whole(fetched.final_address, head.metas.get("og:image") or head.metas.get("twitter:image") or "")
    return PageWords(fetched.final_address, plain(title, LONGEST_TITLE), plain(summary, LONGEST_SUMMARY), picture)


def _whole(page: str, address: str) -> str:
    try:
        whole = urljoin(page, address.strip()) if address.strip() else ""
    except ValueError:
        return ""
    return whole if is_link(whole) else ""


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[list[str]] = []
        self.is_open = False

    def handle_starttag(self, tag, attributes):
        if tag == "a" and len(self.found) < 10 * MOST_LINKS:
            self.found.append([dict(attributes).get("href") or "", ""])
            self.is_open = True

    def handle_endtag(self, tag):
        if tag == "a":
            self.is_open = False

    def handle_data(self, data):
        if self.is_open and len(self.found[-1][1]) < 2 * LONGEST_TITLE:
            self.found[-1][1] += data


def links_of(letter: str) -> list[tuple[str, str]]:
    """(address, title) of each link of a pasted newsletter, HTML or plain text, each once; links to leave the list or to read
    it in a browser are left out."""
    links = _Links()
    links.feed(letter)
    found = [(address.strip(), title) for address, title in links.found] or _links_of_text(letter)
    chosen: dict[str, tuple[str, str]] = {}
    for address, title in found:
        title = plain(title, LONGEST_TITLE)
        if not is_link(address) or len(address) > 2000 or NOISE.search(f"{title} {address}"):
            continue
        key = address_key(address)
        if key not in chosen or len(title) > len(chosen[key][1]):
            chosen[key] = (urljoin(address, address), title)
    return list(chosen.values())[:MOST_LINKS]


def _links_of_text(letter: str) -> list[tuple[str, str]]:
    """In plain text a link follows its title, on the same line or under it."""
    found, before = [], ""
    for line in letter.splitlines():
        addresses = re.findall(r"https?://[^\s<>\"')\]]{3,2000}", line[:5000])
        said = re.sub(r"https?://\S+", "", line[:5000]).strip(" <>()[]:–-•*\t")
        for address in addresses:
            found.append((address.rstrip(".,;:"), said or before))
        before = "" if addresses else said or before
    return found
