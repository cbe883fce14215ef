"""Reading: the list, an article, what its readers answer."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import professionals_only
from common.absolute_urls import next_address
from common.facets.rows import all_of
from intranet.articles.actions import reading as reading_actions
from intranet.articles.facets import PINNED, index, read_page
from intranet.articles.filters import ArticleFilters, ReadingList
from intranet.articles.limits import BY_PAGE
from intranet.articles.models import Article, ArticleDraft
from intranet.articles.permissions import may_thank, visible_article
from intranet.articles.presenters import pages


@require_safe
@professionals_only
def article_list(request):
    """`?theme=`, `?organisme=`, `?mois=2026-11`, `?voir=non-lus`, `a-lire`, `les-miens` or `archives`."""
    user, filters, rows = request.user, ArticleFilters.from_query(request.GET), index.current()
    base, conditions = rows.read_by(user, filters), rows.conditions(filters)
    matching = all_of(base, conditions)
    pinned = matching & rows.having(PINNED, True) if not filters.narrows else 0
    others = matching & ~pinned
    number = others.bit_count()
    page = Paginator(range(number), BY_PAGE).get_page(filters.page)
    ids = rows.page_of(others, max(page.start_index() - 1, 0), page.end_index())
    pinned_ids = rows.page_of(pinned, 0, BY_PAGE) if page.number == 1 else []
    lines = pages.lines_of(read_page(rows, pinned_ids + ids, user), user)
    groups = pages.filter_groups(rows, filters, user, base, conditions)
    see_words = ngettext("Voir %(count)d article", "Voir %(count)d articles", number) % {"count": number}
    return render(
        request,
        "articles/list.html",
        {
            "page": page,
            "pinned": lines[: len(pinned_ids)],
            "lines": lines[len(pinned_ids) :],
            "filters": filters,
            "groups": groups,
            "sheet": filters.sheet(reverse("articles:list"), groups),
            "reading_chips": pages.reading_chips(filters, user),
            "see_words": see_words,
            "total": matching.bit_count(),
            **(_own_things(user) if filters.reading == ReadingList.MINE else {"drafts": [], "planned": []}),
            **_toast(request),
        },
    )


def _own_things(user) -> dict:
    """What nobody else sees yet: drafts, and what waits for its day."""
    drafts = ArticleDraft.objects.in_progress_of(user).select_related("article")[:50]
    planned = Article.objects.present().looked_after_by(user).filter(live=False).select_related("latest_revision")[:50]
    return {"drafts": drafts, "planned": planned}


def _toast(request) -> dict:
    """The draft that was just thrown away, with its undo."""
    key = request.GET.get("brouillon", "")
    draft = _draft_thrown_away(request.user, key) if key else None
    if draft:
        words = _("Le brouillon « %(title)s » est supprimé.") % {"title": draft.title}
        return {"toast": words, "undo_url": reverse("articles:restore_draft", args=[draft.key])}
    return {"toast": "", "undo_url": ""}


def _draft_thrown_away(user, key: str) -> ArticleDraft | None:
    drafts = ArticleDraft.objects.filter(author=user, sent_at=None).exclude(discarded_at=None)
    return next((draft for draft in drafts if str(draft.key) == key), None)


@require_safe
@professionals_only
def article(request, pk):
    """One article; opening it is noted, reading it is said with « J’ai lu »."""
    user, shown = request.user, visible_article(request.user, pk)
    reading = None
    if shown.live and shown.author_id != user.pk:
        reading = reading_actions.note_opened(shown, user, pages.own_reading(shown, user))
    context = pages.article_page(shown, user, reading) | pages.actions_for(shown, user)
    context |= {
        "related": pages.related_to(shown, user),
        "thanks": pages.thanks_in_words(shown),
        "crumbs": pages.crumbs(shown),
    }
    return render(request, "articles/article.html", context)


# ---- what a reader answers ------------------------------------------------------------------------------------------
def _published(user, pk: int) -> Article:
    shown = visible_article(user, pk)
    if not shown.live:
        raise Http404
    return shown


@require_POST
@professionals_only
def mark_read(request, pk):
    reading_actions.note_read(shown := _published(request.user, pk), request.user)
    return redirect(f"{shown.get_absolute_url()}#lu")


@require_POST
@professionals_only
def thank(request, pk):
    shown = _published(request.user, pk)
    if not may_thank(request.user, shown):
        raise Http404
    # The button says which, so that pressing it twice does not undo it.
    reading_actions.set_thanks(shown, request.user, request.POST.get("on") != "0")
    return HttpResponseRedirect(next_address(request, f"{shown.get_absolute_url()}#lu"))
