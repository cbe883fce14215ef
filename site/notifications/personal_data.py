"""Notices and the choices about them."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from common.personal_data import Basis, Kind, OnErasure, Recipients, Rows, register
from notifications.models import Notice


@register
class Notices(Kind):
    key = "notices"
    title = _("Notifications")
    categories = _("Ce dont la personne a été prévenue et quand elle l’a lu ; ses choix de notification")
    purpose = _("Prévenir chacun de ce qui le concerne, et de rien d’autre.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.NOBODY
    term = _("Six mois après la lecture, deux ans en tout ; les choix, tant que le compte existe.")
    correction = "notifications:preferences"
    rows = (
        Rows(
            "notifications.Notice",
            account=("person",),
            facts={"code": _("genre"), "read_at": _("lue le")},
            at="created_at",
        ),
        Rows("notifications.Notice", account=("actor",), at="created_at", on_erasure=OnErasure.BLANK),
        Rows(
            "notifications.Preferences",
            account=("person",),
            facts={"rhythm": "", "tour_ended_at": _("présentation vue le")},
        ),
        Rows("notifications.OptOut", account=("person",), facts={"code": _("genre refusé"), "channel": _("canal")}),
    )

    def expire(self, now):
        read = Notice.objects.filter(read_at__lt=now - timedelta(days=180)).delete()[0]
        return read + Notice.objects.filter(created_at__lt=now - timedelta(days=730)).delete()[0]
