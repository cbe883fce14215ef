"""Subscriptions: who receives the newsletter, and who is notified of each new item."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pro_portal.watch.models.sources import WatchTheme


class SubscriptionQuerySet(models.QuerySet):
    def to_letter(self):
        return self.filter(letter=True, person__is_active=True)


class WatchSubscription(models.Model):
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watch_subscription")
    themes = models.ManyToManyField(WatchTheme, blank=True, related_name="subscriptions", verbose_name=_("thèmes"))
    letter = models.BooleanField(_("Recevoir la lettre de veille par courriel"), default=False)
    notices = models.BooleanField(_("Être prévenu de chaque nouvel article"), default=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("abonnement à la veille")
        verbose_name_plural = _("abonnements à la veille")

    def __str__(self):
        return str(self.person)
