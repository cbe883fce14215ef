"""Rights of many photos that were changed at once: what was done, by whom, and what stood before."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class RightsChange(models.Model):
    """`answers` are the columns that were written, fit for JSON; `before` what each photo had: {photo: {column: value}}."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("changement de droits")
        verbose_name_plural = _("changements de droits")

    def __str__(self):
        return f"{self.at:%Y-%m-%d}, {len(self.before)}"

    def get_absolute_url(self) -> str:
        return reverse("photos:rights_change", args=[self.pk])
