"""The demo's files hold together: what the loaders need, references, lengths, languages, geometry, typography."""

import re
from collections import Counter
from datetime import time
from itertools import combinations

import pytest
import yaml

from common.access import Audience
from common.media import Licence, Use
from demo.drawings import DRAWINGS
from demo.loaders import content
from destination.agenda.models import Event
from destination.places.models import Access, PlaceKind
from pro_portal.photos.models import Season, Theme, Weather
from pro_portal.tutorials.models import Level
from pro_portal.tutorials.models import Theme as TutorialTheme

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

NETWORK = content.network()
COMMUNES, ORGANISATIONS, GROUPS = (
    {facts["code"]: facts for facts in NETWORK[name]} for name in ("communes", "organisations", "groups")
)
PEOPLE = {person["email"]: person for person in NETWORK["people"]}
SCENES = {scene.name: scene for scene in content.scenes()}
PLACES = content.places()
EVENTS = content.events()
PAGES = {page["slug"]["fr"]: page for page in content.pages()}
MENUS = content.menus()
TUTORIALS = content.tutorials()
AROUND_TUTORIALS = content.around_tutorials()
WATCH = content.watch()

each_place = pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
each_event = pytest.mark.parametrize("event", EVENTS.values(), ids=list(EVENTS))
each_page = pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
each_tutorial = pytest.mark.parametrize("tutorial", TUTORIALS.values(), ids=list(TUTORIALS))


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
    assert [len(things) for things in (COMMUNES, PLACES, EVENTS, PAGES, SCENES, TUTORIALS)] == [8, 30, 80, 25, len(DRAWINGS), 12]
    assert Counter(organisation["kind"] for organisation in ORGANISATIONS.values()) == {"agency": 1, "office": 3, "provider": 6}
    assert (len(PEOPLE), len(GROUPS)) == (11, 3)
    assert Counter(event["audience"] for event in EVENTS.values()) == {
        "public": 71, "professionals": 4, "members": 3, "group": 1, "private": 1,
    }  # fmt: skip
    assert Counter(event["state"] for event in EVENTS.values()) == {
        "confirmed": 74, "cancelled": 2, "postponed": 1, "full": 2, "moved_online": 1,
    }  # fmt: skip
    assert Counter(event["status"] for event in EVENTS.values()) == {"published": 72, "waiting": 6, "sent_back": 2}


def test_some_words_are_missing_so_that_the_fallback_shows():
    assert Counter(tuple(event["words"]) for event in EVENTS.values()) == {LANGUAGES: 57, ("fr",): 17, ("fr", "en"): 6}
    assert Counter(tuple(page["words"]) for page in PAGES.values()) == {LANGUAGES: 18, ("fr",): 4, ("fr", "en"): 3}


def test_every_file_is_read_and_fits_an_editor():
    paths = list(content.FOLDER.rglob("*.yaml"))
    assert {path.suffix for path in content.FOLDER.rglob("*") if path.is_file()} == {".yaml"}
    assert not [path.name for path in paths if path.stat().st_size > 40_000]
    for folder, things in (("places", PLACES), ("events", EVENTS), ("pages", PAGES), ("tutorials", TUTORIALS)):
        assert sorted(path.stem for path in (content.FOLDER / folder).rglob("*.yaml")) == sorted(things)


@pytest.mark.parametrize("path", sorted(content.FOLDER.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_key_of_a_file_is_written_twice(path):
    """YAML takes the last one without a word."""

    def nodes(node):
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _value in node.value]
            assert len(set(names)) == len(names), node.start_mark
            for _key, value in node.value:
                nodes(value)
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                nodes(each)

    nodes(yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader))


def test_codes_are_unique():
    for name in ("communes", "organisations", "groups"):
        assert len({facts["code"] for facts in NETWORK[name]}) == len(NETWORK[name])
    for language in LANGUAGES:
        assert len({page["slug"][language] for page in PAGES.values()}) == len(PAGES)


def test_numbers_that_are_words_stay_words():
    texts = [facts[name] for facts in COMMUNES.values() for name in ("insee", "postcode")]
    texts += [price["amount"] for event in EVENTS.values() for price in event.get("prices", ())]
    assert all(isinstance(text, str) for text in texts)


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
    uses = Counter(frozenset(map(tuple, edge)) for commune in COMMUNES.values() for edge in edges(commune["outline"]))
    assert set(uses.values()) == {1, 2}
    for code, commune in COMMUNES.items():
        shared = [edge for edge in edges(commune["outline"]) if uses[frozenset(map(tuple, edge))] == 2]
        assert len(shared) >= 4, code


def test_people_belong_to_organisations_and_groups_have_members():
    assert {person["organisation"] for person in PEOPLE.values()} <= set(ORGANISATIONS)
    roles = Counter(role for person in PEOPLE.values() for role in person["roles"])
    assert roles == {
        "administrator": 1,
        "moderator": 2,
        "editor": 1,
        "animator": 1,
        "watcher": 1,
    }
    assert {person["language"] for person in PEOPLE.values()} == set(LANGUAGES)
    assert [code for code, office in ORGANISATIONS.items() if office["kind"] == "office" and office["trusted"]] == ["ot-cote"]
    for organisation in ORGANISATIONS.values():
        assert set(organisation["communes"]) <= set(COMMUNES)
    for group in GROUPS.values():
        assert set(group["members"]) <= set(PEOPLE)
        assert all(ORGANISATIONS[PEOPLE[email]["organisation"]]["kind"] != "provider" for email in group["members"])


@each_place
def test_place_is_well_formed(place):
    assert place["kind"] in PlaceKind
    assert inside(place["longitude"], place["latitude"], COMMUNES[place["commune"]]["outline"])
    assert place["address"].endswith(f"{COMMUNES[place['commune']]['postcode']} {COMMUNES[place['commune']]['name']}")
    assert set(place.get("accessibility", ())) <= set(Access)
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
    targets = {f"page:{slug}" for slug in PAGES} | {"agenda", "places"}
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
        assert entry["target"] in {*PAGES, "agenda", "places"}


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


def everything():
    things = [NETWORK, MENUS, *PLACES.values(), *EVENTS.values(), *PAGES.values()]
    return [each for thing in things for each in strings(thing)]


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


# ---- pictures, tutorials, watch -----------------------------------------------------------------------------------
@pytest.mark.parametrize("scene", SCENES.values(), ids=list(SCENES))
def test_scene_has_its_drawing_and_speaks_three_languages(scene):
    assert scene.name in DRAWINGS
    assert tuple(scene.title) == tuple(scene.alternative) == LANGUAGES
    assert len(set(scene.alternative.values())) == 3
    assert all(0 < len(text) <= 125 for text in (*scene.title.values(), *scene.alternative.values()))
    library = scene.library
    assert (
        library.get("theme", "") in {"", *Theme} and library.get("season", "") in {"", *Season} and library["weather"] in Weather
    )


def test_scenes_cover_communes_and_seasons():
    communes = Counter(scene.place for scene in SCENES.values())
    assert set(communes) == {commune["name"] for commune in COMMUNES.values()}
    assert min(communes.values()) >= 3
    assert {scene.season for scene in SCENES.values()} == {"spring", "summer", "autumn", "winter"}


def test_rights_are_those_of_the_library():
    words = content.picture_rights()
    for rights in words["rights"]:
        assert rights["licence"] in Licence and set(rights["uses"]) <= set(Use) and rights["audience"] in Audience
    assert words["credits"] and all(consent["name"] for consent in words["consents"])


def test_tutorials_are_translated_where_they_were():
    assert sum(set(LANGUAGES) == set(tutorial["words"]) for tutorial in TUTORIALS.values()) == 3


@each_tutorial
def test_tutorial_has_substance(tutorial):
    assert tutorial["level"] in Level and set(tutorial["themes"]) <= set(TutorialTheme) and tutorial["audience"] in Audience
    assert {tutorial["picture"], *tutorial.get("step_pictures", {}).values()} <= set(SCENES)
    counts = {len(words["steps"]) for words in tutorial["words"].values()}
    assert len(counts) == 1 and 4 <= max(counts) <= 7
    assert {*tutorial.get("step_pictures", {}), *tutorial.get("step_files", {})} <= set(range(1, max(counts) + 1))
    assert sum(len(step["text"]) for step in tutorial["words"]["fr"]["steps"]) > 1500
    for words in tutorial["words"].values():
        assert words["title"] and words["goal"] and words["needs"] and all(step["title"] for step in words["steps"])
        assert {tag for step in words["steps"] for tag in re.findall(r"</?(\w+)", step["text"])} <= {
            "p", "b", "i", "ul", "ol", "li", "a",
        }  # fmt: skip


def test_what_stands_around_tutorials_names_them():
    for path in AROUND_TUTORIALS["paths"]:
        assert set(path["tutorials"]) <= set(TUTORIALS) and path["picture"] in SCENES and "fr" in path["words"]
    for question in AROUND_TUTORIALS["questions"]:
        assert 1 <= question["step"] <= len(TUTORIALS[question["tutorial"]]["words"]["fr"]["steps"])
        assert question.get("asker") in PEOPLE or {"name", "email"} <= set(question)
    assert {opinion["tutorial"] for opinion in AROUND_TUTORIALS["opinions"]} <= set(TUTORIALS)


def test_watch_articles_have_themes_and_an_audience():
    themes, articles = set(WATCH["themes"]), [item for source in WATCH["sources"].values() for item in source["articles"]]
    assert all(tuple(names) == LANGUAGES for names in WATCH["themes"].values())
    assert WATCH["letter"]["title"] and WATCH["letter"]["introduction"]
    for source in WATCH["sources"].values():
        assert set(source.get("themes", ())) <= themes and source.get("audience", "public") in Audience
    for article in articles:
        assert article["title"] and article["summary"] and article["days_ago"] >= 0
        assert article["themes"] and set(article["themes"]) <= themes and article["audience"] in Audience
    assert Counter("comment" in article for article in articles) == {True: 35, False: 5}
    assert len({article["title"] for article in articles}) == len(articles)


def test_markdown_becomes_what_the_editor_stores():
    html = content.html_of("Un **mot** et un *autre*\nsur deux lignes.\n\n- [lien](page:contact)\n- B & B\n")
    assert (
        html
        == '<p>Un <b>mot</b> et un <i>autre</i> sur deux lignes.</p><ul><li><a href="page:contact">lien</a></li><li>B &amp; B</li></ul>'
    )
