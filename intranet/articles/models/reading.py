"""What became of an article with each of its readers."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import WorkGroup
from intranet.articles.models.articles import Article


class ArticleReading(models.Model):
    """A reader's own marks on an article. Opened is not read: read means that they pressed « J’ai lu »."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="article_readings")
    opened_at = models.DateTimeField(_("ouvert le"))  # last; what was published anew since is unread again
    read_at = models.DateTimeField(_("lu le"), null=True)
    thanked_at = models.DateTimeField(_("remercié le"), null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="articles_reading_once")]

    def __str__(self):
        return f"{self.person}: {self.article}"

    @property
    def is_read(self) -> bool:
        return self.read_at is not None


class MustRead(models.Model):
    """An article that certain people must read by a day. Without groups: all who may see it."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="must_read")
    until = models.DateField(_("à lire avant le"), null=True, blank=True)  # included
    groups = models.ManyToManyField(WorkGroup, blank=True, related_name="+", verbose_name=_("groupes"))
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # Who follows it up in the place of who set it.
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)
    reminded_at = models.DateTimeField(null=True)  # one reminder, to those alone who have not read

    def __str__(self):
        return str(self.article)

    @property
    def responsible_id(self) -> int | None:
        return self.keeper_id or self.set_by_id

    @property
    def is_late(self) -> bool:
        return self.until is not None and self.until < timezone.localdate()
