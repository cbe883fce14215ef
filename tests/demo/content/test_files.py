"""The demo's files as files: all of them read, nothing twice, and the typography of three languages."""

import re
from collections import Counter

import yaml

from demo.loaders import content
from tests.demo.content.files import (
    COMMUNES,
    EVENTS,
    GROUPS,
    LANGUAGES,
    MENUS,
    NETWORK,
    ORGANISATIONS,
    PAGES,
    PEOPLE,
    PLACES,
    TUTORIALS,
)


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


def test_counts_are_those_promised():
    assert [len(things) for things in (COMMUNES, PLACES, EVENTS, PAGES, TUTORIALS)] == [8, 30, 80, 25, 12]
    assert Counter(organisation["kind"] for organisation in ORGANISATIONS.values()) == {"agency": 1, "office": 8, "provider": 6}
    assert (len(PEOPLE), len(GROUPS)) == (30, 6)
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


def test_no_key_is_written_twice():
    """YAML takes the last one without a word."""

    def nodes(node):
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _value in node.value]
            assert len(set(names)) == len(names), f"{path.name}: {node.start_mark}"
            for _key, value in node.value:
                nodes(value)
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                nodes(each)

    for path in content.FOLDER.rglob("*.yaml"):
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
