from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AgendaConfig(AppConfig):
    name = "destination.agenda"
    label = "agenda"
    verbose_name = _("Agenda")

    def ready(self):
        from destination.agenda import signals  # noqa: F401
        from destination.agenda.actions import ensure_categories  # models are ready only now
        from destination.agenda.presenters.upcoming import events_at, events_in
        from destination.places.registry import register

        register("place", "agenda/_at_place.html", events_at)
        register("commune", "agenda/_at_place.html", events_in)
        post_migrate.connect(ensure_categories, sender=self)
