"""Pictures that somebody asks for, who may only look at them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from common.models import Picture
from pro_portal.photos.rights.choices import Use


class PhotoRequest(models.Model):
    """Answered by a keeper, by mail, once. `name` and `email` are those that a visitor gave, or of the account."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="photo_requests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(_("nom"), max_length=200)
    email = models.EmailField(_("courriel"))
    use = models.CharField(_("usage"), max_length=12, choices=Use)
    purpose = models.TextField(_("pour quoi"))
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)  # in which it is answered
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    answer = models.TextField(_("réponse"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("demande de photo")
        verbose_name_plural = _("demandes de photos")

    def __str__(self):
        return f"{self.picture}, {self.name}"
