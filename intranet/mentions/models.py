"""Who is named after an @ in a text of the intranet."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from accounts.models import WorkGroup


class MentionQuerySet(models.QuerySet):
    def of(self, thing):
        """Those in the text of this thing."""
        return self.filter(content_type=ContentType.objects.get_for_model(thing), object_id=thing.pk)

    def of_all(self, things):
        """Those in the texts of these things, of whatever kinds, with the names that are shown."""
        condition, by_type = models.Q(pk__in=[]), {}
        for thing in things:
            by_type.setdefault(ContentType.objects.get_for_model(thing), []).append(thing.pk)
        for content_type, ids in by_type.items():
            condition |= models.Q(content_type=content_type, object_id__in=ids)
        return self.filter(condition).select_related("person__profile", "work_group").order_by("pk")


class Mention(models.Model):
    """A person, or a group, named in a thing's text. One for each, however often the text names them and however often it is
    saved, so that they are told once; it goes when the text no longer names them."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="mentions")
    work_group = models.ForeignKey(WorkGroup, models.CASCADE, null=True, related_name="mentions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField(null=True)  # None: the text is not published yet, or they may not see it

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="mentions_of_thing")]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "person"], name="mentions_person_once"),
            models.UniqueConstraint(fields=["content_type", "object_id", "work_group"], name="mentions_group_once"),
            models.CheckConstraint(
                condition=models.Q(person=None, work_group__isnull=False) | models.Q(person__isnull=False, work_group=None),
                name="mentions_person_or_group",
            ),
        ]

    def __str__(self):
        return f"@{self.person or self.work_group}"

    @property
    def handle(self) -> str:
        """What the text has after its @; empty for a person without a profile."""
        if self.work_group_id:
            return self.work_group.slug.lower()
        profile = getattr(self.person, "profile", None)
        return profile.handle if profile else ""

    @property
    def is_closed_to_all(self) -> bool:
        return self.thing is None or self.thing.is_closed_to_all

    def audience_keys(self) -> frozenset[str]:
        """Who may see the thing: it says nothing to others."""
        return self.thing.audience_keys() if self.thing is not None else frozenset()

    def get_absolute_url(self) -> str:
        return self.thing.get_absolute_url()
