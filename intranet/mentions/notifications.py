"""Somebody is named after an @."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.utils.functional import classproperty
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from accounts.models import Membership
from intranet.mentions.links import MentionLinks, excerpt_around
from intranet.mentions.models import Mention
from intranet.mentions.registry import text_kind_of, text_kinds
from notifications.registry import BUNDLE_TIME, Notification, register


class Mentioned(Notification):
    """The subject is a mention; it says nothing to who may not see its thing. `others`: how many further things came at once
    with the same text."""

    subject_model = "mentions.Mention"
    bundle_for = BUNDLE_TIME
    is_answer = True
    weight = 3
    group = pgettext_lazy("réglages des notifications", "Échanges entre membres")

    @classproperty
    def reads(cls):
        return (GenericPrefetch("thing", [kind.queryset() for kind in text_kinds()]), "work_group", "person__profile")

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_professional

    def may_be_read_by(self, person) -> bool:
        kind = text_kind_of(self.subject.thing)
        return super().may_be_read_by(person) and (kind is None or kind.opens_to(person, self.subject.thing))

    def about(self):
        """The text: who follows it and is named in it hears of it once."""
        return self.subject.thing

    def names(self) -> dict:
        kind = text_kind_of(self.subject.thing)
        title = kind.title(self.subject.thing) if kind else self.subject.thing
        return super().names() | {"title": title, "group": self.subject.work_group, "count": self.others}

    @property
    def others(self) -> int:
        return self.details.get("others", 0)

    def excerpt(self) -> str:
        kind = text_kind_of(self.subject.thing)
        if kind is None:
            return ""
        text = excerpt_around(kind.text(self.subject.thing), self.subject.handle)
        return MentionLinks.of_mentions([self.subject], None).plain(self.subject.thing, text)


@register
class PersonMentioned(Mentioned):
    code = "mention"
    is_answer = True
    label = gettext_lazy("On me cite")
    headline = gettext_lazy("%(person)s vous cite dans « %(title)s »")

    def title(self) -> str:
        if not self.others:
            return super().title()
        words = ngettext(
            "%(person)s vous cite dans « %(title)s » et %(count)d autre",
            "%(person)s vous cite dans « %(title)s » et %(count)d autres",
            self.others,
        )
        return words % self.names()

    def recipients(self):
        return get_user_model().objects.filter(pk=self.subject.person_id)


@register
class GroupMentioned(Mentioned):
    code = "group_mention"
    label = gettext_lazy("On cite un de mes groupes")
    headline = gettext_lazy("%(person)s cite le groupe « %(group)s » dans « %(title)s »")

    def recipients(self):
        """The group's people but those who muted it, and those whom the text names themselves."""
        in_force = Membership.objects.in_force().filter(workgroup=self.subject.work_group_id)
        listeners = in_force.filter(is_muted=False).values("user_id")
        named = Mention.objects.of(self.subject.thing).filter(person__isnull=False).values("person_id")
        people = get_user_model().objects.filter(pk__in=listeners, is_active=True)
        return people.exclude(pk__in=named)

    def title(self) -> str:
        if not self.others:
            return _("%(person)s cite le groupe « %(group)s » dans « %(title)s »") % self.names()
        words = ngettext(
            "%(person)s cite le groupe « %(group)s » dans « %(title)s » et %(count)d autre",
            "%(person)s cite le groupe « %(group)s » dans « %(title)s » et %(count)d autres",
            self.others,
        )
        return words % self.names()
