import pytest
from django.conf import settings

from destination.pages.actions import ensure_site
from destination.pages.importers import KINDS
from destination.pages.models import HomePage, LegalPage, Menu, SectionPage
from installation.actions.starters import make_starter, make_starter_menus, marks_in, starter_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return ensure_site(name="Pays d’Essai")


def test_every_starter_has_each_language_with_as_many_marks():
    for name, starter in starter_pages().items():
        assert starter["slug"].keys() == starter["words"].keys() == set(dict(settings.LANGUAGES)), name
        marks = {code: marks_in(str(words["body"])) for code, words in starter["words"].items()}
        assert len(set(marks.values())) == 1 and marks["fr"] > 0, name


def test_every_kind_of_page_has_a_starter():
    assert {starter["kind"] for starter in starter_pages().values()} == KINDS.keys() - {"home"}


@pytest.mark.parametrize("name", starter_pages())
def test_starter_becomes_drafts_that_are_translations_of_each_other(site, name):
    page = make_starter(name)
    family = type(page).objects.filter(translation_key=page.translation_key)
    assert sorted(family.values_list("locale__language_code", "live")) == [("ca", False), ("en", False), ("fr", False)]
    for version in family:
        version.full_clean()
        assert marks_in(version.text()) > 0
        version.save_revision().publish()


def test_starter_is_made_once(site):
    assert make_starter("mentions-legales") == make_starter("mentions-legales")
    assert LegalPage.objects.count() == len(settings.LANGUAGES)


def test_starter_speaks_the_languages_of_the_site():
    ensure_site(name="Pays d’Essai", languages=["fr", "ca"])
    make_starter("contact")
    assert sorted(KINDS["contact"].objects.values_list("locale__language_code", flat=True)) == ["ca", "fr"]


def test_article_stands_in_the_section_of_its_language(site):
    section = make_starter("decouvrir")
    article = make_starter("une-journee")
    assert article.get_parent().pk == section.pk
    english = article.get_translations().get(locale__language_code="en")
    assert english.get_parent().specific == SectionPage.objects.get(locale__language_code="en")


def test_slug_that_is_taken_is_left_to_its_page(site):
    home = HomePage.objects.get(locale__language_code="fr")
    home.add_child(instance=KINDS["practical"](title="Contact", slug="contact", locale=home.locale))
    assert make_starter("contact").slug == "contact-1"


def test_menus_hold_the_pages_there_are_and_the_lists(site):
    page = make_starter("mentions-legales")
    main = make_starter_menus()
    assert [entry.value["address"] for entry in main.entries] == ["agenda", "places"]
    assert [entry.value["page"].pk for entry in Menu.objects.get(code="legal").entries] == [page.pk]


def test_menu_of_the_office_is_left_alone(site):
    own = Menu.objects.create(code="main", entries=[("entry", {"page": None, "address": "agenda", "labels": [], "children": []})])
    make_starter_menus()
    own.refresh_from_db()
    assert len(own.entries) == 1


def test_starter_without_a_site_is_none():
    assert make_starter("contact") is None
