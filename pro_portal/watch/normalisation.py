"""Normalised addresses (no tracking parameters) and titles, to recognise duplicates; and texts without markup."""

import html
import re
from hashlib import blake2b
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import nh3

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


def title_key(title: str) -> str:
    """The words of a title, without accents, capitals and punctuation."""
    return " ".join(re.findall(r"\w+", folded(title)))[:LONGEST_TITLE]


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
        return parts.scheme in PORTS and bool(parts.hostname) and not re.search(r"[\x00-\x20\x7f\\<>\"]", address)
    except ValueError:
        return False
