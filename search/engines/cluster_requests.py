"""The requests to Elasticsearch and OpenSearch, which share one query language, and the reading of their responses."""

from collections.abc import Iterable
from datetime import date

from common.access import EVERYTHING_KEY, PUBLIC_KEY
from search.analysis.terms import Term
from search.analysis.words import folded_term
from search.engines.cluster_documents import BOOSTS
from search.engines.protocol import EngineQuery, Facets
from search.models import minutes_of

# Both products refuse to page beyond it.
LAST_RESULT = 10_000
MOST_COMMUNES = 1000
TITLE = ("title_words", "title_stems")
LEVEL, TO_COME, KIND_STEP = 1_000, 10_000, 100
#: Within a level these stand before the others.
KIND_RANKS = {"commune": 2, "place": 1}


def find(query: EngineQuery, start: int, size: int) -> dict:
    choices = _facet_filters(query)
    matching, order = _matching(query.terms, query.every_term), ["_score"]
    if query.by_day:
        # The words weigh nothing then, so that things of one level are sorted by when they happen.
        matching, order = _lift(matching, 0), ["_score", *_first_time(query)]
    counts = {"aggs": _counts(query, choices)} if query.counted else {}
    return {
        "from": min(start, LAST_RESULT - size),
        "size": size,
        "track_total_hits": True,
        "_source": ["entry"],
        "query": _ranked(query, matching, _levels(query)),
        "post_filter": {"bool": {"filter": [each for each in choices.values() if each]}},
        "sort": [*order, {"entry": "asc"}],
        **counts,
    }


def count_words(words: list[str], query: EngineQuery) -> dict:
    terms = {word: folded_term(word, query.language) for word in words}
    filters = {
        word: {"bool": {"should": [{"term": {"title_words": term}}, {"term": {"text_words": term}}]}}
        for word, term in terms.items()
    }
    entry = {"entry": {"min": {"field": "entry"}}}
    return {
        "size": 0,
        "query": {"bool": {"filter": _visibility(query)}},
        "aggs": {"words": {"filters": {"filters": filters}, "aggs": entry}},
    }


def complete(query: EngineQuery, size: int) -> dict:
    *before, last = query.terms
    beginning = _lift({"prefix": {"title_words": {"value": last.words[0]}}}, 1)
    matching = {"bool": {"must": [*(_either(term, TITLE) for term in before), beginning]}}
    return {"size": size, "_source": ["entry"], "query": _ranked(query, matching, []), "sort": ["_score", {"entry": "asc"}]}


def entries(answer: dict) -> list[int]:
    return [hit["_source"]["entry"] for hit in answer["hits"]["hits"]]


def words(answer: dict) -> dict[str, tuple[int, int]]:
    """For each word that stands somewhere: in how many entries, and one of them."""
    buckets = answer["aggregations"]["words"]["buckets"]
    return {word: (each["doc_count"], int(each["entry"]["value"])) for word, each in buckets.items() if each["doc_count"]}


def facets(counts: dict) -> Facets:
    whens = counts["when"]["each"]["buckets"] if "when" in counts else {}
    return Facets(
        _buckets(counts["kind"]), _buckets(counts["commune"]), {name: each["doc_count"] for name, each in whens.items()}
    )


def _buckets(aggregation: dict) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in aggregation["each"]["buckets"] if bucket["key"]}


def _visibility(query: EngineQuery) -> list[dict]:
    conditions = [{"term": {"shown": query.today.isoformat()}}]
    if EVERYTHING_KEY not in query.keys:
        conditions.append({"terms": {"keys": sorted(query.keys)}})
    if query.kinds:
        conditions.append({"terms": {"kind": list(query.kinds)}})
    if query.beside:
        elsewhere = [{"terms": {"kind": list(query.beside)}}, {"term": {"keys": PUBLIC_KEY}}]
        conditions.append({"bool": {"must_not": [{"bool": {"filter": elsewhere}}]}})
    return conditions


def _either(term: Term, fields: Iterable[str]) -> dict:
    forms = {
        "title_words": term.words,
        "text_words": term.words,
        "title_stems": (*term.words, *term.stems),
        "text_stems": term.stems,
    }
    queries = [{"term": {field: {"value": form, "boost": BOOSTS[field]}}} for field in fields for form in forms[field]]
    queries += [
        {"bool": {"must": [_either(word, fields) for word in phrase]}} for phrase in (term.phrases if fields != TITLE[:1] else ())
    ]
    return {"dis_max": {"queries": queries, "tie_breaker": 0.3}} if queries else {"match_none": {}}


def _matching(terms: Iterable[Term], every: bool, fields: Iterable[str] = tuple(BOOSTS)) -> dict:
    each = [_either(term, fields) for term in terms]
    return {"bool": {"must": each} if every else {"should": each, "minimum_should_match": 1}}


def _levels(query: EngineQuery) -> list[dict]:
    """What lifts a match: every word in the title, the more so as typed, and most where they are all of it; see
    `search.engines.database.ORDER`."""
    titled, typed = (_matching(query.terms, query.every_term, fields) for fields in (TITLE, TITLE[:1]))
    kinds = [
        _lift({"bool": {"filter": [titled if kind == "place" else typed, {"term": {"kind": kind}}]}}, KIND_STEP * rank)
        for kind, rank in KIND_RANKS.items()
    ]
    return [_lift(titled, LEVEL), _lift(typed, LEVEL), _lift({"term": {"title_words": query.whole_title}}, LEVEL), *kinds]


def _lift(condition: dict, boost: float) -> dict:
    return {"constant_score": {"filter": condition, "boost": boost}}


def _ranked(query: EngineQuery, matching: dict, levels: list[dict]) -> dict:
    past, off = {"range": {"last_on": {"lt": query.today.isoformat()}}}, {"term": {"off": True}}
    in_time = [_lift({"bool": {"must_not": late}}, TO_COME) for late in ([past], [past, off])]
    filters = [*_visibility(query), {"term": {"language": query.language}}]
    return {"bool": {"must": [matching], "filter": filters, "should": [*levels, *in_time]}}


def _window(days, field: str = "days") -> dict:
    return {"range": {field: {"gte": days[0].isoformat(), "lte": days[1].isoformat(), "relation": "intersects"}}}


def _first_time(query: EngineQuery) -> list[dict]:
    """By when a thing happens in the chosen days; see `search.engines.days.Days.first_time`."""
    inside = {"path": "times", "filter": _window(query.days or query.around or (query.today, date.max), "times.days")}
    # What only bears the name of a feast comes after what happens at it.
    fields = {"times.several": "_last" if query.around else "_first", "times.first": "_last", "times.starts": "_last"}
    return [{field: {"order": "asc", "mode": "min", "missing": missing, "nested": inside}} for field, missing in fields.items()]


def _moment(query: EngineQuery) -> dict | None:
    if not query.hours:
        return _window(query.days) if query.days else None
    first, last = map(minutes_of, query.hours)
    days = query.days or (query.today, date.max)
    conditions = [_window(days, "times.days"), {"range": {"times.starts": {"gte": first, "lte": last}}}]
    return {"nested": {"path": "times", "query": {"bool": {"filter": conditions}}}}


def _facet_filters(query: EngineQuery) -> dict[str, dict | None]:
    return {
        "kind": {"term": {"kind": query.kind}} if query.kind else None,
        "commune": {"term": {"commune": query.commune}} if query.commune else None,
        "when": _moment(query),
    }


def _counts(query: EngineQuery, choices: dict) -> dict:
    """Each facet is counted with the choices of the others."""
    each = {
        "kind": {"terms": {"field": "kind", "size": 50}},
        "commune": {"terms": {"field": "commune", "size": MOST_COMMUNES}},
    }
    if query.windows:
        each["when"] = {"filters": {"filters": {name: _window(days) for name, days in query.windows.items()}}}
    others = {name: [choice for other, choice in choices.items() if choice and other != name] for name in each}
    return {name: {"filter": {"bool": {"filter": others[name]}}, "aggs": {"each": each[name]}} for name in each}
