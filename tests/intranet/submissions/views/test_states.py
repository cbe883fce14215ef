"""“This date is cancelled”: the page where an author says so, and who hears it at once."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from destination.agenda.models import Event
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from intranet.submissions.models import Decision
from notifications.models import Notice
from search.models import Entry
from tests.factories import make_event, make_place, one_day
from tests.html import read

NOON = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/Paris"))
FIRST = NOON.date() + timedelta(days=1)
WEEKLY = Schedule(Timing.TIMED, (Slot(FIRST, start=time(18), end=time(20)),), Rule(Frequency.WEEKLY, count=4))
KEY, NEXT_KEY = "2026-06-11T1800", "2026-06-18T1800"
WET = "La scène est mouillée."


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def event(member):
    return make_event("Bal", WEEKLY, author=member, organisation=member.organisation, place=make_place("Halle"))


@pytest.fixture
def author(client, member):
    client.force_login(member)
    return client


def address(event, name="states"):
    return reverse(f"submissions:{name}", args=[event.pk])


def states_of(event) -> list[str]:
    return list(event.occurrences.order_by("starts_at").values_list("state", flat=True))


def calendar_of(client, event) -> dict:
    content = client.get(event.get_absolute_url().rstrip("/") + ".ics").content
    return {str(each["SUMMARY"]): int(each["SEQUENCE"]) for each in Calendar.from_ical(content).walk("VEVENT")}


def test_one_date_is_cancelled_and_everybody_hears_it_at_once(author, event, moderator, django_capture_on_commit_callbacks):
    before = calendar_of(author, event)
    with django_capture_on_commit_callbacks(execute=True):
        answer = author.post(address(event), {"dates": KEY, "state": "cancelled", "reason_fr": WET}, follow=True)
    assert states_of(event) == ["cancelled", "", "", ""]
    page = read(author.get(event.get_absolute_url()))
    assert "Annulé" in page.region("Prochaines dates").text and WET in page.text
    after = calendar_of(author, event)
    assert set(after) == {"Bal", "Annulé\u00a0: Bal"} and min(after.values()) > before["Bal"]
    [notice] = Notice.objects.filter(person=moderator)
    assert WET in notice.notification.excerpt()
    undo = read(answer).get_by_role("button", "Rétablir")
    author.post(undo.form["action"])
    assert states_of(event) == ["", "", "", ""] and not Notice.objects.filter(code="event_state").exists()


def test_held_online_is_not_said_as_published_is(author, event):
    """« En ligne » beside « Publié » would be two meanings of one word."""
    Event.objects.filter(pk=event.pk).update(state="moved_online")
    line = read(author.get("/intranet/evenements/")).get_by_role("main")
    assert "Bal Se tient en ligne Publié" in line.text


def test_whole_event_follows_in_page_search_and_history(author, event, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = author.post(address(event), {"dates": ["all", KEY], "state": "cancelled", "reason_fr": WET}, follow=True)
    event.refresh_from_db()
    assert (event.state, event.reasons) == ("cancelled", {"fr": WET})
    assert Entry.objects.get(kind="event", language="fr").state == "cancelled"
    assert event.decisions.get().words == f"Annulé. {WET}"
    assert {each.form["action"] for each in read(answer).all_by_role("button", "Rétablir")} == {address(event, "reinstate")}
    author.post(address(event, "reinstate"))
    event.refresh_from_db()
    assert (event.state, event.reasons) == ("confirmed", {})


@pytest.mark.parametrize(
    ("fields", "state", "where"),
    [
        ({"state": "postponed"}, "postponed", ""),
        ({"state": "full"}, "full", ""),
        ({"state": "moved", "place": "Salle des fêtes"}, "moved", "Salle des fêtes"),
        ({"state": "moved_online", "link": "visio.example"}, "moved_online", "https://visio.example"),
        ({"state": "rescheduled", "day": "20 juin 2026", "start": "20h", "end": "22h"}, "rescheduled", ""),
    ],
)
def test_each_state_of_a_date(author, event, fields, state, where):
    author.post(address(event), {"dates": KEY} | fields)
    said = event.occurrences.get(original_day=FIRST)
    assert (said.state, said.where) == (state, where)
    assert said.day == (FIRST + timedelta(days=9) if state == "rescheduled" else FIRST)


def test_moved_event_stands_at_its_new_place_and_remembers_the_old_one(author, event):
    hall = make_place("Salle des fêtes")
    author.post(address(event), {"dates": "all", "state": "moved", "place": "salle des fêtes"})
    event.refresh_from_db()
    assert (event.place, event.commune, event.former_place) == (hall, hall.commune, "Halle, Port-Aurelle")
    author.post(address(event, "take_back_change"))
    event.refresh_from_db()
    assert (event.place.words_in("fr").name, event.former_place, event.state) == ("Halle", "", "confirmed")


def test_preview_publishes_nothing(author, event):
    answer = author.post(address(event), {"dates": KEY, "state": "full", "reason_fr": WET, "action": "preview"})
    seen = read(answer).region("Ce que liront les visiteurs")
    assert "Cet événement est complet." in seen.text and WET in seen.text
    assert states_of(event) == [""] * 4 and not event.decisions.exists()


def test_version_that_waits_says_it_too(author, event):
    event.save_revision()
    author.post(address(event), {"dates": KEY, "state": "full"})
    event = Event.objects.get(pk=event.pk)
    event.latest_revision.publish()
    assert states_of(event)[0] == "full"


def test_double_click_says_it_once(author, event, moderator):
    fields = {"dates": KEY, "state": "full"}
    answers = [author.post(address(event), fields) for _click in range(2)]
    assert answers[0].url == answers[1].url
    assert event.decisions.count() == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "full"}, "Choisissez au moins une date"),
        ({"dates": "2026-06-12T1800", "state": "full"}, "n’existe plus"),
        ({"dates": "\x00", "state": "full"}, "n’existe plus"),
        ({"dates": KEY}, "Choisissez ce qui se passe"),
        ({"dates": KEY, "state": "moved"}, "Indiquez le nouveau lieu"),
        ({"dates": KEY, "state": "moved_online", "link": "javascript:alert(1)"}, "n’est pas complète"),
        ({"dates": [KEY, NEXT_KEY], "state": "rescheduled", "day": "20/06/2026"}, "Une seule date"),
        ({"dates": KEY, "state": "rescheduled"}, "Indiquez la nouvelle date"),
        ({"dates": KEY, "state": "rescheduled", "day": "01/06/2026"}, "déjà passée"),
        ({"dates": KEY, "state": "rescheduled", "day": "11/06/2026"}, "C’est la date prévue"),
        ({"dates": KEY, "state": "full", "reason_fr": "é" * 501}, "500"),
    ],
)
def test_fault_is_told_beside_its_field_and_nothing_is_lost(author, event, fields, words):
    answer = author.post(address(event), {"reason_en": "The stage is wet."} | fields)
    assert answer.status_code == 422
    assert words in answer.content.decode() and "The stage is wet." in answer.content.decode()
    assert states_of(event) == [""] * 4


def test_date_that_vanished_meanwhile_is_told(author, event):
    author.post(address(event), {"dates": KEY, "state": "full"})
    event.schedule = one_day(FIRST + timedelta(days=30))
    event.save()
    answer = author.post(address(event, "take_back_change"))
    assert answer.status_code == 409 and read(answer).has("alert")


def test_nul_is_left_out_of_what_visitors_read(author, event):
    author.post(address(event), {"dates": KEY, "state": "full", "reason_fr": "a\x00b"})
    assert event.occurrences.get(original_day=FIRST).reasons == {"fr": "ab"}


def test_only_published_events_have_states(author, event):
    Event.objects.filter(pk=event.pk).update(live=False)
    assert author.get(address(event)).status_code == 404


def test_my_events_stand_by_what_waits_then_by_date(author, member):
    def mine(title, days, **fields):
        return make_event(
            title, one_day(NOON.date() + timedelta(days=days)), author=member, organisation=member.organisation, **fields
        )

    mine("Passé", -3), mine("Plus tard", 9), mine("Bientôt", 2)
    waiting = mine("À corriger", 20, live=False)
    Decision.objects.create(event=waiting, verb=Decision.Verb.SENT_BACK)
    titles = read(author.get(reverse("submissions:mine"))).texts("heading")[1:]
    assert titles == ["À corriger", "Bientôt", "Plus tard", "Passé"]
