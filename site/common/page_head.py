"""What the head of an open page tells search engines and social networks (`common/_head.html`)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.absolute_urls import absolute, in_every_language
from common.filters import Filters
from common.imaging.size import PictureSize
from common.models import Picture, line_picture
from common.text import json_in_script

# What social networks crop to; the worker draws it (`common.renditions`).
SOCIAL_SIZE = PictureSize(1200, ratio=(40, 21))
SOCIAL_RATIO = "40:21"
# The names that Open Graph gives to our languages (https://ogp.me/#optional).
LOCALES = {"fr": "fr_FR", "en": "en_GB", "ca": "ca_ES"}


@dataclass(frozen=True)
class SocialPicture:
    """The picture of a page that somebody shares; `url` is absolute."""

    url: str
    width: int
    height: int
    alt: str


def social_picture(picture: Picture | None) -> SocialPicture | None:
    """Only of a picture that everybody may see, framed as its rights allow."""
    image = line_picture(picture, None)
    if image is None:
        return None
    width, height = image.allowed(SOCIAL_SIZE).outcome((image.width, image.height))
    url = absolute(image.url_for(SOCIAL_SIZE.width, "jpeg", SOCIAL_RATIO))
    return SocialPicture(url, width, height, image.alternative(get_language()) or image.title)


def home_crumb() -> dict:
    """The first of all breadcrumbs."""
    return {"title": _("Accueil"), "url": f"/{get_language()}/"}


@dataclass
class PageHead:
    """`title` without the site's name; `paths` of the versions that exist, by language; `language` that of the words; `crumbs` as
    the page shows them, from the first page to this one ({title, url}, the last without url)."""

    title: str
    paths: dict[str, str]
    description: str = ""
    language: str = ""
    kind: str = "website"
    picture: SocialPicture | None = None
    is_indexed: bool = True
    crumbs: list[dict] = field(default_factory=list)

    def __post_init__(self):
        self.language = self.language or get_language()

    @property
    def canonical(self) -> str:
        """The address of this page in the language of its words."""
        return absolute(self.paths.get(self.language) or next(iter(self.paths.values()), "/"))

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(language, address) of each version, and the one for readers of all other languages."""
        if not self.is_indexed:
            return []
        addresses = [(code, absolute(self.paths[code])) for code, _name in settings.LANGUAGES if code in self.paths]
        others = absolute(self.paths.get(settings.LANGUAGE_CODE) or next(iter(self.paths.values()), "/"))
        return [*addresses, ("x-default", others)] if len(addresses) > 1 else addresses

    @property
    def locale(self) -> str:
        return locale_of(self.language)

    @property
    def other_locales(self) -> list[tuple[str, str]]:
        """(language, locale) of the other versions."""
        return [(code, locale_of(code)) for code in self.paths if code != self.language]

    @property
    def crumbs_json(self) -> SafeString | str:
        """The breadcrumbs as structured data (https://schema.org/BreadcrumbList), empty where there are none."""
        return json_in_script({"@context": "https://schema.org", **crumbs_object(self.crumbs)}) if self.crumbs else ""


def locale_of(code: str) -> str:
    return LOCALES.get(code, f"{code}_{code.upper()}")


def crumbs_object(crumbs: list[dict]) -> dict:
    entries = [
        {"@type": "ListItem", "position": number, "name": str(crumb["title"])}
        | ({"item": absolute(crumb["url"])} if crumb["url"] else {})
        for number, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def head_of_list(
    title: str,
    make: Callable[[], str],
    filters: Filters,
    *,
    description: str = "",
    choices: Iterable[str] = (),
    is_empty: bool = False,
) -> PageHead:
    """Of a filtered list at the address `make`: each page and each filter has a title of its own. Robots learn the list without
    its filters, follow one filter at a time, and keep neither their combinations nor an empty list."""
    page = getattr(filters, "page", 1)
    parameters = filters.parameters(page=False)
    names = list(dict.fromkeys(map(str, choices)))
    if names:
        title = _("%(list)s : %(choices)s") % {"list": title, "choices": ", ".join(names)}
    if page > 1:
        title = _("%(list)s, page %(number)d") % {"list": title, "number": page}
    own_query = f"?page={page}" if page > 1 and not parameters else ""
    return PageHead(
        title,
        {code: path + own_query for code, path in in_every_language(make).items()},
        description=f"{title}. {description}" if description and (names or page > 1) else description,
        is_indexed=len(parameters) < 2 and not is_empty and not getattr(filters, "near", None),
    )


def chosen_labels(*groups: Iterable[dict]) -> list[str]:
    """The labels of the chips that are on."""
    return [str(chip["label"]) for chips in groups for chip in chips if chip["is_on"]]
