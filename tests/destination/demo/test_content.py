"""The demo's literals hold together: references, lengths, languages, geometry, typography."""

import ast
import re
from collections import Counter
from datetime import time
from itertools import combinations
from pathlib import Path

import pytest

from destination.agenda.models import Event
from destination.demo import content
from destination.places.models import Access, PlaceKind

LANGUAGES = ("fr", "en", "ca")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
CATEGORIES = {
    "music", "stage", "festival", "exhibition", "market", "food", "visit",
    "walk", "sport", "workshop", "talk", "feast", "cinema", "children",
}  # fmt: skip
PAGE_KINDS = {"home", "section", "editorial", "practical", "contact", "legal", "accessibility"}
BLOCKS = {"text", "heading", "quote", "facts", "picture", "gallery", "steps", "question", "events", "places", "call"}
USES_OF_ONE_SCENE = 3  # more, and a visitor notices the same poster on one screen

COMMUNES = {commune["code"]: commune for commune in content.COMMUNES}
ORGANISATIONS = {organisation["code"]: organisation for organisation in content.ORGANISATIONS}
PEOPLE = {person["email"]: person for person in content.PEOPLE}
CIRCLES = {circle["code"]: circle for circle in content.CIRCLES}
PLACES = {place["code"]: place for place in content.PLACES}
EVENTS = {event["code"]: event for event in content.EVENTS}
PAGES = {page["slug"]["fr"]: page for page in content.PAGES}

each_place = pytest.mark.parametrize("place", content.PLACES, ids=lambda place: place["code"])
each_event = pytest.mark.parametrize("event", content.EVENTS, ids=lambda event: event["code"])
each_page = pytest.mark.parametrize("page", content.PAGES, ids=lambda page: page["slug"]["fr"])


def strings(value, language=None):
    """Yield (language, text) for every string below `value`; the language is that of the nearest fr/en/ca key."""
    if isinstance(value, str):
        yield language, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from strings(below, key if key in LANGUAGES else language)
    elif isinstance(value, list):
        for below in value:
            yield from strings(below, language)


def edges(outline):
    return list(zip(outline, outline[1:], strict=False))


def inside(longitude, latitude, outline):
    """Even-odd rule: a ray to the east crosses the outline an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in edges(outline):
        if (y1 > latitude) != (y2 > latitude) and longitude < (x2 - x1) * (latitude - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def cross(first, second):
    """True where two segments cut each other strictly between their ends."""

    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = first, second
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def words_in(text):
    return len(text.split())


def body_blocks(page):
    return [block for words in page["words"].values() for block in words["body"]]


def test_counts_are_those_promised():
    assert [len(things) for things in (content.COMMUNES, content.PLACES, content.EVENTS, content.PAGES)] == [8, 30, 80, 25]
    assert Counter(organisation["kind"] for organisation in content.ORGANISATIONS) == {"agency": 1, "office": 3, "provider": 6}
    assert (len(PEOPLE), len(CIRCLES)) == (11, 3)
    assert Counter(event["audience"] for event in content.EVENTS) == {
        "public": 71, "professionals": 4, "members": 3, "group": 1, "private": 1,
    }  # fmt: skip
    assert Counter(event["state"] for event in content.EVENTS) == {
        "confirmed": 74, "cancelled": 2, "postponed": 1, "full": 2, "moved_online": 1,
    }  # fmt: skip
    assert Counter(event["status"] for event in content.EVENTS) == {"published": 72, "waiting": 6, "sent_back": 2}


def test_some_words_are_missing_so_that_the_fallback_shows():
    assert Counter(tuple(event["words"]) for event in content.EVENTS) == {LANGUAGES: 57, ("fr",): 17, ("fr", "en"): 6}
    assert Counter(tuple(page["words"]) for page in content.PAGES) == {LANGUAGES: 18, ("fr",): 4, ("fr", "en"): 3}


def test_files_are_literals_and_short():
    for path in Path(content.__file__).parent.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert source.count("\n") < 400, path.name
        if path.name != "__init__.py":
            for statement in ast.parse(source).body[1:]:
                ast.literal_eval(statement.value)


def test_codes_are_unique():
    for things in (content.COMMUNES, content.ORGANISATIONS, content.CIRCLES, content.PLACES, content.EVENTS):
        assert len({thing["code"] for thing in things}) == len(things)
    for language in LANGUAGES:
        assert len({page["slug"][language] for page in content.PAGES}) == len(content.PAGES)


@pytest.mark.parametrize("code", COMMUNES)
def test_outline_is_a_closed_ring_around_its_village(code):
    commune = COMMUNES[code]
    outline = commune["outline"]
    assert outline[0] == outline[-1]
    assert 14 <= len(outline) <= 26
    assert inside(commune["longitude"], commune["latitude"], outline)
    assert not [pair for pair in combinations(edges(outline), 2) if cross(*pair)]


@pytest.mark.parametrize(("first", "second"), list(combinations(COMMUNES, 2)))
def test_outlines_do_not_overlap(first, second):
    here, there = COMMUNES[first]["outline"], COMMUNES[second]["outline"]
    assert not [(a, b) for a in edges(here) for b in edges(there) if cross(a, b)]
    for outline, other in ((here, there), (there, here)):
        assert not [point for point in outline if point not in other and inside(*point, other)]


def test_neighbours_share_their_border_point_by_point():
    uses = Counter(frozenset(map(tuple, edge)) for commune in content.COMMUNES for edge in edges(commune["outline"]))
    assert set(uses.values()) == {1, 2}
    for code, commune in COMMUNES.items():
        shared = [edge for edge in edges(commune["outline"]) if uses[frozenset(map(tuple, edge))] == 2]
        assert len(shared) >= 4, code


def test_people_belong_to_organisations_and_circles_have_members():
    assert {person["organisation"] for person in content.PEOPLE} <= set(ORGANISATIONS)
    roles = Counter(role for person in content.PEOPLE for role in person["roles"])
    assert roles == {
        "administrator": 1,
        "moderator": 2,
        "editor": 1,
        "animator": 1,
        "watcher": 1,
    }
    assert {person["language"] for person in content.PEOPLE} == set(LANGUAGES)
    assert [code for code, office in ORGANISATIONS.items() if office["kind"] == "office" and office["trusted"]] == ["ot-cote"]
    for organisation in content.ORGANISATIONS:
        assert set(organisation["communes"]) <= set(COMMUNES)
    for circle in content.CIRCLES:
        assert set(circle["members"]) <= set(PEOPLE)
        assert all(ORGANISATIONS[PEOPLE[email]["organisation"]]["kind"] != "provider" for email in circle["members"])


@each_place
def test_place_is_well_formed(place):
    assert place["kind"] in PlaceKind
    assert inside(place["longitude"], place["latitude"], COMMUNES[place["commune"]]["outline"])
    assert place["address"].endswith(f"{COMMUNES[place['commune']]['postcode']} {COMMUNES[place['commune']]['name']}")
    assert set(place["accessibility"]) <= set(Access)
    assert tuple(place["words"]) == LANGUAGES
    for words in place["words"].values():
        assert words["name"]
        assert 0 < len(words["summary"]) <= 160
        assert 60 <= words_in(words["text"]) <= 140
        assert 2 <= len(words["text"].split("\n\n")) <= 3


@each_place
def test_place_opening_hours_are_in_order(place):
    assert tuple(place["opening"]["note"]) == LANGUAGES
    for period in place["opening"]["periods"]:
        assert re.fullmatch(r"\d\d-\d\d", period["from"]) and re.fullmatch(r"\d\d-\d\d", period["until"])
        assert list(period["hours"]) == [day for day in WEEKDAYS if day in period["hours"]]
        for spans in period["hours"].values():
            moments = [time.fromisoformat(moment) for span in spans for moment in span]
            assert moments == sorted(set(moments))


@each_event
def test_event_references_resolve(event):
    assert event["place"] is None or PLACES[event["place"]]["commune"] == event["commune"]
    assert event["commune"] in COMMUNES
    assert event["categories"] and set(event["categories"]) <= CATEGORIES
    author = PEOPLE[event["author"]]
    assert author["organisation"] == event["organisation"]
    assert event["commune"] in ORGANISATIONS[event["organisation"]]["communes"]
    assert (event["circle"] in CIRCLES) == (event["audience"] == "group")
    if event["circle"]:
        assert event["author"] in CIRCLES[event["circle"]]["members"]
    assert set(event["accessibility"]) <= set(Access)
    assert event["setting"] in set(Event.Setting) - {Event.Setting.UNKNOWN}
    assert event["state"] in set(Event.State)


@each_event
def test_event_words_have_the_right_length(event):
    assert "fr" in event["words"]
    for words in event["words"].values():
        assert 0 < len(words["title"]) <= 80
        assert 0 < len(words["summary"]) <= 180
        assert 40 <= words_in(words["text"]) <= 110


@each_event
def test_event_schedule_can_be_placed(event):
    schedule = event["schedule"]
    assert schedule["timing"] in {"timed", "all_day", "unknown_hour"}
    assert schedule["slots"]
    for slot in schedule["slots"]:
        day = slot["day"]
        assert set(day) == {"in_days"} or (set(day) == {"next", "weeks"} and day["next"] in DAY_NAMES)
        assert slot["days"] >= 1
        if schedule["timing"] == "timed":
            assert time.fromisoformat(slot["start"]) < time.fromisoformat(slot["end"])
        else:
            assert (slot["start"], slot["end"]) == (None, None)
    rule = schedule["rule"]
    if rule:
        assert len(schedule["slots"]) == 1
        assert set(rule) in ({"frequency", "interval", "weekdays", "until"}, {"frequency", "nth", "weekday", "count"})
        weekdays = rule.get("weekdays", [rule.get("weekday")])
        assert set(weekdays) <= set(WEEKDAYS)
        assert schedule["slots"][0]["day"]["next"][:3] in weekdays
    else:
        assert schedule["excluded"] == []


@each_event
def test_event_price_is_told(event):
    assert event["free"] == (not event["prices"])
    for price in event["prices"]:
        assert price["code"] in {"full", "reduced", "child", "family", "other"}
        assert ("label" in price) == (price["code"] == "other")
        assert re.fullmatch(r"\d+\.\d\d", price["amount"])
    if event["ages"]:
        assert event["ages"][0] < event["ages"][1]


def test_six_events_are_over():
    over = [
        event["code"]
        for event in content.EVENTS
        if not event["schedule"]["rule"] and all(slot["day"].get("in_days", 0) < 0 for slot in event["schedule"]["slots"])
    ]
    assert len(over) == 6


def test_dated_texts_name_no_season_or_month():
    months = "janvier février avril juin juillet août septembre octobre novembre décembre"
    seasons = "printemps automne hiver"
    pattern = re.compile(rf"\b({'|'.join((months + ' ' + seasons).split())})\b", re.IGNORECASE)
    assert not [event["code"] for event in content.EVENTS if pattern.search(" ".join(event["words"]["fr"].values()))]


@each_page
def test_page_is_well_formed(page):
    assert page["kind"] in PAGE_KINDS
    assert (page["parent"] is None) == (page["kind"] == "home")
    assert page["parent"] is None or page["parent"] in PAGES
    assert tuple(page["slug"]) == LANGUAGES
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in page["slug"].values())
    for words in page["words"].values():
        assert words["title"] and words["introduction"] and words["body"]
        assert 50 <= len(words["meta_description"]) <= 155
        assert [block["type"] for block in words["body"]] == [block["type"] for block in page["words"]["fr"]["body"]]
    if page["kind"] == "home":
        assert all({"tagline", "preparing", "here"} <= set(words) for words in page["words"].values())


@each_page
def test_page_blocks_are_known_and_point_somewhere(page):
    targets = {f"page:{slug}" for slug in PAGES} | {"agenda", "places"}
    for block in body_blocks(page):
        assert block["type"] in BLOCKS
        value = block["value"]
        if block["type"] == "text":
            assert set(re.findall(r'href="([^"]+)"', value)) <= targets
            assert set(re.findall(r"</?(\w+)", value)) <= {"p", "h2", "h3", "ul", "li", "a"}
        elif block["type"] == "call":
            assert value["link"] in targets
        elif block["type"] == "events":
            assert value["category"] is None or value["category"] in CATEGORIES
            assert value["commune"] is None or value["commune"] in COMMUNES
        elif block["type"] == "places":
            assert value["kind"] in {place["kind"] for place in content.PLACES}


def test_menus_point_at_pages():
    assert len(content.MAIN_MENU) == 5
    for entry in content.MAIN_MENU + content.FOOTER_MENU:
        assert tuple(entry["label"]) == LANGUAGES
        assert entry["target"] in {*PAGES, "agenda", "places"}


def scenes_used():
    for thing in [*content.PLACES, *content.EVENTS, *content.PAGES]:
        yield from [thing["picture"], *thing.get("pictures", [])]
    for page in content.PAGES:
        for block in page["words"]["fr"]["body"]:
            if block["type"] == "picture":
                yield block["value"]["scene"]
            elif block["type"] == "gallery":
                yield from block["value"]


def test_scenes_exist_and_none_is_overused():
    uses = Counter(scene for scene in scenes_used() if scene)
    assert max(uses.values()) <= USES_OF_ONE_SCENE
    scenes = pytest.importorskip("destination.demo.posters.scenes").SCENES
    assert set(uses) <= {scene.name for scene in scenes}


def everything():
    return [(language, text) for name in content.__all__ for language, text in strings(getattr(content, name))]


def test_addresses_and_numbers_are_reserved_for_fiction():
    for _, text in everything():
        for domain in re.findall(r"[\w.-]+@([\w.-]+\w)|https?://([\w.-]+)", text):
            assert "".join(domain).endswith(".example"), text
        for number in re.findall(r"\+33[\d\s]+", text):
            assert number.replace("\u00a0", " ").startswith("+33 4 65 71 "), text


def test_texts_hold_no_banned_string():
    banned = re.compile(
        r"!|'|\.\.\.|lorem|todo|fixme|xxx|incontournable|écrin|must-see|hidden gem|nestled|imperdible", re.IGNORECASE
    )
    assert not [text for _, text in everything() if banned.search(text)]


def test_french_has_its_non_breaking_spaces():
    wrong = re.compile(r"(?<=\S)(?<!\u00a0)[;?»](?=\s|$)|«(?!\u00a0)|(?<=[\w)»%])(?<!\u00a0):(?=\s|$)| [:;?!»]")
    french = [text for language, text in everything() if language == "fr"]
    assert len(french) > 600
    assert not [text for text in french if wrong.search(text)]


def test_english_and_catalan_have_none_before_punctuation():
    assert not [text for language, text in everything() if language in {"en", "ca"} and re.search(r"[\s\u00a0][:;?!»]", text)]
