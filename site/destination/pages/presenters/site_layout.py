"""What surrounds every page in one language: the destination's name and colours, its menus, its offices."""

from dataclasses import dataclass, field
from hashlib import sha256

from django.conf import settings
from wagtail.models import Page, PageViewRestriction, Site

from accounts.models import Organisation
from common.models import Picture, line_picture
from common.registry import hook
from common.translations import text_in
from destination.pages.links import links_of, url_of
from destination.pages.models import AccessibilityPage, ContactPage, DestinationSettings, HomePage, LegalPage, Menu
from destination.pages.page_cache import cached

DEFAULT_ACCENT = "#0b6478"


@dataclass
class SiteLayout:
    name: str
    tagline: str = ""
    footer_text: str = ""
    accent: str = DEFAULT_ACCENT
    logo: Picture | None = None
    social_picture: Picture | None = None  # the one that the editors chose, else that of the first page
    social_links: list[dict] = field(default_factory=list)
    contact_email: str = ""
    languages: list[str] = field(default_factory=list)  # the codes in which the site is offered to visitors
    menus: dict[str, list[dict]] = field(default_factory=dict)
    offices: list[dict] = field(default_factory=list)
    contact: dict | None = None  # the contact page: {url, path, …}
    has_closed_pages: bool = False  # to anybody

    @property
    def accent_version(self) -> str:
        return sha256(self.accent.encode()).hexdigest()[:8]


def site_layout(language: str) -> SiteLayout:
    """The layout in a language: one query of the cache, eleven of the database where it is not cached."""
    return cached(site_layout_key(language), lambda: build_site_layout(language))


@hook("privacy.contact_email")
def contact_email() -> str:
    """The office's own address, empty where none is set."""
    return site_layout(settings.LANGUAGE_CODE).contact_email


def site_layout_key(language: str) -> str:
    return f"pages:frame:{language}"


def build_site_layout(language: str) -> SiteLayout:
    # A site without settings has none of what they say.
    destination = destination_settings() or DestinationSettings(name="", words=[], social_links=[])
    words = destination.words_in(language)
    own_name = next((row.name for row in destination.words.all() if row.language == language), "")
    site_name = Site.objects.filter(is_default_site=True).values_list("site_name", flat=True).first()
    return SiteLayout(
        name=own_name or destination.name or site_name or settings.WAGTAIL_SITE_NAME,
        tagline=words.tagline if words else "",
        footer_text=words.footer_text if words else "",
        accent=destination.accent or DEFAULT_ACCENT,
        logo=line_picture(destination.logo, None),
        social_picture=line_picture(destination.social_picture, None) or line_picture(picture_of_first_page(), None),
        social_links=[{"name": link.name, "url": link.url} for link in destination.social_links.all()],
        contact_email=destination.contact_email,
        languages=[code for code, _name in settings.LANGUAGES if not destination.languages or code in destination.languages],
        menus=menus_in(language),
        offices=office_entries(language),
        contact=contact_link(),
        has_closed_pages=PageViewRestriction.objects.exists(),
    )


def destination_settings() -> DestinationSettings | None:
    rows = DestinationSettings.objects.filter(site__is_default_site=True)
    return rows.select_related("logo", "social_picture").prefetch_related("words", "social_links").first()


def picture_of_first_page() -> Picture | None:
    page = HomePage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).select_related("picture").first()
    return page.picture if page else None


def office_entries(language: str) -> list[dict]:
    """The offices by their names in this language; `lang` is that of the name where it is another one."""
    offices = Organisation.objects.filter(kind=Organisation.Kind.OFFICE).order_by("name")
    return [
        {
            "name": name.text["text"],
            "lang": name.language if name.language != language else "",
            "phone": office.phone,
            "email": office.email,
            "url": office.website,
            "address": office.address,
        }
        for office in offices[:12]
        if (name := text_in(office.names, language))
    ]


def contact_link() -> dict | None:
    """The first page where one writes to the office, in the active language where it is translated."""
    page = ContactPage.objects.live().order_by("path").first()
    return links_of([page]).get(page.translation_key) if page else None


def menus_in(language: str) -> dict[str, list[dict]]:
    """`code → entries`; an entry is `{title, lang, url, path, children}`, `path` being the tree path of its page."""
    menus = {menu.code: menu for menu in Menu.objects.all()}
    values = [value for menu in menus.values() for entry in menu.entries for value in (entry.value, *entry.value["children"])]
    pages = links_of([value["page"] for value in values if value["page"]])
    entries = {
        code: [link for entry in menu.entries if (link := menu_entry(entry.value, language, pages))]
        for code, menu in menus.items()
    }
    return entries if "legal" in entries else entries | {"legal": legal_links()}


def legal_links() -> list[dict]:
    """The legal menu of a site whose editors made none: what the law asks for, by the titles of its pages."""
    pages = list(Page.objects.live().type(LegalPage, AccessibilityPage).order_by("path"))
    links = links_of(pages)
    families = dict.fromkeys(page.translation_key for page in pages)
    return [{**links[family], "children": []} for family in families if family in links]


def menu_entry(value, language: str, pages: dict) -> dict | None:
    """One entry in the words of the editor, else in those of its page; None where it leads nowhere any more."""
    page = pages.get(value["page"].translation_key) if value["page"] else None
    address = value.get("address") or ""
    url = page["url"] if page else url_of(address)
    title, lang = menu_entry_title(value, language, page)
    if not url or not title:
        return None
    children = [link for child in value.get("children") or () if (link := menu_entry(child, language, pages))]
    return {
        "title": title,
        "lang": lang,
        "language_name": page["language_name"] if page else "",
        "url": url,
        "path": page["path"] if page else "",
        "children": children,
    }


def menu_entry_title(value, language: str, page: dict | None) -> tuple[str, str]:
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
