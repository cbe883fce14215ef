"""The life of the index on a real engine: made once, filled anew, lost, left over, doubled."""

import json
import socket
import threading
import time
from contextlib import closing
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.db import connections
from django.utils import timezone

from common.search_port import find_things
from search import actions, periodic
from search.engines import EngineUnreachable, IndexMissing, current_engine
from search.engines.address import SearchAddress
from search.engines.cluster_documents import format_alias
from search.filters import SearchFilters
from search.models import Entry, RebuildTurn, Unsent
from search.presenters import search
from search.tasks import fill_missing_index
from tests.factories import make_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def lost(cluster):
    """The engine answers, and its index is gone."""
    cluster.drop()
    return cluster


def count(cluster) -> int:
    cluster.refresh()
    return cluster.client.count(index=cluster.prefix)["count"]


def test_a_lost_index_is_not_an_empty_one(lost, find, ask, committed):
    with committed():
        make_event("Concert au port")
    with pytest.raises(IndexMissing):
        find("concert")
    page = ask("concert").content.decode()
    assert "interrompue" in page and "data-engine-state" not in page
    assert Unsent.objects.filter(kind="event").exists()
    assert lost._indexes() == {}  # what is sent makes no index by itself


def test_administrators_read_why(lost, ask, client, administrator):
    client.force_login(administrator)
    page = ask("concert", browser=client).content.decode()
    assert "data-engine-state" in page and "son index manque" in page


def test_the_clock_fills_a_lost_index(lost, find, committed, caplog):
    with committed():
        make_event("Concert au port")
    periodic.look_after_index()
    periodic.send_again()
    assert find.titles("concert") == ["Concert au port"]
    assert (count(lost), len(lost._indexes())) == (Entry.objects.count(), 1)
    assert not Unsent.objects.exists()
    assert "no index of today's format" in caplog.text


def test_an_index_that_readers_do_not_ask_is_taken_away(cluster):
    read = cluster._aliases()[cluster.prefix]
    left = cluster._make_index()
    assert sorted(cluster._indexes()) == sorted([*read, left])
    periodic.look_after_index()
    assert list(cluster._indexes()) == read


def test_an_index_that_is_being_filled_is_left(cluster):
    left = cluster._make_index()
    turn = RebuildTurn.take()
    periodic.look_after_index()
    assert left in cluster._indexes()
    turn.give_back()


def test_a_rebuild_that_was_killed_is_taken_up(lost, settings):
    RebuildTurn.objects.create(pk=1, owner="killed", alive_at=timezone.now())
    left = lost._make_index()
    assert actions.fill_missing_index() is None
    RebuildTurn.objects.update(alive_at=timezone.now() - RebuildTurn.ABANDONED - timedelta(seconds=1))
    assert actions.fill_missing_index() == Entry.objects.count()
    assert left not in lost._indexes() and lost.is_ready()


def test_a_rebuild_that_lost_its_turn_changes_nothing_for_readers(cluster):
    before = cluster._aliases()[cluster.prefix]
    turn = RebuildTurn.take()
    RebuildTurn.objects.update(owner="another")
    with pytest.raises(EngineUnreachable, match="taken over"):
        actions._fill_in_turn(cluster, turn)
    assert cluster._aliases()[cluster.prefix] == before


def test_a_turn_of_before_the_clock_was_set_back_is_free():
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        RebuildTurn.take()
    assert RebuildTurn.take() is not None


def test_a_rebuild_that_failed_rests_before_the_clock_tries_again(lost):
    RebuildTurn.take().give_back(failed=True)
    assert actions.engine_lacks_index() is False
    RebuildTurn.objects.update(failed_at=timezone.now() - RebuildTurn.REST - timedelta(seconds=1))
    assert actions.engine_lacks_index() is True


def test_a_turn_is_given_back_where_the_engine_is_away(settings, caplog):
    settings.SEARCH_URL = "http://127.0.0.1:9"
    assert actions.fill_missing_index() is None
    assert "could not be filled" in caplog.text
    assert RebuildTurn.take() is not None


def test_an_alias_on_two_indexes_answers_nobody_until_it_is_mended(cluster, find):
    second = cluster._make_index()
    cluster.client.indices.update_aliases(body={"actions": [{"add": {"index": second, "alias": cluster.prefix}}]})
    with pytest.raises(IndexMissing, match="2 indexes"):
        find("concert")
    fill_missing_index.enqueue()
    assert find("concert").total == 0 and len(cluster._indexes()) == 1


def test_an_index_of_an_older_format_answers_until_the_clock_has_filled_another(cluster, find, committed):
    with committed():
        make_event("Concert au port")
    old = cluster._aliases()[cluster.prefix]
    marked = {"index": old[0], "alias": format_alias(cluster.address)}
    cluster.client.indices.update_aliases(body={"actions": [{"remove": marked}]})
    assert find.titles("concert") == ["Concert au port"]
    periodic.look_after_index()
    assert cluster._aliases()[cluster.prefix] != old and cluster.is_ready()
    assert find.titles("concert") == ["Concert au port"]


def test_changes_go_to_both_while_a_new_index_is_filled(cluster, committed, find):
    """The rows are read once the new index takes changes in: one that is forgotten meanwhile does not come back."""
    with committed():
        event, other = make_event("Concert au port"), make_event("Concert au phare")

    def rows():
        entries = list(Entry.objects.prefetch_related("keys"))
        with committed():
            event.delete()
        with committed():
            make_event("Concert à la plage")
        with committed():
            words = other.words.get(language="fr")
            words.title = "Récital au phare"
            words.save()
        yield from entries

    cluster.rebuild(rows())
    assert sorted(find.titles("concert plage")) == ["Concert à la plage"]
    assert find.titles("recital phare") == ["Récital au phare"]
    assert "Concert au port" not in find.titles("concert")
    assert count(cluster) == Entry.objects.count()


def test_an_installation_leaves_those_whose_prefix_begins_alike(cluster, settings):
    longer = settings.SEARCH_URL.replace(cluster.prefix, f"{cluster.prefix}-east")
    other = type(cluster)(SearchAddress.read(longer))
    try:
        other.rebuild(())
        cluster.remove_leftovers()
        cluster.rebuild(())
        assert other.is_ready()
    finally:
        other.drop()


def test_a_new_index_has_the_copies_and_the_refresh_of_the_address(cluster, settings):
    address = SearchAddress.read(settings.SEARCH_URL + "&replicas=0&refresh=7s")
    name = type(cluster)(address)._make_index()
    made = cluster.client.indices.get_settings(index=name)[name]["settings"]["index"]
    assert (made["number_of_replicas"], made["refresh_interval"], made["number_of_shards"]) == ("0", "7s", "1")
    plain = cluster._aliases()[cluster.prefix][0]
    assert cluster.client.indices.get_settings(index=plain)[plain]["settings"]["index"]["auto_expand_replicas"] == "0-1"


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_start_together_make_one_index(lost):
    for number in range(3):
        make_event(f"Concert {number}")
    lost.drop()
    start, totals, problems = threading.Barrier(2), [], []

    def work():
        try:
            start.wait()
            totals.append(actions.fill_missing_index())
            actions.send_unsent()
        except Exception as problem:
            problems.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert set(totals) == {None, Entry.objects.count()}
    assert (len(lost._indexes()), count(lost)) == (1, Entry.objects.count())


# ---- nodes that hang, refuse or say nonsense ----


@pytest.fixture
def silent():
    """An address that takes connections and never answers, as a frozen engine does."""
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        server.listen(50)
        yield f"127.0.0.1:{server.getsockname()[1]}"


class Recorder(BaseHTTPRequestHandler):
    """An engine with no index of ours that breaks every connection on which an index is to be made."""

    requests: list[str]

    def do_GET(self):
        self.answer({})

    def do_PUT(self):
        self.requests.append(self.path)
        self.close_connection = True  # without an answer

    def answer(self, content):
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.mark.parametrize("product", ["elasticsearch", "opensearch"])
@pytest.mark.parametrize("dead", ["", "127.0.0.1:9,"])
def test_the_request_that_makes_an_index_reaches_one_node_once(product, dead, settings, monkeypatch):
    handler = type("Handler", (Recorder,), {"requests": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr("search.engines.cluster.LOOK_SECONDS", 0.01)
    settings.SEARCH_URL = f"{product}+http://{dead}127.0.0.1:{server.server_port}"
    try:
        with pytest.raises(EngineUnreachable):
            current_engine()._make_index()
    finally:
        server.shutdown()
        server.server_close()
    assert len(handler.requests) == 1


def test_who_fills_an_index_waits_behind_no_reader(settings):
    """Two workers that start together ask at the same moment: the one that has the turn must not give up for the other."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Recorder,), {"requests": []}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SEARCH_URL = f"http://127.0.0.1:{server.server_port}"
    engine = current_engine()
    try:
        with engine.breaker.turn():
            with pytest.raises(EngineUnreachable, match="Another question"):
                engine.is_ready()
            assert engine.is_ready(as_reader=False) is False
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("product", ["elasticsearch", "opensearch"])
def test_a_frozen_engine_costs_one_search_two_seconds(product, silent, settings, client):
    settings.SEARCH_URL = f"{product}+http://{silent}"
    seconds = []
    for _ in range(3):
        start = time.monotonic()
        assert "interrompue" in client.get("/fr/search/?q=concert").content.decode()
        seconds.append(time.monotonic() - start)
    assert seconds[0] > 1.9 and seconds[1] < 1.5 and seconds[2] < 1.5


def test_a_dead_node_stops_no_rebuild(cluster, settings, find):
    make_event("Concert au port")
    scheme, _, rest = settings.SEARCH_URL.partition("://")
    settings.SEARCH_URL = f"{scheme}://127.0.0.1:9,{rest}"
    assert [actions.rebuild() for _ in range(3)] == [Entry.objects.count()] * 3
    assert find.titles("concert") == ["Concert au port"] and len(cluster._indexes()) == 1


def test_a_frozen_and_a_dead_node_lose_no_answer(cluster, silent, settings):
    make_event("Concert au port")
    actions.rebuild()
    scheme, _, rest = settings.SEARCH_URL.partition("://")
    settings.SEARCH_URL = f"{scheme}://{silent},127.0.0.1:9,{rest}".replace("timeout=20", "timeout=6")
    query = SearchFilters.from_query({"q": "concert"})
    assert [search(query, frozenset({"public"}), "fr").total for _ in range(6)] == [1] * 6


def test_rooms_are_answered_by_the_database_while_the_engine_is_away(settings, committed, visitor):
    with committed():
        event = make_event("Concert au port")
    settings.SEARCH_URL = "http://127.0.0.1:9"
    assert find_things("event", "concert", visitor, "fr", 10) == [str(event.pk)]


def test_a_wrong_address_leaves_the_page_calm(settings, ask):
    settings.SEARCH_URL = "search:9200"
    assert "interrompue" in ask("concert").content.decode()


def test_another_product_is_named(settings, cluster):
    if not settings.SEARCH_URL.startswith("opensearch+"):
        pytest.skip("needs OpenSearch")
    settings.SEARCH_URL = settings.SEARCH_URL.removeprefix("opensearch+")
    with pytest.raises(EngineUnreachable, match="opensearch\\+http"):
        current_engine().is_ready()
