"""Who is told, on which channel, in which words."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from common.outbox import OutgoingMail
from notifications.actions import as_one_deed, close, look_at, notify, open_again, set_rhythm, switch_off, withdraw
from notifications.models import Channel, Notice, Rhythm
from notifications.periodic import daily_digests, mail_held_notices, queue_lost_mails, weekly_digests
from notifications.registry import Notification, register
from tests.factories import make_event, make_organisation, make_user
from tests.factories.notifications import DraftNotification, EventNotification, UndoableNotification

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def people_told() -> set[str]:
    return set(Notice.objects.values_list("person__email", flat=True))


def test_actor_and_inactive_people_are_never_told(event, tell, member, moderator):
    make_user("partie@aurelle.example", is_active=False)

    letters = tell(event, actor=moderator)

    assert people_told() == {member.email}
    assert [letter.to for letter in letters] == [[member.email]]


def test_who_may_not_see_the_subject_is_not_told(tell, member, professional, office):
    tell(make_event("Réunion interne", audience="members", organisation=office))

    assert people_told() == {member.email}


def test_a_kind_may_speak_of_what_is_not_published(tell, member):
    draft = make_event("Brouillon", live=False)

    tell(draft)
    assert people_told() == set()
    tell(draft, kind=DraftNotification)
    assert people_told() == {member.email}


def test_a_person_named_twice_is_told_once(event, member, tell):
    class Twice(EventNotification):
        def recipients(self):
            return [member, User.objects.get(pk=member.pk)]

    assert len(tell(event, kind=Twice)) == 1


def test_nothing_is_told_when_the_transaction_fails(event, member, django_capture_on_commit_callbacks):
    with (
        django_capture_on_commit_callbacks(execute=True) as callbacks,
        pytest.raises(RuntimeError),
        transaction.atomic(),
    ):
        notify(EventNotification(event))
        raise RuntimeError("something else failed")

    assert (callbacks, mail.outbox, Notice.objects.count()) == ([], [], 0)


@pytest.mark.parametrize(("channel", "bells", "letters"), [(Channel.MAIL, 1, 0), (Channel.BELL, 0, 1)])
def test_a_refusal_closes_one_channel_of_one_kind(event, member, tell, channel, bells, letters):
    switch_off(member, "test_event_seen", channel)

    assert len(tell(event)) == letters
    assert Notice.objects.in_bell_of(member).count() == bells
    assert len(tell(event, kind=DraftNotification)) == 1


def test_both_refusals_leave_no_trace(event, member, tell):
    for channel in Channel:
        switch_off(member, "test_event_seen", channel)

    tell(event)

    assert not Notice.objects.exists()


@pytest.mark.parametrize("rhythm", [Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.NEVER])
def test_other_rhythms_get_no_mail_at_once(event, member, tell, rhythm):
    set_rhythm(member, rhythm)

    assert tell(event) == []
    assert Notice.objects.get().mail_waiting == (rhythm != Rhythm.NEVER)


def test_mail_is_in_the_language_of_its_reader(event, tell):
    for language in ("fr", "en", "ca"):
        make_user(f"{language}@aurelle.example", language=language)

    letters = {letter.to[0]: letter for letter in tell(event, words="Entrée libre")}

    assert "Ne plus recevoir ces courriels" in letters["fr@aurelle.example"].body
    assert "Stop these emails" in letters["en@aurelle.example"].body
    assert "No rebre més aquests correus" in letters["ca@aurelle.example"].body
    for letter in letters.values():
        assert "Entrée libre" in letter.body
        html = letter.alternatives[0][0]
        assert "Entrée libre" in html
        assert f'<html lang="{letter.to[0][:2]}">' in html
        assert "<img" not in html and " style=" not in html


def test_words_are_escaped_in_html_and_plain_in_text(event, member, tell):
    [letter] = tell(event, words="<b>L’été & la mer</b>")

    assert "<b>L’été & la mer</b>" in letter.body
    assert "&lt;b&gt;L’été &amp; la mer&lt;/b&gt;" in letter.alternatives[0][0]


def test_a_title_on_two_lines_makes_one_subject(member, tell):
    [letter] = tell(make_event("Concert\r\nBcc: autre@aurelle.example"))

    assert letter.subject.endswith("Concert Bcc: autre@aurelle.example")
    assert letter.recipients() == [member.email]


def test_telling_many_costs_as_many_queries_as_telling_one(event):
    def told(people):
        organisation = make_organisation()
        for _person in range(people):
            make_user(organisation=organisation)

        class Everyone(EventNotification):
            def recipients(self):
                return User.objects.filter(organisation=organisation)

        return Everyone(event)

    one, many = told(1), told(20)
    with CaptureQueriesContext(connection) as of_one:
        notify(one)
    with CaptureQueriesContext(connection) as of_many:
        notify(many)
    assert len(of_many) == len(of_one)
    assert Notice.objects.count() == 21


def test_two_kinds_cannot_share_a_code():
    with pytest.raises(ValueError, match="test_event_seen"):

        @register
        class Other(Notification):
            code = "test_event_seen"


# ---- what can be undone -----------------------------------------------------------------------------------------------
NOW = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "is_known"), [(119, False), (120, True)])
def test_what_can_be_undone_is_held_two_minutes(event, member, tell, seconds, is_known):
    with time_machine.travel(NOW, tick=False):
        assert tell(event, kind=UndoableNotification) == []
    with time_machine.travel(NOW + timedelta(seconds=seconds), tick=False):
        mail_held_notices()
        queue_lost_mails()
        assert Notice.objects.in_bell_of(member).count() == OutgoingMail.objects.count() == int(is_known)


@pytest.mark.parametrize("rhythm", Rhythm.values)
def test_what_was_undone_meanwhile_reaches_nobody(event, member, rhythm):
    set_rhythm(member, rhythm)
    with time_machine.travel(NOW, tick=False):
        notify(UndoableNotification(event))
    with time_machine.travel(NOW + timedelta(seconds=119), tick=False):
        assert withdraw(UndoableNotification(event)) is False
    with time_machine.travel(NOW + timedelta(days=8), tick=False):
        mail_held_notices()
        queue_lost_mails()
        daily_digests()
        weekly_digests()
    assert (Notice.objects.count(), OutgoingMail.objects.count()) == (0, 0)


@pytest.mark.parametrize(("rhythm", "is_known"), [(Rhythm.DAILY, False), (Rhythm.AT_ONCE, True), (Rhythm.NEVER, True)])
def test_what_is_undone_later_leaves_the_digest_and_stays_where_it_was_read(event, member, rhythm, is_known):
    set_rhythm(member, rhythm)
    with time_machine.travel(NOW, tick=False):
        notify(UndoableNotification(event))
    with time_machine.travel(NOW + timedelta(minutes=4), tick=False):
        mail_held_notices()
        assert withdraw(UndoableNotification(event)) is is_known
        assert Notice.objects.in_bell_of(member).exists() == is_known


def test_only_the_notices_of_what_was_undone_are_withdrawn(event, member):
    other = make_event("Autre")
    for subject, number in ((event, 1), (event, 2), (other, 1)):
        notify(UndoableNotification(subject, number=number, words="Bonjour"))
    notify(EventNotification(event, number=1))

    withdraw(UndoableNotification(event, number=1))

    left = Notice.objects.order_by("pk").values_list("code", "object_id", "details__number")
    assert list(left) == [("test_undoable", event.pk, 2), ("test_undoable", other.pk, 1), ("test_event_seen", event.pk, 1)]


def test_administrators_are_told_as_members(tell, administrator, moderator, office):
    """They might look at everything; they hear of what is for them, and of what waits where nobody holds the role."""
    tell(make_event("Réunion interne", audience="members", organisation=office))
    tell(make_event("D’un autre office", audience="private", organisation=office))
    assert Notice.objects.filter(person=administrator).count() == 1
    assert set(User.objects.responsible_for("agenda.moderate_event")) == {moderator}
    assert set(User.objects.responsible_for("photos.accept_photo")) == {administrator}


# ---- closed by the deed, one deed on many things ------------------------------------------------------------------------
def test_what_is_closed_leaves_bell_and_digest_of_everybody(event, member, moderator, tell):
    set_rhythm(member, Rhythm.DAILY)
    tell(event)
    tell(make_event("Autre"))
    close(event, EventNotification)
    assert Notice.objects.unread().filter(object_id=event.pk).count() == 0
    assert Notice.objects.to_mail([Rhythm.DAILY]).filter(person=member).count() == 1


def test_looking_closes_for_one_person(event, member, moderator, tell):
    tell(event)
    look_at(member, event, EventNotification)
    assert Notice.objects.unread().filter(person=moderator).exists()
    assert not Notice.objects.unread().filter(person=member).exists()


def test_undone_deed_opens_again_what_it_closed(event, member, tell):
    with time_machine.travel(NOW, tick=False):
        tell(event)
        Notice.objects.filter(person=member).mark_read()
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        tell(event)
        close(event, EventNotification)
        open_again(event, EventNotification, since=NOW + timedelta(minutes=1))
    assert Notice.objects.unread().filter(person=member).count() == 1


def test_one_deed_on_many_things_is_one_mail_to_each(member, moderator, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), as_one_deed():
        for number in range(3):
            notify(EventNotification(make_event(f"Loto {number}"), actor=moderator))
    [letter] = [letter for letter in mail.outbox if letter.to == [member.email]]
    assert letter.subject == "Notifications : Loto 0, et 2 autres nouvelles"
