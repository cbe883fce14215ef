"""The elected node of a real cluster is killed during a rebuild and during searches; a cluster is frozen as a whole. One more
address, where nothing answers, stands before those of the nodes.

Needs a cluster of three processes of Elasticsearch or OpenSearch on this machine, started anew for each drill (it loses a node):

    TEST_SEARCH_NODES=http://127.0.0.1:9500,127.0.0.1:9501,127.0.0.1:9502 TEST_SEARCH_PIDS=FILE \\
        python -m pytest -s -n0 -m drill tests/drills/test_search_cluster.py -k searches

`TEST_SEARCH_NODES` is a `SEARCH_URL` without options (`opensearch+http://…` for OpenSearch), `FILE` holds the process of `node-1`
in its first line, and so on. `TEST_SEARCH_START=COMMAND`, which starts the cluster anew and writes that file, is called before each
drill, and the cluster is ended after it: so `make drills` does all of them in one run.
"""

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone

from search import actions
from search.analysis.terms import query_terms
from search.engines import EngineQuery, EngineUnreachable, current_engine
from search.models import Entry, EntryKey, Unsent
from tests.drills.scene import send_signal

ENTRIES = 4000
DEAD = "127.0.0.1:9"
PAGE = 1000
pytestmark = [
    pytest.mark.drill,
    pytest.mark.engine,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not {"TEST_SEARCH_NODES", "TEST_SEARCH_PIDS"} <= os.environ.keys(),
        reason="TEST_SEARCH_NODES and TEST_SEARCH_PIDS name no cluster of processes to kill",
    ),
]


@pytest.fixture
def processes() -> Iterator[list[int]]:
    start = os.environ.get("TEST_SEARCH_START")
    if start:
        subprocess.run(start, shell=True, check=True)
    processes = [int(line) for line in Path(os.environ["TEST_SEARCH_PIDS"]).read_text().split()]
    yield processes
    if start:
        send_signal(processes, signal.SIGKILL)


@pytest.fixture
def cluster(processes, settings):
    timeout = os.environ.get("TEST_SEARCH_TIMEOUT", "2")
    nodes = os.environ["TEST_SEARCH_NODES"].replace("://", f"://{DEAD},", 1)
    settings.SEARCH_URL = f"{nodes}?prefix=escale-drill-{uuid4().hex[:8]}&replicas=1&timeout={timeout}"
    engine = current_engine()
    engine.writer.cluster.health(wait_for_status="yellow", timeout="25s")  # nodes that have met may not know their state yet
    if len(names_of_nodes(engine)) < 3:
        pytest.skip("the cluster has lost a node: start it anew")
    fill_rows()
    actions.fill_index(engine)
    wait_for_copies(engine)
    yield engine
    engine.drop()


def names_of_nodes(engine) -> dict[str, bool]:
    """The nodes, and whether each is the elected one: asked by the client that asks another node where one is away."""
    rows = engine.writer.cat.nodes(format="json", h="name,master")
    return {row["name"]: row["master"] == "*" for row in rows}


def wait_for_copies(engine):
    for _ in range(120):
        if engine.writer.cluster.health(index=engine.prefix)["status"] == "green":
            return
        time.sleep(0.5)
    raise AssertionError("the copies of the index were not made within a minute")


def kill_elected(engine, processes) -> str:
    name = next(name for name, elected in names_of_nodes(engine).items() if elected)
    os.kill(processes[int(re.search(r"\d+$", name)[0]) - 1], signal.SIGKILL)
    return name


def fill_rows(first=0, number=ENTRIES):
    now = timezone.now()
    plain = {"kind": "event", "language": "fr", "words_language": "fr", "url": "/", "changed_at": now, "indexed_at": now}
    entries = Entry.objects.bulk_create(
        Entry(thing=str(n), title=f"Concert {n}", title_words=f"fr0concert fr0{n}", title_stems="fr1concert", **plain)
        for n in range(first, first + number)
    )
    EntryKey.objects.bulk_create(EntryKey(entry=entry, key="public") for entry in entries)


def wanted() -> EngineQuery:
    return EngineQuery(tuple(query_terms("concert", "fr", 5)), frozenset({"public"}), "fr", timezone.localdate(), {})


def everything_readers_find(engine) -> list[int]:
    pages = range(0, engine.find(wanted(), 0, 1).total, PAGE)
    return [pk for start in pages for pk in engine.find(wanted(), start, PAGE).ids]


class Reader(threading.Thread):
    """Asks as fast as it is answered, until it is stopped."""

    def __init__(self, engine):
        super().__init__(daemon=True)
        self.engine, self.stopped = engine, threading.Event()
        self.totals: list[int] = []
        self.seconds: list[float] = []
        self.problems: list[str] = []

    def run(self):
        while not self.stopped.is_set():
            start = time.monotonic()
            try:
                self.totals.append(self.engine.find(wanted(), 0, 15).total)
            except EngineUnreachable as problem:
                self.problems.append(str(problem))
            self.seconds.append(time.monotonic() - start)
            time.sleep(0.02)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        self.stopped.set()
        self.join()
        ordered = sorted(self.seconds)
        print(
            f"\n{len(self.totals)} searches answered, {len(self.problems)} not; "
            f"median {ordered[len(ordered) // 2]:.3f} s, longest {ordered[-1]:.3f} s",
        )


def test_elected_node_killed_during_searches(cluster, processes):
    with Reader(cluster) as reader:
        time.sleep(2)
        name = kill_elected(cluster, processes)
        time.sleep(1)
        fill_rows(first=ENTRIES, number=10)
        Unsent.objects.bulk_create(Unsent(kind="event", thing=str(ENTRIES + n), at=timezone.now()) for n in range(10))
        end = time.monotonic() + 120
        while Unsent.objects.exists() and time.monotonic() < end:  # as the clock does
            actions.send_unsent()
            time.sleep(1)
        time.sleep(5)
    print(f"killed: {name}")
    assert reader.problems == []
    assert set(reader.totals) <= set(range(ENTRIES, ENTRIES + 11))
    assert not Unsent.objects.exists()
    cluster.refresh()
    assert sorted(everything_readers_find(cluster)) == sorted(Entry.objects.values_list("pk", flat=True))


def test_elected_node_killed_during_a_rebuild(cluster, processes):
    names = []

    def entries():
        for number, entry in enumerate(Entry.objects.order_by("pk").prefetch_related("keys").iterator(chunk_size=500)):
            if number == ENTRIES // 2:
                names.append(kill_elected(cluster, processes))
            yield entry

    with Reader(cluster) as reader:
        start = time.monotonic()
        assert cluster.rebuild(entries()) == ENTRIES
        print(f"\nkilled: {names[0]}; rebuilt in {time.monotonic() - start:.1f} s")
        time.sleep(5)
    assert reader.problems == []
    assert set(reader.totals) == {ENTRIES}
    assert sorted(everything_readers_find(cluster)) == sorted(Entry.objects.values_list("pk", flat=True))
    assert len(cluster._indexes()) == 1


def test_frozen_cluster_is_left_alone_and_comes_back(cluster, processes):
    threads = [Reader(cluster) for _ in range(4)]
    for pid in processes:
        os.kill(pid, signal.SIGSTOP)
    try:
        for thread in threads:
            thread.start()
        time.sleep(cluster.address.timeout + 3)
    finally:
        for pid in processes:
            os.kill(pid, signal.SIGCONT)
        for thread in threads:
            thread.stopped.set()
            thread.join()
    seconds = sorted(second for thread in threads for second in thread.seconds)
    print(f"\nthe four longest of {len(seconds)} waits: {', '.join(f'{second:.2f} s' for second in seconds[-4:])}")
    assert seconds[-1] < cluster.address.timeout + 1 and seconds[-2] < 1
    end = time.monotonic() + cluster.breaker.rest + 30
    while time.monotonic() < end:
        try:
            assert cluster.find(wanted(), 0, 15).total == ENTRIES
            return
        except EngineUnreachable:
            time.sleep(1)
    raise AssertionError("the cluster did not come back")
