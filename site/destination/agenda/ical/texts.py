"""The words of calendar files as plain text: tags and entities of the web pages they come from are undone, once."""

import re
from html import unescape
from html.entities import html5

import nh3

LOOKS_LIKE_HTML = re.compile(r"</?(?:p|br|div|span|a|b|i|u|ul|ol|li|strong|em|html|body|table|h[1-6])\b[^<]*>", re.I)
LINE_ENDING_TAG = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|tr)\s*>", re.I)
# With its semicolon: « AT&T » and « &copie » are what somebody typed; nobody types « &#8217 ».
ENTITY = re.compile(r"&(?:#\d{1,7};|#\d{3,6}(?!\d)|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
LONE_AMPERSAND = re.compile(rf"(?!{ENTITY.pattern})&")


def plain_text(text: str) -> str:
    """Plain text without tags and entities, with regular line ends. RFC 5545 has no entities: what is one came from HTML."""
    if not LOOKS_LIKE_HTML.search(text):
        text = without_entities(text)
    if LOOKS_LIKE_HTML.search(text):
        text = LINE_ENDING_TAG.sub("\n", LONE_AMPERSAND.sub("&amp;", text))
        text = unescape(nh3.clean(text, tags=set(), clean_content_tags={"script", "style"}))
    lines = (line.rstrip() for line in text.replace("\u00a0\n", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def plain_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain_text(text).split("\n"))


def without_entities(text: str) -> str:
    """« l&rsquo;olive &amp; le vin » as « l’olive & le vin »; what only looks like an entity stays."""
    return ENTITY.sub(lambda entity: unescape(entity[0]) if entity[0][1] == "#" or entity[0][1:] in html5 else entity[0], text)


def web_address(text: str) -> str:
    """The address, empty where it is none; « www.a.example » has a scheme from now on."""
    text = without_entities(text)
    text = f"https://{text}" if re.match(r"www\.[\w-]+\.\w", text, re.I) else text
    return text if re.match(r"https?://\S+$", text, re.I) and len(text) <= 2000 else ""
