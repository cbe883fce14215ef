"""What the pages of documents show."""

from django.urls import reverse
from django.utils.translation import gettext as _


def crumbs(*parts: str | tuple[str, str]) -> list[tuple[str, str]]:
    """(title, address) of the pages above; a last part without an address is the page itself."""
    return [(_("Documents"), reverse("documents:list")), *(part if isinstance(part, tuple) else (part, "") for part in parts)]
