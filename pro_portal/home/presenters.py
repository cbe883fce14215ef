"""What the open pages of the portal say to robots, and the way that leads to each of its pages."""

from collections.abc import Iterable
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from common.absolute_urls import in_every_language
from common.page_head import PageHead, SocialPicture, home_crumb


def portal_crumbs(*below: tuple[str, ...]) -> list[dict]:
    """From the first page through the portal's; `below` are (title, address), the last one without address, or (title, address,
    language) where the title may be in another one than the page."""
    portal = (_("Espace pro"), reverse("portal_home:home") if below else "")
    crumbs = ({"title": str(title), "url": url, "lang": "".join(lang)} for title, url, *lang in (portal, *below))
    return [home_crumb(), *crumbs]


def portal_head(
    title: str,
    url_name: str,
    *below: tuple[str, ...],
    arguments: dict | None = None,
    languages: Iterable[str] | None = None,
    language: str = "",
    description: str = "",
    picture: SocialPicture | None = None,
) -> PageHead:
    """`below`: as `portal_crumbs`. `languages`: those in which the words exist, all of them by default."""
    paths = in_every_language(partial(reverse, url_name, kwargs=arguments))
    return PageHead(
        str(title),
        {code: path for code, path in paths.items() if languages is None or code in languages} or paths,
        description=description,
        language=language,
        picture=picture,
        crumbs=portal_crumbs(*below) if below else [],
    )
