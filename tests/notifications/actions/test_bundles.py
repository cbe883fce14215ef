"""What one person adds within ten minutes is one mail to each, and one thing is told to a person once."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from accounts.models import User
from notifications.actions import notify, set_rhythm, switch_off
from notifications.models import Channel, Notice, Rhythm
from notifications.periodic import daily_digests, mail_held_notices, queue_lost_mails
from notifications.registry import BUNDLE_TIME, register
from tests.factories import make_event, make_user
from tests.factories.notifications import EventNotification

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


class Added(EventNotification):
    """To those whose addresses are in `to`."""

    bundle_for = BUNDLE_TIME

    def recipients(self):
        return User.objects.filter(email__in=self.details["to"])

    def title(self):
        return f"{self.code}: {self.subject.words_in('fr').title}"


@register
class Commented(Added):
    code = "test_commented"


@register
class Mentioned(Added):
    code = "test_mentioned"
    weight = 3


@pytest.fixture
def clock():
    with time_machine.travel("2026-07-06T09:00:00+02:00", tick=False) as clock:
        yield clock


@pytest.fixture
def add(django_capture_on_commit_callbacks):
    def add(kind, subject, actor, *people):
        with django_capture_on_commit_callbacks(execute=True):
            notify(kind(subject, actor=actor, to=[person.email for person in people]))

    return add


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """`letters(*jobs)` runs these jobs of the clock (those of each minute) and gives (to, subject) of all that has left."""

    def letters(*jobs) -> list[tuple[str, str]]:
        with django_capture_on_commit_callbacks(execute=True):
            for job in jobs or (mail_held_notices, queue_lost_mails):
                job()
        return [(letter.to[0], letter.subject) for letter in mail.outbox]

    return letters


def test_what_one_person_adds_within_ten_minutes_is_one_mail_to_each(
    clock, add, letters, member, group_member, moderator, editor
):
    add(Commented, make_event("Un"), moderator, member, group_member)
    clock.shift(timedelta(minutes=6))
    add(Commented, make_event("Deux"), moderator, member)
    add(Commented, make_event("Trois"), editor, member)
    assert (letters(), Notice.objects.in_bell_of(member).count()) == ([], 3)
    clock.shift(timedelta(minutes=5))
    assert sorted(letters()) == [
        (group_member.email, "test_commented: Un"),
        (member.email, "test_commented: Un, et 1 autre nouvelle"),
    ]
    assert any("test_commented: Deux" in letter.body for letter in mail.outbox)
    clock.shift(timedelta(minutes=10))
    assert (member.email, "test_commented: Trois") in letters()
    assert len(letters()) == 3


def test_one_thing_is_one_notice_of_the_weightiest_kind(clock, add, member, moderator):
    event, other = make_event("Un"), make_event("Deux")
    add(Commented, event, moderator, member)
    add(Mentioned, event, moderator, member)
    add(Mentioned, other, moderator, member)
    add(Commented, other, moderator, member)
    notices = sorted(Notice.objects.values_list("code", "object_id"))
    assert notices == [("test_mentioned", event.pk), ("test_mentioned", other.pk)]


def test_later_news_of_the_same_thing_is_told(clock, add, letters, member, moderator):
    event = make_event("Un")
    add(Commented, event, moderator, member)
    clock.shift(timedelta(minutes=11))
    letters()
    add(Mentioned, event, moderator, member)
    clock.shift(timedelta(minutes=11))
    assert [subject for _to, subject in letters()] == ["test_commented: Un", "test_mentioned: Un"]


def test_who_refuses_mentions_still_hears_of_the_comment(clock, add, member, moderator):
    for channel in Channel:
        switch_off(member, "test_mentioned", channel)
    event = make_event("Un")
    add(Commented, event, moderator, member)
    add(Mentioned, event, moderator, member)
    assert list(Notice.objects.values_list("code", flat=True)) == ["test_commented"]


def test_what_was_read_meanwhile_is_not_mailed(clock, add, letters, member, moderator):
    for title in ("Un", "Deux"):
        add(Commented, make_event(title), moderator, member)
    Notice.objects.filter(person=member).mark_read()
    clock.shift(timedelta(minutes=11))
    assert letters() == []


def test_digest_holds_what_was_added_a_moment_ago(clock, add, letters, member, moderator):
    set_rhythm(member, Rhythm.DAILY)
    add(Commented, make_event("Un"), moderator, member)
    assert letters(daily_digests) == [(member.email, "test_commented: Un")]


def test_who_wants_nothing_at_all_is_told_of_nothing(clock, add, member, group_member, moderator):
    set_rhythm(member, Rhythm.SILENT)
    add(Commented, make_event("Un"), moderator, member, group_member)
    notify(EventNotification(make_event("Deux"), actor=moderator))
    assert not Notice.objects.filter(person=member).exists() and Notice.objects.filter(person=group_member).count() == 2


def test_bundling_many_costs_as_many_queries_as_bundling_one(clock, moderator, django_assert_max_num_queries):
    event = make_event("Un")
    people = [make_user().email for _number in range(20)]
    notify(Commented(event, actor=moderator, to=people))
    with django_assert_max_num_queries(15):
        notify(Mentioned(event, actor=moderator, to=people))


@register
class Announced(Added):
    code = "test_announced"
    is_replaced_by_later = True


def test_later_state_stands_in_the_place_of_an_earlier_one(clock, add, member, moderator):
    event = make_event("Un")
    add(Announced, event, moderator, member)
    first = Notice.objects.get()
    add(Announced, event, moderator, member)
    assert Notice.objects.get().pk != first.pk
