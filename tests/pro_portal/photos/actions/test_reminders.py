"""Rights are kept: what ends soon is announced three times, an agreement closes its pictures, who took one hears of its end."""

from datetime import timedelta

import pytest
from django.core import mail

from notifications.models import Notice
from pro_portal.photos.actions import reminders as reminding
from pro_portal.photos.models import Taking
from tests.factories import make_event, make_place
from tests.factories.photos import make_consent
from tests.moment import in_days

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.wagtail_indexes]


def reminders_on(day) -> int:
    return reminding.remind_keepers(day)


def test_editors_are_told_sixty_thirty_and_seven_days_before_each_once(make_photo, editor, member):
    photo = make_photo("Le phare", valid_until=in_days(100))
    days_left = [left for left in range(100, -10, -1) if reminders_on(photo.picture.valid_until - timedelta(days=left))]
    assert days_left == [60, 30, 7, 0]
    assert {notice.person for notice in Notice.objects.all()} == {editor}


def test_clock_that_was_off_tells_the_step_it_missed_once(make_photo, editor):
    photo = make_photo("Le phare", valid_until=in_days(100))
    last = photo.picture.valid_until
    assert [reminders_on(last - timedelta(days=left)) for left in (58, 58, 29, 3, 2)] == [1, 0, 1, 1, 0]
    assert reminders_on(last + timedelta(days=30)) == 0


def test_right_made_longer_is_told_anew(make_photo, editor):
    photo = make_photo(valid_until=in_days(60))
    assert reminders_on(in_days(0)) == 1
    photo.picture.valid_until = in_days(90)
    photo.picture.save()
    assert [reminders_on(in_days(days)) for days in (0, 29, 30, 31)] == [0, 0, 1, 0]


def test_end_of_an_agreement_is_told_as_that_of_a_right(make_photo, editor):
    make_consent(make_photo(valid_until=in_days(300)), ends_on=in_days(30))
    assert reminders_on(in_days(0)) == 1


def test_picture_that_waits_or_has_no_end_is_not_told_of(make_photo, editor):
    make_photo("Sans fin")
    make_photo("Qui attend", state="waiting", valid_until=in_days(7))
    assert reminders_on(in_days(0)) == 0


def test_reminder_names_the_pages_that_use_the_picture(make_photo, editor, django_capture_on_commit_callbacks):
    make_photo("Un banc", valid_until=in_days(7))
    used = make_photo("Le phare", valid_until=in_days(7))
    make_event("Foire du quai", picture=used.picture)
    make_place("La Halle", picture=used.picture)
    with django_capture_on_commit_callbacks(execute=True):
        assert reminders_on(in_days(0)) == 2
    [message] = mail.outbox
    assert message.to == [editor.email] and "2 photos" in message.subject
    assert "Le phare – Foire du quai, La Halle" in message.body and "Un banc" in message.body
    assert message.body.index("Le phare") < message.body.index("Un banc")


def test_pictures_in_use_come_first_where_the_list_is_cut(make_photo, editor, django_capture_on_commit_callbacks):
    for number in range(40):
        make_photo(f"Un banc au soleil couchant {number}", valid_until=in_days(7))
    make_event("Foire du quai", picture=make_photo("Le phare", valid_until=in_days(7)).picture)
    with django_capture_on_commit_callbacks(execute=True):
        reminders_on(in_days(0))
    [message] = mail.outbox
    assert "Foire du quai" in message.body


def take(photo, **by):
    return Taking.objects.create(picture=photo.picture, size="web", use="web", **by)


def test_who_took_a_picture_is_told_once_the_day_after_its_end(
    make_photo, professional, member, django_capture_on_commit_callbacks
):
    photo = make_photo("Le phare", valid_until=in_days(3))
    take(photo, person=professional), take(photo, person=professional)
    take(photo, name="Gîte des Combes", email="gite@combes.example")
    take(make_photo("Sans fin"), person=member)
    counts = []
    for days in (0, 3, 4, 5):
        with django_capture_on_commit_callbacks(execute=True):
            counts.append(reminding.notify_downloaders(in_days(days)))
    assert counts == [0, 0, 3, 0]
    assert [notice.person for notice in Notice.objects.all()] == [professional]
    to_visitor = next(message for message in mail.outbox if message.to == ["gite@combes.example"])
    assert "Le phare" in to_visitor.body and "ne plus les montrer" in to_visitor.body
    assert all("Sans fin" not in message.body for message in mail.outbox)


def test_who_took_a_picture_is_told_when_an_agreement_is_withdrawn(make_photo, professional, time_machine):
    photo = make_photo("Le phare")
    take(photo, person=professional)
    make_consent(photo, withdrawn_on=in_days(0))
    assert reminding.notify_downloaders(in_days(0)) == 1
