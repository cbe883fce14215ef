"""Rich text that people write in the front office: what it may hold, how it is cleaned at the door, how it is written without
JavaScript, and which pictures and files it shows.

The editor (django-prose-editor) and the cleaner share one list of extensions, so that what can be written is what is stored.
Pictures and files are those of the house alone, named by their guarded addresses: whoever shows a text asks for each reader
whether they may see them.
"""

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3
from django.utils.html import escape, strip_tags
from django_prose_editor.config import allowlist_from_extensions, expand_extensions
from markdown_it import MarkdownIt

from common.absolute_urls import is_own_path
from common.access import can_see
from common.models import Picture, SharedDocument, shown_picture

SCHEMES = {"http", "https", "mailto", "tel"}
HEADINGS = (2, 3, 4)  # the first is the page's own
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Strike": True,
    "HardBreak": True,
    "Heading": {"levels": list(HEADINGS)},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": sorted(SCHEMES)},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Figure": True,
    "Caption": True,
    "Image": True,
}
#: Longer is a book; what is pasted from a word processor weighs ten times its words.
MOST_CHARACTERS, MOST_CHARACTERS_SENT = 100_000, 1_000_000
#: The bodies of two texts are compared up to here: a fraction of a second.
MOST_COMPARED = 40_000
KEPT_ATTRIBUTES = {"href", "title", "src", "alt", "rowspan", "colspan", "start"}
# What word processors and old editors write, in our words.
SAME_AS = {"b": "strong", "i": "em", "del": "s", "strike": "s", "h1": "h2", "h5": "h4", "h6": "h4", "div": "p"}
OTHER_TAG = re.compile(r"<(/?)(b|i|del|strike|h1|h5|h6|div)(?=[\s>/])[^>]*>", re.IGNORECASE)
PICTURE_ADDRESS = re.compile(r"/images/(\d{1,18})/[0-9a-f]{16}/w[\w-]{2,20}\.(?:avif|webp|jpeg)")
#: Deeper is no text: parsing it takes time that grows with the square of its depth.
DEEPEST = 60
NESTING = re.compile(r"<(/?)([a-z][a-z0-9:-]*)", re.IGNORECASE)
CLOSED_BY_THEMSELVES = {"p", "br", "img", "hr", "col", "input", "meta", "link", "wbr"}
WITHOUT_ADDRESS = re.compile(r"<a(?: title=\"[^\"]*\")?>((?:(?!</a>).)*)</a>", re.DOTALL)
PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*<img (?:(?!</?p>).)*)</p>", re.DOTALL)
# A word processor writes a list as paragraphs that begin with a dot and a gap.
DOTTED = re.compile(r"<p>\s*[·•▪‣§](?:\s|&nbsp;|\u00a0)+((?:(?!</?p>).)*)</p>", re.DOTALL)
DOTTED_LINES = re.compile(r"(?:<p>\s*[·•▪‣§](?:\s|&nbsp;|\u00a0)+(?:(?!</?p>).)*</p>\s*)+", re.DOTALL)
GAP = re.compile(r"(?:&nbsp;|\u00a0){2,}")
EMPTY_BLOCK = re.compile(r"<(p|h2|h3|h4|li|blockquote|figcaption|ul|ol|figure)>(?:\s|&nbsp;|<br>|\u00a0)*</\1>")
NO_SOURCE = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
BARE_PICTURE = re.compile(r"(?<!<figure>)(<img [^>]*>)(?!</figure>|<figcaption>)")
CAPTIONED = re.compile(r'<p>(<img src="[^"]*" alt="[^"]*") title="([^"]*)" ?/?></p>')
SPECIAL = re.compile(r"([\\`*_\[\]<>])")
LINE_START = re.compile(r"^(\s*)(\d*)([#+.)-])(?=\s)")


# ---- at the door ---------------------------------------------------------------------------------------------------
def _own(address: str, pattern: re.Pattern) -> bool:
    return is_own_path(address) and pattern.fullmatch(urlsplit(address).path) is not None


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name not in KEPT_ATTRIBUTES:
        return None
    if name == "src":
        return value if _own(value, PICTURE_ADDRESS) else None
    if name == "href":
        value = value.strip()
        return value if value.split(":", 1)[0].lower() in SCHEMES or is_own_path(value) else None
    if name in ("rowspan", "colspan", "start"):
        return value if value.isascii() and value.isdecimal() and len(value) < 4 else None
    return value[:300]


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    allowed = allowlist_from_extensions(expand_extensions(EXTENSIONS))
    return nh3.Cleaner(**allowed, attribute_filter=_attribute)


def clean_html(html: str) -> str:
    """What may be stored of what was typed or pasted: no script, no style, no class, no address but of the web and of the
    house's own pictures and files; empty where nothing is left to read or to see."""
    html = html.replace("\x00", "")
    if _is_too_deep(html):
        html = f"<p>{escape(strip_tags(html))}</p>"
    html = OTHER_TAG.sub(lambda tag: f"<{tag[1]}{SAME_AS[tag[2].lower()]}>", html)
    html = WITHOUT_ADDRESS.sub(r"\1", NO_SOURCE.sub("", _cleaner().clean(html)))
    if PARAGRAPH.search(html):  # a picture stands between paragraphs; what was opened before it is closed by the cleaner
        html = _cleaner().clean(PARAGRAPH.sub(_picture_apart, html))
    html = BARE_PICTURE.sub(r"<figure>\1</figure>", html)
    html = DOTTED_LINES.sub(lambda lines: "<ul>" + DOTTED.sub(r"<li>\1</li>", lines[0].strip()) + "</ul>", html)
    html = GAP.sub(" ", html)
    before = None
    while before != html:  # a list of empty lines is empty in its turn
        before, html = html, EMPTY_BLOCK.sub("", html)
    return html.strip() if plain(html) or "<img" in html else ""


def _is_too_deep(html: str) -> bool:
    depth = 0
    for tag in NESTING.finditer(html):
        if tag[2].lower() not in CLOSED_BY_THEMSELVES:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False


def _picture_apart(paragraph: re.Match) -> str:
    parts = re.split(r"(<img [^>]*>)", paragraph[1])
    return "".join(f"<figure>{part}</figure>" if part.startswith("<img ") else f"<p>{part}</p>" for part in parts)


def plain(html: str) -> str:
    """The words of a text on one line."""
    return " ".join(strip_tags(html.replace("<", " <")).replace("&nbsp;", " ").split())


def lines(html: str) -> str:
    """The words of a text with one block on each line: what two versions are compared by."""
    blocks = re.sub(r"</(?:p|h[2-4]|li|tr|blockquote|figcaption)>|<br>|<hr>", "\n", html)
    blocks = re.sub(r"<img [^>]*?(?:alt=\"([^\"]*)\")?[^>]*>", r" [\1] ", blocks)
    text = re.sub(r"[^\S\n]+", " ", strip_tags(blocks.replace("</td>", " ").replace("</th>", " ")))
    return re.sub(r"\s*\n\s*", "\n", text).strip()[:MOST_COMPARED]


def pictures_in(html: str) -> list[int]:
    """The keys of the pictures that a text shows, in order."""
    return list(dict.fromkeys(int(key) for key in PICTURE_ADDRESS.findall(html)))


def documents_in(html: str) -> list[int]:
    """The keys of the files that a text leads to."""
    return list(dict.fromkeys(int(key) for key in re.findall(r'href="/documents/(\d{1,18})/', html)))


def visible_attachments(html: str, reader) -> tuple[dict[int, Picture], frozenset[int]]:
    """The pictures of a text that this reader may see, by key (with what replaces those whose right ended), and the keys of the
    files that may be taken. Two queries at most, and those that groups cost."""
    pictures = Picture.objects.filter(pk__in=pictures_in(html)).select_related("substitute")
    shown = {picture.pk: visible for picture in pictures if (visible := shown_picture(picture, reader))} if "<img" in html else {}
    keys = documents_in(html)
    files = SharedDocument.objects.filter(pk__in=keys).prefetch_related("audience_groups") if keys else ()
    return shown, frozenset(document.pk for document in files if not document.is_held and can_see(reader, document))


# ---- without JavaScript ------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])


def from_markup(text: str) -> str:
    """The HTML, cleaned, of a text typed without an editor: paragraphs between empty lines, « ## » for a heading, « - » for a
    list, « ** » for what is strong, [words](address) for a link, ![description](address "caption") for a picture."""
    html = _markdown().render(text).replace(">\n", ">").replace("\n<", "<").replace("\n", " ")
    return clean_html(CAPTIONED.sub(_with_caption, html))


def _with_caption(picture: re.Match) -> str:
    caption = _markdown().renderInline(unescape(picture[2]))
    return f"<figure>{picture[1]}><figcaption>{caption}</figcaption></figure>"


def to_markup(html: str) -> str:
    """A stored text as it is typed without an editor: `from_markup` gives the same again, but for the spans of table cells."""
    writer = _MarkupWriter()
    writer.feed(html)
    writer.close()
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" +\n", "\n", "".join(writer.parts))).strip()


def escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


class _MarkupWriter(HTMLParser):
    MARKS = {"strong": "**", "em": "*", "s": "~~"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[int | None] = []  # the number of each list that is open, None where it has none
        self.quotes = self.quotes_before = 0
        self.href: list[str] = []
        self.cells = 0
        self.in_cell = False
        self.rows = 0
        self.caption_from = 0  # the part of a picture's caption that is open; it stands as the title of the picture before it

    def _start_line(self) -> None:
        if self.in_cell:
            return
        # A block inside an item of a list goes on under its first words.
        if self.parts and self.parts[-1].endswith(("- ", ". ")) and self.parts[-1].strip():
            return
        quote = "> " * self.quotes
        self.parts.append(f"\n{quote.rstrip() if self.quotes == self.quotes_before else ''}\n{quote}")
        self.quotes_before = self.quotes

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag in ("p", "h2", "h3", "h4"):
            self._start_line()
            self.parts.append("#" * int(tag[1]) + " " if tag[0] == "h" else "   " * len(self.lists) if self._goes_on() else "")
        elif tag in self.MARKS:
            self.parts.append(self.MARKS[tag])
        elif tag == "br":
            self.parts.append(" " if self.in_cell else "\n" + "> " * self.quotes + "   " * len(self.lists))
        elif tag == "hr":
            self._start_line()
            self.parts.append("---")
        elif tag == "blockquote":
            self.quotes += 1
        elif tag in ("ul", "ol"):
            if not self.lists:
                self._start_line()
            self.lists.append(int(values.get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            number = self.lists[-1] if self.lists else None
            self.parts.append("\n" + "> " * self.quotes + "   " * (len(self.lists) - 1))
            self.parts.append("- " if number is None else f"{number}. ")
            if number is not None:
                self.lists[-1] = number + 1
        elif tag == "a":
            self.href.append(values.get("href") or "")
            self.parts.append("[")
        elif tag == "img":
            self._start_line()
            self.parts.append(f"![{escaped(values.get('alt') or '')}]({values.get('src')})")
        elif tag == "figcaption" and self.parts and self.parts[-1].startswith("!["):
            self.caption_from = len(self.parts)
        elif tag == "figcaption":
            self._start_line()
        elif tag == "table":
            self._start_line()
            self.rows = 0
        elif tag == "tr":
            self.cells = 0
        elif tag in ("td", "th"):
            self.in_cell, self.cells = True, self.cells + 1
            self.parts.append("| ")

    def _goes_on(self) -> bool:
        return bool(self.lists) and bool(self.parts) and self.parts[-1].startswith("\n")

    def handle_endtag(self, tag):
        if tag in self.MARKS:
            self.parts.append(self.MARKS[tag])
        elif tag == "blockquote":
            self.quotes = self.quotes_before = max(0, self.quotes - 1)
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "a" and self.href:
            self.parts.append(f"]({self.href.pop()})")
        elif tag == "figcaption" and self.caption_from:
            words = " ".join("".join(self.parts[self.caption_from :]).split()).replace("\\", "\\\\").replace('"', '\\"')
            picture = self.parts[self.caption_from - 1].removesuffix(")")
            self.parts[self.caption_from - 1 :] = [f'{picture} "{words}")' if words else f"{picture})"]
            self.caption_from = 0
        elif tag in ("td", "th"):
            self.in_cell = False
            self.parts.append(" ")
        elif tag == "tr":
            self.rows += 1
            self.parts.append("|\n" + ("|" + " --- |" * self.cells + "\n" if self.rows == 1 else ""))

    def handle_data(self, data):
        text = re.sub(r"\s+", " ", data)
        if not text.strip() and (not self.parts or self.parts[-1].endswith("\n")):
            return
        if self.parts and self.parts[-1].endswith("\n"):
            text = text.lstrip()
        text = LINE_START.sub(r"\1\2\\\3", escaped(text))
        self.parts.append(text.replace("|", "\\|") if self.in_cell else text)
