"""The items of the watch: links that a watcher chose, commented and published, and what each reader did with them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, WorkGroup
from common.access import Audience, AudienceMixin, AudienceQuerySet
from common.models import Picture
from pro_portal.watch.models.sources import WatchExclusion, WatchSource, WatchTheme
from pro_portal.watch.normalisation import address_key, folded, title_key


class ItemQuerySet(AudienceQuerySet):
    def inbox(self):
        return self.filter(state=WatchItem.State.INBOX)

    def published(self):
        return self.filter(state=WatchItem.State.PUBLISHED)

    def set_aside(self):
        return self.filter(state=WatchItem.State.SET_ASIDE)

    def with_line(self):
        """All that one line of a list shows."""
        return self.select_related("source").prefetch_related("themes")


class WatchItem(AudienceMixin, models.Model):
    class State(models.TextChoices):
        INBOX = "inbox", _("à trier")
        PUBLISHED = "published", _("publié")
        SET_ASIDE = "set_aside", _("écarté")

    source = models.ForeignKey(
        WatchSource, models.SET_NULL, null=True, blank=True, related_name="items", verbose_name=_("source")
    )
    also_in = models.ManyToManyField(WatchSource, blank=True, related_name="+", verbose_name=_("aussi dans"))
    address = models.CharField(_("adresse"), max_length=2000)
    address_key = models.CharField(max_length=40, db_index=True, editable=False)  # of the cleaned address
    # What names the entry for its feed: several entries of one may stand at one address. Empty for a link brought by hand.
    guid_key = models.CharField(max_length=40, blank=True, db_index=True, editable=False)
    title = models.CharField(_("titre"), max_length=300)
    title_key = models.CharField(max_length=300, db_index=True, editable=False)
    summary = models.TextField(_("résumé"), blank=True)
    # Of the page itself; its audience is that of the item.
    picture = models.OneToOneField(Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("image"))
    language = models.CharField(_("langue"), max_length=10, blank=True)  # as the source says it
    dated_at = models.DateTimeField(_("paru le"), null=True, blank=True)
    found_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.INBOX)
    # Grows at each decision: two watchers, or two tabs, do not decide over one another.
    version = models.PositiveIntegerField(default=0, editable=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    decided_at = models.DateTimeField(null=True, editable=False)
    # The words that set it aside, where nobody did.
    excluded_by = models.ForeignKey(WatchExclusion, models.SET_NULL, null=True, editable=False, related_name="items")
    comment = models.TextField(_("commentaire"), blank=True)
    themes = models.ManyToManyField(WatchTheme, blank=True, related_name="items", verbose_name=_("thèmes"))
    audience_groups = models.ManyToManyField(WorkGroup, blank=True, related_name="+", verbose_name=_("groupes"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="watch_items")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    in_next_letter = models.BooleanField(_("dans la prochaine lettre"), default=False)
    published_at = models.DateTimeField(null=True, editable=False)
    folded = models.TextField(blank=True, editable=False)  # what the list's search box reads

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("article de veille")
        verbose_name_plural = _("articles de veille")
        permissions = [("publish_watchitem", _("trier et publier la veille"))]
        indexes = [
            models.Index(fields=["state", "-published_at", "-id"], name="watch_item_published"),
            models.Index(fields=["state", "found_at"], name="watch_item_inbox"),
            # All that a count of what one reader may see asks for.
            models.Index(fields=["state", "audience", "organisation", "author"], name="watch_item_readers"),
        ]

    def __str__(self):
        return self.title

    @property
    def title_language(self) -> str:
        """Of the title and the summary: what the source says, else that of the house. The comment is the office's."""
        return self.language or settings.LANGUAGE_CODE

    def save(self, *args, **kwargs):
        self.address_key, self.title_key = address_key(self.address), title_key(self.title)
        self.folded = folded(f"{self.title} {self.summary} {self.comment}")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("watch:item", args=[self.pk])

    @classmethod
    def visible_q(cls, user) -> Q | None:
        condition = super().visible_q(user)
        if condition is None:
            return None
        published = Q(state=cls.State.PUBLISHED)
        return condition & (published | Q(author=user) if user.is_authenticated else published)

    @property
    def live(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def is_for_all(self) -> bool:
        return self.audience == Audience.PUBLIC

    @property
    def host(self) -> str:
        return self.address.split("/")[2].removeprefix("www.") if self.address.count("/") > 1 else ""


class MarkQuerySet(models.QuerySet):
    def read_by(self, person):
        return self.filter(person=person, read_at__isnull=False)

    def saved_by(self, person):
        return self.filter(person=person, saved_at__isnull=False)


class WatchMark(models.Model):
    """What one reader did with one item."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watch_marks")
    item = models.ForeignKey(WatchItem, models.CASCADE, related_name="marks")
    read_at = models.DateTimeField(null=True)
    saved_at = models.DateTimeField(null=True)

    objects = MarkQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "item"], name="watch_mark_once")]

    def __str__(self):
        return f"{self.person_id}: {self.item_id}"
