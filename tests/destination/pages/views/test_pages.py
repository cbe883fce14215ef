"""Pages in their languages: shown, offered in another one, moved, linked."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect

from tests.factories import make_event

KINDS = ("decouvrir", "la-mer", "venir", "ecrire", "mentions", "accessible")


@pytest.mark.parametrize("language", ["fr", "en", "ca"])
@pytest.mark.parametrize("slug", KINDS)
def test_each_kind_of_page_is_shown_in_three_languages(client, pages, slug, language):
    shown = pages[slug][language]

    response = client.get(shown.url_path)

    assert response.status_code == 200
    text = response.content.decode()
    assert f'<html lang="{language}">' in text
    assert shown.title in text
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{shown.url_path}">' in text
    assert shown.introduction in text
    assert "n’est pas encore traduite" not in text


@pytest.mark.parametrize(("language", "title"), [("fr", "Pays d’Aurelle"), ("en", "Aurelle"), ("ca", "País d’Aurelle")])
def test_home_is_shown_in_three_languages(client, pages, language, title):
    text = client.get(f"/{language}/").content.decode()

    assert f">{title}</h1>" in text
    assert f"Phrase {language}." in text
    assert "?journey=here" in text


def test_wagtail_and_we_give_pages_the_same_address(pages):
    for family in pages.values():
        for page in family.values():
            assert page.url == page.get_absolute_url() == page.url_path


def test_page_that_is_not_translated_is_offered_in_its_language(client, pages):
    response = client.get("/ca/decouvrir/la-neige/")

    text = response.content.decode()
    assert response.status_code == 200
    assert '<html lang="ca">' in text
    assert '<h1 lang="fr">La-neige (fr)</h1>' in text
    assert '<meta name="robots" content="noindex, follow">' in text
    assert '<link rel="canonical" href="http://127.0.0.1:8000/fr/decouvrir/la-neige/">' in text
    assert 'role="note"' in text


def test_address_of_another_language_leads_to_the_translation(client, pages):
    response = client.get("/ca/decouvrir/la-mer/")

    assert response.status_code == 302
    assert response["Location"] == pages["la-mer"]["ca"].url_path


def test_draft_is_not_shown_and_its_translation_neither_through_it(client, pages):
    pages["la-neige"]["fr"].unpublish()

    assert client.get("/fr/decouvrir/la-neige/").status_code == 404
    assert client.get("/ca/decouvrir/la-neige/").status_code == 404


def test_list_offers_untranslated_pages_with_their_language(client, pages):
    text = client.get(pages["decouvrir"]["ca"].url_path).content.decode()

    assert 'href="/ca/decouvrir-ca/la-mer-ca/"' in text
    assert re.search(r'<h3 class="card__title" lang="fr"><a class="card__link" href="/ca/decouvrir/la-neige/">', text)
    assert text.count("card__link") == 2


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
    links = client.get("/fr/agenda/?free=1").context["languages_here"]

    assert [each["url"] for each in links] == ["/fr/agenda/?free=1", "/en/agenda/?free=1", "/ca/agenda/?free=1"]


def test_unknown_address_is_a_page_in_the_language(client, pages):
    for path, language in (("/en/nowhere/", "en"), ("/ca/enlloc", "ca"), ("/fr/rien.php", "fr"), ("/fr/é/", "fr")):
        response = client.get(path, follow=True)
        assert response.status_code == 404
        assert f'<html lang="{language}">' in response.content.decode()


def test_hreflang_says_only_the_languages_that_exist(client, pages):
    def alternates(path):
        return re.findall(
            r'<link rel="alternate" hreflang="([\w-]+)" href="http://127.0.0.1:8000([^"]+)">', client.get(path).content.decode()
        )

    assert alternates("/fr/decouvrir/la-mer/") == [
        ("fr", "/fr/decouvrir/la-mer/"),
        ("en", "/en/decouvrir-en/la-mer-en/"),
        ("ca", "/ca/decouvrir-ca/la-mer-ca/"),
        ("x-default", "/fr/decouvrir/la-mer/"),
    ]
    assert alternates("/fr/decouvrir/la-neige/") == [("fr", "/fr/decouvrir/la-neige/")]
    assert alternates("/ca/decouvrir/la-neige/") == []


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
