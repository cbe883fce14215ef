"""Elasticsearch 9 or OpenSearch 3, spoken to over plain HTTP: the five calls used are the same on both.

`SEARCH_URL` is `http(s)://[user:password@]host[:port]`, with `?prefix=name` where several installations share a cluster.
Readers ask the alias `<prefix>`; the index behind it is `<prefix>-<time>`. While a new one is filled, changes go to both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from itertools import islice
from urllib.parse import parse_qs, unquote, urlsplit

import urllib3
from django.utils import timezone

from common.access import EVERYTHING_KEY
from search.analysis import Term, folded_term
from search.engines.protocol import EngineUnreachable, Facets, Found, Wanted, document_name
from search.models import Entry, Span

BATCH = 500
# Both products refuse to page beyond it.
LAST_RESULT = 10_000
MOST_COMMUNES = 1000
# Far below what the levels add: within a level, what the words weigh decides.
BOOSTS = {"title_words": 1.2, "title_stems": 0.7, "text_words": 0.2, "text_stems": 0.1}
TITLE = ("title_words", "title_stems")
LEVEL, TO_COME = 1_000, 500
WORDS = {"type": "text", "analyzer": "whitespace"}  # the words come ready from `search.analysis`
MAPPINGS = {
    "dynamic": "strict",
    "properties": {
        "entry": {"type": "long"},
        "kind": {"type": "keyword"},
        "language": {"type": "keyword"},
        "commune": {"type": "keyword"},
        "keys": {"type": "keyword"},
        "shown": {"type": "date_range"},
        "last_on": {"type": "date"},
        "days": {"type": "date_range"},
        **dict.fromkeys(BOOSTS, WORDS),
    },
}


class Cluster:
    needs_sending = True

    def __init__(self, url: str):
        parts = urlsplit(url)
        self.address = f"{parts.scheme}://{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 9200)}"
        self.prefix = parse_qs(parts.query).get("prefix", ["escale"])[0]
        self.headers = {"Content-Type": "application/json"}
        if parts.username:
            self.headers |= urllib3.make_headers(basic_auth=f"{unquote(parts.username)}:{unquote(parts.password or '')}")
        # A reader does not wait longer than that for a search; a batch may.
        self.pool = urllib3.PoolManager(timeout=urllib3.Timeout(connect=2, read=5), retries=urllib3.Retry(1, status=0))

    def prepare(self) -> None:
        """Nothing to make in the database."""

    def find(self, wanted: Wanted, start: int, size: int) -> Found:
        start = min(start, LAST_RESULT - size)
        facets = _facet_filters(wanted)
        body = {
            "from": start,
            "size": size,
            "track_total_hits": True,
            "_source": ["entry"],
            "query": _ranked(wanted, _matching(wanted.terms, wanted.every_term), _levels(wanted)),
            "post_filter": {"bool": {"filter": [each for name, each in facets.items() if each]}},
            "aggs": _counts(wanted, facets),
            "sort": ["_score", {"entry": "asc"}],
        }
        answer = self._search(body)
        if answer is None:
            return Found(0, [], Facets())
        counts = answer["aggregations"]
        return Found(
            answer["hits"]["total"]["value"],
            _entries(answer),
            Facets(
                _buckets(counts["kind"]),
                _buckets(counts["commune"]),
                {name: each["doc_count"] for name, each in counts["when"]["each"]["buckets"].items()},
            ),
        )

    def count_words(self, words: list[str], wanted: Wanted) -> dict[str, tuple[int, int]]:
        if not words:
            return {}
        terms = {word: folded_term(word, wanted.language) for word in words}
        filters = {
            word: {"bool": {"should": [{"term": {"title_words": term}}, {"term": {"text_words": term}}]}}
            for word, term in terms.items()
        }
        one = {"one": {"min": {"field": "entry"}}}
        body = {
            "size": 0,
            "query": {"bool": {"filter": _opened(wanted)}},
            "aggs": {"words": {"filters": {"filters": filters}, "aggs": one}},
        }
        answer = self._search(body)
        buckets = answer["aggregations"]["words"]["buckets"] if answer else {}
        return {word: (each["doc_count"], int(each["one"]["value"])) for word, each in buckets.items() if each["doc_count"]}

    def complete(self, wanted: Wanted, size: int) -> list[int]:
        *before, last = wanted.terms
        beginning = _lift({"prefix": {"title_words": {"value": last.words[0]}}}, 1)
        query = _ranked(wanted, {"bool": {"must": [*(_either(term, TITLE) for term in before), beginning]}}, [])
        answer = self._search({"size": size, "_source": ["entry"], "query": query, "sort": ["_score", {"entry": "asc"}]})
        return _entries(answer) if answer else []

    def send(self, entries: Iterable[Entry], removed: Iterable[str]) -> None:
        entries, removed = list(entries), list(removed)
        for index in self._indexes() or [self._make_index()]:
            self._write(index, entries)
            self._bulk([{"delete": {"_index": index, "_id": name, **_version(timezone.now())}} for name in removed])

    def rebuild(self, entries: Iterable[Entry]) -> int:
        old, new = self._indexes(), self._make_index(alias=False)
        total, rows = 0, iter(entries)
        while batch := list(islice(rows, BATCH)):
            self._write(new, batch)
            total += len(batch)
        self._call("POST", f"/{new}/_refresh")
        actions = [{"add": {"index": new, "alias": self.prefix}}, *({"remove_index": {"index": index}} for index in old)]
        self._call("POST", "/_aliases", {"actions": actions})
        return total

    def drop(self) -> None:
        """Take every index of this installation away."""
        for index in self._indexes():
            self._call("DELETE", f"/{index}")

    # ---- over HTTP ----

    def _indexes(self) -> list[str]:
        answer = self._call("GET", f"/{self.prefix}-*/_alias", missing={})
        return sorted(answer)

    def _make_index(self, alias: bool = True) -> str:
        name = f"{self.prefix}-{timezone.now():%Y%m%d%H%M%S%f}"
        body = {"mappings": MAPPINGS, "settings": {"index": {"number_of_shards": 1}}}
        if alias:
            body["aliases"] = {self.prefix: {}}
        self._call("PUT", f"/{name}", body)
        return name

    def _write(self, index: str, entries: list[Entry]) -> None:
        lines, days = [], _days_of(entries)
        for entry in entries:
            name = document_name(entry.kind, entry.thing, entry.language)
            lines += [
                {"index": {"_index": index, "_id": name, **_version(entry.indexed_at)}},
                _document(entry, days.get((entry.kind, entry.thing), [])),
            ]
        self._bulk(lines)

    def _bulk(self, lines: list[dict]) -> None:
        if not lines:
            return
        answer = self._call("POST", "/_bulk?refresh=true", "\n".join(json.dumps(line) for line in lines) + "\n")
        # 404: what is to be forgotten was never there; 409: a newer state is there already.
        faults = [result for item in answer["items"] for result in item.values() if result["status"] not in (200, 201, 404, 409)]
        if faults:
            raise EngineUnreachable(f"{len(faults)} of {len(answer['items'])} documents refused: {faults[0].get('error')}")

    def _search(self, body: dict) -> dict | None:
        return self._call("POST", f"/{self.prefix}/_search", body, missing=None)

    def _call(self, method: str, path: str, body=None, **options):
        """The answer read from JSON; `missing=` is returned for a 404."""
        content = body if isinstance(body, str) or body is None else json.dumps(body)
        try:
            response = self.pool.request(method, self.address + path, body=content, headers=self.headers)
        except urllib3.exceptions.HTTPError as problem:
            raise EngineUnreachable(str(problem)[:300]) from problem
        if response.status == 404 and "missing" in options:
            return options["missing"]
        if response.status >= 300:
            raise EngineUnreachable(
                f"{method} {path.split('?')[0]}: {response.status} {response.data[:300].decode(errors='replace')}"
            )
        return json.loads(response.data) if response.data else {}


def _version(at) -> dict:
    """An older state that arrives late does not replace a newer one."""
    return {"version": int(at.timestamp() * 1_000_000), "version_type": "external_gte"}


def _entries(answer: dict) -> list[int]:
    return [hit["_source"]["entry"] for hit in answer["hits"]["hits"]]


def _buckets(aggregation: dict) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in aggregation["each"]["buckets"] if bucket["key"]}


def _opened(wanted: Wanted) -> list[dict]:
    in_force = {"term": {"shown": wanted.today.isoformat()}}
    return [in_force] if EVERYTHING_KEY in wanted.keys else [in_force, {"terms": {"keys": sorted(wanted.keys)}}]


def _either(term: Term, fields: Iterable[str]) -> dict:
    forms = {"title_words": term.words, "text_words": term.words, "title_stems": term.stems, "text_stems": term.stems}
    queries = [{"term": {field: {"value": form, "boost": BOOSTS[field]}}} for field in fields for form in forms[field]]
    return {"dis_max": {"queries": queries, "tie_breaker": 0.3}}


def _matching(terms: Iterable[Term], every: bool, fields: Iterable[str] = tuple(BOOSTS)) -> dict:
    each = [_either(term, fields) for term in terms]
    return {"bool": {"must": each} if every else {"should": each, "minimum_should_match": 1}}


def _levels(wanted: Wanted) -> list[dict]:
    """What lifts a match: every word in the title, the more so as typed; see `search.engines.database.Match`."""
    return [_lift(_matching(wanted.terms, wanted.every_term, fields), LEVEL) for fields in (TITLE, TITLE[:1])]


def _lift(query: dict, boost: float) -> dict:
    return {"constant_score": {"filter": query, "boost": boost}}


def _ranked(wanted: Wanted, matching: dict, levels: list[dict]) -> dict:
    past = {"range": {"last_on": {"lt": wanted.today.isoformat()}}}
    to_come = _lift({"bool": {"must_not": [past]}}, TO_COME)
    filters = [*_opened(wanted), {"term": {"language": wanted.language}}]
    return {"bool": {"must": [matching], "filter": filters, "should": [*levels, to_come]}}


def _window(days) -> dict:
    return {"range": {"days": {"gte": days[0].isoformat(), "lte": days[1].isoformat(), "relation": "intersects"}}}


def _facet_filters(wanted: Wanted) -> dict[str, dict | None]:
    return {
        "kind": {"term": {"kind": wanted.kind}} if wanted.kind else None,
        "commune": {"term": {"commune": wanted.commune}} if wanted.commune else None,
        "when": _window(wanted.days) if wanted.days else None,
    }


def _counts(wanted: Wanted, facets: dict) -> dict:
    """Each facet is counted with the choices of the others."""
    each = {
        "kind": {"terms": {"field": "kind", "size": 50}},
        "commune": {"terms": {"field": "commune", "size": MOST_COMMUNES}},
        "when": {"filters": {"filters": {name: _window(days) for name, days in wanted.windows.items()}}},
    }
    others = {name: [query for other, query in facets.items() if query and other != name] for name in each}
    return {name: {"filter": {"bool": {"filter": others[name]}}, "aggs": {"each": each[name]}} for name in each}


def _days_of(entries: list[Entry]) -> dict[tuple[str, str], list[dict]]:
    found: dict[tuple[str, str], list[dict]] = {}
    things = [entry.thing for entry in entries if entry.last_on is not None]
    for span in Span.objects.filter(thing__in=things) if things else ():
        found.setdefault((span.kind, span.thing), []).append(
            {"gte": span.first_day.isoformat(), "lte": span.last_day.isoformat()}
        )
    return found


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _document(entry: Entry, days: list[dict]) -> dict:
    return {
        "entry": entry.pk,
        "kind": entry.kind,
        "language": entry.language,
        "commune": entry.commune,
        "keys": [row.key for row in entry.keys.all()],
        "shown": {"gte": _day(entry.shown_from), "lte": _day(entry.shown_until)},
        "last_on": _day(entry.last_on),
        "days": days,
        **{name: getattr(entry, name) for name in BOOSTS},
    }
