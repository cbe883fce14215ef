"""What members write for each other: durable texts, beside the talk of the day."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from accounts.models import Organisation, Theme, WorkGroup
from common.access import Audience, AudienceMixin
from common.choices import AllowedPeople
from common.models import LINE_COLUMNS, Picture, SharedDocument
from common.recycle_bin import BinMixin
from common.responsibility import ResponsibleMixin, ResponsibleQuerySet

#: What a line of a list shows of an article, and what says whether it is unread and which picture stands there.
OF_LINE = (
    "title", "summary", "language", "first_published_at", "pinned_at", "archived_at", "brought", "author__preferred_name",
    "author__first_name", "author__last_name", "author__email", "organisation__name", "organisation__translated_names",
    *(f"picture__{column}" for column in LINE_COLUMNS),
)  # fmt: skip


class ArticleQuerySet(ResponsibleQuerySet):
    edit_any = "articles.edit_any_article"

    def published(self):
        return self.present().filter(live=True)

    def current(self):
        """What lists offer: published and not archived."""
        return self.published().filter(archived_at=None)

    def with_line(self):
        """With all that a line of a list shows."""
        return self.select_related("author", "organisation", "picture").prefetch_related("themes")

    def with_short_line(self):
        """With what a line of a list shows and nothing else: a page of them has twenty."""
        return self.with_line().only(*OF_LINE)

    def with_page(self, reader):
        """With what its page shows in one row: `thanks` (a number), `has_documents`, so that a page asks for files and for groups
        only where there are some, and `own_key`, `own_opened_at`, `own_read_at`, `own_thanked_at`, the marks of this reader."""
        own = models.FilteredRelation("readings", condition=models.Q(readings__person=reader))
        readings = self.model._meta.get_field("readings").related_model.objects.filter(article=models.OuterRef("pk"))
        thanks = readings.exclude(thanked_at=None).order_by().values("article").annotate(number=models.Count("pk"))
        files = self.model.documents.through.objects.filter(article=models.OuterRef("pk"))
        relations = ("author__profile", "author__organisation", "keeper", "must_read", "latest_revision")
        rows = self.with_line().select_related(*relations)
        return rows.annotate(
            own=own,
            own_key=models.F("own__pk"),
            own_opened_at=models.F("own__opened_at"),
            own_read_at=models.F("own__read_at"),
            own_thanked_at=models.F("own__thanked_at"),
            thanks=Coalesce(models.Subquery(thanks.values("number"), output_field=models.IntegerField()), 0),
            has_documents=models.Exists(files),
        )


def article_address(pk: int) -> str:
    """The page of an article whose row was read as values."""
    return reverse("articles:article", kwargs={"pk": pk})


class Article(BinMixin, ResponsibleMixin, AudienceMixin, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A text in the language of its author. The row holds what is published; drafts and history are Wagtail's revisions.

    It stays under its author's name; where they have left, a `keeper` has their rights and hears what they would hear."""

    AUDIENCES = (Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE, Audience.PROFESSIONALS)

    audience = models.CharField(
        _("qui peut voir"), max_length=16, choices=[(audience.value, audience.label) for audience in AUDIENCES],
        default=Audience.MEMBERS, db_index=True,
    )  # fmt: skip
    title = models.CharField(_("titre"), max_length=200)
    summary = models.TextField(_("résumé"), max_length=500, blank=True)
    body = models.TextField(_("texte"), blank=True)  # HTML, cleaned when it comes in
    language = models.CharField(_("langue"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo"))
    documents = ParentalManyToManyField(SharedDocument, blank=True, related_name="+", verbose_name=_("fichiers"))
    themes = ParentalManyToManyField(Theme, blank=True, related_name="articles", verbose_name=_("thèmes"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="articles"
    )
    # Who looks after it in the place of its author.
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="kept_articles"
    )
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, editable=False, related_name="articles", verbose_name=_("organisme")
    )
    audience_groups = ParentalManyToManyField(WorkGroup, blank=True, related_name="articles", verbose_name=_("groupes"))
    changeable_by = models.CharField(_("qui peut modifier"), max_length=8, choices=AllowedPeople, default=AllowedPeople.AUTHOR)
    deletable_by = models.CharField(_("qui peut supprimer"), max_length=8, choices=AllowedPeople, default=AllowedPeople.AUTHOR)
    comments_open = models.BooleanField(_("commentaires ouverts"), default=True)
    comments_until = models.DateField(_("commentaires jusqu’au"), null=True, blank=True)  # included
    pinned_at = models.DateTimeField(_("épinglé le"), null=True, blank=True, editable=False)
    review_on = models.DateField(_("toujours vrai ? à vérifier le"), null=True, blank=True)
    reviewed_at = models.DateTimeField(_("vérifié le"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(
        null=True, blank=True, editable=False
    )  # the last day its owner was asked whether it is still true
    archived_at = models.DateTimeField(_("archivé le"), null=True, blank=True, editable=False)
    announced_at = models.DateTimeField(null=True, blank=True, editable=False)  # when its readers were told, once
    # The pictures and files given with it, {"pictures": [ids], "documents": [ids]}: they open and close with it.
    brought = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="article")

    # What a revision must not bring back from the past when it is published or shown.
    KEPT_LIVE = (
        "deleted_at",
        "deleted_by_id",
        "author_id",
        "keeper_id",
        "organisation_id",
        "pinned_at",
        "reviewed_at",
        "reminded_on",
        "archived_at",
        "announced_at",
        "brought",
        "created_at",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-first_published_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("edit_any_article", "Can correct any article")]
        indexes = [models.Index(fields=["live", "audience", "-first_published_at"], name="articles_list")]

    def __str__(self):
        return self.title

    @property
    def revisions(self):
        return self._revisions

    def with_content_json(self, content):
        article = super().with_content_json(content)
        for name in self.KEPT_LIVE:
            setattr(article, name, getattr(self, name))
        return article

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    @property
    def takes_comments(self) -> bool:
        return self.comments_open and self.live and not self.is_archived

    @property
    def scheduled_for(self):
        """When its latest version is published by itself; None where none waits."""
        revision = self.latest_revision if not self.live or self.has_unpublished_changes else None
        return revision.approved_go_live_at if revision else None

    def brought_ids(self, kind: str) -> list[int]:
        """The keys of what was given with it; `kind` is "pictures" or "documents"."""
        return list((self.brought or {}).get(kind, ()))

    def get_absolute_url(self) -> str:
        return article_address(self.pk)
