"""Pictures, tutorials and the watch hold what their loaders need."""

import re
from collections import Counter

import pytest

from common.access import Audience
from common.choices import Licence
from demo.drawings import DRAWINGS
from demo.loaders import content
from pro_portal.photos.models import Season, Theme, Weather
from pro_portal.photos.rights.choices import Use
from pro_portal.tutorials.models import Level
from pro_portal.tutorials.models import Theme as TutorialTheme
from tests.demo.content.files import (
    AROUND_TUTORIALS,
    COMMUNES,
    LANGUAGES,
    PEOPLE,
    SCENES,
    TUTORIALS,
    WATCH,
)

each_tutorial = pytest.mark.parametrize("tutorial", TUTORIALS.values(), ids=list(TUTORIALS))


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


def test_selections_speak_three_languages():
    selections = content.photo_selections()
    for facts in selections:
        assert set(facts["titles"]) == set(facts["words"]) == set(LANGUAGES) and set(facts["pictures"]) <= set(SCENES)
    assert [("on_front_page" in facts, "shared_for_days" in facts) for facts in selections] == [(True, False), (False, True)]


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
        for question in words.get("quiz", []):
            assert question["wrong"] and question["right"] not in question["wrong"] and question["step"] <= len(words["steps"])
        assert {tag for step in words["steps"] for tag in re.findall(r"</?(\w+)", step["text"])} <= {
            "p", "b", "i", "ul", "ol", "li", "a",
        }  # fmt: skip


def test_what_stands_around_tutorials_names_them():
    for path in AROUND_TUTORIALS["paths"]:
        assert set(path["tutorials"]) <= set(TUTORIALS) and path["picture"] in SCENES and "fr" in path["words"]
    begun = AROUND_TUTORIALS["paths"][0]["tutorials"]
    assert sum(len(TUTORIALS[slug]["words"]["fr"].get("quiz", [])) for slug in begun) == 2
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
