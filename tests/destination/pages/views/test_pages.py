"""Pages in their languages: shown, offered in another one, moved, linked."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect

from destination.pages.actions import ensure_site
from tests.factories import make_event
from tests.html import read

KINDS = ("decouvrir", "la-mer", "venir", "ecrire", "mentions", "accessible")


@pytest.mark.parametrize("language", ["fr", "en", "ca"])
@pytest.mark.parametrize("slug", KINDS)
def test_each_kind_of_page_is_shown_in_three_languages(client, pages, slug, language):
    shown = pages[slug][language]

    response = client.get(shown.url_path)

    assert response.status_code == 200
    page = read(response)
    assert page.language == language
    assert page.get_by_role("heading", shown.title)
    assert page.canonical == f"http://127.0.0.1:8000{shown.url_path}"
    assert shown.introduction in page.text
    assert not page.has("note")


@pytest.mark.parametrize(("language", "title"), [("fr", "Pays d’Aurelle"), ("en", "Aurelle"), ("ca", "País d’Aurelle")])
def test_home_is_shown_in_three_languages(client, pages, language, title):
    page = read(client.get(f"/{language}/"))

    assert page.get_by_role("heading", title).tag.name == "h1"
    assert f"Phrase {language}." in page.text
    assert "?journey=here" in [link["href"] for link in page.all_by_role("link")]


def test_wagtail_and_we_give_pages_the_same_address(pages):
    for family in pages.values():
        for page in family.values():
            assert page.url == page.get_absolute_url() == page.url_path


def test_page_that_is_not_translated_is_offered_in_its_language(client, pages):
    response = client.get("/ca/decouvrir/la-neige/")

    page = read(response)
    assert response.status_code == 200
    assert page.language == "ca"
    assert page.get_by_role("heading", "La-neige (fr)")["lang"] == "fr"
    assert page.meta("robots") == "noindex, follow"
    assert page.canonical == "http://127.0.0.1:8000/fr/decouvrir/la-neige/"
    assert page.has("note")


def test_address_of_another_language_leads_to_the_translation(client, pages):
    response = client.get("/ca/decouvrir/la-mer/")

    assert response.status_code == 302
    assert response["Location"] == pages["la-mer"]["ca"].url_path


def test_draft_is_not_shown_and_its_translation_neither_through_it(client, pages):
    pages["la-neige"]["fr"].unpublish()

    assert client.get("/fr/decouvrir/la-neige/").status_code == 404
    assert client.get("/ca/decouvrir/la-neige/").status_code == 404


def test_list_offers_untranslated_pages_with_their_language(client, pages):
    page = read(client.get(pages["decouvrir"]["ca"].url_path))

    cards = [heading for heading in page.all_by_role("heading") if heading.has("link")]
    assert [(card.get_by_role("link")["href"], card.get("lang")) for card in cards] == [
        ("/ca/decouvrir-ca/la-mer-ca/", None),
        ("/ca/decouvrir/la-neige/", "fr"),
    ]


def test_languages_stay_on_the_same_page(client, pages):
    links = client.get(pages["la-mer"]["en"].url_path).context["languages_here"]()
    assert [(each["code"], each["url"], each["is_current"]) for each in links] == [
        ("fr", "/fr/decouvrir/la-mer/", False),
        ("en", "/en/decouvrir-en/la-mer-en/", True),
        ("ca", "/ca/decouvrir-ca/la-mer-ca/", False),
    ]
    untranslated = client.get("/fr/decouvrir/la-neige/").context["languages_here"]()
    assert [each["url"] for each in untranslated] == [
        "/fr/decouvrir/la-neige/",
        "/en/decouvrir/la-neige/",
        "/ca/decouvrir/la-neige/",
    ]


def test_languages_stay_on_the_agenda_with_its_filters(client, pages):
    links = client.get("/fr/agenda/?free=1").context["languages_here"]()

    assert [each["url"] for each in links] == ["/fr/agenda/?free=1", "/en/agenda/?free=1", "/ca/agenda/?free=1"]


def test_language_that_is_not_offered_is_named_nowhere(client, pages):
    ensure_site(languages=["fr", "en"])
    page = read(client.get("/fr/decouvrir/la-mer/"))
    assert page.alternates.keys() == {"fr", "en", "x-default"}
    assert page.has("link", "English") and not page.has("link", "Català")
    assert read(client.get("/fr/contact/")).alternates.keys() <= {"fr", "en", "x-default"}
    assert read(client.get("/fr/lieux/")).alternates.keys() <= {"fr", "en", "x-default"}
    assert b"/ca/agenda/" not in client.get("/sitemap.xml").content
    # Not translated: read in French, at its own address.
    assert client.get("/ca/decouvrir/la-neige/")["Location"] == "/fr/decouvrir/la-neige/"


def test_unknown_address_is_a_page_in_the_language(client, pages):
    for path, language in (("/en/nowhere/", "en"), ("/ca/enlloc", "ca"), ("/fr/rien.php", "fr"), ("/fr/é/", "fr")):
        response = client.get(path, follow=True)
        assert response.status_code == 404
        assert read(response).language == language


def test_hreflang_says_only_the_languages_that_exist(client, pages):
    def alternates(path):
        return {code: url.removeprefix("http://127.0.0.1:8000") for code, url in read(client.get(path)).alternates.items()}

    assert alternates("/fr/decouvrir/la-mer/") == {
        "fr": "/fr/decouvrir/la-mer/",
        "en": "/en/decouvrir-en/la-mer-en/",
        "ca": "/ca/decouvrir-ca/la-mer-ca/",
        "x-default": "/fr/decouvrir/la-mer/",
    }
    assert alternates("/fr/decouvrir/la-neige/") == {"fr": "/fr/decouvrir/la-neige/"}
    assert alternates("/ca/decouvrir/la-neige/") == {}


def test_moved_page_takes_its_translations_and_leaves_redirects(client, pages, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        pages["la-mer"]["fr"].move(pages["accueil"]["fr"], pos="last-child")

    for language, old, new in (
        ("fr", "/fr/decouvrir/la-mer/", "/fr/la-mer/"),
        ("en", "/en/decouvrir-en/la-mer-en/", "/en/la-mer-en/"),
        ("ca", "/ca/decouvrir-ca/la-mer-ca/", "/ca/la-mer-ca/"),
    ):
        assert client.get(new).status_code == 200, language
        assert client.get(old)["Location"].endswith(new)
    assert Redirect.objects.count() >= 3


def test_moved_page_is_found_from_its_old_untranslated_address(client, pages):
    pages["la-neige"]["fr"].move(pages["accueil"]["fr"], pos="last-child")

    assert client.get("/ca/decouvrir/la-neige/")["Location"] == "/ca/la-neige/"


@pytest.mark.parametrize("leave", ["unpublish", "delete"])
def test_translations_leave_with_the_french_page(client, pages, leave):
    getattr(pages["la-mer"]["fr"], leave)()

    for language in ("en", "ca"):
        translation = pages["la-mer"][language]
        translation.refresh_from_db()
        assert not translation.live
        assert client.get(translation.url_path).status_code == 404


def test_unpublishing_a_translation_leaves_the_french_page(client, pages):
    pages["la-mer"]["en"].unpublish()

    assert client.get("/fr/decouvrir/la-mer/").status_code == 200


def test_structured_description_cannot_end_its_script(client, pages):
    page = pages["la-mer"]["fr"]
    page.title = "</script><script>alert(1)</script>"
    page.save_revision().publish()

    assert "<script>alert(1)" not in client.get(page.url_path).content.decode()


def test_page_may_not_take_the_address_of_the_agenda(pages):
    from destination.pages.models import EditorialPage

    form_class = EditorialPage.get_edit_handler().get_form_class()
    form = form_class(
        {"title": "Agenda", "slug": "agenda", "body-count": "0"},
        instance=EditorialPage(),
        parent_page=pages["accueil"]["fr"],
        for_user=None,
    )
    form.is_valid()
    assert "slug" in form.errors


def test_home_asks_at_most_twelve_queries(client, pages, menus, django_assert_max_num_queries):
    for number in range(3):
        make_event(f"Bal {number}")
    client.get("/fr/")
    with django_assert_max_num_queries(12):
        client.get("/fr/")


def test_page_asks_at_most_twelve_queries(client, pages, menus, django_assert_max_num_queries):
    for path in ("/fr/decouvrir/", "/fr/decouvrir/la-mer/", "/ca/decouvrir/la-neige/", "/fr/ecrire/"):
        client.get(path)
        with django_assert_max_num_queries(12):
            client.get(path)


def test_error_page_stands_even_without_a_reader():
    from destination.pages.context_processors import destination

    request = RequestFactory().get("/fr/")
    assert set(destination(request)) >= {"site_name", "main_menu", "languages_here"}
    assert not isinstance(getattr(request, "user", None), AnonymousUser)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("before_serve_page", lambda page, request, args, kwargs: HttpResponse(f"instead of {page.pk}")),
        ("on_serve_page", lambda chain: lambda page, request, args, kwargs: HttpResponse(f"instead of {page.pk}")),
    ],
)
def test_hooks_of_extensions_run_before_a_page_is_served(client, pages, name, function):
    page = pages["la-mer"]["fr"]

    with hooks.register_temporarily(name, function):
        assert client.get(page.url_path).content.decode() == f"instead of {page.pk}"

    assert page.title in client.get(page.url_path).content.decode()
