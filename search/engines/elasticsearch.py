"""Elasticsearch 9, through its official client."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from elastic_transport import ConnectionTimeout, TransportError
from elasticsearch import ApiError, UnsupportedProductError
from elasticsearch import Elasticsearch as Client
from elasticsearch.helpers import streaming_bulk

from search.engines.breaker import EngineHangs
from search.engines.cluster import AWAY_STATUSES, BATCH, BATCH_BYTES, BUSY, Cluster, EngineAway
from search.engines.protocol import EngineUnreachable, IndexMissing


class Elasticsearch(Cluster):
    def connect(self, seconds: float, retries: int) -> Client:
        options = {"api_key": self.address.api_key} if self.address.api_key else {}
        if self.address.user:
            options["basic_auth"] = (self.address.user, self.address.password)
        if self.address.ca:
            options["ca_certs"] = self.address.ca
        return Client(
            list(self.address.nodes),
            request_timeout=seconds,
            max_retries=retries,
            retry_on_timeout=True,
            retry_on_status=AWAY_STATUSES,
            **options,
        )

    @contextmanager
    def translated(self) -> Iterator[None]:
        try:
            yield
        except ConnectionTimeout as problem:
            raise EngineHangs(str(problem)[:300]) from problem
        except TransportError as problem:
            raise EngineAway(str(problem)[:300]) from problem
        except UnsupportedProductError as problem:
            raise EngineUnreachable(
                "This server is not Elasticsearch. For OpenSearch, SEARCH_URL begins with opensearch+http."
            ) from problem
        except ApiError as problem:
            status, reason = problem.meta.status, f"{problem.meta.status} {problem}"[:300]
            if status == 404 and problem.error == "index_not_found_exception":
                raise IndexMissing(reason) from problem
            raise (EngineAway if status in AWAY_STATUSES else EngineUnreachable)(reason) from problem

    def ask_search(self, body: dict, seconds: float) -> dict:
        client = self.client.options(request_timeout=seconds)
        return client.search(index=self.prefix, body=body, allow_partial_search_results=False).body

    def ask_aliases(self, seconds: float) -> dict[str, dict]:
        return self.client.options(request_timeout=seconds).indices.get_alias(index=f"{self.prefix}-*").body

    def stream(self, actions: Iterable[dict]) -> Iterable[tuple[bool, dict]]:
        return streaming_bulk(
            self.writer,
            actions,
            chunk_size=BATCH,
            max_chunk_bytes=BATCH_BYTES,
            raise_on_error=False,
            retry_on_status=AWAY_STATUSES,
            require_alias=True,
            **BUSY,
        )
