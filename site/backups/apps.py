from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BackupsConfig(AppConfig):
    name = "backups"
    label = "backups"
    verbose_name = _("Sauvegardes")

    def ready(self):
        from backups import presenters  # noqa: F401  its probe reads models, which are ready only now
