"""What a person adds within a while goes out as one mail, and of one thing they are told once (docs/notifications.md)."""

from datetime import datetime

from django.db.models import Min

from notifications.models import Notice
from notifications.registry import Notification, kind_of


class Bundles:
    """What the recipients of one notification have lately been told of: of the same thing, and by the same person."""

    def __init__(self, notification: Notification, people: list, now: datetime):
        thing = notification.about()
        self.notification = notification
        self.key = f"{thing._meta.label_lower}:{thing.pk}"
        self.end = now + notification.bundle_for
        lately = Notice.objects.filter(about=self.key, person__in=people, created_at__gt=now - notification.bundle_for)
        self.earlier = {notice.person_id: notice for notice in lately.select_for_update()}
        waiting = Notice.objects.filter(person__in=people, actor=notification.actor, mail_waiting=True, mail_not_before__gt=now)
        self.ends = dict(waiting.order_by().values_list("person_id").annotate(end=Min("mail_not_before")))

    def holds(self, person) -> bool:
        """Whether this person has been told of the thing by a kind that says as much."""
        earlier = self.earlier.get(person.pk)
        if earlier is None or not (kind := kind_of(earlier.code)):
            return False
        if kind is type(self.notification) and kind.is_replaced_by_later:
            return False
        return kind.weight >= self.notification.weight

    def ends_at(self, person) -> datetime:
        """When the mail leaves, with what the same person added before."""
        return self.ends.get(person.pk, self.end)

    def replace_lighter(self, notices: list[Notice]) -> None:
        """Delete the notices in whose place these stand."""
        people = {notice.person_id for notice in notices}
        Notice.objects.filter(pk__in=[self.earlier[pk].pk for pk in people & self.earlier.keys()]).delete()
