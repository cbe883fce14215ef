"""What is found, in which order, on every engine."""

from datetime import time

import pytest
from django.utils import timezone

from destination.agenda.schedule import Schedule, Slot, Timing
from search.models import Entry
from tests.factories import make_category, make_event, make_place, make_territory, one_day
from tests.moment import in_days

pytestmark = pytest.mark.every_database


@pytest.mark.parametrize("typed", ["marche", "Marché", "MARCHÉS", "marchés", "  le marche  "])
def test_search_finds_whatever_the_accents_case_and_number(rebuild, find, typed):
    make_event("Marché de Noël")
    make_event("Concert au port")
    rebuild()
    assert find.titles(typed) == ["Marché de Noël"]


@pytest.mark.parametrize(
    "language, title, typed",
    [
        ("fr", "Balades guidées", "balade guidee"),
        ("fr", "L’œuvre d’été", "oeuvre ete"),
        ("en", "Guided walks", "walking guide"),
        ("ca", "Música a la platja", "musiques platges"),
        ("ca", "La col·lecció del museu", "colleccio museus"),
        ("ca", "L’aigua i l’hort", "aigua horts"),
    ],
)
def test_search_stems_each_language(rebuild, find, language, title, typed):
    make_event(words={language: title})
    rebuild()
    assert find.titles(typed, language=language) == [title]


def test_search_wants_every_word(rebuild, find):
    make_event("Marché de Noël")
    make_event("Marché aux fleurs")
    rebuild()
    assert find.titles("marché fleurs") == ["Marché aux fleurs"]


def test_search_without_any_entry_of_every_word_says_so(rebuild, find):
    make_event("Marché aux fleurs")
    rebuild()
    answer = find("fleurs télescope")
    assert (answer.loosened, [hit.entry.title for hit in answer.hits]) == (True, ["Marché aux fleurs"])


def test_search_finds_by_place_commune_category_and_text(rebuild, find):
    commune = make_territory("Vallespir")
    event = make_event(
        "Soirée", place=make_place("Théâtre de verdure", commune), categories=[make_category("jazz", fr="Jazz manouche")]
    )
    rebuild()
    for typed in ("theatre verdure", "vallespir", "manouche"):
        assert str(event.pk) in [hit.entry.thing for hit in find(typed, kind="event").hits]


def test_titles_stand_above_texts_and_words_above_stems(rebuild, find):
    for title in ("Bateaux anciens", "Journée au phare", "Le bateau bleu"):
        event = make_event(title)
        event.words.filter(language="fr").update(text="Un bateau vous attend." if title == "Journée au phare" else "")
    rebuild()
    assert find.titles("bateau") == ["Le bateau bleu", "Bateaux anciens", "Journée au phare"]


def test_events_to_come_stand_above_past_ones(rebuild, find):
    make_event("Fête du port, hier", one_day(in_days(-5)))
    make_event("Fête du port, demain", one_day(in_days(5)))
    rebuild()
    answer = find("fête port")
    assert [(hit.entry.title, hit.past) for hit in answer.hits] == [("Fête du port, demain", False), ("Fête du port, hier", True)]


def test_search_shows_the_next_day_of_a_thing(rebuild, find):
    schedule = Schedule(
        timing=Timing.TIMED,
        slots=tuple(Slot(day=in_days(number), last_day=in_days(number), start=time(10), end=time(12)) for number in (-7, 4, 11)),
    )
    make_event("Atelier de vannerie", schedule)
    rebuild()
    assert [hit.next_day for hit in find("vannerie").hits] == [in_days(4)]


def test_search_for_the_last_day_of_all_finds_nothing(rebuild, find):
    make_event()
    rebuild()
    assert find("9999-12-31").hits == []


def test_search_shows_each_thing_once_in_the_readers_language(rebuild, find):
    make_event(words={"fr": "Festival du vent", "en": "Festival of the wind", "ca": "Festival del vent"})
    rebuild()
    for language, title in (("fr", "Festival du vent"), ("en", "Festival of the wind"), ("ca", "Festival del vent")):
        hits = find("festival", language=language).hits
        assert [(hit.entry.title, hit.entry.lang) for hit in hits] == [(title, "")]


def test_search_offers_another_language_only_where_there_is_none(rebuild, find):
    make_event(words={"fr": "Marché nocturne"})
    rebuild()
    (hit,) = find("marches nocturnes", language="en").hits
    assert (hit.entry.title, hit.entry.lang, hit.entry.url.startswith("/en/")) == ("Marché nocturne", "fr", True)
    make_event(words={"fr": "Bal masqué", "en": "Masked ball"})
    rebuild()
    assert find("masqué", language="en", exactly="1").total == 0


def test_facets_count_what_each_choice_would_give(rebuild, find):
    port, ville = make_territory("Port-Aurelle"), make_territory("Ville-Haute")
    make_event("Fête du port", one_day(in_days(0)), commune=port)
    make_event("Fête de la ville", one_day(in_days(20)), commune=ville)
    make_place("Salle des fêtes", ville)
    rebuild()
    facets = find("fête").facets
    assert facets.kinds == {"event": 2, "place": 1}
    assert facets.communes == {port.slug: 1, ville.slug: 2}
    assert facets.whens["today"] == facets.whens["week"] == 1
    assert facets.whens["weekend"] == (1 if timezone.localdate().weekday() >= 5 else 0)


def test_facets_narrow_the_results_and_keep_the_other_counts(rebuild, find):
    port, ville = make_territory("Port-Aurelle"), make_territory("Ville-Haute")
    make_event("Fête du port", one_day(in_days(1)), commune=port)
    make_event("Fête de la ville", one_day(in_days(20)), commune=ville)
    make_place("Salle des fêtes", ville)
    rebuild()
    answer = find("fête", kind="event", commune=ville.slug)
    assert [hit.entry.title for hit in answer.hits] == ["Fête de la ville"]
    assert answer.facets.kinds == {"event": 1, "place": 1}
    assert answer.facets.communes == {port.slug: 1, ville.slug: 1}
    assert find.titles("fête", when="week") == ["Fête du port"]
    assert find.titles("fête", **{"from": in_days(15).isoformat(), "to": in_days(25).isoformat()}) == ["Fête de la ville"]
    assert find.titles("fête", **{"from": in_days(15).isoformat()}) == ["Fête de la ville"]


@pytest.mark.parametrize(
    "typed, title", [("festvial", "Festival du vent"), ("fetsival vnet", "Festival du vent"), ("festivall", "Festival du vent")]
)
def test_mistyped_words_are_put_right_and_said_so(rebuild, find, typed, title):
    make_event("Festival du vent")
    rebuild()
    answer = find(typed)
    assert [hit.entry.title for hit in answer.hits] == [title]
    assert answer.corrected.startswith("festival")


def test_put_right_gives_the_accents_back(rebuild, find):
    make_event("Marché couvert")
    rebuild()
    assert find("macrhe couvert").corrected == "marché couvert"


def test_a_rare_word_beside_a_common_one_is_only_proposed(rebuild, find):
    make_event("Festvial, une affiche mal écrite")
    for number in range(5):
        make_event(f"Festival {number}")
    rebuild()
    answer = find("festvial")
    assert (answer.total, answer.corrected, answer.suggestion) == (1, "", "festival")


def test_exactly_keeps_the_words_as_typed(rebuild, find):
    make_event("Festival du vent")
    rebuild()
    answer = find("festvial", exactly="1")
    assert (answer.total, answer.corrected) == (0, "")


def test_pages_of_results_follow_each_other(rebuild, find):
    for number in range(40):
        make_event(f"Concert numéro {number}")
    rebuild()
    pages = [find("concert", page=str(page)) for page in (1, 2, 3, 9)]
    assert [len(page.hits) for page in pages] == [15, 15, 10, 10]
    assert {page.total for page in pages} == {40}
    assert len({hit.entry.pk for page in pages[:3] for hit in page.hits}) == 40


def test_rebuild_forgets_what_is_gone_and_keeps_answering(rebuild, find):
    event = make_event("Concert au port")
    rebuild()
    type(event).objects.filter(pk=event.pk).update(live=False)
    assert find.titles("concert") == ["Concert au port"]
    rebuild()
    assert find.titles("concert") == []
    assert not Entry.objects.filter(kind="event").exists()


def test_rebuild_answers_from_the_old_index_meanwhile(rebuild, find):
    for number in range(3):
        make_event(f"Concert {number}")
    rebuild()
    seen = []
    rebuild(lambda sentence: seen.append(find("concert").total))
    assert seen
    assert set(seen) == {3}


def test_hits_lead_to_the_way_there_where_one_may_go(rebuild, find):
    quay = make_place("Quai du vent", make_territory("Port-Aurelle"))
    make_event("Fête du vent", place=quay)
    make_event("Course du vent", place=quay, state="cancelled")
    make_event("Vent en ligne", place=quay, state="moved_online")
    make_event("Régate du vent d’hier", one_day(in_days(-2)), place=quay)
    rebuild()
    ways = {hit.entry.title: hit.go_url for hit in find("vent").hits}
    assert {title: url.partition("#")[2] for title, url in ways.items()} == {
        "Quai du vent": "y-aller", "Fête du vent": "y-aller", "Course du vent": "", "Vent en ligne": "", "Régate du vent d’hier": "",
    }  # fmt: skip
