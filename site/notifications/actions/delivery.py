"""Storing notifications for their recipients, and the recipients' choices."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import load_work_groups
from notifications.actions.bundles import Bundles
from notifications.models import Channel, Notice, OptOut, Preferences, Rhythm
from notifications.registry import Notification, content_type_of


def should_send(person, notification: Notification, refused_channels: set[str]) -> list[str]:
    """The channels on which `person` is notified: none for the actor, the inactive, those who may not see the subject.
    Administrators are told as members are: not of everything that they might look at."""
    if notification.actor is not None and person.pk == notification.actor.pk:
        return []
    if not notification.may_be_read_by(person.as_member()):
        return []
    return [channel for channel in Channel.values if channel not in refused_channels]


def _people_to_tell(notification: Notification) -> list:
    """The recipients without duplicates and without who knows already, with all that the access rule reads of them."""
    recipients = notification.recipients()
    if isinstance(recipients, QuerySet):
        recipients = recipients.select_related("organisation")
    people = list({person.pk: person for person in recipients if person.pk not in notification.without}.values())
    load_work_groups(people)
    return people


_quiet: ContextVar[bool] = ContextVar("quiet", default=False)
_deed: ContextVar[list[int] | None] = ContextVar("deed", default=None)


@contextmanager
def quietly() -> Iterator[None]:
    """Nobody is notified of what happens inside: loading the first content is no news."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


@contextmanager
def as_one_deed() -> Iterator[None]:
    """What happens inside to many things is one deed: its mails that leave at once are one for each reader."""
    if _deed.get() is not None:
        yield
        return
    to_mail: list[int] = []
    token = _deed.set(to_mail)
    try:
        yield
    finally:
        _deed.reset(token)
        _mail_at_once(to_mail)


def _mail_at_once(notice_ids: list[int]) -> None:
    if (deed := _deed.get()) is not None:
        deed += notice_ids
    elif notice_ids:
        from notifications.tasks import mail_notices  # the task calls back into this app

        transaction.on_commit(partial(mail_notices.enqueue, notice_ids))


@transaction.atomic
def notify(notification: Notification) -> list[Notice]:
    """Store one notice for each recipient; the mail leaves once the transaction is committed, after `held_for`, or with what the
    actor adds within `bundle_for`. Gives the new notices.

    Call it once for one thing that happened, in the transaction that makes it happen.
    """
    if _quiet.get():
        return []
    people = _people_to_tell(notification)
    refusals = _refusals(notification, people)
    now = timezone.now()
    bundles = Bundles(notification, people, now) if notification.bundle_for else None
    notices = []
    for person in people:
        channels = should_send(person, notification, refusals[person.pk])
        if channels and not (bundles and bundles.holds(person)):
            notices.append(
                Notice(
                    person=person,
                    code=notification.code,
                    content_type=content_type_of(notification),
                    object_id=notification.subject.pk,
                    actor=notification.actor,
                    details=notification.details,
                    in_bell=Channel.BELL in channels,
                    mail_waiting=Channel.MAIL in channels,
                    not_before=now + notification.held_for if notification.held_for else None,
                    mail_not_before=bundles.ends_at(person) if bundles else None,
                    about=bundles.key if bundles else "",
                )
            )
    if bundles:
        bundles.replace_lighter(notices)
    notices = Notice.objects.bulk_create(notices)
    # Those held back and those bundled are mailed by the clock (`periodic.mail_held_notices`).
    if not notification.held_for and not bundles:
        _mail_at_once([notice.pk for notice in notices if notice.mail_waiting])
    return notices


def _refusals(notification: Notification, people: list) -> dict[int, set[str]]:
    """The channels that each of these people refuses for this kind."""
    refusals: dict[int, set[str]] = {person.pk: set() for person in people}
    opt_outs = OptOut.objects.filter(code=notification.code, person__in=people)
    for person_id, channel in opt_outs.values_list("person_id", "channel"):
        refusals[person_id].add(channel)
    rhythms = Preferences.objects.filter(person__in=people, rhythm__in=(Rhythm.NEVER, Rhythm.SILENT))
    for person_id, rhythm in rhythms.values_list("person_id", "rhythm"):
        refusals[person_id] |= set(Channel.values) if rhythm == Rhythm.SILENT else {Channel.MAIL.value}
    return refusals


@transaction.atomic
def withdraw(notification: Notification) -> bool:
    """Take back the notices of this kind and subject, and with these details, wherever they have not reached their reader: in the
    bell, in the mail that was to leave and in the digests alike. Gives whether anybody knows already.

    Call it in the transaction that undoes what happened.
    """
    notices = Notice.objects.select_for_update().filter(
        code=notification.code, content_type=content_type_of(notification), object_id=notification.subject.pk
    )
    details = notification.details.items()
    notices = [notice for notice in notices if all(notice.details.get(name) == value for name, value in details)]
    unknown = [notice.pk for notice in notices if not notice.has_reached]
    Notice.objects.filter(pk__in=unknown).delete()
    return len(unknown) < len(notices)


@transaction.atomic
def close(subject, *kinds: type[Notification], person=None) -> None:
    """What these notices of `subject` asked for is done, or they are no longer true, or `person` has looked at it: they are read,
    in the bell, and no mail nor digest tells of them any more. With `person`, theirs alone."""
    notices = Notice.objects.unread().filter(**_of(subject), code__in=[kind.code for kind in kinds])
    (notices.filter(person=person) if person else notices).mark_read()


def look_at(person, subject, *kinds: type[Notification]) -> None:
    """`person` reads a page that says what these notices of `subject` tell. Of a page that is only read nothing is written where
    nothing waits, nor from a full disk."""
    notices = Notice.objects.unread().filter(**_of(subject), code__in=[kind.code for kind in kinds], person=person)
    if keys := list(notices.values_list("pk", flat=True)):
        with suppress(OperationalError), transaction.atomic():
            Notice.objects.filter(pk__in=keys).mark_read()


@transaction.atomic
def open_again(subject, kind: type[Notification], since) -> None:
    """The deed that closed these notices at `since` or later was undone: they wait as before it."""
    Notice.objects.filter(**_of(subject), code=kind.code, read_at__gte=since).update(read_at=None)


def _of(subject) -> dict:
    return {"content_type": ContentType.objects.get_for_model(subject, for_concrete_model=True), "object_id": subject.pk}


# ---- choices ----------------------------------------------------------------------------------------------------
def switch_off(person, code: str, channel: str = Channel.MAIL) -> None:
    OptOut.objects.get_or_create(person=person, code=code, channel=channel)


def set_rhythm(person, rhythm: str) -> None:
    Preferences.objects.update_or_create(person=person, defaults={"rhythm": rhythm})


@transaction.atomic
def set_choices(person, rhythm: str, enabled: dict[str, set[str]], offered: list[str]) -> None:
    """Store the choices of a preference page that showed the kinds `offered`: `enabled` are the codes on, by channel."""
    set_rhythm(person, rhythm)
    OptOut.objects.filter(person=person, code__in=offered).delete()
    OptOut.objects.bulk_create(
        OptOut(person=person, code=code, channel=channel)
        for channel in Channel.values
        for code in offered
        if code not in enabled.get(channel, set())
    )
