from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "destination.pages"
    label = "pages"
    verbose_name = _("Pages")

    def ready(self):
        # What these register, receivers and hooks, needs the models.
        from destination.pages import signals  # noqa: F401
        from destination.pages.presenters import home, listings, page  # noqa: F401
        from destination.pages.views import contact  # noqa: F401
