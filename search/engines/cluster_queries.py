"""What is asked of Elasticsearch and OpenSearch, which understand the same words, and how their answers are read."""

from collections.abc import Iterable

from common.access import EVERYTHING_KEY
from search.analysis import Term, folded_term
from search.engines.cluster_documents import BOOSTS
from search.engines.protocol import Facets, Wanted

# Both products refuse to page beyond it.
LAST_RESULT = 10_000
MOST_COMMUNES = 1000
TITLE = ("title_words", "title_stems")
LEVEL, TO_COME = 1_000, 500


def find(wanted: Wanted, start: int, size: int) -> dict:
    choices = _facet_filters(wanted)
    counts = {"aggs": _counts(wanted, choices)} if wanted.counted else {}
    return {
        "from": min(start, LAST_RESULT - size),
        "size": size,
        "track_total_hits": True,
        "_source": ["entry"],
        "query": _ranked(wanted, _matching(wanted.terms, wanted.every_term), _levels(wanted)),
        "post_filter": {"bool": {"filter": [each for each in choices.values() if each]}},
        "sort": ["_score", {"entry": "asc"}],
        **counts,
    }


def count_words(words: list[str], wanted: Wanted) -> dict:
    terms = {word: folded_term(word, wanted.language) for word in words}
    filters = {
        word: {"bool": {"should": [{"term": {"title_words": term}}, {"term": {"text_words": term}}]}}
        for word, term in terms.items()
    }
    one = {"one": {"min": {"field": "entry"}}}
    return {
        "size": 0,
        "query": {"bool": {"filter": _opened(wanted)}},
        "aggs": {"words": {"filters": {"filters": filters}, "aggs": one}},
    }


def complete(wanted: Wanted, size: int) -> dict:
    *before, last = wanted.terms
    beginning = _lift({"prefix": {"title_words": {"value": last.words[0]}}}, 1)
    query = _ranked(wanted, {"bool": {"must": [*(_either(term, TITLE) for term in before), beginning]}}, [])
    return {"size": size, "_source": ["entry"], "query": query, "sort": ["_score", {"entry": "asc"}]}


def entries(answer: dict) -> list[int]:
    return [hit["_source"]["entry"] for hit in answer["hits"]["hits"]]


def words(answer: dict) -> dict[str, tuple[int, int]]:
    """For each word that stands somewhere: in how many entries, and one of them."""
    buckets = answer["aggregations"]["words"]["buckets"]
    return {word: (each["doc_count"], int(each["one"]["value"])) for word, each in buckets.items() if each["doc_count"]}


def facets(counts: dict) -> Facets:
    whens = counts["when"]["each"]["buckets"] if "when" in counts else {}
    return Facets(
        _buckets(counts["kind"]), _buckets(counts["commune"]), {name: each["doc_count"] for name, each in whens.items()}
    )


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
    }
    if wanted.windows:
        each["when"] = {"filters": {"filters": {name: _window(days) for name, days in wanted.windows.items()}}}
    others = {name: [query for other, query in facets.items() if query and other != name] for name in each}
    return {name: {"filter": {"bool": {"filter": others[name]}}, "aggs": {"each": each[name]}} for name in each}
