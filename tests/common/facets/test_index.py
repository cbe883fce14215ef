"""The last state of a list follows what changed, at once where little did."""

from threading import Event as Signal
from threading import Thread

import pytest
from django.db import connection, transaction

from common.access import Audience
from common.facets import index as indexes
from common.facets.changes import FacetChange, begin_request, end_request, note_change, note_changes
from common.facets.index import FacetIndex
from destination.places.facets import PlaceRows
from destination.places.models import Place
from tests.factories import make_place


class CountedRows(PlaceRows):
    """Notes how often the list is read whole; a reading waits for `may_read`."""

    wholes = 0
    may_read = Signal()

    @classmethod
    def whole(cls):
        state = super().whole()
        assert cls.may_read.wait(30)
        cls.wholes += 1
        return state


@pytest.fixture
def index():
    CountedRows.wholes = 0
    CountedRows.may_read.set()
    yield FacetIndex("places", CountedRows)
    CountedRows.may_read.set()


def museums(index) -> int:
    return index.current().having("kind", "museum").bit_count()


@pytest.mark.django_db
def test_few_changes_are_read_alone_and_at_once(index, django_assert_num_queries):
    place = make_place("Musée", kind="museum")
    assert museums(index) == 1
    make_place("Musée de la mer", kind="museum")
    assert museums(index) == 2
    place.kind = "beach"
    place.save()
    assert museums(index) == 1
    Place.objects.all().first().delete()
    assert index.current().page_of(index.current().having("kind", "beach"), 0, 9) == []
    with django_assert_num_queries(1):
        index.current()
    assert CountedRows.wholes == 1


@pytest.mark.django_db
def test_everything_is_read_where_a_change_concerns_all_or_many(index):
    make_place("Musée", kind="museum")
    assert museums(index) == 1
    Place.objects.update(kind="beach")  # no signal: who does so notes it
    note_change("places")
    assert museums(index) == 0
    note_changes("places", range(indexes.MOST_AT_ONCE + 1))
    index.current()
    assert CountedRows.wholes == 3


@pytest.mark.django_db
def test_a_change_that_was_rolled_back_is_forgotten(index):
    make_place("Musée", kind="museum")
    assert museums(index) == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_place("Musée en projet", kind="museum")
        assert museums(index) == 2
        raise ZeroDivisionError
    assert museums(index) == 1
    make_place("Plage", kind="beach")  # SQLite may give it the number of the one that was rolled back
    assert museums(index) == 1


@pytest.mark.django_db
def test_sweeping_keeps_one_change_of_each_list_and_loses_none(index):
    make_place("Musée", kind="museum")
    note_change("agenda")
    assert museums(index) == 1
    FacetChange.sweep()
    lists = list(FacetChange.objects.values_list("list", flat=True))
    assert len(lists) == len(set(lists)) and {"agenda", "places"} <= set(lists)
    make_place("Musée de la mer", kind="museum")
    assert museums(index) == 2


@pytest.mark.django_db
def test_a_reader_who_was_here_before_sees_only_what_opens_to_them_after_a_change(index, member):
    place = make_place("Musée", kind="museum")
    make_place("Plage", kind="beach")
    assert index.current().visible_to(None).bit_count() == 2
    place.audience = Audience.MEMBERS
    place.save()
    rows = index.current()
    assert (rows.visible_to(None).bit_count(), rows.visible_to(member).bit_count()) == (1, 2)
    place.delete()
    rows = index.current()
    assert (rows.visible_to(None).bit_count(), rows.visible_to(member).bit_count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_readers_get_the_last_state_while_a_thread_reads_the_whole(index, settings):
    settings.FACETS_IN_BACKGROUND = True
    make_place("Musée", kind="museum")
    assert museums(index) == 1
    CountedRows.may_read.clear()
    Place.objects.update(kind="beach")
    note_change("places")
    assert museums(index) == 1  # nobody waits
    CountedRows.may_read.set()
    index._thread.join(30)
    assert museums(index) == 0 and CountedRows.wholes == 2


@pytest.mark.django_db(transaction=True)
def test_who_comes_after_a_long_silence_waits_for_the_present(index, settings, monkeypatch):
    settings.FACETS_IN_BACKGROUND = True
    make_place("Musée", kind="museum")
    assert museums(index) == 1
    monkeypatch.setattr(indexes, "MOST_SECONDS_LATE", 0)
    Place.objects.update(kind="beach")
    note_change("places")
    assert museums(index) == 0


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time")
def test_a_transaction_that_began_earlier_and_ends_later_is_not_missed(index):
    first, second = make_place("Musée"), make_place("Plage")
    assert museums(index) == 0
    written, may_end = Signal(), Signal()

    def earlier():
        with transaction.atomic():
            first.kind = "museum"
            first.save()
            written.set()
            assert may_end.wait(30)
        connection.close()

    thread = Thread(target=earlier)
    thread.start()
    assert written.wait(30)
    second.kind = "museum"
    second.save()
    assert museums(index) == 1
    may_end.set()
    thread.join(30)
    assert museums(index) == 2 and CountedRows.wholes == 1


@pytest.mark.django_db
def test_a_request_asks_for_the_versions_once_until_it_notes_a_change(django_assert_num_queries):
    begin_request()
    with django_assert_num_queries(1):
        versions = [FacetChange.version(name) for name in ("places", "agenda", "places")]
    with transaction.atomic():  # taken back
        note_change("places", 1)
        assert FacetChange.version("places") != versions[0] and FacetChange.version("agenda") == versions[1]
        transaction.set_rollback(True)
    assert FacetChange.version("places") == versions[0]
    end_request()
