"""What readers see: the shelves, a document. Who may see a document reads it here, account or not."""

from functools import partial

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from common.page_head import chosen_labels, head_of_list
from common.registry import call_hook
from pro_portal.documents.choices import SHELF_TEXTS, Shelf
from pro_portal.documents.filters import ShelfFilters
from pro_portal.documents.models import PortalDocument
from pro_portal.documents.permissions import may_place
from pro_portal.documents.presenters.shelves import ShelfList, file_words, front_shelves, has_picture, order_url
from pro_portal.home.presenters import portal_crumbs, portal_head
from pro_portal.watch.permissions import deny_access


def front_title() -> str:
    return _("Documents pour les professionnels")


@login_not_required
@require_safe
def front(request):
    title = front_title()
    description = _("Chiffres clés et rapports, supports d’ateliers, guides et cartes à télécharger ou à commander.")
    head = portal_head(title, "portal_documents:front", (title, ""), description=description)
    context = {"head": head, "crumbs": head.crumbs, "shelves": front_shelves(request.user), "is_member": is_member(request.user)}
    return render(request, "portal_documents/front.html", context)


def is_member(user) -> bool:
    return user.is_authenticated and user.is_member


@login_not_required
@require_safe
def shelf(request, shelf: Shelf):
    """`?annee=`, `?theme=`."""
    documents = ShelfList(shelf, request.user, ShelfFilters.from_query(request.GET))
    facets = documents.facets()
    head = head_of_list(
        shelf.label,
        partial(reverse, f"portal_documents:{shelf}"),
        documents.filters,
        description=str(SHELF_TEXTS[shelf]),
        choices=chosen_labels(*(facet["chips"] for facet in facets)),
        is_empty=not documents.matches,
    )
    head.crumbs = portal_crumbs((front_title(), reverse("portal_documents:front")), (shelf.label, ""))
    context = {
        "head": head,
        "crumbs": head.crumbs,
        "title": shelf.label,
        "text": SHELF_TEXTS[shelf],
        "is_editions": shelf == Shelf.EDITIONS,
        "facets": [facet for facet in facets if facet["chips"]],
        "sheet": documents.filters.sheet(documents.url, facets),
        "url": documents.url,
        "page": documents.page,
        "years": documents.years(),
        "total": len(documents.matches),
        "is_filtered": documents.filters.narrows,
        "is_member": is_member(request.user),
    }
    return render(request, "portal_documents/shelf.html", context)


def _visible_place(user, pk: int) -> PortalDocument | None:
    places = PortalDocument.objects.visible_to(user).select_related("document__organisation", "theme")
    return places.filter(document=pk).first()


@login_not_required
@require_safe
def first_page(request, pk: int):
    """The picture of a document's first page, for who may see the document here; drawn as in the members' room."""
    place = _visible_place(request.user, pk)
    if place is None or not has_picture(place.document):
        raise Http404
    return call_hook("documents.page_picture", request, place.document, 1)


@login_not_required
@require_safe
def document(request, pk: int):
    """One document; `pk` is that of the members' document. A visitor is led to the sign-in page, whether it exists or not."""
    place = _visible_place(request.user, pk)
    if place is None:
        return deny_access(request)
    shelf = Shelf(place.shelf)
    crumbs = portal_crumbs(
        (front_title(), reverse("portal_documents:front")),
        (shelf.label, reverse(f"portal_documents:{shelf}")),
        (place.document.title, "", settings.LANGUAGE_CODE),
    )
    context = {
        "place": place,
        "document": place.document,
        "crumbs": crumbs,
        "shelf": shelf.label,
        "file_words": file_words(place.document),
        "has_picture": has_picture(place.document),
        "order_url": order_url(place),
        "may_place": may_place(request.user, place.document),
        "is_member": is_member(request.user),
    }
    return render(request, "portal_documents/document.html", context)
