"""Template tags of the design system: icons, drawings, initials, page numbers."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import localize, number_format
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timesince import timesince
from django.utils.translation import get_language, gettext

from common.date_formats import formats_of
from common.phones import phones_of, with_contact_links
from common.storages import SCRIPT_BUNDLE, SCRIPTS, STYLE_BUNDLES

register = template.Library()

SPRITE = "common/icons.svg"
SPRITE_FILE = Path(__file__).resolve().parent.parent / "static" / SPRITE

#: Categories of events and kinds of places that share a drawing with another one.
DRAWINGS = {
    "festival": "music",
    "cinema": "stage",
    "hall": "stage",
    "producer": "market",
    "shop": "market",
    "workshop": "exhibition",
    "museum": "exhibition",
    "children": "feast",
    "leisure": "sport",
    "nature": "walk",
    "garden": "walk",
    "outdoors": "walk",
    "beach": "sea",
    "harbour": "sea",
    "restaurant": "food",
    "visit": "village",
    "monument": "village",
    "church": "village",
    "accommodation": "village",
    "tourist_office": "village",
}


@lru_cache(maxsize=1)
def symbol_names():
    """Return the frozenset of symbol names that the sprite holds."""
    return frozenset(re.findall(r'<symbol id="([\w-]+)"', SPRITE_FILE.read_text()))


@register.filter
def weight(bytes_: int) -> str:
    """« 367 ko », « 1,5 Mo », « 41 Go »: thousands, as phones and cameras count."""
    for size, unit in ((10**9, gettext("Go")), (10**6, gettext("Mo"))):
        if bytes_ >= size:
            return f"{number_format(bytes_ / size, 1 if bytes_ < 10 * size else 0)}\u00a0{unit}"
    return f"{max(1, round(bytes_ / 1000)) if bytes_ else 0}\u00a0{gettext('ko')}"


@register.filter
def weekday_name(day: date) -> str:
    """« dimanche », as the active language writes it inside a sentence."""
    return formats_of(get_language()).weekday(day, True, False)[0]


@register.simple_tag
def in_language(text, language: str) -> SafeString:
    """The text, marked with its language where that is not the page's, so that a screen reader takes the right voice."""
    if not language or language == get_language():
        return conditional_escape(text)
    return format_html('<span lang="{}">{}</span>', language, text)


@register.simple_tag
def house_language() -> str:
    """The language in which the office writes what has no translation: the attribute `lang` of a part that is its words."""
    return settings.LANGUAGE_CODE


@register.simple_tag
def in_house_language(text) -> SafeString:
    """What the office wrote once for everybody, marked for a reader of another language."""
    return in_language(text, settings.LANGUAGE_CODE)


@register.simple_tag
def title_of(thing) -> SafeString:
    """The title or name of a thing in the language in which it exists, marked. Events, places and tutorials have a row of words
    in each language; a photo and an item of the watch say theirs (`title_language`); a picture or a document is named once, in
    the language of the house."""
    if not hasattr(thing, "words_in"):
        return in_language(thing, getattr(thing, "title_language", settings.LANGUAGE_CODE))
    words = thing.words_in()
    if words is None:
        return conditional_escape(thing)
    return in_language(words.title if hasattr(words, "title") else words.name, words.language)


def _largest_unit(moment: datetime) -> str:
    """« 2 heures » passed since; empty for less than a minute."""
    now = timezone.now()
    return "" if now - moment < timedelta(minutes=1) else timesince(moment, now, depth=1)


@register.filter
def ago(moment: datetime) -> str:
    """« à l’instant », « il y a 2 heures »: the largest unit alone."""
    passed = _largest_unit(moment)
    return gettext("il y a %(duration)s") % {"duration": passed} if passed else gettext("à l’instant")


@register.filter
def waiting_since(moment: datetime) -> str:
    """« à l’instant », « depuis 2 heures »."""
    passed = _largest_unit(moment)
    return gettext("depuis %(duration)s") % {"duration": passed} if passed else gettext("à l’instant")


@register.filter
def day_in_words(day: date | datetime | None, parts: str = "") -> str:
    """A day in the active language: « 1er décembre »; `parts` adds "weekday" (« mardi »), "short" (« mar. ») or "year"."""
    if not day:
        return ""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return formats_of(get_language()).day(day, weekday="weekday" in parts, short="short" in parts, year="year" in parts)


@register.simple_tag
def icon(name, label=""):
    """Draw an icon of the sprite; hidden from assistive tools unless it has a label.

    An unknown name raises ``TemplateSyntaxError``: a missing icon is a mistake of ours.
    """
    return _icon(str(name), str(label))


# A page draws a hundred icons, and always the same ones.
@lru_cache(maxsize=1024)
def _icon(name, label):
    if name not in symbol_names() or name.startswith("drawing-"):
        raise template.TemplateSyntaxError(f"There is no icon named {name!r}")
    address = f"{static(SPRITE)}#{name}"
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{0}"><title>{0}</title><use href="{1}"/></svg>',
            label,
            address,
        )
    return format_html('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="{}"/></svg>', address)


@register.simple_tag
def drawing(subject=""):
    """Draw the poster-like picture of a category or kind; a landscape for an unknown one."""
    return _drawing(str(subject or ""))


@lru_cache(maxsize=256)
def _drawing(subject):
    name = f"drawing-{DRAWINGS.get(subject, subject)}"
    if name not in symbol_names():
        name = "drawing-landscape"
    return format_html(
        '<svg viewBox="0 0 120 80" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><use href="{}"/></svg>',
        f"{static(SPRITE)}#{name}",
    )


# « de 18 » before its hour, and names of two or three short words with a hyphen: « Mont-Clar ».
UNBROKEN = re.compile(r"\b(?:de|à|dès|from|at|to|des de|a les|a) \d+|\b\w+(?:-\w+)+\b")
LONGEST_UNBROKEN = 16  # letters; what is longer may have to break on a telephone


@register.filter
def unbroken(text) -> SafeString:
    """The text with the parts that no line should end within in elements of their own: other characters in their place would
    hide the words from who looks for them in the page."""

    def whole(match: re.Match) -> str:
        return f'<span class="unbroken">{match[0]}</span>' if len(match[0]) <= LONGEST_UNBROKEN else match[0]

    return mark_safe(UNBROKEN.sub(whole, conditional_escape(text)))  # noqa: S308  escaped, then our own tags


@register.filter
def breakable(address):
    """An e-mail address may go on a new line before its « @ » rather than in the middle of a word."""
    name, at, domain = str(address).partition("@")
    return format_html("{}<wbr>@{}", name, domain) if at else address


@register.simple_tag
def pixels(width: int, height: int) -> str:
    """« 1600 × 1067 px », never cut at the end of a line."""
    return f"{width}\u00a0×\u00a0{height}\u00a0px"


@register.filter
def contact_links(html) -> SafeString:
    """A safe text whose e-mail addresses and telephone numbers are links."""
    return with_contact_links(conditional_escape(html))


@register.simple_tag
def phone_links(stored: str) -> SafeString:
    """The numbers of a line, each a link to call it, with the word beside it."""
    links = [
        format_html('<a href="{}">{}</a>{}', phone.url, phone.shown, note) if phone.url else format_html("{}{}", phone.text, note)
        for phone in phones_of(stored)
        for note in [f" ({phone.note})" if phone.note else ""]
    ]
    return format_html_join(" / ", "{}", ((link,) for link in links))


@register.simple_tag
def core_styles(kind: str) -> SafeString:
    """The links of the style sheets of « public » or « work » pages: one where they were joined, else each."""
    name = f"common/css/all-{kind}.css"
    addresses = _bundle(name, [f"common/css/{name}.css" for name in STYLE_BUNDLES[name]])
    return format_html_join("\n  ", '<link rel="stylesheet" href="{}">', ((address,) for address in addresses))


@register.simple_tag(takes_context=True)
def language_switch(context) -> SafeString:
    """`components/languages.html`, drawn once for a page that shows it at its head, in its menu and at its foot."""
    request, links = context.get("request"), context.get("languages_here")
    drawn = getattr(request, "_language_switch", None)
    if drawn is None or drawn[0] is not links:
        drawn = links, context.template.engine.get_template("components/languages.html").render(context)
        if request is not None:
            request._language_switch = drawn
    return drawn[1]


@register.simple_tag
def core_scripts() -> SafeString:
    """The scripts of every page: one where they were joined, else each."""
    addresses = _bundle(SCRIPT_BUNDLE, [f"common/js/{name}.js" for name in SCRIPTS])
    return format_html_join("\n  ", '<script type="module" src="{}"></script>', ((address,) for address in addresses))


def _bundle(bundle: str, names: list[str]) -> list[str]:
    address = getattr(staticfiles_storage, "bundle_of", lambda name: "")(bundle)
    return [address] if address else [static(name) for name in names]


@register.simple_tag
def chip_item(chip: dict) -> SafeString:
    """One chip of `components/chips.html` (see `common.filters.chip`), written here: a list has dozens, each with many ifs."""
    is_on, count = chip["is_on"], chip["count"]
    parts = [
        '<li><a class="chip chip--empty" href="' if count == 0 and not is_on else '<li><a class="chip" href="',
        escape(chip["url"]),
        '" aria-current="true' if is_on else "",
        f'" lang="{escape(chip["lang"])}' if chip["lang"] else "",
        '" rel="nofollow' if "&" in chip["url"] else "",  # robots follow one filter, not the combinations
        '">',
        icon(chip["icon"]) if chip["icon"] else "",
        conditional_escape(chip["label"]),
        f' <span class="chip__count">{_count_in_words(count, get_language())}</span>' if count is not None else "",
        icon("check") if is_on else "",
        "</a></li>",
    ]
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped


@register.simple_tag
def chip_field(chip: dict, is_single: bool) -> SafeString:
    """One choice of `components/filter_sheet.html`: a chip as a checkbox or a radio button, written here for the same reason."""
    count = chip["count"]
    parts = [
        '<li><label class="chip chip--field"',
        f' lang="{escape(chip["lang"])}"' if chip["lang"] else "",
        '><input class="chip__field" type="radio"' if is_single else '><input class="chip__field" type="checkbox"',
        f' name="{escape(chip["parameter"])}" value="{escape(chip["value"])}"',
        " checked>" if chip["is_on"] else ">",
        icon(chip["icon"]) if chip["icon"] else "",
        conditional_escape(chip["label"]),
        f' <span class="chip__count">{_count_in_words(count, get_language())}</span>' if count is not None else "",
        "</label></li>",
    ]
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped


@lru_cache(maxsize=4096)
def _count_in_words(count: int, language: str) -> str:
    return localize(count)


@register.filter
def initials(name):
    """Return the first letters of the first and last word of a name, in capitals."""
    parts = str(name).split()
    letters = parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "") if parts else "?"
    return letters.upper()


@register.simple_tag
def elided_pages(page):
    """Return the page numbers to show around a page, with ``…`` for those left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def page_address(context, number: int) -> str:
    """« ?q=bal&amp;page=2 »: the address of another page of the same list. (`querystring` copies the whole query for each.)"""
    query = context["request"].GET
    parameters = [(name, value) for name, values in query.lists() if name != "page" for value in values]
    return f"?{urlencode([*parameters, ('page', number)])}"
