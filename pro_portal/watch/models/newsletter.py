"""The newsletter of the watch: settings, newsletters, their items in order."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pro_portal.watch.models.items import WatchItem

#: So long the sending of a letter can be undone.
TIME_TO_UNDO = timedelta(minutes=1)


class WatchSettings(models.Model):
    """One row: when a draft of the letter is prepared."""

    class When(models.TextChoices):
        MONTHLY = "monthly", _("Chaque mois")
        NUMBER = "number", _("Dès que quelques articles attendent")
        BY_HAND = "by_hand", _("Quand je le demande")

    when = models.CharField(_("Préparer un brouillon"), max_length=8, choices=When, default=When.MONTHLY)
    day = models.PositiveSmallIntegerField(_("Jour du mois"), default=1, validators=[MinValueValidator(1), MaxValueValidator(28)])
    number = models.PositiveSmallIntegerField(
        _("Nombre d’articles"), default=12, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    def __str__(self):
        return self.get_when_display()

    @classmethod
    def current(cls) -> "WatchSettings":
        return cls.objects.get_or_create(pk=1)[0]


class WatchLetter(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("brouillon")
        SENT = "sent", _("envoyée")

    title = models.CharField(_("titre"), max_length=160)
    introduction = models.TextField(_("introduction"), blank=True, max_length=3000)
    state = models.CharField(max_length=5, choices=State, default=State.DRAFT)
    items = models.ManyToManyField(WatchItem, through="WatchLetterItem", related_name="letters")
    created_at = models.DateTimeField(auto_now_add=True)
    leaves_at = models.DateTimeField(null=True)  # of a draft that was sent: until then the sending can be undone
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # Every mail is written: until then the clock goes on with what a killed worker left.
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("lettre de veille")
        verbose_name_plural = _("lettres de veille")
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=models.Q(state="draft"), name="watch_one_draft_at_a_time")
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("watch:letter", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_leaving(self) -> bool:
        return self.is_draft and self.leaves_at is not None

    def items_in_order(self):
        """The published items of the letter, in the order chosen."""
        return self.items.published().order_by("watchletteritem__order", "watchletteritem__pk").with_line()


class WatchLetterItem(models.Model):
    letter = models.ForeignKey(WatchLetter, models.CASCADE)
    item = models.ForeignKey(WatchItem, models.CASCADE)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["letter", "item"], name="watch_letter_item_once")]

    def __str__(self):
        return f"{self.letter_id}: {self.item_id}"
