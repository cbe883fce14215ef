"""What articles tell, and to whom."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.models import Organisation
from common.access import Audience
from common.responsibility import asked_about
from common.rich_text import plain
from intranet.articles.querysets import readers_late
from notifications.registry import BUNDLE_TIME, UNDO_TIME, Notification, register, shorten


class AboutArticle(Notification):
    subject_model = "articles.Article"
    reads = ("audience_groups",)
    group = pgettext_lazy("réglages des notifications", "Articles")

    def excerpt(self) -> str:
        return shorten(self.subject.summary or plain(self.subject.body[:5000]))


@register
class ArticlePublished(AboutArticle):
    """To whoever it is for: those of its groups, of its office, the members, or the professionals too. An administrator hears of
    it as the member of these that they are."""

    code = "article_published"
    label = gettext_lazy("Un article est publié pour moi")
    headline = gettext_lazy("%(person)s a publié « %(title)s »")
    held_for = UNDO_TIME
    bundle_for = BUNDLE_TIME

    def recipients(self):
        people = get_user_model().objects.filter(is_active=True)
        article = self.subject
        match article.audience:
            case Audience.GROUP:
                memberships = article.audience_groups.through.objects.filter(article=article).values("workgroup_id")
                return people.filter(memberships__workgroup__in=memberships, memberships__is_muted=False).distinct()
            case Audience.PRIVATE:
                return people.filter(organisation=article.organisation_id) if article.organisation_id else people.none()
            case Audience.PROFESSIONALS:
                return people.filter(organisation__isnull=False)
        return people.filter(organisation__kind__in=Organisation.OF_MEMBERS)


@register
class MustReadAsked(AboutArticle):
    code = "article_must_read"
    label = gettext_lazy("Un article est à lire")
    headline = gettext_lazy("À lire : « %(title)s »")
    reads = ("audience_groups", "must_read")
    bundle_for = BUNDLE_TIME
    weight = 4  # more than that it is published, or that one is named in it

    def recipients(self):
        return readers_late(self.subject.must_read)

    def excerpt(self) -> str:
        must_read = getattr(self.subject, "must_read", None)
        if must_read is None or must_read.until is None:
            return super().excerpt()
        day = date_format(must_read.until, "DATE_FORMAT")
        return shorten(" ".join([_("À lire avant le %(day)s.") % {"day": day}, super().excerpt()]))

    def may_be_read_by(self, person) -> bool:
        return super().may_be_read_by(person) and hasattr(self.subject, "must_read")


@register
class MustReadReminder(MustReadAsked):
    code = "article_must_read_reminder"
    label = gettext_lazy("Un article que je n’ai pas encore lu m’est rappelé")
    headline = gettext_lazy("Rappel : « %(title)s » attend votre « J’ai lu »")
    bundle_for = timedelta()


@register
class ArticleToCheck(AboutArticle):
    """To who is responsible for it; where they have left, to whoever corrects articles and may see it."""

    code = "article_to_check"
    label = gettext_lazy("Un de mes articles est à vérifier")
    headline = gettext_lazy("« %(title)s » : est-ce toujours vrai ?")

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member

    def recipients(self):
        return asked_about(self.subject)

    def excerpt(self) -> str:
        return _("S’il dit encore vrai, un bouton suffit. Sinon, corrigez-le ou archivez-le.")


@register
class ArticleThanked(AboutArticle):
    code = "article_thanked"
    label = gettext_lazy("On me remercie d’un article")
    headline = gettext_lazy("%(person)s vous remercie de « %(title)s »")
    addressee = "responsible_id"
    held_for = UNDO_TIME

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member

    def excerpt(self) -> str:
        return ""
