"""Whoever changes what readers see, the entries follow once the change is committed."""

import threading
import weakref
from collections.abc import Iterable
from functools import cache

from django.contrib.auth.models import Group
from django.db import models, transaction
from django.db.models.query import ModelIterable
from django.db.models.signals import m2m_changed, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from accounts.models import Profile
from common.models import Picture, SharedDocument
from common.signals import shown_changed
from destination.agenda.models import Event
from destination.places.models import Place
from intranet.articles.models import Article
from pro_portal.tutorials.models import Tutorial
from pro_portal.watch.models import WatchItem
from search.actions import close_entries
from search.sources import SOURCES
from search.sources.pages import pages_in
from search.tasks import index_things

# More would make one task last, and the next publication wait behind it.
MOST_IN_A_TASK = 500

_waiting = threading.local()  # `changes`: a weak reference to what the transaction of this thread has touched


class Changes:
    """The things touched in one transaction: indexed in few tasks, once each, and only if it is committed."""

    def __init__(self):
        self.things: dict[str, set[str]] = {}
        self.done = False

    def add(self, kind: str, names: set[str]) -> None:
        self.things.setdefault(kind, set()).update(names)

    def __call__(self) -> None:
        """Safe to repeat: the first call does everything."""
        if self.done:
            return
        self.done = True
        for kind, names in self.things.items():
            ordered = sorted(names)
            for start in range(0, len(ordered), MOST_IN_A_TASK):
                index_things.enqueue(kind, ordered[start : start + MOST_IN_A_TASK])
        for kind, names in self.things.items():
            close_entries(kind, names)


def index_soon(kind: str, things: Iterable) -> None:
    """Have these things (rows or names) indexed when the transaction is committed."""
    if isinstance(things, models.QuerySet) and things._iterable_class is ModelIterable and not things.query.is_sliced:
        things = things.order_by().values_list("pk", flat=True)  # of the rows no more is needed
    names = {str(thing.pk if isinstance(thing, models.Model) else thing) for thing in things}
    if not names:
        return
    changes = _current_changes()
    changes.add(kind, names)
    # Each time, for a savepoint that is rolled back takes its own registrations away: whichever is left runs for all. A thing
    # that is indexed although its own savepoint was rolled back is indexed as it was.
    transaction.on_commit(changes, robust=True)


def _current_changes() -> Changes:
    """Those of this thread's transaction. Only what waits for the commit holds them, so that they end with the transaction."""
    reference = getattr(_waiting, "changes", None)
    changes = reference() if reference else None
    if changes is None or changes.done:
        changes = Changes()
        _waiting.changes = weakref.ref(changes)
    return changes


@cache
def _watchers(model: type) -> tuple:
    return tuple(
        (source.code, touched)
        for source in SOURCES
        for watched, touched in source.watched_models().items()
        if issubclass(model, watched)
    )


def follow(instance) -> None:
    for kind, touched in _watchers(type(instance)):
        index_soon(kind, touched(instance))


#: What is written at each signing in, and no reader sees.
UNSEEN = frozenset({"last_login"})


@receiver(post_save)
def follow_save(sender, instance, raw=False, update_fields=None, **kwargs):
    if not raw and update_fields != UNSEEN:
        follow(instance)


@receiver(shown_changed)
def follow_other_change(sender, instance, **kwargs):
    follow(instance)


@receiver(pre_delete)
def follow_deletion(sender, instance, **kwargs):
    """Before the row goes: what hangs on it must still be found."""
    follow(instance)


@receiver(m2m_changed, sender=Article.audience_groups.through)
@receiver(m2m_changed, sender=Article.themes.through)
@receiver(m2m_changed, sender=Event.categories.through)
@receiver(m2m_changed, sender=Event.audience_groups.through)
@receiver(m2m_changed, sender=Place.audience_groups.through)
@receiver(m2m_changed, sender=Profile.themes.through)
@receiver(m2m_changed, sender=Picture.audience_groups.through)
@receiver(m2m_changed, sender=SharedDocument.audience_groups.through)
@receiver(m2m_changed, sender=Tutorial.audience_groups.through)
@receiver(m2m_changed, sender=WatchItem.audience_groups.through)
@receiver(m2m_changed, sender=WatchItem.themes.through)
def follow_links(sender, instance, action, reverse, model, pk_set, **kwargs):
    if not action.startswith("post_"):
        return
    if not reverse:
        follow(instance)
    elif pk_set:
        for touched in model._default_manager.filter(pk__in=pk_set):
            follow(touched)


@receiver(m2m_changed, sender=PageViewRestriction.groups.through)
def follow_restriction_groups(sender, instance, action, reverse, **kwargs):
    if action.startswith("post_") and not reverse:
        follow(instance)


@receiver(pre_delete, sender=Group)
def follow_group_deletion(sender, instance, **kwargs):
    for restriction in PageViewRestriction.objects.filter(groups=instance).select_related("page"):
        follow(restriction)


@receiver(post_page_move)
@receiver(page_slug_changed)
def follow_page_address(sender, instance, **kwargs):
    index_soon("page", pages_in([instance.path]))
