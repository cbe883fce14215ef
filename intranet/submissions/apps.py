from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class SubmissionsConfig(AppConfig):
    name = "intranet.submissions"
    label = "submissions"
    verbose_name = _("Propositions")

    def ready(self):
        from accounts.registry import Handover, register_handover
        from intranet.submissions import notifications  # noqa: F401  models are ready only now
        from intranet.submissions.actions.defaults import ensure_defaults
        from intranet.submissions.actions.proposals import give_events
        from intranet.submissions.presenters import group_events, person_events  # noqa: F401  register their panels
        from intranet.submissions.presenters.event_talks import register_events
        from intranet.submissions.querysets.events import events_to_hand_over
        from intranet.submissions.signals import keep_mails_for_pages

        register_handover(
            Handover("events", _("Événements à venir"), events_to_hand_over, give=give_events, order=10)
        )  # fmt: skip
        keep_mails_for_pages()
        register_events()
        post_migrate.connect(ensure_defaults, sender=self)
        register(WorkEntry(_("Événements"), "submissions:mine", "calendar", 20, lambda user: user.is_member))
        register(WorkEntry(
            _("Modération"), "submissions:queue", "inbox", 25, lambda user: user.is_moderator, "events_to_moderate",
        ))  # fmt: skip
