"""The photo library: the list and the page of one photo."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.choices import Licence
from pro_portal.photos.filters import PhotoFilters
from pro_portal.photos.models import Photo
from pro_portal.photos.permissions import is_keeper, light, may_download
from pro_portal.photos.presenters.listing import Listing, card
from pro_portal.photos.querysets.duplicates import alike
from pro_portal.photos.rights.choices import uses_in_words
from pro_portal.photos.rights.sizes import sizes_for
from pro_portal.photos.session import basket_ids


@require_safe
@login_not_required
def photo_list(request):
    """The grid; every filter is in the address and counted."""
    listing, url = Listing(PhotoFilters.from_query(request.GET), request.user), reverse("photos:list")
    groups, removable = listing.groups(url), listing.removable(url)
    return render(
        request,
        "photos/list.html",
        {
            "filters": listing.filters,
            "total": listing.total,
            "page": listing.page,
            "cards": listing.cards(),
            "groups": groups,
            "sheet": listing.filters.sheet(url, groups, removable),
            "removable": removable,
            "list_url": url,
            "kept": basket_ids(request),
            "is_keeper": is_keeper(request.user),
        },
    )


def crumbs(title: str) -> list[dict]:
    """Breadcrumbs of a page below the library."""
    return [{"title": _("Photothèque"), "url": reverse("photos:list")}, {"title": title, "url": ""}]


def crumbs_below(title: str, url_name: str, last: str) -> list[dict]:
    """Breadcrumbs of a page below another page of the library."""
    return [*crumbs("")[:1], {"title": title, "url": reverse(url_name)}, {"title": last, "url": ""}]


@require_safe
@login_not_required
def photo(request, pk: int):
    """One picture with its rights in words and the sizes it may be taken in."""
    current = get_object_or_404(
        Photo.objects.visible_to(request.user).select_related("picture", "place__commune", "commune"), pk=pk
    )
    picture = current.picture
    sizes = [{"size": size, "dimensions": size.dimensions(picture), "bytes": size.bytes(picture)} for size in sizes_for(picture)]
    licence = Licence(picture.licence)
    return render(
        request,
        "photos/photo.html",
        {
            "photo": current,
            "picture": picture,
            "light": light(request.user, picture),
            "uses": uses_in_words(picture),
            "licence": licence if licence != Licence.UNKNOWN else None,
            "sizes": sizes if may_download(request.user, picture) else [],
            "credit": f"© {picture.credit}" if picture.credit else "",
            "crumbs": crumbs(str(current)),
            "is_kept": pk in basket_ids(request),
            "alike": [card(other, request.user) for other in alike(current, request.user)],
            "is_keeper": is_keeper(request.user),
        },
    )
