from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class HealthConfig(AppConfig):
    name = "health"
    label = "health"
    verbose_name = _("État de l’installation")

    def ready(self):
        from health import presenters, probes  # noqa: F401  they register; models are ready only now
        from health.actions import note_version

        post_migrate.connect(note_version, sender=self, dispatch_uid="health-note-version")
