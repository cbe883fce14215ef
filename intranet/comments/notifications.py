"""What is told of comments."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy, pgettext_lazy

from intranet.comments.permissions import MODERATE
from intranet.comments.registry import talk_opens_to, things_of_comments
from intranet.mentions.links import MentionLinks
from intranet.mentions.models import Mention
from notifications.registry import BUNDLE_TIME, Notification, register, shorten


class AboutComment(Notification):
    """The subject is a comment, which opens to whom its thing opens; the excerpt is its words. `people` are its recipients,
    `thing` the title of what it is about."""

    subject_model = "intranet_comments.MemberComment"
    bundle_for = BUNDLE_TIME
    group = pgettext_lazy("réglages des notifications", "Échanges entre membres")

    def __init__(self, subject, actor=None, people=(), **details):
        super().__init__(subject, actor, **details)
        self.people = people

    @classproperty
    def reads(cls):
        names = Prefetch("mentions", Mention.objects.select_related("person__profile", "work_group"))
        return things_of_comments(), names

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_professional

    def recipients(self):
        return get_user_model().objects.filter(pk__in=[person.pk for person in self.people])

    def may_be_read_by(self, person) -> bool:
        return super().may_be_read_by(person) and talk_opens_to(person, self.subject.thing)

    def names(self) -> dict:
        return super().names() | {"title": self.details.get("thing", "")}

    def excerpt(self) -> str:
        links = MentionLinks.of_mentions(self.subject.mentions.all(), None)
        return shorten(links.plain(self.subject, " ".join(self.subject.comment.split())))


@register
class CommentAnswered(AboutComment):
    code = "comment_answered"
    is_answer = True
    weight = 2
    label = gettext_lazy("On répond à mon commentaire")
    headline = gettext_lazy("%(person)s vous répond sous « %(title)s »")


@register
class CommentWritten(AboutComment):
    code = "comment_written"
    is_answer = True
    weight = 1
    label = gettext_lazy("On commente ce que j’ai publié, ou un échange que je suis")
    headline = gettext_lazy("%(person)s commente « %(title)s »")


@register
class CommentFlagged(AboutComment):
    """To the moderators who may read it."""

    asks_for_action = True
    code = "comment_flagged"
    bundle_for = timedelta()  # who keeps the peace is told at once
    label = gettext_lazy("Un commentaire est signalé")
    headline = gettext_lazy("%(person)s signale un commentaire")
    permission = MODERATE

    def recipients(self):
        return get_user_model().objects.responsible_for(self.permission)

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.has_perm(MODERATE)

    def url(self) -> str:
        return reverse("intranet_comments:flagged")
