"""Elasticsearch 9, through its official client."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from elastic_transport import ConnectionTimeout, TransportError
from elasticsearch import ApiError, UnsupportedProductError
from elasticsearch import Elasticsearch as Client
from elasticsearch.helpers import ScanError, scan, streaming_bulk
from urllib3.exceptions import NewConnectionError

from search.engines.breaker import EngineHangs
from search.engines.cluster import AWAY_STATUSES, BATCH, STREAM, Cluster, EngineAway, NodeNotReached
from search.engines.protocol import EngineUnreachable


class Elasticsearch(Cluster):
    def connect(self, seconds: float, retries: int) -> Client:
        options = {"api_key": self.address.api_key} if self.address.api_key else {}
        if self.address.user:
            options["basic_auth"] = (self.address.user, self.address.password)
        return Client(list(self.address.nodes), request_timeout=seconds, **self.connection_options(retries), **options)

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except ConnectionTimeout as problem:
            raise EngineHangs(str(problem)[:300]) from problem
        except TransportError as problem:
            is_unreached = isinstance(problem.__context__, NewConnectionError)
            raise (NodeNotReached if is_unreached else EngineAway)(str(problem)[:300]) from problem
        except ScanError as problem:
            raise EngineUnreachable(str(problem)[:300]) from problem
        except UnsupportedProductError as problem:
            raise EngineUnreachable(
                "This server is not Elasticsearch. For OpenSearch, SEARCH_URL begins with opensearch+http."
            ) from problem
        except ApiError as problem:
            status = problem.meta.status
            raise self.refusal(status, problem.error, f"{status} {problem}") from problem

    def ask_search(self, body: dict, seconds: float) -> dict:
        client = self.client.options(request_timeout=seconds)
        return client.search(index=self.prefix, body=body, allow_partial_search_results=False).body

    def ask_aliases(self, seconds: float) -> dict[str, dict]:
        return self.client.options(request_timeout=seconds).indices.get_alias(index=f"{self.prefix}-*").body

    def stream(self, actions: Iterable[dict]) -> Iterable[tuple[bool, dict]]:
        return streaming_bulk(self.writer, actions, retry_on_status=AWAY_STATUSES, require_alias=True, **STREAM)

    def scan(self, body: dict) -> Iterable[dict]:
        return scan(self.writer, query=body, index=self.prefix, size=BATCH)
