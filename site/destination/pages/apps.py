from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "destination.pages"
    label = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from destination.pages import signals  # noqa: F401 (its receivers)
