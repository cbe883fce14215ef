from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class WatchConfig(AppConfig):
    name = "pro_portal.watch"
    label = "watch"
    verbose_name = _("Veille")

    def ready(self):
        from destination.pages.registry import register_lists
        from pro_portal.watch import notifications, portal_cards, signals  # noqa: F401  models are ready only now

        register_lists("watch:list")
        register(WorkEntry(_("Veille"), "watch:list", "news", 63, for_visitors=True))
        register(
            WorkEntry(
                _("À trier"),
                "watch:inbox",
                "inbox",
                66,
                allowed=lambda user: user.is_watcher,
                waiting="watch_items",
            )
        )
