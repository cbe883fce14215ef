"""Where documents are found and read: the list, a folder, a document, who took it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import members_only, professionals_only
from common.absolute_urls import next_address
from common.facets.rows import all_of
from common.filters import bounded
from common.models import DocumentFolder
from common.panels import document_panels
from intranet.documents.actions import reading as reading_actions
from intranet.documents.facets import PINNED, index, read_page, seen_lately
from intranet.documents.filters import DocumentFilters
from intranet.documents.limits import BY_PAGE, MOST_PRINTED, MOST_TAKERS, ON_SHELF, RECENTLY_SEEN
from intranet.documents.models import FolderFollow
from intranet.documents.permissions import (
    allowed_document,
    may_change_folder,
    may_see_downloads,
    reads_here,
    visible_document,
    visible_folder,
)
from intranet.documents.presenters import listing
from intranet.documents.presenters.document import document_page, preview_of
from intranet.documents.presenters.pages import crumbs, crumbs_of_group, portal_address


@require_safe
@members_only
def document_list(request):
    """`?q=`, `?dossier=`, `?type=`, `?organisme=`, `?annee=2026`, `?mot-cle=`, `?voir=non-lus`, `vus`, `utiles` or `les-miens`,
    `?tri=titre` or `poids`."""
    return _listed(request, reverse("documents:list"), listing.visible_folders(request.user))


@require_safe
@members_only
def folder(request, pk):
    """What stands directly in a folder; the filters are those of the list."""
    folders = listing.visible_folders(request.user)
    if pk not in folders:
        raise Http404
    return _listed(request, reverse("documents:folder", args=[pk]), folders, folders[pk])


def _listed(request, url: str, folders: dict[int, DocumentFolder], folder: DocumentFolder | None = None):
    user, filters, rows = request.user, DocumentFilters.from_query(request.GET), index.current()
    if filters.folder is not None and (folder is not None or filters.folder not in folders):
        filters = filters.replace(folder=None, page=filters.page)  # a folder that is hidden is none
    base, conditions = _sets(request, rows, filters, folder)
    matching = all_of(base, conditions)
    is_first_look = not filters.narrows and filters.page == 1 and folder is None
    number = matching.bit_count()
    page = Paginator(range(number), BY_PAGE).get_page(filters.page)
    ids = rows.sorted_page(matching, filters.sort, max(page.start_index() - 1, 0), page.end_index())
    useful = rows.page_of(matching & rows.having(PINNED, True), 0, ON_SHELF) if is_first_look else []
    seen = rows.among(matching, seen_lately(user, 30))[:RECENTLY_SEEN] if is_first_look else []
    documents = {document.pk: document for document in read_page(list(dict.fromkeys([*useful, *seen, *ids])), user)}
    lines = {line.document.pk: line for line in listing.lines_of(list(documents.values()), user, folders, filters.text)}
    groups = listing.filter_groups(rows, filters, url, base, conditions, folders if folder is None else {})
    context = {
        "page": page,
        "lines": [lines[pk] for pk in ids if pk in lines],
        "useful": [lines[pk] for pk in useful if pk in lines],
        "seen": [lines[pk] for pk in seen if pk in lines],
        "filters": filters,
        "groups": groups,
        "sheet": filters.sheet(url, groups),
        "reading_chips": listing.reading_chips(filters, url),
        "sort_chips": listing.sort_chips(filters, url),
        "see_words": ngettext("Voir %(count)d document", "Voir %(count)d documents", number) % {"count": number},
        "total": number,
        "url": url,
        "folder": folder,
        "folders": [],
        "share_url": reverse("documents:share") + (f"?dossier={folder.pk}" if folder else ""),
        "print_query": filters.replace(folder=folder.pk if folder else filters.folder).query(),
    }
    if not filters.narrows and filters.page == 1:
        context["folders"] = listing.folder_lines(folder.pk if folder else None, folders, rows, rows.visible_to(user))
    if folder is not None:
        way = [(other.name, other.get_absolute_url()) for other in listing.way_to(folder, folders)]
        context |= {
            "crumbs": crumbs(*way, folder.name),
            "follow": FolderFollow.objects.filter(folder=folder, person=user).first(),
            "may_change_folder": may_change_folder(user, folder),
        }
    return render(request, "documents/list.html", context)


def _sets(request, rows, filters: DocumentFilters, folder: DocumentFolder | None) -> tuple[int, dict[str, int]]:
    """(what the reader may see of the list that they chose, the set of each filter)."""
    base = rows.read_by(request.user, filters)
    if folder is not None:
        base &= rows.having("folder", folder.pk)
    if filters.text:
        base &= listing.with_words(rows, request.user, filters.text)
    return base, rows.conditions(filters)


@require_safe
@members_only
def print_list(request):
    """The list as it is filtered, on paper: MOST_PRINTED documents at most."""
    user, filters, rows = request.user, DocumentFilters.from_query(request.GET), index.current()
    folders = listing.visible_folders(user)
    if filters.folder not in folders:
        filters = filters.replace(folder=None)
    base, conditions = _sets(request, rows, filters, None)
    matching = all_of(base, conditions)
    ids = rows.sorted_page(matching, filters.sort, 0, MOST_PRINTED)
    context = {
        "lines": listing.lines_of(read_page(ids, user), user, folders),
        "folder": folders.get(filters.folder),
        "left_out": max(0, matching.bit_count() - MOST_PRINTED),
        "back": reverse("documents:list") + filters.query(),
        "crumbs": crumbs(_("Imprimer")),
    }
    return render(request, "documents/print.html", context)


@require_safe
@professionals_only
def document(request, pk):
    """One document, with what is inside; opening it is noted. `?p=12`: at its page 12. What is for professionals leads them to
    its page in the portal, or to its file: an address that is shared or found opens to all who may see the document."""
    shown = visible_document(request.user, pk)
    if not reads_here(request.user, shown):
        return HttpResponseRedirect(portal_address(shown))
    folders = listing.visible_folders(request.user) if request.user.is_member else {}
    reading_actions.note_opened(shown, request.user)
    context = document_page(shown, request.user, folders)
    around = folders.get(shown.folder_id)
    way = [(other.name, other.get_absolute_url()) for other in [*listing.way_to(around, folders), around]] if around else []
    context |= {
        "preview": preview_of(
            shown, bounded(request.GET.get("p", "")[:9], 1, 100_000) or 1, for_its_keeper=context["may_change"]
        ),
        "panels": document_panels.shown(request, shown),
        "crumbs": crumbs(*way, shown.title),
    }
    if not request.user.is_member:
        context["crumbs"] = crumbs_of_group(shown, request.user)
    return render(request, "documents/document.html", context)


@require_safe
@members_only
def log(request, pk):
    """Who took it, for who looks after it."""
    shown = allowed_document(request.user, pk, may_see_downloads)
    takings = shown.downloads.select_related("person__profile", "person__organisation")
    context = {
        "document": shown,
        "takings": takings[:MOST_TAKERS],
        "people": takings.exclude(person=None).order_by().values("person").distinct().count(),
        "total": takings.count(),
        "crumbs": crumbs((shown.title, shown.get_absolute_url()), _("Qui l’a pris")),
    }
    return render(request, "documents/log.html", context)


@require_POST
@members_only
def follow(request, pk):
    """`answer`: `follow`, `mute`, or nothing for what is usual."""
    shown = visible_folder(request.user, pk)
    reading_actions.set_following(shown, request.user, request.POST.get("answer", ""))
    return HttpResponseRedirect(next_address(request, shown.get_absolute_url()))
