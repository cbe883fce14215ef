"""What the watch asks of who sorts it, and what is new in it, on the members' first page."""

from django.utils.translation import get_language, ngettext_lazy

from common import changes
from common.waiting import Line, Waiting, register
from pro_portal.watch.facets import index
from pro_portal.watch.filters import open_items
from pro_portal.watch.models import WatchItem

register(
    Waiting(
        "watch_items",
        ngettext_lazy("%(count)d article de veille à trier", "%(count)d articles de veille à trier", "count"),
        icon="news", url_name="watch:inbox", order=230, allowed=lambda user: user.is_watcher,
        rows=lambda user: WatchItem.objects.inbox(),
    )
)  # fmt: skip


def _line(item: WatchItem) -> Line:
    return Line(item.title, item.get_absolute_url(), lang=item.title_language if item.title_language != get_language() else "")


def _number_of_new(user, since) -> int | None:
    """None as soon as there may be some: whom twenty thousand articles open to takes longer than counting a few."""
    rows = index.at_hand()
    return 0 if rows is not None and not any(rows.ids_of(rows.later_than(since))) else None


changes.register(
    changes.Change(
        "watch",
        ngettext_lazy("%(count)d article de veille", "%(count)d articles de veille", "count"),
        icon="news", url_name="watch:list", order=70, line=_line, number=_number_of_new,
        rows=lambda user, since: open_items(user).filter(published_at__gt=since).only("title", "language"),
    )
)  # fmt: skip
