from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class TutorialsConfig(AppConfig):
    name = "pro_portal.tutorials"
    label = "tutorials"
    verbose_name = _("Tutoriels")

    def ready(self):
        from pro_portal.tutorials import notifications, portal_cards, sitemaps  # noqa: F401  models are ready only now
        from pro_portal.tutorials.actions import progress  # noqa: F401  models are ready only now
        from pro_portal.tutorials.actions.questions import may_answer
        from pro_portal.tutorials.presenters import paths, tutorial_page  # noqa: F401  they answer hooks of the models

        register(WorkEntry(_("Tutoriels"), "tutorials:list", "book", 64, for_visitors=True))
        register(
            WorkEntry(
                _("Questions"),
                "tutorials:questions",
                "comment",
                67,
                allowed=may_answer,
                waiting="tutorial_questions",
            )
        )
