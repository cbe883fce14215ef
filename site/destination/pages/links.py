"""Where a link made by an editor leads: a page, in the reader's language where it exists; our lists; or an address."""

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page

from common.absolute_urls import is_own_path
from destination.pages.permissions import is_closed
from destination.pages.querysets import address_in, best_translations, language_of

LISTS = {"agenda": "agenda:list", "places": "places:list", "communes": "places:communes"}


def check_link(value):
    """`value` of a block with `page` and `address`: exactly one of them, and an address one may follow."""
    page, address = value.get("page"), (value.get("address") or "").strip()
    if bool(page) == bool(address):
        message = _("Choisissez une page ou écrivez une adresse, l’une des deux.")
        raise StructBlockValidationError(block_errors={"page": ValidationError(message)})
    if address and address not in LISTS and not is_own_path(address):
        try:
            URLValidator(schemes=["http", "https"])(address)
        except ValidationError as error:
            message = _("Écrivez une adresse complète, comme https://exemple.fr, ou agenda, places, communes.")
            raise StructBlockValidationError(block_errors={"address": ValidationError(message)}) from error
    return value


def list_address(name: str) -> str:
    """The address of the agenda, of the places or of the communes, in the active language."""
    try:
        return reverse(LISTS[name])
    except NoReverseMatch:
        return ""


def url_of(address: str) -> str:
    """Where an address chosen by an editor leads: a list in the active language, a path of ours, another site; empty where it
    pretends to be a path of ours."""
    if address in LISTS:
        return list_address(address)
    return address if is_own_path(address) or not address.startswith(("/", "\\")) else ""


def link_of(page: Page | None, address: str | None, closed: Iterable[str] = ()) -> dict | None:
    """`{url, lang}` for the active language; None where the reader may not go there or it is not published."""
    if page is None:
        if not address:
            return None
        url = url_of(address)
        return {"url": url, "lang": ""} if url else None
    link = links_of([page], closed).get(page.translation_key)
    return link and {"url": link["url"], "lang": link["lang"]}


def links_of(pages: Iterable[Page], closed: Iterable[str] = ()) -> dict:
    """For each page's `translation_key`: `{url, lang, title, path}` of its best version in the active language, in one query."""
    language = get_language()
    family = Page.objects.live().filter(translation_key__in=[page.translation_key for page in pages], depth__gt=1)
    versions = [page for page in family.only("path", "url_path", "title", "translation_key") if not is_closed(page.path, closed)]
    return {page.translation_key: link_to(page, language) for page in best_translations(versions, language)}


def link_to(page: Page, language: str) -> dict:
    page_language = language_of(page.url_path)
    return {
        "url": address_in(page.url_path, language),
        "lang": "" if page_language == language else page_language,
        "language_name": "" if page_language == language else dict(settings.LANGUAGES).get(page_language, page_language),
        "title": page.title,
        "path": page.path,
    }
