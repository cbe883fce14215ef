"""The decisions on an item of the inbox: publish, set aside, put back."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from common.access import Audience
from notifications.actions import notify, withdraw
from pro_portal.watch.actions import newsletter
from pro_portal.watch.actions.pictures import copy_audience, remove_picture
from pro_portal.watch.models import WatchItem
from pro_portal.watch.notifications import NewWatchItem

State = WatchItem.State


class AlreadyDecided(Exception):
    """Someone, or the other tab, decided on the item meanwhile; the text says who and when."""


def _claim(item: WatchItem, person, version: int) -> None:
    """Claim the item in the version that the watcher saw; raises `AlreadyDecided` where it has changed since."""
    now = timezone.now()
    unchanged = WatchItem.objects.filter(pk=item.pk, version=version)
    if not unchanged.update(version=F("version") + 1, decided_by=person, decided_at=now):
        item.refresh_from_db()
        raise AlreadyDecided(_already_decided_message(item, person))
    item.version, item.decided_by, item.decided_at = version + 1, person, now


def _already_decided_message(item: WatchItem, person) -> str:
    names = {
        "person": item.decided_by or _("Quelqu’un"),
        "hour": date_format(timezone.localtime(item.decided_at), "TIME_FORMAT") if item.decided_at else "",
        "state": item.get_state_display(),
    }
    if item.decided_by_id == person.pk:
        return _("Vous avez déjà décidé à %(hour)s : cet article est « %(state)s ».") % names
    return _("%(person)s a déjà décidé à %(hour)s : cet article est « %(state)s ».") % names


@transaction.atomic
def publish(item: WatchItem, person, values: dict, version: int) -> WatchItem:
    """Give the item to its readers, or change what they read of it. `values`: title, summary, comment, themes, audience,
    work_groups, in_next_letter, with_picture. Raises `AlreadyDecided`."""
    _claim(item, person, version)
    is_new = item.state != State.PUBLISHED
    for name in ("title", "summary", "comment", "audience", "in_next_letter"):
        setattr(item, name, values[name])
    item.state, item.excluded_by = State.PUBLISHED, None
    item.published_at = item.published_at or timezone.now()
    item.author = item.author or person
    item.organisation = item.organisation or person.organisation
    item.themes.set(values["themes"])
    item.audience_groups.set(values["work_groups"] if item.audience == Audience.GROUP else [])
    item.save()
    if item.picture and not values.get("with_picture"):
        remove_picture(item)
    elif item.picture:
        copy_audience(item, item.picture)
    newsletter.update_draft(item)
    if is_new:
        notify(NewWatchItem(item, actor=person))
    return item


@transaction.atomic
def set_aside(item: WatchItem, person, version: int) -> WatchItem:
    """Take the item out of the inbox, and out of readers' sight if it was published. Raises `AlreadyDecided`."""
    return _set_state(item, person, version, State.SET_ASIDE)


@transaction.atomic
def put_back(item: WatchItem, person, version: int) -> WatchItem:
    """Back into the inbox. Raises `AlreadyDecided`."""
    return _set_state(item, person, version, State.INBOX)


def _set_state(item: WatchItem, person, version: int, state: str) -> WatchItem:
    _claim(item, person, version)
    item.state, item.published_at, item.excluded_by = state, None, None
    item.save()
    newsletter.update_draft(item)
    withdraw(NewWatchItem(item))
    return item


# ---- many at once -----------------------------------------------------------------------------------------------------
@transaction.atomic
def set_aside_many(items, person) -> tuple[int, datetime]:
    """Set aside those of the `items` (a queryset) that wait; how many, and the moment by which `put_back_many` knows them."""
    now = timezone.now()
    waiting = WatchItem.objects.inbox().filter(pk__in=items.order_by().values("pk"))
    count = waiting.update(state=State.SET_ASIDE, decided_by=person, decided_at=now, version=F("version") + 1)
    return count, now


@transaction.atomic
def put_back_many(person, moment: datetime) -> int:
    """Undo what this person set aside at that moment; how many wait again."""
    rows = WatchItem.objects.set_aside().filter(decided_by=person, decided_at=moment)
    return rows.update(state=State.INBOX, decided_at=timezone.now(), version=F("version") + 1)
