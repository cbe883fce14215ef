from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MentionsConfig(AppConfig):
    name = "intranet.mentions"
    label = "mentions"
    verbose_name = _("Mentions")

    def ready(self):
        from intranet.mentions import presenters  # noqa: F401  it registers a panel; models are ready only now
