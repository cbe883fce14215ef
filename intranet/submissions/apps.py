from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class SubmissionsConfig(AppConfig):
    name = "intranet.submissions"
    label = "submissions"
    verbose_name = _("Propositions")

    def ready(self):
        from intranet.submissions import notifications, signals  # noqa: F401  models are ready only now
        from intranet.submissions.actions.seeding import seed
        from intranet.submissions.cms_mail import keep_for_pages

        keep_for_pages()
        post_migrate.connect(seed, sender=self)
        self.register_entries()

    def register_entries(self):
        from intranet.submissions.queue import waiting_count  # models are ready only now

        register(WorkEntry(_("Événements"), "submissions:mine", "calendar", 20, lambda user: user.is_member))
        register(WorkEntry(
            _("Modération"), "submissions:queue", "inbox", 25, lambda user: user.is_moderator, lambda user: waiting_count(),
        ))  # fmt: skip
