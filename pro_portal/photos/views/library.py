"""The photo library: the list and the page of one photo."""

from functools import partial

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.access import PUBLIC_KEY
from common.choices import Licence
from common.models import Picture
from common.page_head import chosen_labels, head_of_list, social_picture
from common.templatetags.components import drawn_once
from pro_portal.home.presenters import portal_crumbs, portal_head
from pro_portal.photos.actions.downloads import wants_purpose
from pro_portal.photos.filters import PhotoFilters
from pro_portal.photos.models import Photo
from pro_portal.photos.permissions import is_keeper, light, may_download
from pro_portal.photos.presenters.listing import Listing, card
from pro_portal.photos.querysets.duplicates import alike
from pro_portal.photos.rights.choices import uses_in_words
from pro_portal.photos.rights.sizes import drawn_weights, sizes_for
from pro_portal.photos.session import basket_ids


@require_safe
@login_not_required
def photo_list(request):
    """The grid; every filter is in the address and counted."""
    listing, url = Listing(PhotoFilters.from_query(request.GET), request.user), reverse("photos:list")
    # Where nothing narrows the list, no chip is on, and none needs to be made to know it.
    groups = listing.groups(url) if listing.filters.narrows else []
    head = head_of_list(
        _("Photothèque"),
        partial(reverse, "photos:list"),
        listing.filters,
        description=_("Des photos de la destination, avec leur crédit et ce qu’on peut en faire."),
        choices=chosen_labels(*(group["chips"] for group in groups)),
        is_empty=not listing.total or bool(listing.filters.text),
    )
    return render(
        request,
        "photos/list.html",
        {
            "filters": listing.filters,
            "total": listing.total,
            "page": listing.page,
            "cards": listing.cards(),
            "tools": _drawn_tools(listing, url),
            "head": head,
            "list_url": url,
            "kept": basket_ids(request),
            "is_keeper": is_keeper(request.user),
        },
    )


def _drawn_tools(listing: Listing, url: str) -> SafeString:
    """Drawn anew only where something of it differs: the filters, the numbers beside them, the names to choose from."""
    filters = listing.filters.replace()
    key = filters, tuple(listing.counts.items()), listing.total, listing.taker, tuple(listing.rows.communes.items())
    return drawn_once("photos/_tools.html", key, lambda: _tools(listing, url))


def _tools(listing: Listing, url: str) -> dict:
    """What `photos/_tools.html` shows: the filters as a sheet and as chips."""
    groups, removable = listing.groups(url), listing.removable(url)
    return {
        "sheet": listing.filters.sheet(url, groups, removable),
        "groups": groups,
        "removable": removable,
        "total": listing.total,
        "clear_url": url if listing.filters.narrows else "",
    }


def crumbs(title: str, language: str = "") -> list[dict]:
    """Breadcrumbs of a page below the library."""
    return portal_crumbs((_("Photothèque"), reverse("photos:list")), (title, "", language))


def crumbs_below(title: str, url_name: str, last: str, language: str = "") -> list[dict]:
    """Breadcrumbs of a page below another page of the library."""
    return portal_crumbs((_("Photothèque"), reverse("photos:list")), (title, reverse(url_name)), (last, "", language))


def _sizes(picture: Picture) -> list[dict]:
    """What the page of a photo says of each size. One that asks a question or shows what it cuts off leads to its own page."""
    weights = drawn_weights([picture])
    return [
        {
            "size": size,
            "dimensions": size.dimensions(picture),
            "bytes": size.bytes(picture, weights),
            "is_exact": bool(size.drawn_bytes(picture, weights)),
            "kind": size.ending(picture).upper().replace("JPG", "JPEG"),
            "print": size.print_size(picture),
            "asks": wants_purpose(picture) or size.crops,
        }
        for size in sizes_for(picture)
    ]


@require_safe
@login_not_required
def photo(request, pk: int):
    """One picture with its rights in words and the sizes it may be taken in."""
    current = get_object_or_404(
        Photo.objects.visible_to(request.user).select_related("picture", "place__commune", "commune"), pk=pk
    )
    picture = current.picture
    sizes = _sizes(picture) if may_download(request.user, picture) else []
    licence = Licence(picture.licence)
    credit = f"© {picture.names}" if picture.names else ""
    head = portal_head(
        f"{current} · {_('Photothèque')}",
        "photos:photo",
        (_("Photothèque"), reverse("photos:list")),
        (str(current), "", current.title_language),
        arguments={"pk": pk},
        description=" – ".join(part for part in (picture.alternative(get_language()) or str(current), credit) if part),
        picture=social_picture(picture),
    )
    head.is_indexed = PUBLIC_KEY in picture.audience_keys()
    return render(
        request,
        "photos/photo.html",
        {
            "photo": current,
            "picture": picture,
            "light": light(request.user, picture),
            "uses": uses_in_words(picture),
            "licence": licence if licence != Licence.UNKNOWN else None,
            "sizes": sizes,
            "credit": credit,
            "head": head,
            "crumbs": head.crumbs,
            "is_kept": pk in basket_ids(request),
            "alike": [card(other, request.user) for other in alike(current, request.user)],
            "is_keeper": is_keeper(request.user),
        },
    )
