from datetime import UTC, date, datetime, time, timedelta

import feedparser
import pytest
from django.utils import timezone
from icalendar import Calendar

from destination.agenda.actions import extend_horizon, note_published_change
from destination.agenda.models import Announcement, Event
from destination.agenda.schedule import Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from tests.factories import make_category, make_event, make_organisation, make_place, make_user, one_day
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db
FEEDS = ["/fr/agenda.ics", "/fr/agenda.rss", "/fr/agenda.atom"]


def lines(client, address: str = "/fr/agenda.ics") -> dict[str, dict]:
    """SUMMARY → the component of each event of the calendar."""
    response = client.get(address)
    assert response.status_code == 200 and response["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(each["SUMMARY"]): each for each in Calendar.from_ical(response.content).walk("VEVENT")}


def publish(event: Event) -> Event:
    """As moderation does: a revision that goes live."""
    event.save_revision().publish()
    return Event.objects.get(pk=event.pk)


def test_place_says_its_town_once(client):
    make_event("Bal", place=make_place("Théâtre", address="Quai Vieux, 99100 Port-Aurelle", postcode="99100"))
    assert str(lines(client)["Bal"]["LOCATION"]) == "Théâtre, Quai Vieux, 99100 Port-Aurelle"


def test_calendar_says_the_event(client, time_machine):
    time_machine.move_to(datetime(2027, 7, 2, 9, tzinfo=UTC))
    event = make_event(
        "Concert ; à l’aube, ici",
        one_day(date(2027, 7, 16)),
        place=make_place("Théâtre", latitude=42.5, longitude=3.1),
        categories=[make_category("music", fr="Concerts")],
    )
    line = lines(client)["Concert ; à l’aube, ici"]
    assert line["DTSTART"].dt.isoformat() == "2027-07-16T18:30:00+02:00"
    assert (str(line["UID"]), line["SEQUENCE"], str(line["STATUS"])) == (f"{event.uid}@escale", 0, "CONFIRMED")
    assert str(line["LOCATION"]) == "Théâtre, Port-Aurelle"
    assert str(line["URL"]).endswith(f"-{event.pk}/") and "LAST-MODIFIED" in line


def test_calendar_follows_the_filters_and_never_the_position(client):
    make_event("Libre", free=True)
    make_event("Payant", prices=[{"amount": "5"}])
    assert set(lines(client, "/fr/agenda.ics?free=1")) == {"Libre"}
    assert set(lines(client, "/fr/agenda.ics?near=10,10")) == {"Libre", "Payant"}


def test_calendar_keeps_a_month_of_the_past_and_cancelled_ones_longer(client):
    make_event("Récent", one_day(in_days(-20)))
    make_event("Vieux", one_day(in_days(-45)))
    make_event("Annulé", one_day(in_days(-45)), state="cancelled")
    make_event("Vieux annulé", one_day(in_days(-70)), state="cancelled")
    components = lines(client)
    assert (
        set(components) == {"Récent", "Annulé\u00a0: Annulé"} and str(components["Annulé\u00a0: Annulé"]["STATUS"]) == "CANCELLED"
    )


def test_repeated_event_begun_long_ago_is_in_the_calendar(client):
    make_event("Marché", Schedule(Timing.TIMED, (Slot(in_days(-900), start=time(8), end=time(12)),), Rule(Frequency.WEEKLY)))
    assert "RRULE" in lines(client)["Marché"]


@pytest.mark.parametrize("language", ["fr", "en", "ca"])
def test_calendar_speaks_the_language(client, language):
    make_event(words={"fr": "Fête", "en": "Feast", "ca": "Festa"})
    assert list(lines(client, f"/{language}/agenda.ics")) == [{"fr": "Fête", "en": "Feast", "ca": "Festa"}[language]]


def test_key_opens_what_its_owner_may_see(client, member):
    make_event("Public")
    make_event("Membres", audience="members")
    assert set(lines(client)) == {"Public"}
    assert set(lines(client, f"/fr/agenda.ics?key={member.feed_key}")) == {"Public", "Membres"}
    response = client.get(f"/fr/agenda.ics?key={member.feed_key}")
    assert response["Cache-Control"] == "private, max-age=300"


@pytest.mark.parametrize("key", ["", "faux", "x" * 500, "%00", "%27%20OR%201=1"])
def test_wrong_key_is_a_404(client, member, key):
    assert client.get(f"/fr/agenda.ics?key={key}").status_code == 404


def test_key_of_someone_who_left_is_a_404(client, member):
    member.is_active = False
    member.save()
    assert client.get(f"/fr/agenda.ics?key={member.feed_key}").status_code == 404


def test_one_event_as_a_file_even_past(client, member):
    event = make_event("Ancien", one_day(in_days(-300)))
    assert set(lines(client, f"/fr/agenda/x-{event.pk}.ics")) == {"Ancien"}
    hidden = make_event("Membres", audience="members")
    assert client.get(f"/fr/agenda/x-{hidden.pk}.ics").status_code == 404
    assert set(lines(client, f"/fr/agenda/x-{hidden.pk}.ics?key={member.feed_key}")) == {"Membres"}


@pytest.mark.parametrize("address", FEEDS[1:])
def test_rss_and_atom_are_read_by_a_reader(client, address):
    event = make_event("Concert", one_day(in_days(2)), categories=[make_category("music", fr="Concerts")], free=True)
    make_event("Exposition", Schedule(Timing.ALL_DAY, (Slot(in_days(-5), in_days(60)),)), state="cancelled")
    make_event("Payant", prices=[{"amount": "5"}])
    make_event("Hier", one_day(in_days(-1)), free=True)
    read = feedparser.parse(client.get(address).content)
    assert not read.bozo and len(read.entries) == 3
    assert read.entries[0].title.startswith("[Annulé] ") and read.entries[0].title.endswith("Exposition")
    free = feedparser.parse(client.get(f"{address}?free=1").content)
    (entry,) = free.entries
    assert entry.title.endswith(" : Concert") and entry.link == f"http://127.0.0.1:8000{event.get_absolute_url()}"
    assert entry.id == f"urn:uuid:{event.uid}" and entry.tags[0].term == "Concerts"


@pytest.mark.parametrize("address", [*FEEDS, "/fr/agenda.ics?free=1"])
def test_unchanged_feed_is_not_sent_again(client, django_assert_num_queries, address):
    event = make_event(free=True)
    first = client.get(address)
    with django_assert_num_queries(1):
        again = client.get(address, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert client.get(address, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    note_published_change(event)
    assert client.get(address, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def test_mark_of_a_feed_differs_between_readers_filters_and_languages(client, member):
    make_event()
    addresses = [
        "/fr/agenda.ics",
        "/en/agenda.ics",
        "/fr/agenda.ics?free=1",
        f"/fr/agenda.ics?key={member.feed_key}",
        "/fr/agenda.rss",
    ]
    marks = {client.get(address)["ETag"] for address in addresses}
    assert len(marks) == len(addresses)


def test_sequence_grows_with_each_published_change(client):
    event = publish(make_event("Concert"))
    before = lines(client)["Concert"]["SEQUENCE"]
    publish(event)
    assert lines(client)["Concert"]["SEQUENCE"] == before + 1


def withdrawals(client, address: str = "/fr/agenda.ics") -> list[str]:
    return [title for title, line in lines(client, address).items() if str(line["STATUS"]) == "CANCELLED"]


def test_unpublished_event_is_told_to_subscribers_as_cancelled(client):
    event = publish(make_event("Concert"))
    line = lines(client)["Concert"]
    event.unpublish()
    gone = lines(client)["Annulé\u00a0: Concert"]
    assert (str(gone["STATUS"]), gone["UID"]) == ("CANCELLED", line["UID"]) and gone["SEQUENCE"] > line["SEQUENCE"]
    assert "DESCRIPTION" not in gone and "LOCATION" not in gone


def test_deleted_event_is_told_as_cancelled(client):
    publish(make_event("Concert")).delete()
    assert withdrawals(client) == ["Annulé\u00a0: Concert"]


def test_event_removed_by_its_author_is_told_and_undone(client):
    event = publish(make_event("Concert"))
    event.removed_at = timezone.now()
    event.save()
    note_published_change(event)
    assert withdrawals(client) == ["Annulé\u00a0: Concert"]
    event.removed_at = None
    event.save()
    note_published_change(event)
    assert withdrawals(client) == [] and "Concert" in lines(client)


def test_what_was_never_public_is_never_told(client, member):
    make_event("Brouillon", live=False).delete()
    publish(make_event("Membres", audience="members")).unpublish()
    publish(make_event("Membres aussi", audience="members")).delete()
    assert lines(client) == {}
    assert set(withdrawals(client, f"/fr/agenda.ics?key={member.feed_key}")) == {
        "Annulé\u00a0: Membres",
        "Annulé\u00a0: Membres aussi",
    }


def test_narrowed_audience_is_told_with_the_old_words_only(client, member):
    event = publish(make_event("Portes ouvertes"))
    event.audience = "members"
    event.words.all().update(title="Réunion secrète")
    event = Event.objects.get(pk=event.pk)
    event.audience = "members"
    event.save()
    note_published_change(event)
    assert withdrawals(client) == ["Annulé\u00a0: Portes ouvertes"]
    assert set(lines(client, f"/fr/agenda.ics?key={member.feed_key}")) == {"Réunion secrète"}


def test_words_changed_while_unpublished_are_not_told(client):
    event = publish(make_event("Concert"))
    event.unpublish()
    event.words.update(title="Licenciements")
    Event.objects.get(pk=event.pk).save()
    assert withdrawals(client) == ["Annulé\u00a0: Concert"]


def test_withdrawal_is_forgotten_after_two_months(client):
    publish(make_event("Concert")).delete()
    Announcement.objects.update(withdrawn_at=timezone.now() - timedelta(days=60, hours=1))
    assert withdrawals(client) == []
    extend_horizon()
    assert Announcement.objects.count() == 1
    Announcement.objects.update(withdrawn_at=timezone.now() - timedelta(days=62))
    extend_horizon()
    assert Announcement.objects.count() == 0


def test_extending_the_horizon_gives_an_endless_rule_its_new_dates(db):
    event = make_event("Marché", Schedule(Timing.TIMED, (Slot(in_days(1), start=time(8), end=time(12)),), Rule(Frequency.WEEKLY)))
    ended = make_event(
        "Stage", Schedule(Timing.TIMED, (Slot(in_days(1), start=time(8), end=time(12)),), Rule(Frequency.WEEKLY, count=3))
    )
    last = event.last_day
    event.occurrences.filter(day__gt=in_days(400)).delete()
    Event.objects.filter(pk=event.pk).update(last_day=in_days(400))
    assert extend_horizon() == 1
    event.refresh_from_db()
    assert event.last_day == last and ended.occurrences.count() == 3


def test_organiser_has_its_name_in_the_reader_s_language_at_every_output(client):
    office = make_organisation("Office de la Côte", translated_names={"ca": "Oficina de la Costa"})
    for typed in ("", "Office de la Côte"):
        event = make_event("A", organisation=office, organiser=typed)
        for language, name, lang in (("fr", office.name, None), ("ca", "Oficina de la Costa", None), ("en", office.name, "fr")):
            page = read(client.get(f"/{language}/agenda/a-{event.pk}/"))
            assert page.structured_data[0]["organizer"]["name"] == name
            shown = page.tag.find_all(string=lambda text, name=name: text.strip() == name)
            assert [each.parent.get("lang") for each in shown if each.find_parent("dd")] == [lang]
            for address in (f"/{language}/agenda.ics", f"/{language}/agenda.rss"):
                assert name in client.get(address).content.decode()
        event.delete()
    make_event("B", organisation=office, organiser="Les Amis du port")
    assert "Les Amis du port" in client.get("/ca/agenda.ics").content.decode()


def test_organiser_and_hidden_place_in_the_calendar(client):
    make_event(
        "A",
        organisation=make_organisation("Office de la Côte"),
        place=make_place("Salle secrète", audience="members", address="3 rue Cachée"),
    )
    text = client.get("/fr/agenda.ics").content.decode()
    assert "Office de la Côte" in text and "secrète" not in text and "Cachée" not in text


def test_feed_of_someone_signed_in_is_private(client):
    client.force_login(make_user(organisation=make_organisation()))
    make_event("Membres", audience="members")
    response = client.get("/fr/agenda.rss")
    assert b"Membres" in response.content and "private" in response["Cache-Control"] and "Cookie" in response["Vary"]
