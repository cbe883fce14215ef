"""What each kind of things is called, wherever it is found."""

import pytest
from django.utils import translation

from search import actions
from search.facets import facet_groups
from search.filters import SearchFilters
from search.presenters import search, suggest
from search.sources import SOURCES, Room, Source
from tests.factories import make_event, make_place, make_territory
from tests.factories.photos import make_photo
from tests.factories.tutorials import make_tutorial
from tests.factories.watch import make_item


@pytest.mark.parametrize("missing", ["code", "name", "label", "room"])
def test_a_kind_without_name_or_room_cannot_be_registered(missing):
    whole = {"code": "boat", "name": "Bateau", "label": "Bateaux", "room": Room.PUBLIC} | dict.fromkeys(
        Source.__abstractmethods__
    )
    assert type("Boats", (Source,), whole)().kind_in_words("Barque") == "Bateau · Barque"
    with pytest.raises(TypeError, match=f"Boats has no {missing}"):
        type("Boats", (Source,), whole | {missing: ""})()


def test_no_two_kinds_have_the_same_name():
    for language in ("fr", "en", "ca"):
        with translation.override(language):
            assert len({str(source.name) for source in SOURCES}) == len({str(source.label) for source in SOURCES}) == len(SOURCES)


@pytest.mark.django_db
def test_every_kind_says_what_it_is_as_result_suggestion_and_filter(engine):
    make_event("Phare, visite")
    make_place("Phare du cap", make_territory("Phare-sur-Mer"), kind="monument")
    make_photo("Phare au matin", theme="beach")
    make_tutorial("phare", "Phare : bien le montrer")
    make_item("Phare et réseaux", audience="public")
    actions.rebuild()
    keys = frozenset({"public"})
    results = search(SearchFilters.from_query({"q": "phare"}), keys, "fr")
    names = {hit.entry.kind: hit.label for hit in results.hits}
    assert names == {
        "event": "Événement", "place": "Lieu · Monument", "commune": "Commune", "photo": "Photo · Mer et plages",
        "tutorial": "Tutoriel · Découverte", "watch": "Veille",
    }  # fmt: skip
    assert {hit.label for hit in suggest("phar", keys, "fr")} == set(names.values())
    kinds = next(group for group in facet_groups(results) if group["name"] == "kind")
    assert [str(chip["label"]) for chip in kinds["chips"]] == [
        str(source.label) for source in SOURCES if source.code in names
    ]  # fmt: skip
