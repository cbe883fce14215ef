"""What the pages of documents show."""

from django.urls import reverse
from django.utils.translation import gettext as _


def crumbs(*parts: str | tuple[str, str]) -> list[dict]:
    """The way back from a page: the titles, or (title, address), of those under the list; the last is the page itself."""
    way = [{"title": _("Documents"), "url": reverse("documents:list")}]
    named = (part if isinstance(part, tuple) else (part, "") for part in parts)
    return [*way, *({"title": title, "url": url} for title, url in named)]
