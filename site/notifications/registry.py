"""The kinds of notification. A kind is a class of ten lines, declared in the `notifications.py` of the app it speaks of."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from common.access import can_see

EXCERPT_LENGTH = 300  # characters
# What can be undone is held back for that long: who pressed the wrong button knows by then, and nobody minds a later mail.
UNDO_TIME = timedelta(minutes=2)
# What one person adds within that time is one mail to each: an article, the comment under it, a correction of both.
BUNDLE_TIME = timedelta(minutes=10)


class Notification:
    """Something happened to `subject`; `recipients()` may want to know.

    `code` is stored and stays the same for ever; `label` and `group` are shown in the preferences; `subject_model`
    ("agenda.Event") is the model of `subject`. `without`: the ids of the people who know already. Extra keywords are stored as
    `details` and must be fit for JSON. The words are evaluated in the recipient's language, at the moment they are read.
    """

    code: str
    label = ""
    group = ""
    subject_model = ""
    # Recipients who may not see the subject are left out. Turned off where, say, moderators must hear of a draft.
    audience_checked = True
    # Relations of the subject that the words read ("words", "place__words"): a list fetches them all at once.
    reads: tuple[str, ...] = ()
    # To whom: all who are responsible for this permission ("agenda.moderate_event"), else the person in this column.
    permission = ""
    addressee = "author_id"
    # `UNDO_TIME` where what happened can be undone: the undo calls `withdraw`, and nobody hears of either.
    held_for = timedelta()
    # `BUNDLE_TIME` where a person adds something: the mail waits that long for what the same person adds besides. Of one thing
    # (`about`) its recipient hears once within that time, by the kind of the greatest `weight`: a mention in a comment under an
    # article that they follow is a mention. The bell shows it at once.
    bundle_for = timedelta()
    weight = 0
    # Whether a later word on the same thing, of the same weight, stands in the place of this one: of a state, the last is true.
    is_replaced_by_later = False
    # Whether it asks its reader to do something: it stands first in mails that tell of many things, and gives them their subject.
    asks_for_action = False
    # Whether it is for this person alone and cannot wait: its mail leaves at once for who reads a digest too.
    is_urgent = False
    # Whether it answers the reader: a decision on what they gave, a reply, a word to them. The front page shows these apart.
    is_answer = False
    headline = ""  # the title, with `names()`

    def __init__(self, subject, actor=None, without: Collection[int] = (), **details):
        self.subject = subject
        self.actor = actor
        self.without = without
        self.details = details

    def recipients(self) -> Iterable:
        people = get_user_model().objects
        if self.permission:
            return people.responsible_for(self.permission)
        return people.filter(pk=getattr(self.subject, self.addressee))

    def about(self):
        """The thing of which several kinds may tell: the comment in which somebody is named."""
        return self.subject

    def names(self) -> dict:
        return {"title": str(self.subject), "person": self.actor or _("Quelqu’un")}

    def title(self) -> str:
        return self.headline % self.names()

    def excerpt(self) -> str:
        return ""

    def url(self) -> str:
        return self.subject.get_absolute_url()

    def url_for(self, person) -> str:
        """Where this reader is led: elsewhere than to `url`, where that does not open to them."""
        return self.url()

    @classmethod
    def is_offered_to(cls, person) -> bool:
        """Whether the preferences of `person` list this kind."""
        return not cls.permission or person.has_perm(cls.permission)

    def may_be_read_by(self, person) -> bool:
        """Whether `person` may still be told: active, and allowed to see the subject where that is asked."""
        if not person.is_active or self.subject is None:
            return False
        return not (self.audience_checked and hasattr(self.subject, "audience_keys")) or can_see(person, self.subject)


def shorten(text: str) -> str:
    """A text as an excerpt."""
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1].rstrip() + "…"


_kinds: dict[str, type[Notification]] = {}


def register(kind: type[Notification]) -> type[Notification]:
    """Class decorator. Two kinds cannot share a code."""
    if _kinds.get(kind.code, kind).__qualname__ != kind.__qualname__:
        raise ValueError(f"Two kinds of notification are called {kind.code}")
    _kinds[kind.code] = kind
    return kind


def kind_of(code: str) -> type[Notification] | None:
    """The kind with this code; None for one that an older version knew."""
    return _kinds.get(code)


def kinds() -> list[type[Notification]]:
    return list(_kinds.values())


def content_type_of(notification: Notification) -> ContentType:
    return ContentType.objects.get_for_model(notification.subject, for_concrete_model=True)
