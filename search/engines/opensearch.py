"""OpenSearch 3, through its official client."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from opensearchpy import ConnectionError as ConnectionFailed
from opensearchpy import ConnectionTimeout, OpenSearchException, TransportError
from opensearchpy import OpenSearch as Client
from opensearchpy.helpers import scan, streaming_bulk
from urllib3.exceptions import NewConnectionError

from search.engines.breaker import EngineHangs
from search.engines.cluster import BATCH, STREAM, Cluster, EngineAway, NodeNotReached
from search.engines.protocol import EngineUnreachable

# Seconds that a node which failed is left out of the round, doubled each time; the client's own minute is long where a node
# was only started anew.
DEAD_SECONDS = 5


class Opensearch(Cluster):
    def connect(self, seconds: float, retries: int) -> Client:
        options = {"headers": {"Authorization": f"ApiKey {self.address.api_key}"}} if self.address.api_key else {}
        if self.address.user:
            options["http_auth"] = (self.address.user, self.address.password)
        options |= {"timeout": seconds, "dead_timeout": DEAD_SECONDS, "verify_certs": True}
        return Client(list(self.address.nodes), **self.connection_options(retries), **options)

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except ConnectionTimeout as problem:
            raise EngineHangs(str(problem)[:300]) from problem
        except ConnectionFailed as problem:
            is_unreached = isinstance(problem.__context__, NewConnectionError)
            raise (NodeNotReached if is_unreached else EngineAway)(str(problem)[:300]) from problem
        except TransportError as problem:
            raise self.refusal(problem.status_code, problem.error, str(problem)) from problem
        except OpenSearchException as problem:
            raise EngineUnreachable(str(problem)[:300]) from problem

    def ask_search(self, body: dict, seconds: float) -> dict:
        return self.client.search(index=self.prefix, body=body, allow_partial_search_results="false", request_timeout=seconds)

    def ask_aliases(self, seconds: float) -> dict[str, dict]:
        return self.client.indices.get_alias(index=f"{self.prefix}-*", request_timeout=seconds)

    def stream(self, actions: Iterable[dict]) -> Iterable[tuple[bool, dict]]:
        return streaming_bulk(self.writer, actions, require_alias="true", **STREAM)

    def scan(self, body: dict) -> Iterable[dict]:
        return scan(self.writer, query=body, index=self.prefix, size=BATCH)
