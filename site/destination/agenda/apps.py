from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgendaConfig(AppConfig):
    name = "destination.agenda"
    label = "agenda"
    verbose_name = _("Agenda")

    def ready(self):
        from destination.agenda import signals  # noqa: F401  models are ready only now
