"""The results of a search as the page shows them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from common.access import PUBLIC_KEY
from common.models import LINE_COLUMNS, Picture, fetch_substitutes, picture_for_keys
from destination.agenda.models import EventState, state_of
from destination.places.presenters.directions import go_url
from search.analysis.highlights import Marker
from search.analysis.moment_sentences import moment_in_words
from search.analysis.passages import Passage, Passages
from search.analysis.terms import make_term, query_terms
from search.analysis.words import tokenise
from search.engines import EngineQuery, Facets, current_engine
from search.filters import MOST_TERMS, SearchFilters
from search.models import EditorsWords, Entry, EntryKey
from search.presenters.attempts import FEW_ELSEWHERE, PAGE_SIZE, Attempts
from search.sources import BY_CODE, Room
from search.sources.rooms import PORTAL_KEYS, Scope, room_of

SUGGESTIONS = 6
# What is read of an entry to show it: its words are for the engine, and a picture has forty columns.
SHOWN_COLUMNS = (
    "kind", "thing", "language", "last_on", "words_language", "title", "url", "label", "drawing", "state", "place_name", "text",
    "picture", *(f"picture__{name}" for name in LINE_COLUMNS),
)  # fmt: skip
# The kinds of things that one goes to; one goes to an event where it has a place.
PLACES = ("place", "commune")


@dataclass(frozen=True, slots=True)
class Hit:
    """One result. `label` says what it is, `icon` stands where it has no day, `state` is an event's as the components know it
    (« confirmed » for what has none) and `state_word` its word, `go_url` opens « Y aller » where one may go there, `row_class`
    and `lang` are attributes of its row."""

    entry: Entry
    title: SafeString
    excerpt: SafeString
    next_day: date | None
    past: bool
    picture: Picture | None
    label: str
    state: str
    state_word: str
    go_url: str = ""
    page: int = 0  # where the excerpt stands, of a thing that has pages

    @property
    def icon(self) -> str:
        return BY_CODE[self.entry.kind].icon_for(self.entry.drawing)

    @property
    def has_picture(self) -> bool:
        """Whether it is shown with a picture, or a drawing where there is none."""
        return self.picture is not None or BY_CODE[self.entry.kind].has_drawing

    @property
    def url(self) -> str:
        """Of its page, and there of the page that is quoted."""
        return f"{self.entry.url}?p={self.page}#p{self.page}" if self.page else self.entry.url

    @property
    def row_class(self) -> str:
        kinds = {
            "row-event--off": self.state == "cancelled",
            "row-event--past": self.state == "past",
            "hit--undated": not self.next_day,
            "hit--icon": not self.has_picture,
        }
        return "".join(f" {name}" for name, is_so in kinds.items() if is_so)

    @property
    def lang(self) -> SafeString | str:
        return format_html(' lang="{}"', self.entry.lang) if self.entry.lang else ""


@dataclass(frozen=True)
class RoomHits:
    """Some results of another room than the one the reader is in, under its name."""

    room: Room
    hits: list[Hit]

    @property
    def title(self) -> str:
        return str(self.room.label)


@dataclass(frozen=True)
class Bridge:
    """How many results another language has, in words, and where."""

    language: str
    words: str
    address: str


@dataclass(frozen=True)
class Results:
    """`corrected` is the question that was answered instead, `suggestion` one that may have been meant (both as text);
    `loosened` says that no entry held every word and that some of them were enough. `elsewhere` are results of the reader's other
    rooms, `elsewhere_total` how many there are; `understood` what was read as a filter: (sentence, address without it)."""

    filters: SearchFilters
    total: int
    facets: Facets
    hits: list[Hit]
    corrected: str = ""
    suggestion: str = ""
    loosened: bool = False
    elsewhere: list[RoomHits] = field(default_factory=list)
    elsewhere_total: int = 0
    bridges: list[Bridge] = field(default_factory=list)
    understood: tuple[tuple[str, str], ...] = ()
    elsewhen: str = ""  # the moment that was asked for and has nothing: these are of other days

    @property
    def total_in_words(self) -> str:
        """« 5 résultats »; where another room has some too, how many stand in each."""
        if not self.elsewhere:
            return ngettext("%(number)s résultat", "%(number)s résultats", self.total) % {"number": localize(self.total)}
        other = {"number": localize(self.elsewhere_total)}
        if self.filters.room:
            beside = _("%(number)s sur le site public") % other
            if not self.total:
                return _("Aucun résultat ici, %(beside)s") % {"beside": beside}
            here = ngettext("%(number)s résultat ici", "%(number)s résultats ici", self.total)
        else:
            beside = _("%(number)s dans votre espace") % other
            if not self.total:
                return _("Aucun résultat sur le site public, %(beside)s") % {"beside": beside}
            here = ngettext("%(number)s résultat sur le site public", "%(number)s résultats sur le site public", self.total)
        return f"{here % {'number': localize(self.total)}}, {beside}"

    @property
    def is_unanswered(self) -> bool:
        """Nothing holds what was looked for, in no language and no room of the reader's."""
        return (
            not self.filters.narrows
            and not self.corrected
            and (self.loosened or not (self.hits or self.elsewhere or self.bridges))
        )


def search(
    filters: SearchFilters,
    keys: frozenset[str],
    language: str,
    today: date | None = None,
    scopes: tuple[Scope, Scope | None] | None = None,
) -> Results:
    """The results for a reader who holds `keys`: those of the first scope, and a few of the second below; without scopes, all
    that the keys open. Raises `EngineUnreachable` where a separate engine does not answer."""
    today = today or timezone.localdate()
    first, second = scopes or (Scope(keys), None)
    if second and not second.has_kind(filters.kind):
        second = None
    if not first.has_kind(filters.kind):
        filters = filters.replace(kind="", page=filters.page)
    editors = EditorsWords.read(filters.text, language)
    synonyms = () if filters.exactly else editors.groups
    terms = query_terms(filters.text, language, MOST_TERMS, synonyms)
    if not terms:
        return Results(filters, 0, Facets(), [])
    answer = None if filters.narrows or filters.page > 1 else _editors_answer(editors.answer, keys, language, today)
    query = EngineQuery(
        tuple(terms),
        first.keys,
        language,
        today,
        filters.windows(today),
        filters.kind,
        filters.commune,
        filters.days(today),
        kinds=first.kinds,
        beside=first.beside,
    )
    attempts = Attempts(current_engine(), filters, query, second, synonyms)
    attempts.make(is_answered=answer is not None)
    return _results_of(attempts, answer, keys, first)


def _results_of(attempts: Attempts, answer: Entry | None, keys: frozenset[str], scope: Scope) -> Results:
    """What was found in `scope`, the room that the reader is in, and beside it; the editors' `answer` comes before the others."""
    result, other, filters, query = attempts.result, attempts.other, attempts.filters, attempts.query
    entries = _entries({*result.ids, *other.ids}, keys, query.today, with_rooms=bool(other.ids))
    shown = [entries[pk] for pk in result.ids if pk in entries]
    beside = [entries[pk] for pk in other.ids if pk in entries and pk not in result.ids]
    total = result.total
    if answer and scope.holds(answer.kind, answer.is_public):
        total += answer.pk not in result.ids and total <= PAGE_SIZE
        shown = [answer, *(entry for entry in shown if entry.pk != answer.pk)]
    elif answer:
        beside = [answer, *(entry for entry in beside if entry.pk != answer.pk)]
    rooms = _by_room(beside)
    every = [*shown, *(entry for each in rooms.values() for entry in each)]
    marker = Marker(list(query.terms), query.language)
    hits = hits_of(every, keys, marker, query.days or query.around, _passages(every, query, query.language))
    rest = iter(hits[len(shown) :])
    moment = moment_in_words(attempts.moment, query.language, query.today) if attempts.moment else ""
    return Results(
        filters,
        total,
        result.facets,
        hits[: len(shown)],
        attempts.corrected,
        attempts.suggestion,
        attempts.loosened,
        [RoomHits(room, [next(rest) for _entry in each]) for room, each in rooms.items()],
        max(other.total, len(beside)),
        _bridges(attempts.in_other_languages, filters),
        ((moment, filters.replace(exactly=True).query()),) if moment and not attempts.is_of_other_days else (),
        moment if attempts.is_of_other_days and result.total and not attempts.loosened else "",
    )


def suggest(
    text: str,
    keys: frozenset[str],
    language: str,
    today: date | None = None,
    scopes: tuple[Scope, Scope | None] | None = None,
) -> list[Hit]:
    """The things whose title begins like what is being typed: those of the first scope, then a few of the second."""
    today = today or timezone.localdate()
    first, second = scopes or (Scope(keys), None)
    tokens = {token.folded: token for token in tokenise(text)}
    terms = [make_term(token.lowered, token.folded, language) for token in tokens.values()][:MOST_TERMS]
    if not terms or len(terms[-1].folded) < 2 and len(terms) == 1:
        return []
    query = EngineQuery(tuple(terms), first.keys, language, today, {}, kinds=first.kinds, beside=first.beside)
    ids = current_engine().complete(query, SUGGESTIONS)
    if second:
        room = max(FEW_ELSEWHERE, SUGGESTIONS - len(ids))
        others = current_engine().complete(replace(query, keys=second.keys, kinds=second.kinds, beside=second.beside), room)
        ids = list(dict.fromkeys([*ids[: SUGGESTIONS - len(others)], *others]))
    entries = _entries(ids, keys, today)
    return hits_of([entries[pk] for pk in ids if pk in entries], keys, Marker(terms, language))


def hits_of(
    entries: list[Entry],
    keys: frozenset[str],
    marker: Marker,
    asked: tuple[date, date] | None = None,
    passages: dict[int, Passage] | None = None,
) -> list[Hit]:
    """These entries as they are shown: with their next date, on the days that are asked about where they have one then; with the
    passage of theirs that is known."""
    now = timezone.now()
    fetch_substitutes(entry.picture for entry in entries)
    states = _states(entries, now)
    if asked and asked[0] > timezone.localdate(now):
        then = timezone.make_aware(datetime.combine(asked[0], time()))
        states |= {name: found for name, found in _states(entries, then).items() if found[0] and found[0] <= asked[1]}
    hits = []
    for entry in entries:
        day, state = states.get((entry.kind, entry.thing)) or (None, state_of(entry.state))
        passage = passages.get(entry.pk) if passages else None
        hits.append(
            Hit(
                entry,
                marker.mark(entry.title, entry.words_language),
                passage.text if passage else marker.excerpt(entry.text, entry.words_language),
                day or entry.last_on,
                state.is_over,
                picture_for_keys(entry.picture, keys),
                BY_CODE[entry.kind].kind_in_words(entry.label),
                state.component,
                state.label,
                go_url(entry.url)
                if state.is_reachable and (entry.kind in PLACES or entry.kind == "event" and entry.place_name)
                else "",
                passage.page if passage else 0,
            )
        )
    return hits


def _passages(entries: list[Entry], query: EngineQuery, language: str) -> dict[int, Passage]:
    """Where the words stand in those of the entries that have pages, by their key."""
    passages: dict[int, Passage] = {}
    by_language: dict[str, Passages] = {}
    text = " ".join(term.folded for term in query.terms)
    for kind in {entry.kind for entry in entries}:
        of_kind = {entry.thing: entry for entry in entries if entry.kind == kind}
        for thing, pages in BY_CODE[kind].pages(list(of_kind), text).items():
            entry = of_kind[thing]
            if entry.words_language not in by_language:
                by_language[entry.words_language] = Passages(query.terms, language, entry.words_language)
            if passage := by_language[entry.words_language].best(pages):
                passages[entry.pk] = passage
    return passages


def _entries(ids: Iterable[int], keys: frozenset[str], today: date, with_rooms: bool = False) -> dict[int, Entry]:
    """The entries by their key; the reader's keys are asked again, so that no stale index opens anything."""
    return _readable(keys, today, with_rooms).in_bulk(list(ids))


def _readable(keys: frozenset[str], today: date, with_rooms: bool) -> QuerySet:
    """The entries that the reader may see today; `with_rooms`, with what tells in which room they are at home."""
    entries = Entry.objects.open_to(keys).shown_on(today).select_related("picture").only(*SHOWN_COLUMNS)
    if not with_rooms:
        return entries
    opens = EntryKey.objects.filter(entry=OuterRef("pk"))
    return entries.annotate(
        is_public=Exists(opens.filter(key=PUBLIC_KEY)), is_for_professionals=Exists(opens.filter(key__in=PORTAL_KEYS))
    )


def _editors_answer(answer: tuple[str, str] | None, keys: frozenset[str], language: str, today: date) -> Entry | None:
    """The thing that the editors chose for these words, where the reader may see it."""
    if answer is None:
        return None
    kind, thing = answer
    return _readable(keys, today, with_rooms=True).filter(kind=kind, thing=thing, language=language).first()


def _by_room(entries: list[Entry]) -> dict[Room, list[Entry]]:
    """A few of each room, in the order of the rooms."""
    rooms: dict[Room, list[Entry]] = {room: [] for room in Room}
    for entry in entries:
        rooms[room_of(entry.kind, entry.is_public, entry.is_for_professionals)].append(entry)
    return {room: each[:FEW_ELSEWHERE] for room, each in rooms.items() if each}


def _bridges(counts: dict[str, int], filters: SearchFilters) -> list[Bridge]:
    bridges = []
    for language, number in counts.items():
        words = ngettext("%(number)d résultat %(in_language)s", "%(number)d résultats %(in_language)s", number)
        with translation.override(language):
            address = reverse("search:results") + filters.replace().query()
        bridges.append(Bridge(language, words % {"number": number, "in_language": in_language(language)}, address))
    return bridges


def in_language(code: str) -> str:
    """« en catalan », in the active language."""
    names = {"fr": _("en français"), "en": _("en anglais"), "ca": _("en catalan")}
    return names.get(code) or f"({get_language_info(code)['name_local']})"


def _states(entries: list[Entry], now: datetime) -> dict[tuple[str, str], tuple[date | None, EventState]]:
    """For each thing that has days: the next one, None where there is none, and its state then."""
    stored: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        if entry.last_on is not None:
            stored[entry.kind][entry.thing] = entry.state
    return {
        (kind, name): found for kind, things in stored.items() for name, found in BY_CODE[kind].next_states(things, now).items()
    }
