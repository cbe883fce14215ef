"""What the pages of documents show."""

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from common.models import DocumentFolder, SharedDocument
from common.registry import call_hook
from intranet.documents.permissions import group_of_reader


def crumbs(*parts: str | tuple[str, str]) -> list[dict]:
    """The way back from a page: the titles, cut at 60 letters, or (title, address), of those under the list; the last is the page
    itself."""
    way = [{"title": _("Documents"), "url": reverse("documents:list")}]
    named = (part if isinstance(part, tuple) else (part, "") for part in parts)
    return [*way, *({"title": Truncator(title).chars(60), "url": url} for title, url in named)]


def crumbs_of_group(document: SharedDocument, reader) -> list[dict]:
    """The way back for a provider, who has no list of documents: the group of theirs that it is for."""
    group = group_of_reader(document, reader)
    way = [{"title": str(group), "url": group.get_absolute_url()}] if group else []
    return [*way, {"title": document.title, "url": ""}]


def address_of_folder(folder: DocumentFolder | None) -> str:
    """None is the top: the list."""
    return folder.get_absolute_url() if folder else reverse("documents:list")


def portal_address(document: SharedDocument) -> str:
    """Where professionals read it: its page in the portal, where it has one, else its file or its link."""
    try:
        address = call_hook("documents.portal_address", document)
    except KeyError:  # no room of the portal shows documents
        address = ""
    return address or (document.link if document.is_note and document.link else document.url)
