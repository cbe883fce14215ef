"""What a thing is and has, told by its boxes, its name and its own texts."""

import pytest

from search.sources.subjects import place_subjects, services_in
from tests.factories import make_event, make_place, make_territory

pytestmark = pytest.mark.every_database


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("Wi-Fi gratuit, chiens admis dans deux chambres.", ("wifi", "dogs")),
        ("Dogs are welcome; free WiFi.", ("wifi", "dogs")),
        ("S’admeten gossos lligats.", ("dogs",)),
        ("Parking à trois cents mètres, accès par une rampe.", ("parking",)),
        ("Le stationnement se fait sous les platanes.", ("parking",)),
        ("Pas de parking. Les chiens ne sont pas admis.", ()),
        ("Chiens interdits ; pas de wifi.", ()),
        ("No dogs allowed. Without car park.", ()),
        ("Un chien garde le troupeau.", ()),
        ("", ()),
    ],
)
def test_what_a_text_says_that_a_place_has(text, services):
    assert services_in(text) == services


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("leisure", "Bains de la Font Calda", "piscine"),
        ("leisure", "Centre équestre du Mas", "poney"),
        ("accommodation", "Camping des Pins", "tente"),
        ("tourist_office", "Office de tourisme des Bains", ""),
        ("leisure", "Parc des oiseaux", ""),
    ],
)
def test_a_name_tells_the_finer_kind(kind, name, words):
    subjects = place_subjects(make_place(name, kind=kind), "fr").split("\n")
    assert (words in subjects) == bool(words)
    assert bool(words) or not {"piscine", "poney", "tente"} & set(subjects)


@pytest.mark.django_db
def test_who_has_a_thing_comes_before_who_names_it(rebuild, find):
    make_event("Conférence", words={"fr": "Conférence"})
    naming = make_event("Le fauteuil et le roulant")  # a title is no mere mention
    mentioning = make_event("Rencontre")
    words = mentioning.words.get(language="fr")
    words.text = "On y parle de fauteuil roulant, encore de fauteuil roulant et de parking."
    words.save()
    having = make_place("Salle des Oliviers", accessibility=["motor"], access_details=["parking"])
    rebuild()
    assert find.titles("fauteuil roulant") == [str(naming), str(having), "Rencontre"]
    assert find.titles("parking") == [str(having), "Rencontre"]


@pytest.mark.django_db
def test_a_service_named_by_one_language_is_found_in_all(rebuild, find):
    gite = make_place("Gîte de la Jasse", kind="accommodation")
    words = gite.words.get(language="fr")
    words.text = "Vingt-huit couchages. Chiens admis sur demande."
    words.save()
    rebuild()
    assert find.titles("dogs", language="en") == find.titles("gossos", language="ca") == ["Gîte de la Jasse"]


@pytest.mark.django_db
def test_the_name_of_a_commune_is_no_other_word_for_a_thing(rebuild, find):
    commune = make_territory("Les Bains-de-Vernet-Haut")
    make_place("Salle polyvalente", commune, kind="hall")
    make_place("Thermes de la Source", commune, kind="leisure")
    rebuild()
    assert find.titles("thermes")[0] == "Thermes de la Source"
    assert "Salle polyvalente" in find.titles("salle bains")
