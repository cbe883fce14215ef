"""The notifications of the watch and their recipients."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from notifications.registry import UNDO_TIME, Notification, register


class WatchNotification(Notification):
    group = pgettext_lazy("réglages des notifications", "Veille")


@register
class NewWatchItem(WatchNotification):
    held_for = UNDO_TIME
    code = "watch_item"
    label = gettext_lazy("Un nouvel article dans un thème de veille que je suis")
    subject_model = "watch.WatchItem"
    headline = gettext_lazy("Veille : %(title)s")

    def recipients(self):
        return get_user_model().objects.filter(
            watch_subscription__notices=True, watch_subscription__themes__in=self.subject.themes.all()
        )

    def excerpt(self):
        return self.subject.comment or self.subject.summary


class WatcherNotification(WatchNotification):
    audience_checked = False
    permission = "watch.publish_watchitem"


@register
class SourceFailing(WatcherNotification):
    code = "watch_source_fails"
    label = gettext_lazy("Une source de la veille ne répond plus depuis une semaine")
    subject_model = "watch.WatchSource"
    headline = gettext_lazy("La source « %(title)s » ne répond plus depuis une semaine")

    def excerpt(self):
        return self.subject.last_error


@register
class NewsletterReady(WatcherNotification):
    asks_for_action = True
    code = "watch_letter_ready"
    label = gettext_lazy("Un brouillon de la lettre de veille est prêt")
    subject_model = "watch.WatchLetter"
    headline = gettext_lazy("La lettre « %(title)s » est prête à relire")

    def excerpt(self):
        return _("Relisez-la, ajustez l’ordre, envoyez-la : deux minutes suffisent.")

    def url(self):
        return reverse("watch:edit_letter", args=[self.subject.pk])
