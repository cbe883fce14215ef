from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.http import QueryDict
from django.urls import reverse

from destination.agenda.filters import AgendaFilters
from destination.agenda.presenters.listing import Listing
from destination.agenda.presenters.upcoming import cards_of_listing, dated_cards, next_dates_of_listing, upcoming_cards
from destination.agenda.schedule import Change, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from tests.factories import make_category, make_event, make_place, one_day

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


def every_other_day(*cancelled_days, start=time(10)) -> Schedule:
    changes = tuple(Change(original_day=day, slot=None) for day in cancelled_days)
    slot = Slot(TODAY - timedelta(days=5), start=start, end=time(start.hour + 1))
    return Schedule(Timing.TIMED, (slot,), Rule(Frequency.DAILY, interval=2), changes=changes)


def from_database(user, limit=6):
    return [(card["title"], card["date"]) for card in upcoming_cards(user, limit)]


def from_listing(user, limit=6, query=""):
    listing = Listing(AgendaFilters.from_query(QueryDict(query)), user)
    return [(card["title"], card["date"]) for card in cards_of_listing(listing, limit)]


def from_lists(user, limit=6):
    return [(card["title"], card["date"]) for card in dated_cards(user, limit)]


@pytest.mark.parametrize("read", [from_database, from_listing, from_lists])
def test_each_event_stands_once_on_its_next_date(visitor, read):
    make_event("Ce matin", one_day(TODAY, time(9), time(12)))
    make_event("Ce soir", one_day(TODAY, time(20), time(22)))
    make_event("Marché", every_other_day())
    make_event("Hier", one_day(TODAY - timedelta(days=1)))
    make_event("Réservé", one_day(TODAY), audience="members")
    assert read(visitor) == [("Ce soir", TODAY), ("Marché", TODAY + timedelta(days=1))]


@pytest.mark.parametrize("read", [from_database, from_listing, from_lists])
def test_cancelled_date_gives_way_to_the_next_one(visitor, read):
    tomorrow = TODAY + timedelta(days=1)
    make_event("Marché", every_other_day(tomorrow))
    make_event("Bal", one_day(tomorrow), state="cancelled")
    assert read(visitor) == [("Bal", tomorrow), ("Marché", tomorrow + timedelta(days=2))]


def test_only_the_hours_still_to_come_are_said(visitor):
    slots = (Slot(TODAY, start=time(10), end=time(11)), Slot(TODAY, start=time(15), end=time(16)))
    make_event("Visite", Schedule(Timing.TIMED, slots))
    assert [card["time"] for card in upcoming_cards(visitor)] == ["15\u00a0h"]
    assert [card["time"] for card in dated_cards(visitor)] == ["mercredi 10 juin, 15\u00a0h"]


def test_many_that_are_over_do_not_hide_the_next_ones(visitor, django_assert_max_num_queries):
    for number in range(20):
        make_event(f"n{number}", one_day(TODAY, time(8), time(9)))
    make_event("Demain", one_day(TODAY + timedelta(days=1)))
    assert from_listing(visitor, 1) == from_database(visitor, 1) == [("Demain", TODAY + timedelta(days=1))]
    assert from_lists(visitor, 1) == [("Demain", TODAY + timedelta(days=1))]


def test_many_that_are_cancelled_do_not_hide_the_next_ones(visitor, django_assert_max_num_queries):
    for number in range(1, 5):
        make_event(f"n{number}", every_other_day(*(TODAY + timedelta(days=day) for day in range(1, 30))))
    make_event("Bal", one_day(TODAY + timedelta(days=2)))
    assert from_lists(visitor, 1) == from_database(visitor, 1) == [("Bal", TODAY + timedelta(days=2))]
    make_event("Exposition", Schedule(Timing.ALL_DAY, (Slot(TODAY - timedelta(days=9), TODAY + timedelta(days=40)),)))
    assert from_lists(visitor, 2) == from_database(visitor, 2) == [("Exposition", TODAY), ("Bal", TODAY + timedelta(days=2))]


def test_list_holds_what_has_one_of_the_values_of_each_facet(visitor, member):
    make_event("Bal", one_day(TODAY))
    make_event("Réunion", one_day(TODAY), audience="members")
    make_event("Salon", one_day(TODAY), audience="professionals")
    cards = {user: dated_cards(user, audience=["members", "professionals"]) for user in (visitor, member)}
    assert {user: [card["title"] for card in cards[user]] for user in cards} == {visitor: [], member: ["Réunion", "Salon"]}
    assert dated_cards(member, audience=["members"], commune=["ailleurs"]) == []


def test_listing_keeps_its_filters(visitor):
    make_event("Bal", one_day(TODAY), categories=[make_category("feast")])
    make_event("Concert", one_day(TODAY))
    assert [title for title, _day in from_listing(visitor, query="category=feast")] == ["Bal"]


def test_what_lasts_for_weeks_counts_on_its_first_day(visitor):
    first = TODAY + timedelta(days=2)
    make_event("Exposition", Schedule(Timing.ALL_DAY, (Slot(first, TODAY + timedelta(days=40)),)))
    make_event("Bal", one_day(TODAY + timedelta(days=1)))
    make_event("Salon", Schedule(Timing.ALL_DAY, (Slot(TODAY - timedelta(days=9), TODAY + timedelta(days=9)),)))
    listing = Listing(AgendaFilters(), visitor)
    days = [day for day, _dates in next_dates_of_listing(listing, 6, ongoing=True).values()]
    assert days == [TODAY, TODAY + timedelta(days=1), first]
    assert from_listing(visitor) == [("Bal", TODAY + timedelta(days=1)), ("Exposition", first)]


def test_pages_of_a_place_and_of_its_commune_say_what_comes_there(client):
    place = make_place("Halle")
    make_event("Marché", one_day(TODAY), place=place)
    make_event("Passé", one_day(TODAY - timedelta(days=1)), place=place)
    for address in (place.get_absolute_url(), reverse("places:commune", args=[place.commune.slug])):
        html = client.get(address).content.decode()
        assert "Prochainement ici" in html and "Marché" in html and "Passé" not in html
