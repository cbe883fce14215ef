"""Digests: grouped, never empty, never of what may no longer be seen; once a day or a week, whatever happens to the clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail

from common.clock import run_due
from notifications.actions import set_rhythm
from notifications.actions.mail import mail_digests
from notifications.models import Notice, Rhythm
from tests.factories import make_event
from tests.factories.notifications import AskingNotification, DraftNotification

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def daily_reader(member):
    set_rhythm(member, Rhythm.DAILY)
    return member


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    def send(rhythm=Rhythm.DAILY):
        with django_capture_on_commit_callbacks(execute=True):
            mail_digests([rhythm])
        return mail.outbox

    return send


def test_digest_groups_what_happened_in_one_mail(daily_reader, tell, send):
    tell(make_event("Concert"))
    tell(make_event("Marché"))
    tell(make_event("Brouillon"), kind=DraftNotification)

    [letter] = send()

    assert letter.to == [daily_reader.email]
    assert letter.subject == "Notifications : Concert, et 2 autres nouvelles"
    assert [title in letter.body for title in ("Concert", "Marché", "Brouillon")] == [True, True, True]
    assert letter.body.count("ESSAIS") == 1


def test_digest_begins_with_what_asks_for_a_deed_and_says_it_in_its_subject(daily_reader, tell, send):
    tell(make_event("Concert"), words="Une ligne.\n\nUne autre.")
    tell(make_event("Marché"), kind=AskingNotification)

    [letter] = send()

    assert letter.subject == "Notifications : Marché, et 1 autre nouvelle"
    assert letter.body.index("À FAIRE") < letter.body.index("Marché") < letter.body.index("ESSAIS") < letter.body.index("Concert")
    assert "• Notifications : Concert\n  Une ligne.\n  Une autre.\n  http" in letter.body


def test_digest_is_sent_once_and_never_empty(daily_reader, tell, send):
    assert send() == []
    tell(make_event("Concert"))
    send()
    send()

    assert len(mail.outbox) == 1


def test_digest_leaves_out_what_was_read(daily_reader, tell, send):
    tell(make_event("Lu"))
    Notice.objects.mark_read()
    assert send() == []

    tell(make_event("Pas lu"))
    [letter] = send()
    assert "Pas lu" in letter.body and letter.body.count("/intranet/notifications/") == 1


def test_digest_leaves_out_what_may_no_longer_be_seen(daily_reader, professional, tell, send, office):
    event = make_event("Devenu privé", organisation=office)
    gone = make_event("Supprimé")
    set_rhythm(professional, Rhythm.DAILY)
    tell(event)
    tell(gone)
    event.audience = "members"
    event.save()
    gone.delete()

    [letter] = send()

    assert letter.to == [daily_reader.email]
    assert "Devenu privé" in letter.body and "Supprimé" not in letter.body


def test_closed_accounts_get_no_digest(daily_reader, tell, send):
    tell(make_event())
    daily_reader.is_active = False
    daily_reader.save()

    assert send() == []


def test_weekly_readers_wait_for_the_week(member, tell, send):
    set_rhythm(member, Rhythm.WEEKLY)
    tell(make_event())

    assert send(Rhythm.DAILY) == []
    assert len(send(Rhythm.WEEKLY)) == 1


def test_digest_stops_by_one_click(daily_reader, tell, send, client):
    tell(make_event())
    [letter] = send()

    address = letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200

    tell(make_event())
    assert len(send()) == 1


def at(day, hour, minute=0):
    return datetime(2026, 7, day, hour, minute, tzinfo=PARIS)  # 13 July 2026 is a Monday


def run_at(moment):
    with time_machine.travel(moment, tick=False):
        return [name.rsplit(".", 1)[1] for name in run_due() if "digest" in name]


def test_clock_sends_each_digest_at_its_hour_and_catches_up(db):
    assert run_at(at(11, 9)) == []  # installed on a Saturday at nine: nothing is caught up
    assert run_at(at(12, 7, 29)) == []
    assert run_at(at(12, 7, 30)) == ["daily_digests"]
    assert run_at(at(12, 7, 31)) == []
    assert run_at(at(12, 23)) == []
    assert run_at(at(13, 10)) == ["daily_digests", "weekly_digests"]  # the machine was off at 7:30
    assert run_at(at(13, 10, 1)) == []
    assert run_at(at(17, 8)) == ["daily_digests"]  # three days off: once
    assert run_at(at(20, 7, 30)) == ["daily_digests", "weekly_digests"]


@pytest.mark.parametrize("day", [(2026, 3, 29), (2026, 10, 25)])
def test_clock_holds_across_both_clock_changes(day, db):
    before = datetime(*day[:2], day[2] - 1, 12, tzinfo=PARIS)
    run_at(before)

    assert run_at(datetime(*day, 7, 29, tzinfo=PARIS)) == []
    assert run_at(datetime(*day, 7, 30, tzinfo=PARIS)) == ["daily_digests"]
    assert run_at(datetime(*day, 7, 31, tzinfo=PARIS)) == []
