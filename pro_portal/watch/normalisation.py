"""Normalised addresses (no tracking parameters) and titles, to recognise duplicates; and texts without markup."""

import html
import re
from hashlib import blake2b
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import nh3

from common.safe_http import web_scheme
from common.text import fold_accents

# Parameters that say where a click came from and never which page is meant.
TRACKING_PARAMETERS = re.compile(
    r"^(utm_\w*|mtm_\w*|pk_\w+|piwik_\w+|at_\w+|fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|xtor)$",
    re.I,
)
PORTS = {"http": 80, "https": 443}
MAX_TEXT = 20_000  # of an article that a feed gives whole, this much is read
LONGEST_SUMMARY = 1200
LONGEST_TITLE = 300
# What a browser writes in their place after the host (url.spec.whatwg.org, the query's percent-encode set and the space).
ENCODED = str.maketrans({" ": "%20", '"': "%22", "<": "%3C", ">": "%3E", "\\": "%5C", "\t": "", "\n": "", "\r": ""})
AUTHORITY = re.compile(r"^([a-z][a-z0-9+.-]*:)?//[^/?#\s\\]*", re.I)
IN_TEXT = re.compile(r"\bhttps?://[^\s<>\"“”«»]{3,2000}", re.I)
PAIRS = {")": "(", "]": "[", "}": "{"}


def tidy_address(address: str) -> str:
    """The address as a browser would open it: without line ends, with its spaces encoded, as http where it says `feed:`."""
    address = web_scheme(address.strip())
    if re.match(r"www\.[\w-]+\.", address, re.I):
        address = f"https://{address}"
    host = AUTHORITY.match(address)
    end = host.end() if host else 0
    rest = address[end:]
    # « https://a b » is no address: a space that ends the host is left for `is_link` to refuse.
    return address[:end] + (rest.translate(ENCODED) if not host or rest[:1] in ("", "/", "?", "#") else rest)


def addresses_in(text: str) -> list[str]:
    """The web addresses that a plain text holds, without the punctuation of the sentence around them: a bracket belongs to an
    address in which it was opened."""
    return [_without_punctuation(match[0]) for match in IN_TEXT.finditer(text)]


def _without_punctuation(address: str) -> str:
    while address:
        last = address[-1]
        is_of_the_sentence = last in ".,;:!?'’…*_" or last in PAIRS and address.count(last) > address.count(PAIRS[last])
        if not is_of_the_sentence:
            return address
        address = address[:-1]
    return address


def cleaned_address(address: str) -> str:
    """The address without fragment, tracking parameters, default port and final slash, its host in small letters.

    An address that cannot be taken apart comes back as it is."""
    address = address.strip().encode("utf-8", "replace").decode()
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return address
    if not host:
        return address
    scheme = parts.scheme.lower()
    authority = host if port in (None, PORTS.get(scheme)) else f"{host}:{port}"
    parameters = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING_PARAMETERS.match(name)
    ]
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._").rstrip("/")
    return f"{scheme}://{authority}{path}" + (f"?{urlencode(parameters)}" if parameters else "")


def address_key(address: str) -> str:
    """The same for every form of one address; http and https are one, and so is `www.`"""
    without_scheme = re.sub(r"^https?://(www\.)?", "", cleaned_address(address))
    return blake2b(without_scheme.encode(), digest_size=20).hexdigest()


def guid_key(guid: str, feed_address: str) -> str:
    """The same for one entry, whatever feed brings it where its guid is an address or a name that the world shares (RFC 4151,
    RFC 8141); else a name within its feed. Empty where there is no guid."""
    if not guid:
        return ""
    is_shared = "://" in guid or guid.lower().startswith(("tag:", "urn:"))
    name = re.sub(r"^https?://(www\.)?", "", guid) if is_shared else f"{address_key(feed_address)} {guid}"
    return blake2b(name.encode("utf-8", "replace"), digest_size=20).hexdigest()


def title_key(title: str) -> str:
    """The words of a title, without accents, capitals and punctuation."""
    return words_of(title)[:LONGEST_TITLE]


def words_of(text: str) -> str:
    """The words of a text without accents, capitals and punctuation, a space between two of them."""
    return " ".join(re.findall(r"\w+", folded(text)))


def folded(text: str) -> str:
    return " ".join(fold_accents(text).split())


def plain_text(text: str, longest: int) -> str:
    """A text or a piece of HTML as one plain line, cut between two words where it is longer than `longest`."""
    text = re.sub(r"(?i)<(?:/p|br|/li|/div|/h\d)[^>]{0,200}>", " ", (text or "")[:MAX_TEXT])
    line = html.unescape(nh3.clean(text, tags=set(), clean_content_tags={"script", "style"}))
    line = " ".join(
        "".join(char if char.isprintable() else " " for char in line if char not in "\u202a\u202b\u202d\u202e").split()
    )
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0][: longest - 1].rstrip(" ,;:") + "…"


def is_link(address: str) -> bool:
    """Whether a reader may be sent there: a whole http(s) address."""
    try:
        address.encode()  # half a character is no address
        parts = urlsplit(address)
        if parts.port == 0:  # reading it refuses what is no number: « javascript:alert(1) » behind https://
            return False
        has_host = bool(parts.hostname) and "%" not in parts.hostname
        return parts.scheme in PORTS and has_host and not re.search(r"[\x00-\x20\x7f\\<>\"]", address)
    except ValueError:
        return False
