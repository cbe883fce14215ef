"""How entries stand in an index of Elasticsearch or OpenSearch."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from search.engines.address import SearchAddress
from search.engines.protocol import DocumentName, document_name
from search.models import Entry, Span

#: The weight of a word in each field, far below what the levels add: within a level, what the words weigh decides.
BOOSTS = {"title_words": 1.2, "title_stems": 0.7, "text_words": 0.2, "text_stems": 0.1}
# Raised when what stands in an index changes: the clock then fills a new one, and the old one answers meanwhile.
FORMAT = 4
SHARDS = 1  # a département is a few hundred megabytes
# The days of many entries are read together.
READ_TOGETHER = 500
NO_ALIAS = "no alias"
# What the nightly comparison reads of a document: all but its words, for which the moment they were made stands.
COMPARED = ["entry", "kind", "language", "commune", "keys", "shown", "last_on", "off", "days", "times"]
WORDS = {"type": "text", "analyzer": "whitespace"}  # the words come ready from `search.analysis.words`
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
        "off": {"type": "boolean"},
        "days": {"type": "date_range"},
        # The same days with what they are sorted by: whether they are several, the first, the minute at which each begins.
        "times": {
            "type": "nested",
            "properties": {
                "days": {"type": "date_range"},
                "several": {"type": "byte"},
                "first": {"type": "date"},
                "starts": {"type": "short"},
            },
        },
        **dict.fromkeys(BOOSTS, WORDS),
    },
}


def format_alias(address: SearchAddress) -> str:
    """The alias that marks the indexes of today's format."""
    return f"{address.prefix}.format-{FORMAT}"


def index_body(address: SearchAddress, alias: str) -> dict:
    copies = {"auto_expand_replicas": "0-1"} if address.replicas is None else {"number_of_replicas": address.replicas}
    settings = {
        "number_of_shards": SHARDS,
        "refresh_interval": address.refresh,
        # What was forgotten while an index is filled must not come back with an older state that arrives later.
        "gc_deletes": "6h",
        **copies,
    }
    return {"mappings": MAPPINGS, "settings": {"index": settings}, "aliases": {alias: {}, format_alias(address): {}}}


def index_actions(entries: Iterable[Entry], alias: str) -> Iterator[dict]:
    """The actions that take these entries in."""
    rows = iter(entries)
    while batch := list(islice(rows, READ_TOGETHER)):
        days = _days_of(batch)
        for entry in batch:
            yield {
                "_op_type": "index",
                "_index": alias,
                "_id": document_name(entry.kind, entry.thing, entry.language),
                **_version(entry.indexed_at),
                "_source": _document(entry, days.get((entry.kind, entry.thing), ())),
            }


def delete_actions(names: dict[str, datetime], alias: str) -> Iterator[dict]:
    """The actions that forget the documents of these names, each as it was at its moment."""
    for name, at in names.items():
        yield {"_op_type": "delete", "_index": alias, "_id": name, **_version(at)}


def fault_of(result: dict) -> str:
    """What is wrong with the result of an action, `NO_ALIAS` where the alias is gone, nothing where all is well: done, never
    there (404), or followed by a newer state already (409)."""
    error = result.get("error")
    if not error or result["status"] == 409:
        return ""
    kind = error.get("type") if isinstance(error, dict) else ""
    return NO_ALIAS if kind == "index_not_found_exception" else f"{result['status']} {error}"[:300]


def comparable(entries: Iterable[Entry]) -> dict[str, tuple[Entry, dict]]:
    """By the name of its document, each entry with what an index should answer of it (`as_compared`)."""
    entries = list(entries)
    days = _days_of(entries)
    expected = {}
    for entry in entries:
        source = _document(entry, days.get((entry.kind, entry.thing), ()))
        answer = {"_version": _version(entry.indexed_at)["version"], "_source": source}
        expected[document_name(entry.kind, entry.thing, entry.language)] = entry, as_compared(answer)
    return expected


def as_compared(answer: dict) -> dict:
    """The version and COMPARED of a document; its lists have no order."""
    source = answer["_source"]
    lists = {
        "keys": sorted(source["keys"]),
        "days": sorted(source["days"], key=_in_order),
        "times": sorted(source["times"], key=lambda time: (time["starts"] or 0, *_in_order(time["days"]))),
    }
    return {name: source[name] for name in COMPARED} | lists | {"version": answer["_version"]}


def _in_order(span: dict) -> tuple[str, str]:
    return span["gte"], span["lte"]


def name_of(hit: dict) -> DocumentName:
    kind, language = hit["_source"]["kind"], hit["_source"]["language"]
    return DocumentName(kind, hit["_id"].removeprefix(f"{kind}-").removesuffix(f"-{language}"), language)


def _version(at: datetime) -> dict:
    """An older state that arrives late does not replace a newer one."""
    return {"version": int(at.timestamp() * 1_000_000), "version_type": "external_gte"}


def _days_of(entries: list[Entry]) -> dict[tuple[str, str], list[Span]]:
    days: dict[tuple[str, str], list[Span]] = {}
    things = [entry.thing for entry in entries if entry.last_on is not None]
    for span in Span.objects.filter(thing__in=things) if things else ():
        days.setdefault((span.kind, span.thing), []).append(span)
    return days


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _range(span: Span) -> dict:
    return {"gte": _day(span.first_day), "lte": _day(span.last_day)}


def _time(span: Span) -> dict:
    return {"days": _range(span), "several": int(span.several), "first": _day(span.first_day), "starts": span.starts}


def _document(entry: Entry, spans: Iterable[Span]) -> dict:
    return {
        "entry": entry.pk,
        "kind": entry.kind,
        "language": entry.language,
        "commune": entry.commune,
        "keys": [row.key for row in entry.keys.all()],
        "shown": {"gte": _day(entry.shown_from), "lte": _day(entry.shown_until)},
        "last_on": _day(entry.last_on),
        "off": entry.is_off,
        "days": [_range(span) for span in spans],
        "times": [_time(span) for span in spans],
        **{name: getattr(entry, name) for name in BOOSTS},
    }
