from datetime import date

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from wagtail.models import Page

from accounts.models import Organisation, Territory, User
from common.media import Picture
from destination.agenda.models import Event
from destination.demo.dates import schedule_of
from destination.demo.loading import Loader, take_away
from destination.demo.models import DemoLoad
from destination.pages.models import EditorialPage, HomePage
from destination.places.models import Place
from intranet.submissions.choices import Stage
from intranet.submissions.querysets.events import with_stage
from notifications.models import Notice
from tests.factories import make_event, make_user

MONDAY = date(2026, 11, 23)


@pytest.fixture
def loaded(db) -> DemoLoad:
    return Loader(picture_size=(300, 200)).run()


def test_demo_fills_the_destination_and_takes_itself_away(loaded, client):
    assert (Territory.objects.count(), Place.objects.count(), Event.objects.count()) == (8, 30, 80)
    stages = list(with_stage(Event.objects.all()).values_list("stage", flat=True))
    assert (stages.count(Stage.WAITING), stages.count(Stage.SENT_BACK)) == (6, 2)
    assert User.objects.get(email="mirabelle@aurelle.example").is_moderator
    assert EditorialPage.objects.filter(locale__language_code="ca").exists()
    assert (Notice.objects.count(), len(mail.outbox)) == (0, 0)
    for language, words in (("fr", "Pays d’Aurelle"), ("en", "Pays d’Aurelle"), ("ca", "País d’Aurelle</span>")):
        assert words in client.get(f"/{language}/").content.decode()

    ours = make_event("Notre marché", commune=Territory.objects.first())
    gone, kept = take_away(loaded)
    assert gone > 250 and kept == [str(ours.commune)]
    assert list(Event.objects.all()) == [ours]
    left = [model.objects.count() for model in (Place, Picture, Organisation, EditorialPage)]
    assert left == [0, 0, 0, 0] and HomePage.objects.count() == 3
    assert not User.objects.filter(email__endswith="aurelle.example").exists()
    assert client.get("/fr/").status_code == 200


def test_demo_is_loaded_once(db):
    DemoLoad.objects.create()
    call_command("load_demo", once=True)
    assert not Event.objects.exists() and Page.objects.count() < 10
    with pytest.raises(CommandError, match="already there"):
        call_command("load_demo")


def test_nothing_to_take_away_is_said(db):
    make_user()
    with pytest.raises(CommandError, match="no demo"):
        call_command("remove_demo")
    assert User.objects.count() == 1


def test_relative_dates_become_a_schedule():
    words = {
        "timing": "timed",
        "slots": [{"day": {"next": "saturday", "weeks": 1}, "days": 1, "start": "18:00", "end": "19:00"}],
        "rule": {"frequency": "weekly", "interval": 1, "weekdays": ["sat"], "until": {"in_days": 40}},
        "excluded": [{"nth_occurrence": 2}],
    }
    schedule = schedule_of(words, MONDAY)
    days = [time.day for time in schedule.occurrences(horizon_end=date(2027, 12, 31))]
    assert days == [date(2026, 12, 5), date(2026, 12, 19), date(2026, 12, 26), date(2027, 1, 2)]


def test_monthly_rule_begins_on_its_own_weekday():
    words = {
        "timing": "all_day",
        "slots": [{"day": {"in_days": 0}, "days": 1}],
        "rule": {"frequency": "monthly", "nth": 1, "weekday": "sun", "count": 2},
    }
    days = [time.day for time in schedule_of(words, MONDAY).occurrences(horizon_end=date(2027, 12, 31))]
    assert days == [date(2026, 12, 6), date(2027, 1, 3)]
