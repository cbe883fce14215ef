"""What surrounds every page in one language: the destination's name and colours, its menus, its offices."""

from dataclasses import dataclass, field
from hashlib import sha256

from django.conf import settings
from wagtail.models import Site

from accounts.models import Organisation
from common.models import Picture, line_picture
from destination.pages.links import LISTS, links_of, list_address
from destination.pages.models import ContactPage, DestinationSettings, HomePage, Menu
from destination.pages.page_cache import kept

DEFAULT_ACCENT = "#0b6478"


@dataclass
class Frame:
    name: str
    tagline: str = ""
    footer_text: str = ""
    accent: str = DEFAULT_ACCENT
    logo: Picture | None = None
    social_picture: Picture | None = None
    social_links: list[dict] = field(default_factory=list)
    contact_email: str = ""
    menus: dict[str, list[dict]] = field(default_factory=dict)
    offices: list[dict] = field(default_factory=list)
    contact: dict | None = None  # the contact page: {url, path, …}
    homes: dict[str, str] = field(default_factory=dict)  # language → address of its first page

    @property
    def accent_version(self) -> str:
        return sha256(self.accent.encode()).hexdigest()[:8]


def frame_of(language: str) -> Frame:
    """The frame in a language: one query of the cache, ten of the database where it was forgotten."""
    return kept(frame_key(language), lambda: make_frame(language))


def frame_key(language: str) -> str:
    return f"pages:frame:{language}"


def make_frame(language: str) -> Frame:
    chosen = destination_settings()
    words = chosen.words_in(language) if chosen and chosen.pk else None
    site_name = Site.objects.filter(is_default_site=True).values_list("site_name", flat=True).first()
    return Frame(
        name=own_name(chosen, language) or (chosen and chosen.name) or site_name or settings.WAGTAIL_SITE_NAME,
        tagline=words.tagline if words else "",
        footer_text=words.footer_text if words else "",
        accent=(chosen and chosen.accent) or DEFAULT_ACCENT,
        logo=line_picture(chosen.logo, None) if chosen else None,
        social_picture=line_picture(chosen.social_picture, None) if chosen else None,
        social_links=[{"name": link.name, "url": link.url} for link in chosen.social_links.all()] if chosen and chosen.pk else [],
        contact_email=chosen.contact_email if chosen else "",
        menus=menus_in(language),
        offices=office_lines(),
        contact=contact_link(),
        homes={url_path.strip("/"): url_path for url_path in HomePage.objects.live().values_list("url_path", flat=True)},
    )


def own_name(chosen: DestinationSettings | None, language: str) -> str:
    """The destination's name in this very language, where it has one."""
    rows = chosen.words.all() if chosen and chosen.pk else ()
    return next((row.name for row in rows if row.language == language), "")


def destination_settings() -> DestinationSettings | None:
    rows = DestinationSettings.objects.filter(site__is_default_site=True)
    return rows.select_related("logo", "social_picture").prefetch_related("words", "social_links").first()


def office_lines() -> list[dict]:
    offices = Organisation.objects.filter(kind=Organisation.Kind.OFFICE).order_by("name")
    return [{"name": each.name, "phone": each.phone, "email": each.email, "url": each.website} for each in offices[:12]]


def contact_link() -> dict | None:
    """The first page where one writes to the office, in the active language where it is translated."""
    page = ContactPage.objects.live().order_by("path").first()
    return links_of([page]).get(page.translation_key) if page else None


def menus_in(language: str) -> dict[str, list[dict]]:
    """`code → entries`; an entry is `{title, lang, url, path, children}`, `path` being the tree path of its page."""
    menus = {menu.code: menu for menu in Menu.objects.all()}
    values = [value for menu in menus.values() for entry in menu.entries for value in (entry.value, *entry.value["children"])]
    pages = links_of([value["page"] for value in values if value["page"]])
    return {
        code: [line for entry in menu.entries if (line := menu_line(entry.value, language, pages))]
        for code, menu in menus.items()
    }


def menu_line(value, language: str, pages: dict) -> dict | None:
    """One entry in the words of the editor, else in those of its page; None where it leads nowhere any more."""
    page = pages.get(value["page"].translation_key) if value["page"] else None
    address = value.get("address") or ""
    url = page["url"] if page else list_address(address) if address in LISTS else address
    title, lang = menu_words(value, language, page)
    if not url or not title:
        return None
    children = [line for child in value.get("children") or () if (line := menu_line(child, language, pages))]
    return {
        "title": title,
        "lang": lang,
        "language_name": page["language_name"] if page else "",
        "url": url,
        "path": page["path"] if page else "",
        "children": children,
    }


def menu_words(value, language: str, page: dict | None) -> tuple[str, str]:
    """The title, and its language where it is another than the page's."""
    labels = {label["language"]: label["text"] for label in value["labels"]}
    if language in labels:
        return labels[language], ""
    if page and not page["lang"]:
        return page["title"], ""
    if settings.LANGUAGE_CODE in labels:
        return labels[settings.LANGUAGE_CODE], settings.LANGUAGE_CODE
    if page:
        return page["title"], page["lang"]
    return next(((text, code) for code, text in labels.items()), ("", ""))
