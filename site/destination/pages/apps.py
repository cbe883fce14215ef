from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "destination.pages"
    label = "pages"
    verbose_name = _("Pages")

    def ready(self):
        from wagtail.permissions import page_permission_policy

        from common.permissions import give_rule
        from destination.pages.permissions import PagePolicy

        give_rule(page_permission_policy, PagePolicy)
        # What these register, receivers and hooks, needs the models.
        from destination.pages import signals  # noqa: F401
        from destination.pages.presenters import home, listings, page  # noqa: F401
        from destination.pages.views import contact  # noqa: F401
