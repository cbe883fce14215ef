"""Which entries are one item: a table of readings, each a list of entries of a source."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from pro_portal.watch.actions.sources import add_to_inbox
from pro_portal.watch.importers.feeds import FeedEntry, parse_feed
from pro_portal.watch.models import WatchItem
from tests.factories.watch import make_item, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
PAGE = "https://carnet.example/breves"
WEEKLY = "Les rendez-vous de la semaine"


def entry(address=PAGE, title="Un titre assez long", guid="", summary="Résumé.", dated_at=None) -> FeedEntry:
    return FeedEntry(address, title, summary, dated_at, "fr", guid)


def on(day: int) -> datetime:
    return datetime(2026, 6, day, tzinfo=UTC)


A, B = "https://a.example/fil", "https://b.example/fil"
#: readings ((address of the feed, entries)), and how many items there are after each.
READINGS = {
    "three guids at one address": ([(A, [entry(title=f"Brève {n}", guid=f"b{n}") for n in range(3)])], [3]),
    "three guids, one title": ([(A, [entry(guid=f"b{n}") for n in range(3)])], [3]),
    "a fourth later": ([(A, [entry(guid="b1")]), (A, [entry(guid="b2"), entry(guid="b1")])], [1, 2]),
    "a later one alone": ([(A, [entry(guid="b1", dated_at=on(1))]), (A, [entry(guid="b2", dated_at=on(2))])], [1, 2]),
    "four weeks of one title": ([(A, [entry(f"{PAGE}/{n}", WEEKLY, f"s{n}") for n in range(4)])], [4]),
    "four weeks without guids": ([(A, [entry(f"{PAGE}/{n}", WEEKLY)]) for n in range(4)], [1, 2, 3, 4]),
    "one guid whose page moved": ([(A, [entry(guid="b1")]), (A, [entry(f"{PAGE}/nouveau", "Autre titre", "b1")])], [1, 1]),
    "one guid by http and https": (
        [(A, [entry(guid="http://a.example/?p=1")]), (A, [entry(guid="https://a.example/?p=1")])], [1, 1],
    ),
    "new guids at each reading": ([(A, [entry(guid=f"x{n}", dated_at=on(1))]) for n in range(3)], [1, 1, 1]),
    "the same twice": ([(A, [entry(guid="b1"), entry(guid="b1")])], [1]),
    "no guid, one address": ([(A, [entry(), entry(f"{PAGE}/?utm_source=x", "Autrement dit, le même")])], [1]),
    "a guid that comes later": ([(A, [entry()]), (A, [entry(guid="b1")]), (A, [entry(guid="b2"), entry(guid="b1")])], [1, 1, 2]),
    "two feeds of one page": ([(A, [entry(guid="a1")]), (B, [entry(guid="b1")])], [1, 1]),
    "two feeds, one shared guid": (
        [(A, [entry(guid="tag:a.example,2026:1")]), (B, [entry("https://b.example/lire?id=1", "Relayé", "tag:a.example,2026:1")])], [1, 1],
    ),
    "two feeds that both count from 1": (
        [(A, [entry("https://a.example/1", "Le premier d’ici", "1")]), (B, [entry("https://b.example/1", "Le premier de là", "1")])], [1, 2],
    ),
    "two feeds, one title": ([(A, [entry(f"{PAGE}/1")]), (B, [entry("https://b.example/1")])], [1, 1]),
    "two feeds, one short title": ([(A, [entry(f"{PAGE}/1", "Agenda")]), (B, [entry("https://b.example/1", "Agenda")])], [1, 2]),
}  # fmt: skip


def test_what_is_one_item():
    outcomes = {}
    for name, (readings, _counts) in READINGS.items():
        WatchItem.objects.all().delete()
        sources = {address: make_source(address=address) for address in (A, B)}
        outcomes[name] = []
        for address, entries in readings:
            add_to_inbox(entries, sources[address])
            outcomes[name].append(WatchItem.objects.count())
    assert outcomes == {name: counts for name, (_readings, counts) in READINGS.items()}


def test_same_title_elsewhere_is_one_item_within_a_month():
    first, second = make_source(), make_source()
    add_to_inbox([entry("https://a.example/1")], first)
    add_to_inbox([entry("https://b.example/1", "UN  TITRE, assez long !")], second)
    item = WatchItem.objects.get()
    assert (item.source, list(item.also_in.all())) == (first, [second])
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        add_to_inbox([entry("https://b.example/2")], second)
    assert WatchItem.objects.count() == 2


def test_source_that_is_followed_anew_brings_nothing_twice():
    entries = [entry(title=f"Brève {n}", guid=f"b{n}") for n in range(3)]
    source = make_source(address=A)
    add_to_inbox(entries, source)
    source.delete()
    again = make_source(address=A)
    assert add_to_inbox(entries, again) == []
    assert len(add_to_inbox([entry(title="Brève 4", guid="b4"), *entries], again)) == 1


def test_link_brought_by_hand_is_the_entry_at_its_address():
    make_item("Autre titre", address=PAGE)
    assert add_to_inbox([entry(guid="b1")], make_source()) == []


@pytest.mark.parametrize(("name", "number"), [("case-42-same-link-other-guid.xml", 3), ("case-55-same-title-other-page.xml", 4)])
def test_feeds_of_the_trial(shared_data, name, number):
    feed, source = parse_feed((shared_data / "cases" / name).read_bytes(), A), make_source(address=A)
    assert [len(add_to_inbox(feed.entries, source)) for _reading in range(2)] == [number, 0]
