"""Readers' progress, questions and opinions. Steps are counted from 1, the same in every language."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

OPINIONS_COOKIE = "tutoriels-avis"  # the tutorials on which this browser has given an opinion, signed; nothing of its reader


class Progress(models.Model):
    """How far a person with an account has come. That of visitors stays in their browser."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tutorial_progress")
    tutorial = models.ForeignKey("tutorials.Tutorial", models.CASCADE, related_name="progress")
    steps = models.JSONField(default=list)  # numbers of the steps done
    done_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "tutorial"], name="tutorials_progress_once")]

    def __str__(self):
        return f"{self.person}: {self.tutorial}"


class QuestionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answered_at=None)

    def shown(self):
        """Those that other readers find useful."""
        return self.filter(is_shown=True, answered_at__isnull=False)


class Question(models.Model):
    """A reader's question and its answer. `name` and `email` are a visitor's; a person with an account is `asker`."""

    tutorial = models.ForeignKey("tutorials.Tutorial", models.CASCADE, related_name="questions")
    step = models.PositiveSmallIntegerField(_("étape"), null=True, blank=True)
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(_("nom"), max_length=120, blank=True)
    email = models.EmailField(_("courriel"), blank=True)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    text = models.TextField(_("question"), max_length=2000)
    asked_at = models.DateTimeField(auto_now_add=True)
    once = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)  # of the form: sent twice, kept once
    answer = models.TextField(_("réponse"), blank=True, max_length=5000)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    is_shown = models.BooleanField(_("montrer sous l’étape"), default=False)
    shown_text = models.TextField(_("question telle que montrée"), blank=True, max_length=2000)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        permissions = [("answer_question", "Can answer questions")]
        indexes = [models.Index(fields=["answered_at"], name="tutorials_question_waiting")]

    def __str__(self):
        return self.text[:80]

    @property
    def asked_by(self) -> str:
        return str(self.asker) if self.asker_id else self.name

    def get_absolute_url(self) -> str:
        return reverse("tutorials:question", kwargs={"pk": self.pk})


class Opinion(models.Model):
    """Useful or not, and why. `mark` keeps one opinion a reader without saying whose it is."""

    tutorial = models.ForeignKey("tutorials.Tutorial", models.CASCADE, related_name="opinions")
    mark = models.CharField(max_length=64)
    useful = models.BooleanField(_("utile"))
    why = models.TextField(_("pourquoi"), blank=True, max_length=1000)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    given_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-given_at"]
        verbose_name = _("avis")
        verbose_name_plural = _("avis")
        constraints = [models.UniqueConstraint(fields=["tutorial", "mark"], name="tutorials_opinion_once")]

    def __str__(self):
        return self.why[:80]


def opinion_mark(user) -> str:
    """A pseudonym: the same for one person each time without naming them; for a visitor a new one."""
    return salted_hmac("tutorials.opinion", str(user.pk)).hexdigest() if user.is_authenticated else uuid.uuid4().hex
