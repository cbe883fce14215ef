"""Title, summary and picture of a web page, and the links of a pasted newsletter."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from common.safe_http import fetch
from pro_portal.watch.importers.decoding import decoded
from pro_portal.watch.normalisation import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    address_key,
    addresses_in,
    is_link,
    plain_text,
    tidy_address,
    title_key,
)

MAX_PAGE = 2_000_000
HEAD_BYTES = 300_000  # title and description stand at the beginning
MOST_LINKS = 100
MOST_FEEDS = 12  # that one page offers to choose from
FEED_TYPES = re.compile(r"(?:application|text)/(?:(?:rss|atom|rdf)\+)?xml", re.I)
# `application/json` names the programs' interface of most sites, and no feed.
JSON_FEED_TYPE = re.compile(r"application/feed\+json", re.I)
FEED_ADDRESS = re.compile(r"^feed:|[/.=](?:rss2?|atom|feed|flux|rdf)s?(?:\.xml|\.php|\.json)?/?(?:[?#&]|$)", re.I)
COMMENTS = re.compile(r"/comments?/|/commentaires?/|\b(?:comments|commentaires|comentaris)\b", re.I)
# Where a link of a newsletter leads that is about the newsletter: a whole part of its path, never a word of an article's.
UNWANTED_ADDRESS = re.compile(r"[/?&=](?:unsubscribe|unsub|opt-?out|desabonnement|desinscription|list-manage)(?:[/?&=.]|$)", re.I)
# A title is about the newsletter where one of the first words, or one of these phrases, stands in it, and beside it only words of
# the second list: « Gérer mes préférences » is, « Les préférences des visiteurs en 2027 » is not.
UNWANTED_WORDS = frozenset({
    "baixa", "baja", "browser", "confidentialite", "desabonne", "desabonnement", "desabonner", "desabonnez", "desinscription",
    "desinscrire", "desinscris", "desinscrivez", "navegador", "navigateur", "optout", "preferences", "preferencies",
    "privacy", "privadesa", "unsubscribe",
})  # fmt: skip
UNWANTED_PHRASES = frozenset(
    ("version en ligne", "version web", "voir en ligne", "lire en ligne", "view online", "mentions legales")
)
WORDS_AROUND = frozenset({
    "a", "abonnement", "abonnements", "affiche", "al", "and", "annuler", "au", "avec", "cancel", "ce", "cet", "cette",
    "choisir", "choix", "ci", "click", "cliquant", "cliquer", "cliquez", "communication", "communications", "conditions",
    "consulter", "correctement", "courriel", "courriels", "d", "dans", "darse", "de", "declaration", "del", "des",
    "desormais", "directement", "donar", "donarse", "donc", "donnees", "du", "e", "el", "email", "emails", "en", "est", "et",
    "from", "gerer", "gestion", "gestionar", "here", "i", "ici", "if", "in", "infolettre", "infolettres", "it", "j", "je",
    "l", "la", "lar", "le", "legales", "les", "lettre", "lettres", "lien", "lire", "list", "liste", "m", "mail", "mails",
    "manage", "me", "mentions", "mes", "message", "messages", "mettre", "meves", "modifier", "moi", "mon", "my", "n", "ne",
    "newsletter", "newsletters", "no", "nos", "notre", "nous", "on", "online", "ou", "our", "page", "pas", "personnelles",
    "plus", "policy", "politique", "por", "pour", "protection", "recevoir", "rgpd", "s", "se", "settings", "si", "souhaite",
    "souhaitez", "subscription", "suivez", "te", "teves", "the", "this", "to", "tout", "toute", "um", "un", "une", "update",
    "utilisation", "van", "version", "veuillez", "veure", "view", "voir", "vos", "vostre", "votre", "vous", "web", "you",
    "your",
})  # fmt: skip


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
    head = _HeadParser()
    head.feed(page_text(result.body[:HEAD_BYTES], result.content_type))
    title = head.metas.get("og:title") or head.title
    summary = head.metas.get("og:description") or head.metas.get("description", "")
    picture = _absolute(result.final_address, head.metas.get("og:image") or head.metas.get("twitter:image") or "")
    return PageSummary(result.final_address, plain_text(title, LONGEST_TITLE), plain_text(summary, LONGEST_SUMMARY), picture)


def _absolute(page: str, address: str) -> str:
    try:
        absolute = tidy_address(urljoin(page, tidy_address(address))) if address.strip() else ""
    except ValueError:
        return ""
    return absolute if is_link(absolute) else ""


def page_text(content: bytes, content_type: str) -> str:
    """The text of a web page, by the charset of HTTP, else that of its own `meta`."""
    meta = re.search(r"<meta[^>]{1,300}?charset\s*=\s*[\"']?([\w-]{1,40})", content[:2000].decode("ascii", "replace"), re.I)
    return decoded(content, content_type, meta[1] if meta else "")


class _FeedParser(HTMLParser):
    """The feeds that a page announces in its head, and links of its text that lead to one."""

    def __init__(self):
        super().__init__()
        self.announced: list[tuple[str, str]] = []
        self.announced_json: list[tuple[str, str]] = []
        self.linked: list[tuple[str, str]] = []
        self.base = ""
        self.is_open = False

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        address = values.get("href", "")
        if tag == "base":
            self.base = self.base or address
        elif tag == "link" and {"alternate", "feed"} & set(values.get("rel", "").lower().split()):
            kind = values.get("type", "").strip()
            if FEED_TYPES.match(kind) or not kind and FEED_ADDRESS.search(address):
                self.announced.append((address, values.get("title", "")))
            elif JSON_FEED_TYPE.match(kind):
                self.announced_json.append((address, values.get("title", "")))
        elif tag == "a":
            self.is_open = bool(FEED_ADDRESS.search(address) or FEED_TYPES.match(values.get("type", "").strip()))
            if self.is_open and len(self.linked) < MOST_LINKS:
                self.linked.append((address, values.get("title", "")))

    def handle_endtag(self, tag):
        self.is_open = self.is_open and tag != "a"

    def handle_data(self, data):
        if self.is_open and not self.linked[-1][1].strip():
            self.linked[-1] = (self.linked[-1][0], data[:LONGEST_TITLE])


def feed_links(content: bytes, address: str, content_type: str = "") -> list[tuple[str, str]]:
    """(address, title) of the feeds of a web page, each once: those that its head announces (`<link rel="alternate">`), else
    those that its text leads to. Where a site gives its posts as RSS or Atom and as JSON too, one of them is enough: JSON Feed
    counts where there is no other. Feeds of comments come last."""
    page = _FeedParser()
    page.feed(page_text(content[:MAX_PAGE], content_type))
    base = _absolute(address, page.base) or address
    links: dict[str, tuple[str, str]] = {}
    for link, title in page.announced or page.announced_json or page.linked:
        if absolute := _absolute(base, link):
            links.setdefault(address_key(absolute), (absolute, plain_text(title, LONGEST_TITLE)))
    return sorted(links.values(), key=lambda link: bool(COMMENTS.search(f"{link[0]} {title_key(link[1])}")))[:MOST_FEEDS]


class _LinkParser(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[list[str]] = []
        # For each link, what stands for its words where it has none.
        self.alternatives: list[str] = []
        self.names: list[str] = []
        self.is_open = False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a" and len(self.links) < 10 * MOST_LINKS:
            self.links.append([values.get("href") or "", ""])
            self.alternatives.append("")
            self.names.append(values.get("title") or values.get("aria-label") or "")
            self.is_open = True
        elif tag == "img" and self.is_open and values.get("alt"):
            self.alternatives[-1] = max(self.alternatives[-1], values["alt"], key=len)

    def handle_endtag(self, tag):
        if tag == "a":
            self.is_open = False

    def handle_data(self, data):
        if self.is_open and len(self.links[-1][1]) < 2 * LONGEST_TITLE:
            self.links[-1][1] += data

    def named_links(self) -> list[tuple[str, str]]:
        """(address, its words, else those of its picture, else its name)."""
        words = zip(self.links, self.alternatives, self.names, strict=True)
        return [(link, text if text.strip() else alternative or name) for (link, text), alternative, name in words]


def newsletter_links(letter: str) -> list[tuple[str, str]]:
    """(address, title) of each link of a pasted newsletter, HTML or plain text, each once; links to leave the list or to read
    it in a browser are left out."""
    parser = _LinkParser()
    parser.feed(letter)
    links_by_key: dict[str, tuple[str, str]] = {}
    for link, text in parser.named_links() or _links_in_text(letter):
        # A letter has no address of its own, whose scheme « //a.example/ » would take.
        link = f"https:{link.strip()}" if link.strip().startswith("//") else link
        address, title = tidy_address(link), plain_text(text, LONGEST_TITLE)
        if not is_link(address) or len(address) > 2000 or _is_unwanted(address, title):
            continue
        key = address_key(address)
        if key not in links_by_key or len(title) > len(links_by_key[key][1]):
            links_by_key[key] = (address, title)
    return list(links_by_key.values())[:MOST_LINKS]


def _links_in_text(letter: str) -> list[tuple[str, str]]:
    """In plain text a link follows its title, on the same line or under it."""
    links, previous_title = [], ""
    for line in letter.splitlines():
        addresses = addresses_in(line[:5000])
        title = line[:5000]
        for address in addresses:
            title = title.replace(address, "")
        title = title.strip(" <>()[]«»:.,;–-•*\t\u00a0")
        links += [(address, title or previous_title) for address in addresses]
        previous_title = "" if addresses else title or previous_title
    return links


def _is_unwanted(address: str, title: str) -> bool:
    """Whether a link of a newsletter is about the newsletter itself: to leave it, to read it in a browser, its legal notice."""
    key = title_key(title)
    words = set(key.split())
    names_it = words & UNWANTED_WORDS or any(phrase in key for phrase in UNWANTED_PHRASES)
    return bool(UNWANTED_ADDRESS.search(address) or names_it and words <= UNWANTED_WORDS | WORDS_AROUND)
