"""What readers see: the list, an item, the feeds."""

from functools import partial
from hashlib import blake2b
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.feeds import feed_reader
from common.absolute_urls import next_address, without_language
from common.filters import chip
from common.mail import office_name
from common.models import shown_picture
from common.page_head import chosen_labels, head_of_list, social_picture
from pro_portal.home.presenters import portal_head
from pro_portal.watch.actions import read_status
from pro_portal.watch.facets import index, read_page
from pro_portal.watch.filters import ReadingList, WatchFilters, open_items
from pro_portal.watch.models import WatchItem, WatchTheme
from pro_portal.watch.permissions import deny_access

BY_PAGE = 20
IN_FEED = 50


@login_not_required
@require_safe
def item_list(request):
    """`?theme=`, `?voir=a-lire` or `gardes`, `?q=`."""
    themes, rows = list(WatchTheme.objects.all()), index.current()
    filters = WatchFilters.from_query(request.GET).without_unknown_theme(themes)
    every_theme = rows.matching(filters, request.user)
    matching = rows.about(filters.theme, every_theme)
    page = Paginator(range(matching.bit_count()), BY_PAGE).get_page(request.GET.get("page"))
    lines = read_page(rows, matching, request.user, max(page.start_index() - 1, 0), page.end_index())
    marks = read_status.marks_of(request.user, lines)
    theme_chips = _theme_chips(themes, filters, rows.counts_of("theme", every_theme))
    mine_chips = _mine_chips(filters) if request.user.is_authenticated else []
    head = head_of_list(
        _("Veille"),
        partial(reverse, "watch:list"),
        filters,
        description=_("Ce que nous avons lu pour les professionnels du tourisme."),
        choices=chosen_labels(theme_chips[1:]),
        is_empty=not matching or bool(filters.words or filters.mine),
    )
    return render(
        request,
        "watch/list.html",
        {
            "head": head,
            "page": page,
            "lines": [(item, marks.get(item.pk), words_of(item, request.user, marks.get(item.pk))) for item in lines],
            "filters": filters,
            "theme_chips": theme_chips,
            "mine_chips": mine_chips,
            "sheet": filters.sheet(
                reverse("watch:list"),
                [{"title": _("Thèmes"), "chips": theme_chips}, {"title": _("Mes articles"), "chips": mine_chips}],
            ),
            "feed_query": _feed_query(request.user, filters),
        },
    )


def words_of(item: WatchItem, reader, mark) -> dict:
    """What a line of the list says of an item; `mark` is the reader's, or nothing."""
    return {
        "title": item.title,
        "language": item.title_language,
        "url": item.get_absolute_url(),
        "comment": item.comment,
        "summary": item.summary,
        "published_at": item.published_at,
        "source": str(item.source or item.host),
        "themes": [str(theme) for theme in item.themes.all()],
        "is_unread": reader.is_authenticated and not (mark and mark.read_at),
    }


def _theme_chips(themes, filters, numbers: dict[int, int]) -> list[dict]:
    everything = chip(_("Tous les thèmes"), _address(filters.replace(theme="")), is_on=not filters.theme)
    return [everything] + [
        chip(str(theme), _address(filters.replace(theme=theme.slug)), numbers.get(theme.slug, 0), theme.slug == filters.theme)
        | {"parameter": "theme", "value": theme.slug, "is_single": True}
        for theme in themes
    ]


def _mine_chips(filters) -> list[dict]:
    icons = {ReadingList.UNREAD: "eye", ReadingList.SAVED: "star"}
    return [filters.chip(reverse("watch:list"), "mine", mine.value, mine.label, icon=icons[mine]) for mine in ReadingList]


def _address(filters) -> str:
    return reverse("watch:list") + filters.query()


def _feed_query(reader, filters) -> str:
    """The key comes last: the address of a feed that was subscribed to stays the same."""
    if not reader.is_authenticated:
        return filters.query(voir=False)
    return f"?{urlencode([*filters.parameters(), ('key', reader.feed_key)])}"


@login_not_required
@never_cache
@require_safe
def item(request, pk):
    """One item; reading it marks it read."""
    watch_item = open_items(request.user).with_line().select_related("author", "organisation", "picture").filter(pk=pk).first()
    if watch_item is None:
        return deny_access(request)
    mark = None
    if request.user.is_authenticated:
        read_status.mark_read(request.user, watch_item)
        mark = read_status.marks_of(request.user, [watch_item])[watch_item.pk]
    picture = shown_picture(watch_item.picture, request.user)
    own_language = watch_item.language if watch_item.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    head = portal_head(
        f"{watch_item.title} · {_('Veille')}",
        "watch:item",
        (_("Veille"), reverse("watch:list")),
        (Truncator(watch_item.title).chars(60), "", watch_item.title_language),
        arguments={"pk": pk},
        languages={own_language},
        language=own_language,
        description=watch_item.comment or watch_item.summary,
        picture=social_picture(watch_item.picture),
    )
    head.is_indexed = watch_item.is_for_all
    context = {"item": watch_item, "mark": mark, "picture": picture, "head": head, "crumbs": head.crumbs}
    return render(request, "watch/item.html", context)


# ---- marks ------------------------------------------------------------------------------------------------------------
def _redirect_back(request):
    return HttpResponseRedirect(next_address(request, reverse("watch:list")))


@require_POST
def save(request, pk):
    # The button says which, so that pressing it twice does not undo it.
    read_status.set_saved(request.user, get_object_or_404(open_items(request.user), pk=pk), request.POST.get("on") != "0")
    return _redirect_back(request)


@require_POST
def unread(request, pk):
    read_status.mark_unread(request.user, get_object_or_404(open_items(request.user), pk=pk))
    return HttpResponseRedirect(reverse("watch:list"))


@require_POST
def read_all(request):
    filters, rows = WatchFilters.from_query(request.GET).without_unknown_theme(WatchTheme.objects.all()), index.current()
    matching = rows.about(filters.theme, rows.matching(filters, request.user))
    read_status.mark_all_read(request.user, rows.page_of(matching, 0, rows.size))
    return _redirect_back(request)


# ---- feeds ------------------------------------------------------------------------------------------------------------
@login_not_required
@require_safe
def rss(request):
    return _feed(request, Rss201rev2Feed)


@login_not_required
@require_safe
def atom(request):
    return _feed(request, Atom1Feed)


def _feed(request, kind: type):
    reader = feed_reader(request)
    themes, rows = {theme.slug: theme for theme in WatchTheme.objects.all()}, index.current()
    filters = WatchFilters.from_query(request.GET).without_unknown_theme(themes.values())
    matching = rows.about(filters.theme, rows.matching(filters, reader))
    items = read_page(rows, matching, reader, 0, IN_FEED)
    base = request.build_absolute_uri("/")[:-1]
    name = _("Veille : %(theme)s") % {"theme": themes[filters.theme]} if filters.theme else _("Veille")
    feed = kind(
        title=f"{office_name()} · {name}",
        link=base + _address(filters),
        description=_("Ce que nous avons lu pour les professionnels du tourisme."),
        language=get_language(),
        feed_url=base + request.path + filters.query(),
        ttl="60",
    )
    for entry in items:
        feed.add_item(
            title=entry.title,
            link=base + entry.get_absolute_url(),
            description="\n\n".join(filter(None, [entry.comment, entry.summary, entry.address])),
            unique_id=f"{base}{without_language(entry.get_absolute_url())}",
            pubdate=entry.published_at,
            updateddate=entry.decided_at or entry.published_at,
            categories=[str(theme) for theme in entry.themes.all()],
        )
    body = feed.writeString("utf-8").encode()
    etag = f'"{blake2b(_without_date(body), digest_size=12).hexdigest()}"'
    response = get_conditional_response(request, etag) or HttpResponse(body, content_type=kind.content_type)
    response["ETag"] = etag
    response["Cache-Control"] = f"{'private' if reader.is_authenticated else 'public'}, max-age=300"
    patch_vary_headers(response, ["Cookie"])
    return response


def _without_date(body: bytes) -> bytes:
    """An empty feed says the moment it was written; that is no change."""
    return body.split(b"<lastBuildDate>")[0] + body.split(b"</lastBuildDate>")[-1]
