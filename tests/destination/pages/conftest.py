"""A small site in three languages: a section, an article translated twice, and one that exists in French only."""

import pytest
from wagtail.models import PageViewRestriction

from demo.loaders.pages import make_menus, make_pages
from destination.pages.actions import ensure_site
from tests.conftest import forget_commits


def page(slug, kind="editorial", parent="accueil", languages=("fr", "en", "ca"), **words):
    names = {"fr": slug, "en": f"{slug}-en", "ca": f"{slug}-ca"}
    return {
        "slug": names,
        "kind": kind,
        "parent": parent,
        "picture": None,
        "words": {
            code: {
                "title": f"{slug.capitalize()} ({code})",
                "introduction": f"Introduction {slug} {code}.",
                **words.get(code, {}),
            }
            for code in languages
        },
    }


@pytest.fixture
def site(db):
    return ensure_site(name="Pays d’Aurelle")


def make_small_site() -> dict[str, dict]:
    """`{French slug: {language: page}}`."""
    ensure_site(name="Pays d’Aurelle")
    return make_pages(
        [
            {
                "slug": {"fr": "accueil"},
                "kind": "home",
                "parent": None,
                "picture": None,
                "words": {
                    code: {"title": title, "tagline": f"Phrase {code}."}
                    for code, title in {"fr": "Pays d’Aurelle", "en": "Aurelle", "ca": "País d’Aurelle"}.items()
                },
            },
            page("decouvrir", "section"),
            page("la-mer", parent="decouvrir"),
            page("la-neige", parent="decouvrir", languages=("fr",)),
            page("venir", "practical"),
            page("ecrire", "contact"),
            page("mentions", "legal"),
            page("accessible", "accessibility"),
        ]
    )


@pytest.fixture(scope="module")
def pages_of_module(module_transaction):
    """Made once for the tests of a module: they cost two seconds."""
    pages = make_small_site()
    forget_commits()
    return pages


@pytest.fixture
def committed_pages(transactional_db):
    return make_small_site()


@pytest.fixture
def pages(pages_of_module, db):
    """`{French slug: {language: page}}`, read anew for each test."""
    return {
        slug: {code: type(page).objects.get(pk=page.pk) for code, page in versions.items()}
        for slug, versions in pages_of_module.items()
    }


@pytest.fixture
def menus(pages):
    make_small_menus()


def make_small_menus() -> None:
    make_menus(
        {
            "main": [
                {
                    "label": {"fr": "À voir", "en": "To see"},
                    "target": "decouvrir",
                    "children": [{"label": {}, "target": "la-neige"}],
                },
                {"label": {}, "target": "la-neige"},
                {"label": {"fr": "Ailleurs"}, "target": "https://ailleurs.example/"},
            ],
            "legal": [{"label": {}, "target": "mentions"}],
        }
    )


@pytest.fixture
def restrict():
    return restrict_page


def restrict_page(page, *groups) -> PageViewRestriction:
    """Closes a page and what is below it: to people without an account, or to all but some groups."""
    kind = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.set(groups)
    return restriction
