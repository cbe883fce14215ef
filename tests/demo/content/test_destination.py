"""Places, events, pages and menus hold what their loaders need, and their references and links resolve."""

import re
from collections import Counter
from datetime import time

import pytest
from django.urls import reverse
from django.utils import translation

from destination.agenda.models import Event
from destination.places.choices import SPOKEN_LANGUAGES, Cooking, Label, Payment, PriceUnit, Setting
from destination.places.filters import PlaceFilters
from destination.places.models import Access, PlaceKind
from tests.demo.content.files import (
    BLOCKS,
    CATEGORIES,
    COMMUNES,
    DAY_NAMES,
    EVENTS,
    GROUPS,
    LANGUAGES,
    MENUS,
    ORGANISATIONS,
    PAGE_KINDS,
    PAGES,
    PEOPLE,
    PLACES,
    SCENES,
    USES_OF_ONE_SCENE,
    WEEKDAYS,
    inside,
)

each_place = pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
each_event = pytest.mark.parametrize("event", EVENTS.values(), ids=list(EVENTS))
each_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))


def words_in(text):
    return len(text.split())


def body_blocks(page):
    return [block for words in page["words"].values() for block in words["body"]]


@each_place
def test_place_is_well_formed(place):
    assert place["kind"] in PlaceKind
    assert inside(place["longitude"], place["latitude"], COMMUNES[place["commune"]]["outline"])
    assert place["address"].endswith(f"{COMMUNES[place['commune']]['postcode']} {COMMUNES[place['commune']]['name']}")
    assert set(place.get("accessibility", ())) <= set(Access)
    for name, choices in (("cooking", Cooking), ("labels", Label), ("payments", Payment)):
        assert set(place.get(name, ())) <= set(choices)
    assert set(place.get("languages", ())) <= set(SPOKEN_LANGUAGES)
    assert place.get("setting", "") in Setting and place.get("price_unit", "") in {"", *PriceUnit}
    assert ("price_unit" in place) == ("price_from" in place) and not (place.get("free") and "price_from" in place)
    assert place["kind"] == PlaceKind.ACCOMMODATION or not {"stars", "rooms"} & set(place)
    assert tuple(place["words"]) == LANGUAGES
    assert len({"prices" in words for words in place["words"].values()}) == 1
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
    assert "place" not in event or PLACES[event["place"]]["commune"] == event["commune"]
    assert event["commune"] in COMMUNES
    assert event["categories"] and set(event["categories"]) <= CATEGORIES
    author = PEOPLE[event["author"]]
    assert author["organisation"] == event["organisation"]
    assert event["commune"] in ORGANISATIONS[event["organisation"]]["communes"]
    assert ("group" in event) == (event["audience"] == "group")
    if "group" in event:
        assert event["author"] in GROUPS[event["group"]]["members"]
    assert set(event.get("accessibility", ())) <= set(Access)
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
        assert slot.get("days", 1) >= 1
        if schedule["timing"] == "timed":
            assert time.fromisoformat(slot["start"]) < time.fromisoformat(slot["end"])
        else:
            assert not {"start", "end"} & set(slot)
    if rule := schedule.get("rule"):
        assert len(schedule["slots"]) == 1
        assert set(rule) in ({"frequency", "interval", "weekdays", "until"}, {"frequency", "nth", "weekday", "count"})
        weekdays = rule.get("weekdays", [rule.get("weekday")])
        assert set(weekdays) <= set(WEEKDAYS)
        assert schedule["slots"][0]["day"]["next"][:3] in weekdays
    else:
        assert "excluded" not in schedule


@each_event
def test_event_price_is_told(event):
    assert ("free" in event) == ("prices" not in event)
    for price in event.get("prices", ()):
        assert price["code"] in {"full", "reduced", "child", "family", "other"}
        assert ("label" in price) == (price["code"] == "other")
        assert re.fullmatch(r"\d+\.\d\d", price["amount"])
    if "ages" in event:
        assert event["ages"][0] < event["ages"][1]


def test_six_events_are_over():
    over = [
        code
        for code, event in EVENTS.items()
        if "rule" not in event["schedule"] and all(slot["day"].get("in_days", 0) < 0 for slot in event["schedule"]["slots"])
    ]
    assert len(over) == 6


def test_dated_texts_name_no_season_or_month():
    months = "janvier février avril juin juillet août septembre octobre novembre décembre"
    seasons = "printemps automne hiver"
    pattern = re.compile(rf"\b({'|'.join((months + ' ' + seasons).split())})\b", re.IGNORECASE)
    assert not [code for code, event in EVENTS.items() if pattern.search(" ".join(event["words"]["fr"].values()))]


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
    targets = {f"page:{slug}" for slug in PAGES} | {"agenda", "places", "communes"}
    for language in LANGUAGES:
        with translation.override(language):
            targets.add(reverse("places:list") + PlaceFilters(access=("motor",)).query())
    for block in body_blocks(page):
        assert block["type"] in BLOCKS
        value = block["value"]
        if block["type"] == "text":
            assert set(re.findall(r'href="([^"]+)"', value)) <= targets
            assert set(re.findall(r"</?(\w+)", value)) <= {"p", "h2", "h3", "ul", "li", "a", "b", "i"}
        elif block["type"] == "call":
            assert value["link"] in targets
        elif block["type"] == "events":
            assert value.get("category") in {None, *CATEGORIES}
            assert value.get("commune") in {None, *COMMUNES}
        elif block["type"] == "places":
            assert value["kind"] in {place["kind"] for place in PLACES.values()}


def test_menus_point_at_pages():
    assert len(MENUS["main"]) == 5
    for entry in MENUS["main"] + MENUS["footer"]:
        assert tuple(entry["label"]) == LANGUAGES
        assert entry["target"] in {*PAGES, "agenda", "places", "communes"}


def scenes_used():
    for thing in [*PLACES.values(), *EVENTS.values(), *PAGES.values()]:
        yield from [thing.get("picture"), *thing.get("pictures", [])]
    for page in PAGES.values():
        for block in page["words"]["fr"]["body"]:
            if block["type"] == "picture":
                yield block["value"]["scene"]
            elif block["type"] == "gallery":
                yield from block["value"]


def test_scenes_exist_and_none_is_overused():
    uses = Counter(scene for scene in scenes_used() if scene)
    assert max(uses.values()) <= USES_OF_ONE_SCENE
    assert set(uses) <= set(SCENES)
