"""Professionals who ask for an account."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Organisation, Territory
from common.fields import PhoneField


class AccountRequest(models.Model):
    """A provider asks to come in; an editor accepts, and the invitation leaves."""

    class State(models.TextChoices):
        WAITING = "waiting", _("à examiner")
        ACCEPTED = "accepted", _("acceptée")
        REFUSED = "refused", _("refusée")

    first_name = models.CharField(_("prénom"), max_length=150)
    last_name = models.CharField(pgettext_lazy("nom de famille", "nom"), max_length=150)
    email = models.EmailField(_("courriel"))
    phone = PhoneField(_("téléphone"), blank=True)
    establishment = models.CharField(_("établissement"), max_length=160)
    commune = models.ForeignKey(Territory, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("commune"))
    message = models.TextField(_("message"), blank=True)
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    state = models.CharField(_("état"), max_length=10, choices=State, default=State.WAITING, db_index=True)
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = _("demande de compte")
        verbose_name_plural = _("demandes de compte")
        permissions = [("decide_accountrequest", "Can decide on account requests")]

    def __str__(self):
        return f"{self.first_name} {self.last_name}, {self.establishment}"
