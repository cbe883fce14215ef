"""Title, summary and picture of a web page, and the links of a pasted newsletter."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from common.safe_http import fetch
from pro_portal.watch.normalisation import LONGEST_SUMMARY, LONGEST_TITLE, address_key, is_link, plain_text

MAX_PAGE = 2_000_000
HEAD_BYTES = 300_000  # title and description stand at the beginning
MOST_LINKS = 100
# Links that every newsletter carries and nobody wants in the watch.
UNWANTED_LINKS = re.compile(
    r"unsubscribe|désabonn|desabonn|désinscri|desinscri|se désins|view (?:it )?in (?:your )?browser|dans (?:votre|le) navigateur|"
    r"preferences|préférences|version en ligne|mentions légales|politique de confidentialité|privacy policy",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PageSummary:
    address: str
    title: str
    summary: str
    picture: str  # its address, maybe empty


class _HeadParser(HTMLParser):
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


def read_page(address: str) -> PageSummary:
    """Title, description and picture of a page, from its meta tags. Raises `FetchError` where it cannot be read."""
    result = fetch(address, limit_bytes=MAX_PAGE, accept="text/html, application/xhtml+xml;q=0.9, */*;q=0.5")
    charset = re.search(r"charset=([\w-]+)", result.content_type) or re.search(
        r"charset=[\"']?([\w-]+)", result.body[:2000].decode("ascii", "replace")
    )
    head = _HeadParser()
    head.feed(_decoded(result.body[:HEAD_BYTES], charset[1] if charset else "utf-8"))
    title = head.metas.get("og:title") or head.title
    summary = head.metas.get("og:description") or head.metas.get("description", "")
    picture = _absolute(result.final_address, head.metas.get("og:image") or head.metas.get("twitter:image") or "")
    return PageSummary(result.final_address, plain_text(title, LONGEST_TITLE), plain_text(summary, LONGEST_SUMMARY), picture)


def _absolute(page: str, address: str) -> str:
    try:
        absolute = urljoin(page, address.strip()) if address.strip() else ""
    except ValueError:
        return ""
    return absolute if is_link(absolute) else ""


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


class _LinkParser(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[list[str]] = []
        self.is_open = False

    def handle_starttag(self, tag, attributes):
        if tag == "a" and len(self.links) < 10 * MOST_LINKS:
            self.links.append([dict(attributes).get("href") or "", ""])
            self.is_open = True

    def handle_endtag(self, tag):
        if tag == "a":
            self.is_open = False

    def handle_data(self, data):
        if self.is_open and len(self.links[-1][1]) < 2 * LONGEST_TITLE:
            self.links[-1][1] += data


def newsletter_links(letter: str) -> list[tuple[str, str]]:
    """(address, title) of each link of a pasted newsletter, HTML or plain text, each once; links to leave the list or to read
    it in a browser are left out."""
    parser = _LinkParser()
    parser.feed(letter)
    addressed_titles = [(address.strip(), title) for address, title in parser.links] or _links_in_text(letter)
    links_by_key: dict[str, tuple[str, str]] = {}
    for address, title in addressed_titles:
        title = plain_text(title, LONGEST_TITLE)
        if not is_link(address) or len(address) > 2000 or UNWANTED_LINKS.search(f"{title} {address}"):
            continue
        key = address_key(address)
        if key not in links_by_key or len(title) > len(links_by_key[key][1]):
            links_by_key[key] = (urljoin(address, address), title)
    return list(links_by_key.values())[:MOST_LINKS]


def _links_in_text(letter: str) -> list[tuple[str, str]]:
    """In plain text a link follows its title, on the same line or under it."""
    links, previous_title = [], ""
    for line in letter.splitlines():
        addresses = re.findall(r"https?://[^\s<>\"')\]]{3,2000}", line[:5000])
        title = re.sub(r"https?://\S+", "", line[:5000]).strip(" <>()[]:–-•*\t")
        for address in addresses:
            links.append((address.rstrip(".,;:"), title or previous_title))
        previous_title = "" if addresses else title or previous_title
    return links
