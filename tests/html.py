"""HTML read as a person with a screen reader does: by role and accessible name, by the label of a field.

`page = read(response)`, then:

* `page.get_by_role("link", name="Agenda")`: the one part of the page with that role and that whole name; `all_by_role(role, name)`:
  all of them, in order; `texts(role)`: their names only; `has(role, name)`: whether there is any.
* `page.field("Titre")`: the field with that label, its mark `(obligatoire)` left out. It has `.value`, `.checked`, `.is_invalid`,
  `.description` (help and error) and `.form`.
* `page.region("Filtres")`: the landmark, section, form, list, fieldset or dialog with that name, to be read in the same way.
* `page.rows()`: the cells of each row of the page's tables, as tuples of texts.
* `page.all_by_hook("data-state", "read")`: what carries a `data-` hook.
* `page.form_values()`: what a browser would send for what is ticked and typed, hidden fields included.
* `page.text`: everything one can read, with single spaces (a no-break space is a space here).
* Of the head: `page.language`, `page.title`, `page.canonical`, `page.alternates`, `page.meta("robots")`, `page.structured_data`, `page.breadcrumbs`.

Names follow https://www.w3.org/TR/accname-1.2/ as far as our pages need it: `aria-labelledby`, `aria-label`, then label, legend, caption,
`alt`, the value of a button, the text, `title`. What is `hidden` or `aria-hidden` has neither role nor text. A part that is not there,
or there twice, raises `LookupError` with what stands on the page instead.
"""

import json
from collections.abc import Iterator
from functools import cached_property

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

ROLES = {
    "article": "article", "aside": "complementary", "button": "button", "code": "code", "dd": "definition", "del": "deletion", "dialog": "dialog", "dt": "term",
    "fieldset": "group", "figure": "figure", "form": "form", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading",
    "h5": "heading", "h6": "heading", "hr": "separator", "iframe": "iframe", "img": "img", "ins": "insertion", "li": "listitem", "main": "main",
    "nav": "navigation", "ol": "list", "option": "option", "output": "status", "p": "paragraph", "progress": "progressbar",
    "section": "region", "summary": "button", "table": "table", "td": "cell", "textarea": "textbox", "th": "columnheader",
    "time": "time", "tr": "row", "ul": "list",
}  # fmt: skip
INPUT_ROLES = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton", "radio": "radio", "range": "slider",
    "reset": "button", "search": "searchbox", "submit": "button",
}  # fmt: skip
FIELDS = ("input", "select", "textarea")
REGIONS = (
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "form",
    "group",
    "list",
    "main",
    "navigation",
    "region",
    "search",
    "table",
)
NAMED_BY_CONTENT = {
    "button", "cell", "checkbox", "code", "columnheader", "definition", "heading", "link", "listitem", "option", "paragraph", "radio", "row",
    "rowheader", "status", "alert", "note", "tab", "term", "time",
}  # fmt: skip
UNREAD = {"script", "style", "template", "noscript", "head"}
INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "cite",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
}


def read(source) -> "Page":
    """The page of a response, or of a string of HTML."""
    if not isinstance(source, str):
        source = source.content.decode()
    return Page(BeautifulSoup(source, "html.parser"))


class Part:
    """An element, and what is inside it."""

    def __init__(self, tag: Tag):
        self.tag = tag

    def __repr__(self) -> str:
        return f"<{self.role or self.tag.name} {self.name!r}>"

    def __getitem__(self, attribute: str) -> str:
        return self.tag[attribute]

    def get(self, attribute: str, default=None):
        return self.tag.get(attribute, default)

    @property
    def text(self) -> str:
        return _plain(_content(self.tag))

    @property
    def role(self) -> str:
        return _role(self.tag)

    @property
    def name(self) -> str:
        return _name(self.tag)

    @property
    def description(self) -> str:
        """What `aria-describedby` adds to the name: the help and the error of a field."""
        return _plain(" ".join(_content(tag) for tag in _named_tags(self.tag, "aria-describedby")))

    @property
    def is_invalid(self) -> bool:
        return self.tag.get("aria-invalid") == "true"

    @property
    def form(self) -> "Part":
        """The form to which the field or button belongs."""
        return Part(self.tag.find_parent("form"))

    @property
    def checked(self) -> bool:
        return self.tag.has_attr("checked")

    @property
    def value(self) -> str | list[str]:
        """What the field holds; the values chosen, for a list where several may be."""
        if self.tag.name == "textarea":
            return self.tag.get_text().removeprefix("\n")
        if self.tag.name == "select":
            chosen = [
                option.get("value", option.get_text()) for option in self.tag.find_all("option") if option.has_attr("selected")
            ]
            return chosen if self.tag.has_attr("multiple") else (chosen or [self.tag.find("option").get("value", "")])[0]
        return self.tag.get("value", "on" if self.tag.get("type") in ("checkbox", "radio") else "")

    def all_by_role(self, role: str, name: str | None = None) -> list["Part"]:
        return [part for part in self._parts() if part.role == role and name in (None, part.name)]

    def get_by_role(self, role: str, name: str | None = None) -> "Part":
        return _only(self.all_by_role(role, name), f"{role} {name!r}", self.texts(role))

    def has(self, role: str, name: str | None = None) -> bool:
        return bool(self.all_by_role(role, name))

    def texts(self, role: str) -> list[str]:
        return [part.name for part in self.all_by_role(role)]

    def field(self, label: str) -> "Part":
        fields = [part for part in self._parts() if part.tag.name in FIELDS and part.get("type") != "hidden"]
        return _only(
            [part for part in fields if _unmarked(part.name) == label], f"field {label!r}", [part.name for part in fields]
        )

    def region(self, name: str) -> "Part":
        regions = [part for part in self._parts() if part.role in REGIONS]
        return _only(
            [part for part in regions if part.name == name], f"region {name!r}", [part.name for part in regions if part.name]
        )

    def rows(self) -> list[tuple[str, ...]]:
        return [tuple(Part(cell).text for cell in row.tag.find_all(("td", "th"))) for row in self.all_by_role("row")]

    def all_by_hook(self, attribute: str, value: str | None = None) -> list["Part"]:
        return [Part(tag) for tag in self.tag.find_all(attrs={attribute: True if value is None else value})]

    def form_values(self) -> dict[str, str | list[str]]:
        """Values by name; a list where a name has several."""
        values: dict[str, list[str]] = {}
        for tag in self.tag.find_all(FIELDS):
            unticked = tag.get("type") in ("checkbox", "radio") and not tag.has_attr("checked")
            if not tag.get("name") or tag.get("type") in ("submit", "button", "file") or unticked or tag.has_attr("disabled"):
                continue
            value = Part(tag).value
            values.setdefault(tag["name"], []).extend(value if isinstance(value, list) else [value])
        return {name: each[0] if len(each) == 1 else each for name, each in values.items()}

    def _parts(self) -> Iterator["Part"]:
        return (Part(tag) for tag in self.tag.find_all(True) if not _is_hidden(tag))


class Page(Part):
    """A whole page, or a piece of one that was sent alone."""

    @property
    def language(self) -> str:
        return self.tag.html["lang"]

    @property
    def title(self) -> str:
        return _plain(self.tag.title.get_text())

    @property
    def canonical(self) -> str:
        return self.tag.find("link", rel="canonical")["href"]

    @property
    def alternates(self) -> dict[str, str]:
        """Addresses of the page in other languages, by `hreflang`."""
        return {link["hreflang"]: link["href"] for link in self.tag.find_all("link", rel="alternate", hreflang=True)}

    def meta(self, name: str) -> str | None:
        """The content of a `<meta>` by its `name` or `property`; `None` where there is none."""
        found = self.tag.find("meta", attrs={"name": name}) or self.tag.find("meta", attrs={"property": name})
        return found["content"] if found else None

    def stylesheet(self, path: str) -> str:
        """The whole address of a style sheet, its version included."""
        [address] = [link["href"] for link in self.tag.find_all("link", rel="stylesheet") if link["href"].split("?")[0] == path]
        return address

    @cached_property
    def structured_data(self) -> list[dict]:
        """The JSON-LD of the page, its breadcrumbs left out."""
        return [document for document in self._json_ld if document.get("@type") != "BreadcrumbList"]

    @property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """(name, address) of each as search engines read them; the page itself has no address."""
        lists = [document for document in self._json_ld if document.get("@type") == "BreadcrumbList"]
        return [(entry["name"], entry.get("item", "")) for document in lists for entry in document["itemListElement"]]

    @cached_property
    def _json_ld(self) -> list[dict]:
        return [json.loads(tag.string) for tag in self.tag.find_all("script", type="application/ld+json")]


def _only(parts: list[Part], wanted: str, present: list[str]) -> Part:
    if len(parts) != 1:
        raise LookupError(f"{len(parts)} times {wanted} on the page, which has {present}")
    return parts[0]


def _is_hidden(tag: Tag) -> bool:
    return any(
        each.has_attr("hidden") or each.get("aria-hidden") == "true" or each.name in UNREAD for each in (tag, *tag.parents)
    )


def _role(tag: Tag) -> str:
    if explicit := tag.get("role"):
        return explicit.split()[0]
    match tag.name:
        case "a" | "area":
            return "link" if tag.has_attr("href") else ""
        case "input":
            kind = tag.get("type", "text")
            return "" if kind == "hidden" else INPUT_ROLES.get(kind, "textbox")
        case "select":
            return "listbox" if tag.has_attr("multiple") else "combobox"
        case "img":
            return "" if tag.get("alt") == "" else "img"
        case "th":
            return "rowheader" if tag.get("scope") == "row" else "columnheader"
        case "header" | "footer":
            inside = any(each.name in ("article", "aside", "main", "nav", "section") for each in tag.parents)
            return "" if inside else {"header": "banner", "footer": "contentinfo"}[tag.name]
    return ROLES.get(tag.name, "")


def _name(tag: Tag) -> str:
    if labels := _named_tags(tag, "aria-labelledby"):
        return _plain(" ".join(label.get("aria-label") or _content(label) for label in labels))
    if label := tag.get("aria-label"):
        return _plain(label)
    return _plain(_native_name(tag) or tag.get("title", ""))


def _native_name(tag: Tag) -> str:
    if tag.name in FIELDS and (label := _label(tag)):
        return _content(label, without=tag)
    match tag.name:
        case "img" | "area":
            return tag.get("alt", "")
        case "input" if tag.get("type") in ("submit", "button", "reset"):
            return tag.get("value", "")
        case "input" if tag.get("type") == "image":
            return tag.get("alt", "")
        case "fieldset":
            return _content(tag.legend) if tag.legend else ""
        case "table":
            return _content(tag.caption) if tag.caption else ""
    return _content(tag) if _role(tag) in NAMED_BY_CONTENT else ""


def _label(field: Tag) -> Tag | None:
    page = list(field.parents)[-1]
    own = page.find("label", attrs={"for": field["id"]}) if field.get("id") else None
    return own or field.find_parent("label")


def _named_tags(tag: Tag, attribute: str) -> list[Tag]:
    page = list(tag.parents)[-1] if tag.parent else tag
    return [each for name in tag.get(attribute, "").split() if (each := page.find(id=name))]


def _content(tag: Tag, without: Tag | None = None) -> str:
    """The words of an element, those of its pictures included."""
    words = []
    for child in tag.children:
        if isinstance(child, NavigableString):
            words.append("" if isinstance(child, PreformattedString) else str(child))
        elif child is without or child.name in UNREAD or child.has_attr("hidden") or child.get("aria-hidden") == "true":
            continue
        elif child.name in ("img", "area") or child.get("aria-label") and child.name == "svg":
            words.append(f" {child.get('aria-label') or child.get('alt', '')} ")
        elif child.name in INLINE:
            words.append(_content(child))
        else:
            words.append(f" {_content(child)} ")
    return "".join(words)


def _unmarked(label: str) -> str:
    """A label without the mark in brackets that follows it: `(obligatoire)`."""
    return label.rsplit(" (", 1)[0] if label.endswith(")") else label


def _plain(text: str) -> str:
    return " ".join(text.split())
