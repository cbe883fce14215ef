from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    name = "intranet.submissions"
    label = "submissions"
    verbose_name = _("Propositions")

    def ready(self):
        from intranet.submissions import notifications, signals  # noqa: F401  models are ready only now
        from intranet.submissions.actions.seeding import seed

        post_migrate.connect(seed, sender=self)
