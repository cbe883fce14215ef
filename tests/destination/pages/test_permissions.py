"""A restricted section, its child, their translations and aliases: none of them anywhere for who may not read them."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import Page

from common.access import reader_keys
from destination.pages.querysets import pages_visible_to
from tests.conftest import forget_commits
from tests.destination.pages.conftest import make_small_menus, restrict_page
from tests.factories import make_user

SECRET = "Tresor"


@pytest.fixture(scope="module")
def hidden_of_module(pages_of_module):
    """Everything below the French section « decouvrir » is for one group; an alias of its child stands elsewhere."""
    pages, group = pages_of_module, Group.objects.create(name="Lecteurs")
    make_small_menus()
    for page in (*pages["la-mer"].values(), *pages["decouvrir"].values()):
        page.title = f"{SECRET} {page.pk}"
        page.save_revision().publish()
    alias = pages["la-mer"]["fr"].create_alias(parent=pages["accueil"]["fr"], update_slug="copie")
    restrict_page(pages["decouvrir"]["fr"], group)
    closed = [*pages["decouvrir"].values(), *pages["la-mer"].values(), *pages["la-neige"].values(), alias]
    forget_commits()
    return {"group": group, "closed": closed, "alias": alias}


@pytest.fixture
def hidden(hidden_of_module, db):
    return hidden_of_module


def test_restriction_holds_for_translations_and_aliases(hidden, visitor):
    visible = set(pages_visible_to(visitor).values_list("pk", flat=True))

    assert visible.isdisjoint(page.pk for page in hidden["closed"])
    assert len(visible) == Page.objects.live().count() - len(hidden["closed"])


def test_restriction_holds_for_what_is_made_later(hidden, pages, visitor):
    later = pages["la-mer"]["en"].create_alias(parent=pages["accueil"]["en"], update_slug="later")

    assert not pages_visible_to(visitor).filter(pk=later.pk).exists()


def test_visitor_is_asked_who_they_are_and_others_see_no_page(client, hidden, member):
    for page in hidden["closed"]:
        assert client.get(page.url_path)["Location"].startswith("/compte/")
    assert client.get("/ca/decouvrir/la-neige/")["Location"].startswith("/compte/")
    client.force_login(member)
    for page in hidden["closed"]:
        assert client.get(page.url_path).status_code == 404


def test_member_of_the_group_reads_everything(client, hidden):
    reader = make_user()
    reader.groups.add(hidden["group"])
    client.force_login(reader)
    for page in hidden["closed"]:
        assert client.get(page.url_path).status_code == 200
    assert SECRET in client.get("/en/").content.decode() or SECRET in client.get("/fr/").content.decode()


def test_nothing_of_it_leaks(client, hidden, member):
    for user in (None, member):
        if user:
            client.force_login(user)
        for path in (
            "/fr/",
            "/fr/",
            "/en/",
            "/ca/",
            "/fr/venir/",
            "/sitemap.xml",
            "/fr/introuvable/",
        ):  # French twice: the second is kept
            text = client.get(path).content.decode()
            assert SECRET not in text, path
            for page in hidden["closed"]:
                assert f'"{page.url_path}"' not in text and f"{page.url_path}<" not in text, path


def test_what_is_kept_for_all_is_filtered_for_each(client, hidden, pages):
    reader = make_user()
    reader.groups.add(hidden["group"])
    client.force_login(reader)
    client.get("/fr/")
    client.logout()

    assert SECRET not in client.get("/fr/").content.decode()


def test_lifting_acts_at_once(client, hidden, pages):
    pages["decouvrir"]["fr"].view_restrictions.all().delete()

    assert client.get(pages["la-mer"]["ca"].url_path).status_code == 200


def test_page_says_who_may_read_it(hidden, pages):
    assert pages["venir"]["fr"].audience_keys() == {"public"}
    assert pages["la-mer"]["ca"].audience_keys() == {f"role:{hidden['group'].pk}"}


def test_page_and_search_agree_on_who_may_read(hidden, pages, restrict):
    """A section for one group, inside it a page for a login, elsewhere one for a login: the same readers on both sides."""
    restrict(pages["la-mer"]["fr"])
    restrict(pages["venir"]["fr"])
    stranger, reader = make_user(organisation=None), make_user()
    reader.groups.add(hidden["group"])

    every_page = [page for page in Page.objects.live().specific() if page.depth > 1]
    for user in (AnonymousUser(), stranger, reader):
        keys = reader_keys(user)
        shown = set(pages_visible_to(user).filter(depth__gt=1).values_list("pk", flat=True))
        assert shown == {page.pk for page in every_page if not keys.isdisjoint(page.audience_keys())}


def test_login_restriction_opens_to_everyone_with_an_account(client, pages, restrict, member):
    restrict(pages["venir"]["fr"])

    assert not pages_visible_to(AnonymousUser()).filter(pk=pages["venir"]["en"].pk).exists()
    assert pages_visible_to(member).filter(pk=pages["venir"]["en"].pk).exists()
