from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "destination.places"
    label = "places"
    verbose_name = _("Lieux")

    def ready(self):
        from destination.places.presenters import outlines  # models are ready only now

        for signal in (post_save, post_delete):
            signal.connect(outlines.forget, sender="accounts.Territory", dispatch_uid="places.outlines")
