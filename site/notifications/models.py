"""Notices stored for a person, and the person's choices."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from common.statements import count_statements, statement_for
from notifications.registry import Notification, kind_of, kinds


class Channel(models.TextChoices):
    BELL = "bell", _("cloche")
    MAIL = "mail", _("courriel")


class Rhythm(models.TextChoices):
    AT_ONCE = "at_once", _("Tout de suite")
    DAILY = "daily", _("Une fois par jour, le matin")
    WEEKLY = "weekly", _("Une fois par semaine, le lundi matin")
    NEVER = "never", _("Jamais : la cloche me suffit")
    SILENT = "silent", _("Aucune notification, ni ici ni par courriel")


DIGESTS = (Rhythm.DAILY, Rhythm.WEEKLY)


class Preferences(models.Model):
    """How often a person gets mail. Without a row: at once, everything."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notification_preferences")
    rhythm = models.CharField(_("rythme des courriels"), max_length=10, choices=Rhythm, default=Rhythm.AT_ONCE)
    tour_ended_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"{self.person}: {self.rhythm}"


class OptOut(models.Model):
    """A kind that a person switched off on one channel. Only refusals are stored: what is new is on."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notification_opt_outs")
    code = models.CharField(max_length=60)
    channel = models.CharField(max_length=10, choices=Channel)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "code", "channel"], name="notifications_opt_out_once")]

    def __str__(self):
        return f"{self.person}: {self.code}, {self.channel}"


class NoticeQuerySet(models.QuerySet):
    def due(self, now=None):
        """Those not held back any more."""
        return self.filter(models.Q(not_before=None) | models.Q(not_before__lte=now or timezone.now()))

    def in_bell_of(self, person, now=None):
        return self.due(now).filter(person=person, in_bell=True)

    def unread(self):
        return self.filter(read_at=None)

    def answers(self):
        """Those whose kind answers their reader."""
        return self.filter(code__in=[kind.code for kind in kinds() if kind.is_answer])

    def to_mail(self, rhythms):
        """Waiting for a mail, due, unread, of people with one of these rhythms (at once where nothing was chosen); what is
        urgent for the readers of digests is « at once » too."""
        condition = models.Q(person__notification_preferences__rhythm__in=rhythms)
        if Rhythm.AT_ONCE in rhythms:
            condition |= models.Q(person__notification_preferences=None)
            # What is urgent waits for no digest.
            urgent = [kind.code for kind in kinds() if kind.is_urgent]
            condition |= models.Q(person__notification_preferences__rhythm__in=DIGESTS, code__in=urgent)
        waiting = self.due().filter(condition, mail_waiting=True, read_at=None)
        if Rhythm.AT_ONCE not in rhythms:
            return waiting
        return waiting.filter(models.Q(mail_not_before=None) | models.Q(mail_not_before__lte=timezone.now()))

    def with_words(self, person) -> list:
        """The notices of `person` as a list, with all that their words read, in a number of queries that does not grow."""
        notices = list(self.select_related("actor").prefetch_related("subject"))
        subjects: dict[tuple, list] = {}
        for notice in notices:
            notice.person = person
            if notice.notification:
                kind = kind_of(notice.code)
                subjects.setdefault((kind.subject_model, kind.reads), []).append(notice.subject)
        for (_model, relations), alike in subjects.items():
            models.prefetch_related_objects(alike, *relations)
        return notices

    def mark_read(self) -> int:
        return self.filter(read_at=None).update(read_at=timezone.now())


def unread_number(person) -> int:
    """How many unread notices are in the bell of this person: every page of the work rooms asks."""
    return count_statements({"bell": statement_for(_unread, person.pk, timezone.now())})["bell"]


def _unread(person_id: int, now) -> models.QuerySet:
    return Notice.objects.in_bell_of(person_id, now).unread()


class Notice(models.Model):
    """One person told of one thing."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    code = models.CharField(max_length=60)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    details = models.JSONField(default=dict)
    in_bell = models.BooleanField(default=True)
    mail_waiting = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)  # held back till then, from the bell and from mail
    # Of a kind that is bundled: its mail at once waits till then for what the same person adds besides, and goes with it.
    mail_not_before = models.DateTimeField(null=True)
    about = models.CharField(max_length=80, blank=True)  # of a kind that is bundled, the thing: "comments.comment:12"

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["person"], condition=models.Q(read_at=None, in_bell=True), name="notifications_unread"),
            models.Index(fields=["created_at"], condition=models.Q(mail_waiting=True), name="notifications_to_mail"),
            models.Index(fields=["person", "-created_at"], name="notifications_of_person"),
            models.Index(fields=["content_type", "object_id"], name="notifications_of_subject"),
            models.Index(fields=["about"], condition=~models.Q(about=""), name="notifications_about"),
        ]

    def __str__(self):
        return f"{self.code} → {self.person_id}"

    @cached_property
    def notification(self) -> Notification | None:
        """The kind at work on this notice; None where the subject or the kind is gone."""
        kind, subject = kind_of(self.code), self.subject
        return kind(subject, actor=self.actor, **self.details) if kind and subject is not None else None

    @property
    def has_reached(self) -> bool:
        """Whether its person knows of it: it was read, or it is in the bell and no mail waits."""
        is_held = self.not_before is not None and timezone.now() < self.not_before
        return not is_held and not (self.mail_waiting and self.read_at is None)

    @property
    def may_be_read(self) -> bool:
        """Whether its person may still see what it speaks of."""
        return self.notification is not None and self.notification.may_be_read_by(self.person)
