"""What the watch asks of who sorts it, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Waiting, register
from pro_portal.watch.models import WatchItem

register(
    Waiting(
        "watch_items",
        ngettext_lazy("%(count)d article de veille à trier", "%(count)d articles de veille à trier", "count"),
        icon="news", url_name="watch:inbox", order=230, allowed=lambda user: user.is_watcher,
        rows=lambda user: WatchItem.objects.inbox(),
    )
)  # fmt: skip
