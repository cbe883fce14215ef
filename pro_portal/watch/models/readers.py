"""Subscriptions: who receives the newsletter, with an account or by an address alone, and who is notified of each new item."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pro_portal.watch.models.sources import WatchTheme

#: So long an address waits to be confirmed; the link in its mail ends with it.
CONFIRMATION_TIME = timedelta(days=7)


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


class LetterReaderQuerySet(models.QuerySet):
    def to_letter(self):
        """Those who confirmed, and do not receive it with an account already."""
        with_account = WatchSubscription.objects.to_letter().values("person__email")
        return self.filter(confirmed_at__isnull=False).exclude(email__in=with_account)

    def unconfirmed_since(self, moment):
        return self.filter(confirmed_at=None, asked_at__lt=moment)


class WatchLetterReader(models.Model):
    """Somebody without an account who receives the newsletter: what is for everybody in it, and nothing else. The row stands for
    a request until its mail is answered, and is deleted when the letter is stopped."""

    email = models.EmailField(_("adresse e-mail"), unique=True)  # in small letters
    # None of them: all, those to come too.
    themes = models.ManyToManyField(WatchTheme, blank=True, related_name="letter_readers", verbose_name=_("thèmes"))
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    asked_at = models.DateTimeField(_("demandée le"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmée le"), null=True)

    objects = LetterReaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("abonné à la lettre sans compte")
        verbose_name_plural = _("abonnés à la lettre sans compte")

    def __str__(self):
        return self.email
