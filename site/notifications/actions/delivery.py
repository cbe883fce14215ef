"""Storing notifications for their recipients, and the recipients' choices."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import load_work_groups
from notifications.models import Channel, Notice, OptOut, Preferences, Rhythm
from notifications.registry import Notification, content_type_of


def should_send(person, notification: Notification, refused_channels: set[str]) -> list[str]:
    """The channels on which `person` is notified: none for the actor, the inactive, those who may not see the subject."""
    if notification.actor is not None and person.pk == notification.actor.pk:
        return []
    if not notification.may_be_read_by(person):
        return []
    return [channel for channel in Channel.values if channel not in refused_channels]


def _unique_people(recipients) -> list:
    """The recipients without duplicates, with all that the access rule reads of them."""
    if isinstance(recipients, QuerySet):
        recipients = recipients.select_related("organisation")
    people = list({person.pk: person for person in recipients}.values())
    load_work_groups(people)
    return people


_quiet: ContextVar[bool] = ContextVar("quiet", default=False)


@contextmanager
def quietly() -> Iterator[None]:
    """Nobody is notified of what happens inside: loading the first content is no news."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


@transaction.atomic
def notify(notification: Notification) -> list[Notice]:
    """Store one notice for each recipient; the mail leaves once the transaction is committed, or after `held_for`.

    Call it once for one thing that happened, in the transaction that makes it happen.
    """
    if _quiet.get():
        return []
    people = _unique_people(notification.recipients())
    refusals: dict[int, set[str]] = {}
    opt_outs = OptOut.objects.filter(code=notification.code, person__in=people)
    for person_id, channel in opt_outs.values_list("person_id", "channel"):
        refusals.setdefault(person_id, set()).add(channel)
    without_mail = set(Preferences.objects.filter(person__in=people, rhythm=Rhythm.NEVER).values_list("person_id", flat=True))
    notices = []
    not_before = timezone.now() + notification.held_for if notification.held_for else None
    for person in people:
        refused_channels = refusals.get(person.pk, set()) | ({Channel.MAIL.value} if person.pk in without_mail else set())
        if channels := should_send(person, notification, refused_channels):
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
                    not_before=not_before,
                )
            )
    notices = Notice.objects.bulk_create(notices)
    # Those held back are mailed by the clock (`periodic.mail_held_notices`).
    if not_before is None and (to_mail := [notice.pk for notice in notices if notice.mail_waiting]):
        from notifications.tasks import mail_notices  # the task calls back into this app

        transaction.on_commit(partial(mail_notices.enqueue, to_mail))
    return notices


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
