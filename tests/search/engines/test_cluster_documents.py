"""Each night the documents of a separate engine are compared with the entries, and mended both ways."""

import pytest
from django.utils import timezone

from search import actions
from search.engines.protocol import document_name
from search.models import Entry, Span, Unsent
from tests.factories import make_event, make_place

pytestmark = pytest.mark.django_db


def documents(cluster) -> dict[str, tuple]:
    """What the index holds: of each document its keys, days and words."""
    cluster.refresh()
    hits = cluster.client.search(index=cluster.prefix, body={"size": 100, "version": True})["hits"]["hits"]
    read = {hit["_id"]: hit["_source"] for hit in hits}
    return {name: (source["keys"], source["days"], source["title_words"], source["shown"]) for name, source in read.items()}


@pytest.fixture
def sent(cluster, committed):
    with committed():
        make_event("Concert au port")
        make_place("Le phare")
    actions.rebuild()
    assert len(documents(cluster)) == Entry.objects.count() > 6
    return cluster


def forget_a_document(cluster):
    cluster.client.delete(index=cluster.prefix, id=document_name("place", Entry.objects.filter(kind="place")[0].thing, "fr"))


def close_without_the_task(cluster):
    """As `close_entries` does where the task that follows it is lost: the index still opens to all."""
    event = Entry.objects.filter(kind="event").first()
    type(event).objects.filter(pk=event.pk).update(shown_until=timezone.localdate())
    cluster.send([Entry.objects.get(pk=event.pk)], {})
    Entry.objects.filter(pk=event.pk).update(shown_until=None)


def restore_an_older_database(cluster):
    """The index knows later words than the rows: what is sent must replace them all the same."""
    event = Entry.objects.filter(kind="event", language="fr").get()
    before = event.title_words
    event.title_words, event.indexed_at = "fr0plus fr0tard", timezone.now()
    cluster.send([event], {})
    assert before != event.title_words


def leave_days_out(cluster):
    entry, spans = Entry.objects.filter(kind="event").first(), list(Span.objects.all())
    Span.objects.all().delete()
    cluster.send([entry], {})
    Span.objects.bulk_create(spans)


@pytest.mark.parametrize("lose", [forget_a_document, close_without_the_task, restore_an_older_database, leave_days_out])
def test_night_sends_the_documents_that_differ(sent, lose, committed):
    before = documents(sent)
    lose(sent)
    assert documents(sent) != before
    with committed():
        assert sum(actions.mend().values()) == 1
    assert documents(sent) == before
    assert actions.mend() == {}


def test_night_forgets_the_documents_of_no_entry(sent, committed):
    before = documents(sent)
    entry = Entry.objects.filter(kind="event", language="fr").prefetch_related("keys").get()
    for entry.kind, entry.thing in (("gone", "3"), ("event", "9-9"), ("place", "99999")):
        sent.send([entry], {})
    assert len(documents(sent)) == len(before) + 3
    assert actions.mend() == {"of no entry": 3}
    assert documents(sent) == before


def test_night_compares_in_batches(sent, monkeypatch, committed):
    monkeypatch.setattr("search.actions.MOST_SENT", 2)
    monkeypatch.setattr("search.engines.cluster.BATCH", 2)
    monkeypatch.setattr("search.engines.elasticsearch.BATCH", 2)
    assert actions.mend() == {}
    forget_a_document(sent)
    with committed():
        assert actions.mend() == {"place": 1}


def test_night_leaves_what_is_about_to_be_sent(sent):
    forget_a_document(sent)
    Unsent.objects.create(kind="place", thing=Entry.objects.filter(kind="place")[0].thing, at=timezone.now())
    assert actions.mend() == {}


def test_night_says_that_the_engine_could_not_be_compared(settings, caplog):
    settings.SEARCH_URL = "http://127.0.0.1:9"
    actions.mend()
    assert "could not be compared" in caplog.text
