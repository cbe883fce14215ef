"""OpenSearch 3, through its official client."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from opensearchpy import ConnectionError as ConnectionFailed
from opensearchpy import ConnectionTimeout, OpenSearchException, TransportError
from opensearchpy import OpenSearch as Client
from opensearchpy.helpers import streaming_bulk

from search.engines.breaker import EngineHangs
from search.engines.cluster import AWAY_STATUSES, BATCH, BATCH_BYTES, BUSY, Cluster, EngineAway
from search.engines.protocol import EngineUnreachable, IndexMissing

# Seconds that a node which failed is left out of the round, doubled each time; the client's own minute is long where a node
# was only started anew.
DEAD_SECONDS = 5


class Opensearch(Cluster):
    def connect(self, seconds: float, retries: int) -> Client:
        options = {"headers": {"Authorization": f"ApiKey {self.address.api_key}"}} if self.address.api_key else {}
        if self.address.user:
            options["http_auth"] = (self.address.user, self.address.password)
        if self.address.ca:
            options["ca_certs"] = self.address.ca
        return Client(
            list(self.address.nodes),
            timeout=seconds,
            max_retries=retries,
            retry_on_timeout=True,  # also what makes the client leave out a node that hung
            retry_on_status=AWAY_STATUSES,
            dead_timeout=DEAD_SECONDS,
            verify_certs=True,
            **options,
        )

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except ConnectionTimeout as problem:
            raise EngineHangs(str(problem)[:300]) from problem
        except ConnectionFailed as problem:
            raise EngineAway(str(problem)[:300]) from problem
        except TransportError as problem:
            status, reason = problem.status_code, str(problem)[:300]
            if status == 404 and problem.error == "index_not_found_exception":
                raise IndexMissing(reason) from problem
            raise (EngineAway if status in AWAY_STATUSES else EngineUnreachable)(reason) from problem
        except OpenSearchException as problem:
            raise EngineUnreachable(str(problem)[:300]) from problem

    def ask_search(self, body: dict, seconds: float) -> dict:
        return self.client.search(index=self.prefix, body=body, allow_partial_search_results="false", request_timeout=seconds)

    def ask_aliases(self, seconds: float) -> dict[str, dict]:
        return self.client.indices.get_alias(index=f"{self.prefix}-*", request_timeout=seconds)

    def stream(self, actions: Iterable[dict]) -> Iterable[tuple[bool, dict]]:
        return streaming_bulk(
            self.writer,
            actions,
            chunk_size=BATCH,
            max_chunk_bytes=BATCH_BYTES,
            raise_on_error=False,
            require_alias="true",
            **BUSY,
        )
