"""Comments of members under the things of the house. Rows, order of threads and flags are those of django-comments-xtd."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_comments.models import CommentFlag
from django_comments_xtd.models import XtdComment, XtdCommentManager

from common.models.scans import ScannedFilesMixin
from common.storages import private_storage
from intranet.comments.registry import commentables
from intranet.mentions.models import Mention


def suggestions():
    """The flags by which people ask the moderators to look."""
    return CommentFlag.objects.filter(flag=CommentFlag.SUGGEST_REMOVAL)


class MemberCommentQuerySet(models.QuerySet):
    def of(self, thing):
        """Those under this thing, in the order of threads."""
        return self.filter(content_type=ContentType.objects.get_for_model(thing), object_pk=str(thing.pk))

    def of_all(self, things):
        condition, by_type = Q(pk__in=[]), {}
        for thing in things:
            by_type.setdefault(ContentType.objects.get_for_model(thing), []).append(str(thing.pk))
        for content_type, keys in by_type.items():
            condition |= Q(content_type=content_type, object_pk__in=keys)
        return self.filter(condition)

    def shown(self):
        """Those that a reader of the thing reads: neither deleted by their author nor hidden by a moderator."""
        return self.filter(is_removed=False, is_public=True)

    def visible_to(self, user):
        """Those under the things that this reader may see."""
        condition = Q(pk__in=[])
        for kind in commentables():
            keys = (
                kind.visible_to(user).order_by().values(key=Cast("pk", models.CharField()))
            )  # PostgreSQL compares no number with a text
            condition |= Q(content_type=ContentType.objects.get_for_model(kind.model), object_pk__in=keys)
        return self.filter(condition)

    def flagged(self):
        """The shown ones that somebody flagged."""
        return self.shown().filter(pk__in=suggestions().values("comment_id"))


class MemberCommentManager(XtdCommentManager.from_queryset(MemberCommentQuerySet)):
    pass


class MemberComment(XtdComment):
    """What a signed-in person wrote under a thing. Its audience is that of the thing, asked anew at each output. `is_removed`
    says that it is not shown: its author deleted it (`deleted_at`), or a moderator hid it (`hidden_at`); its answers stay.

    The library's name, address and IP fields stay empty: the person is `user`.
    """

    edited_at = models.DateTimeField(_("modifié le"), null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False, db_index=True)
    deleted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    hidden_at = models.DateTimeField(null=True, editable=False)
    hidden_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    addressed_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    once = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)  # of the form: sent twice, kept once
    mentions = GenericRelation(Mention)

    objects = MemberCommentManager()

    class Meta:
        ordering = ["thread_id", "order"]
        verbose_name = _("commentaire")
        verbose_name_plural = _("commentaires")

    def __str__(self):
        return self.comment[:80]

    @property
    def thing(self):
        """What it is about; None where that is gone."""
        return self.content_object

    @property
    def is_closed_to_all(self) -> bool:
        return self.is_removed or not self.is_public or self.thing is None or self.thing.is_closed_to_all

    def audience_keys(self) -> frozenset[str]:
        return self.thing.audience_keys() if self.thing is not None else frozenset()

    @property
    def anchor(self) -> str:
        return f"commentaire-{self.pk}"

    def get_absolute_url(self) -> str:
        """Where it is read: the page finds out whether that is under the thing or in the whole talk."""
        return reverse("intranet_comments:comment", kwargs={"pk": self.pk})


class CommentFile(ScannedFilesMixin, models.Model):
    """A picture or a file on a comment. It leaves through one guarded view, for who may see the comment."""

    comment = models.ForeignKey(MemberComment, models.CASCADE, related_name="files")
    file = models.FileField(_("fichier"), upload_to="comments", storage=private_storage)
    name = models.CharField(_("nom"), max_length=200)
    size = models.PositiveIntegerField(_("taille"))  # bytes
    width = models.PositiveIntegerField(null=True)  # pixels; None: no picture
    height = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("fichier d’un commentaire")
        verbose_name_plural = _("fichiers des commentaires")

    def __str__(self):
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.width is not None

    @property
    def url(self) -> str:
        return reverse("intranet_comments:file", kwargs={"pk": self.pk, "name": self.name})


class Following(models.Model):
    """Whether a person hears of new comments under a thing. Without a row: its owners do, others do not."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="followed_talks")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    is_on = models.BooleanField(default=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "content_type", "object_id"], name="comments_following_once")]
        indexes = [models.Index(fields=["content_type", "object_id"], name="comments_followers")]

    def __str__(self):
        return f"{self.person}: {self.is_on}"
