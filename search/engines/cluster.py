"""What Elasticsearch and OpenSearch share: the life of the index, and how long one waits for it.

Readers ask the alias `<prefix>`; the index behind it is `<prefix>-<time>`. While a new one is filled it has the alias
`<prefix>.filling`, and changes go to both. Everything is written through an alias, with `require_alias`: a document that
comes late never makes an index by itself.
"""

import logging
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import islice
from time import monotonic
from typing import Any

from django.utils import timezone

from search.engines import cluster_documents as documents
from search.engines import cluster_requests as requests
from search.engines.address import SearchAddress
from search.engines.breaker import Breaker, EngineHangs
from search.engines.protocol import DocumentName, EngineQuery, EngineResult, EngineUnreachable, Facets, IndexMissing
from search.models import Entry

logger = logging.getLogger("escale.search")

# With less left, no other node is tried.
SHORTEST_TRY = 0.1
# What one node may take of the time that is left, where there are others to try.
SHARE_OF_A_NODE = 0.6
# Seconds for one batch; seconds for what the elected node decides, which waits while a new one is elected.
BATCH_SECONDS, DECISION_SECONDS = 30, 60
BATCH_RETRIES = 4
# Where a node vanished while it decided, how often and after how many seconds one looks whether the decision was taken.
LOOKS, LOOK_SECONDS = 20, 1
# A batch ends at whichever comes first; the next one is only read when the engine took this one in.
BATCH, BATCH_BYTES = 500, 5 * 1024 * 1024
# The options of both clients' bulk helper. What a busy engine refused is sent again: times, and seconds between them.
STREAM = {"chunk_size": BATCH, "max_chunk_bytes": BATCH_BYTES, "raise_on_error": False}
STREAM |= {"max_retries": 6, "initial_backoff": 1, "max_backoff": 20}
AWAY_STATUSES = (429, 502, 503, 504)


class EngineAway(EngineUnreachable):
    """A node refuses the connection or has no time; another one may answer."""


class NodeNotReached(EngineAway):
    """No connection was made: nothing was said to this node."""


class Cluster(ABC):
    needs_sending = True

    def __init__(self, address: SearchAddress):
        self.address, self.prefix, self.filling = address, address.prefix, f"{address.prefix}.filling"
        self.breaker = Breaker()
        self.client = self.connect(DECISION_SECONDS, retries=0)
        # Only what may arrive twice is sent again by the client itself: documents have their version.
        self.writer = self.connect(BATCH_SECONDS, retries=BATCH_RETRIES)

    # ---- what differs between the products ----

    @abstractmethod
    def connect(self, seconds: float, retries: int) -> Any:
        """A client for the address."""

    @abstractmethod
    def translated(self) -> AbstractContextManager:
        """Raises our errors in place of the client's: `EngineHangs`, `EngineAway`, `IndexMissing`, `EngineUnreachable`."""

    @abstractmethod
    def ask_search(self, body: dict, seconds: float) -> dict:
        """The answer to a search of the readers' alias, from one try; nothing where a part of the index is away."""

    @abstractmethod
    def ask_aliases(self, seconds: float) -> dict[str, dict]:
        """The indexes whose name begins like ours, with their aliases, from one try."""

    @abstractmethod
    def stream(self, actions: Iterable[dict]) -> Iterable[tuple[bool, dict]]:
        """Send these actions in batches through aliases; yields for each whether it was done, and its result."""

    @abstractmethod
    def scan(self, body: dict) -> Iterable[dict]:
        """Every document of the readers' index as it was when one began, read in batches."""

    # ---- what both say in the same words ----

    def connection_options(self, retries: int) -> dict:
        """`retry_on_timeout` is also what makes a client leave out a node that hung."""
        options = {"max_retries": retries, "retry_on_timeout": True, "retry_on_status": AWAY_STATUSES}
        return options | ({"ca_certs": self.address.ca} if self.address.ca else {})

    @staticmethod
    def refusal(status: int, error: str, reason: str) -> EngineUnreachable:
        """Our error for an answer of this status."""
        if status == 404 and error == "index_not_found_exception":
            return IndexMissing(reason[:300])
        return (EngineAway if status in AWAY_STATUSES else EngineUnreachable)(reason[:300])

    # ---- reading ----

    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        answer = self._search(requests.find(query, start, size))
        return EngineResult(
            answer["hits"]["total"]["value"],
            requests.entries(answer),
            requests.facets(answer["aggregations"]) if query.counted else Facets(),
        )

    def count_words(self, words: list[str], query: EngineQuery) -> dict[str, tuple[int, int]]:
        return requests.words(self._search(requests.count_words(words, query))) if words else {}

    def complete(self, query: EngineQuery, size: int) -> list[int]:
        return requests.entries(self._search(requests.complete(query, size)))

    def _search(self, body: dict) -> dict:
        answer = self._ask(lambda seconds: self.ask_search(body, seconds))
        if answer["_shards"]["total"] != documents.SHARDS:  # every result would come once from each
            raise IndexMissing(f"Readers are answered from {answer['_shards']['total']} indexes.")
        return answer

    def _ask(self, question: Callable[[float], dict]) -> dict:
        """As a reader asks: for as long as a reader waits, and not at all where the engine hung a moment ago."""
        with self.breaker.turn():
            return self._ask_nodes(question, self.address.timeout)

    def _ask_nodes(self, question: Callable[[float], dict], seconds: float) -> dict:
        """The answer of the first node that gives one within this time."""
        nodes, deadline, hung = len(self.address.nodes), monotonic() + seconds, None
        for others in reversed(range(max(2, nodes))):
            left = deadline - monotonic()
            try:
                with self.translated():
                    return question(left * SHARE_OF_A_NODE if nodes > 1 and others else left)
            except (EngineAway, EngineHangs) as problem:
                hung = hung or (problem if isinstance(problem, EngineHangs) else None)
                if not others or deadline - monotonic() < SHORTEST_TRY:
                    raise hung or problem from None
        raise EngineUnreachable("No node was asked.")

    # ---- comparing ----

    def differing(self, entries: Iterable[Entry]) -> list[Entry]:
        expected = documents.comparable(entries)
        if not expected:
            return []
        names = [{"_id": name, "_source": documents.COMPARED} for name in expected]
        with self.translated():
            answers = self.writer.mget(index=self.prefix, body={"docs": names})["docs"]
        if fault := next((str(each["error"]) for each in answers if "error" in each), ""):
            raise EngineUnreachable(fault[:300])
        stored = {each["_id"]: documents.as_compared(each) for each in answers if each["found"]}
        return [entry for name, (entry, document) in expected.items() if stored.get(name) != document]

    def strangers(self, known: Callable[[list[DocumentName]], set[str]]) -> list[str]:
        self.refresh()
        strangers = []
        with self.translated():
            hits = iter(self.scan({"_source": ["kind", "language"]}))
            while batch := [documents.name_of(hit) for hit in islice(hits, BATCH)]:
                present = known(batch)
                strangers += [str(name) for name in batch if str(name) not in present]
        return strangers

    # ---- writing ----

    def send(self, entries: Iterable[Entry], removed: dict[str, datetime]) -> None:
        entries = list(entries)
        aliases = self._aliases(as_reader=True)
        if len(aliases.get(self.prefix, ())) != 1:
            raise IndexMissing(f"Readers are answered from {len(aliases.get(self.prefix, ()))} indexes.")
        for alias in (self.prefix, self.filling):
            if alias in aliases:
                self._write(documents.index_actions(entries, alias), optional=alias == self.filling)
                self._write(documents.delete_actions(removed, alias), optional=alias == self.filling)

    def is_ready(self, as_reader: bool = True) -> bool:
        aliases = self._aliases(as_reader)
        read = aliases.get(self.prefix, [])
        return len(read) == 1 and read[0] in aliases.get(documents.format_alias(self.address), ())

    def rebuild(self, entries: Iterable[Entry]) -> int:
        self.remove_leftovers()
        new = self._make_index()
        total = self._write(documents.index_actions(entries, self.filling))
        with self.translated():
            self.writer.indices.refresh(index=new)
        self._give_to_readers(new)
        return total

    def remove_leftovers(self) -> list[str]:
        read = self._aliases().get(self.prefix, [])
        return self._delete(name for name in self._indexes() if name not in read)

    def refresh(self) -> None:
        """Let readers find at once what was sent."""
        with self.translated():
            self.writer.indices.refresh(index=self.prefix)

    def drop(self) -> None:
        """Take every index of this installation away."""
        self._delete(self._indexes())

    def _indexes(self, as_reader: bool = False) -> dict[str, list[str]]:
        """Our indexes with their aliases, and not those of an installation whose prefix begins like ours. `as_reader`: an engine
        that hangs costs a worker or the clock no more than it costs a reader."""
        ours = re.compile(rf"{re.escape(self.prefix)}-\d{{20}}")
        answer = self._ask(self.ask_aliases) if as_reader else self._ask_nodes(self.ask_aliases, BATCH_SECONDS)
        return {name: sorted(index["aliases"]) for name, index in sorted(answer.items()) if ours.fullmatch(name)}

    def _aliases(self, as_reader: bool = False) -> dict[str, list[str]]:
        """For each alias, the indexes of ours behind it."""
        aliases: dict[str, list[str]] = {}
        for index, names in self._indexes(as_reader).items():
            for name in names:
                aliases.setdefault(name, []).append(index)
        return aliases

    def _make_index(self) -> str:
        """The request that makes an index is sent once: sent again, it would meet its own index."""
        name = f"{self.prefix}-{timezone.now():%Y%m%d%H%M%S%f}"
        body = documents.index_body(self.address, self.filling)
        self._decide(lambda: self.client.indices.create(index=name, body=body), lambda: name in self._indexes())
        return name

    def _give_to_readers(self, new: str) -> None:
        others = [name for name in self._indexes() if name != new]
        body = {
            "actions": [
                {"add": {"index": new, "alias": self.prefix}},
                {"remove": {"index": new, "alias": self.filling}},
                *({"remove_index": {"index": name}} for name in others),
            ]
        }
        self._decide(lambda: self.client.indices.update_aliases(body=body), lambda: self._aliases().get(self.prefix) == [new])

    def _delete(self, names: Iterable[str]) -> list[str]:
        names = list(names)
        for name in names:
            self._decide(lambda name=name: self.client.indices.delete(index=name), lambda name=name: name not in self._indexes())
        return names

    def _decide(self, request: Callable[[], Any], is_done: Callable[[], bool]) -> None:
        """Send a request to one node. Where the connection broke, it may have been followed all the same: look until it is."""
        try:
            self._send_once(request)
        except (EngineAway, EngineHangs, IndexMissing) as problem:
            logger.warning("The search engine did not say whether it followed; looking: %s", problem)
            for _ in range(LOOKS):
                try:
                    if is_done():
                        return
                except EngineUnreachable:
                    pass
                time.sleep(LOOK_SECONDS)
            raise

    def _send_once(self, request: Callable[[], Any]) -> None:
        """A node that took no connection was told nothing: then the next one is."""
        for others in reversed(range(len(self.address.nodes))):
            try:
                with self.translated():
                    request()
                return
            except NodeNotReached:
                if not others:
                    raise

    def _write(self, actions: Iterable[dict], optional: bool = False) -> int:
        """Send these actions; returns their number. `optional`: the alias may have gone meanwhile."""
        total, faults = 0, 0
        first = None
        try:
            with self.translated():
                for _, item in self.stream(actions):
                    total += 1
                    result = next(iter(item.values()))
                    fault = documents.fault_of(result)
                    if fault == documents.NO_ALIAS and not optional:
                        raise IndexMissing(f"The alias {result['_index']} is gone.")
                    if fault and fault != documents.NO_ALIAS:
                        faults, first = faults + 1, first or fault
        except EngineHangs:
            self.breaker.leave_alone()
            raise
        if faults:
            raise EngineUnreachable(f"{faults} of {total} documents were refused: {first}")
        return total
