"""What may be commented: each room registers its things, this one knows none of them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.db.models.signals import post_delete
from django.utils import timezone

from common.access import Audience
from common.registry import call_hook
from intranet.mentions.registry import register_subject


def written_by_members(user, thing) -> bool:
    """Members write; in what is for working groups, their people write too, whoever they are."""
    return user.is_member or thing.audience == Audience.GROUP


def author_of(thing) -> list[int]:
    return [thing.author_id] if thing.author_id else []


@dataclass(frozen=True)
class Commentable:
    """One kind of things under which people talk. `code` is the word in addresses; `rows()` are these things with what their
    title and their audience read; `visible_to(user)` those that this reader may see, `visible_ids(user, ids)` the keys of those
    among some, where the room knows them without asking the database; `owners(thing)` the ids of the people who
    follow its talk without asking; `opens_to(person, thing)` whether that person, who may see the thing, has a page on which
    its talk is read; `is_open(thing)` whether it takes comments, `closes_on(thing)` its last day for them (None: no
    end)."""

    code: str
    model: type[models.Model]
    visible_to: Callable
    rows: Callable
    title: Callable = str
    may_comment: Callable = written_by_members
    owners: Callable = author_of
    is_open: Callable = lambda thing: True
    closes_on: Callable = lambda thing: None
    visible_ids: Callable | None = None
    opens_to: Callable = lambda person, thing: True

    def ids_visible_to(self, user, ids: Collection[int]) -> set[int]:
        """Which of these things this reader may see."""
        if self.visible_ids:
            return set(self.visible_ids(user, ids))
        return set(self.visible_to(user).filter(pk__in=ids).order_by().values_list("pk", flat=True))

    def takes_comments(self, thing) -> bool:
        """Whether somebody may still write under it."""
        last_day: date | None = self.closes_on(thing)
        return self.is_open(thing) and (last_day is None or timezone.localdate() <= last_day)


_kinds: dict[type[models.Model], Commentable] = {}


def register_commentable(kind: Commentable) -> None:
    _kinds[kind.model] = kind
    register_subject(kind.model, kind.rows)
    post_delete.connect(_forget, sender=kind.model, dispatch_uid=f"comments-forget-{kind.code}")


def _forget(sender, instance, **kwargs) -> None:
    """A talk goes with what it is about, when that is destroyed for good."""
    call_hook("comments.thing_destroyed", instance)


def commentables() -> list[Commentable]:
    return list(_kinds.values())


def things_of_comments() -> GenericPrefetch:
    """To read comments with what they are about, each thing as its kind reads it."""
    return GenericPrefetch("content_object", [kind.rows() for kind in _kinds.values()])


def commentable_of(thing) -> Commentable | None:
    return _kinds.get(type(thing))


def talk_opens_to(person, thing) -> bool:
    """Whether this person, who may see the thing, has a page on which its talk is read."""
    kind = commentable_of(thing)
    return kind is not None and kind.opens_to(person, thing)


def commentable_called(code: str) -> Commentable | None:
    return next((kind for kind in _kinds.values() if kind.code == code), None)
