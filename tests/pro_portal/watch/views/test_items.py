"""What readers see, and what nobody else does."""

import feedparser
import pytest

from pro_portal.watch.models import WatchItem, WatchMark
from search.actions import rebuild
from tests.factories.watch import make_item, make_letter, make_source, make_theme
from tests.html import read

pytestmark = pytest.mark.django_db
LIST = "/fr/portail/veille/"
PERSONAS = ("visitor", "professional", "member", "group_member", "moderator", "editor", "administrator")
AUDIENCES = ("public", "professionals", "members", "group", "private")
# By hand: who may read what. The private item belongs to the office of the member and of the group member.
SEEN = {
    "visitor": {"public"},
    "professional": {"public", "professionals"},
    "member": {"public", "professionals", "members", "private"},
    "group_member": {"public", "professionals", "members", "private", "group"},
    "moderator": {"public", "professionals", "members"},
    "editor": {"public", "professionals", "members"},
    "administrator": set(AUDIENCES),
}


@pytest.fixture
def theme():
    return make_theme(fr="Numérique")


@pytest.fixture
def items(office, group_member, theme):
    work_group = group_member.work_groups.get()
    made = {
        word: make_item(
            f"Marqueur wqz{word}", [theme], audience=word, organisation=office, work_groups=[work_group] if word == "group" else [],
            comment="Commentaire", in_next_letter=True,
        )
        for word in AUDIENCES
    }  # fmt: skip
    make_item("Marqueur wqzinbox", [theme], state="inbox", audience="public", source=make_source())
    make_item("Marqueur wqzaside", [theme], state="set_aside", audience="public")
    return made


def marks(text: str) -> set[str]:
    return {word for word in (*AUDIENCES, "inbox", "aside") if f"wqz{word}" in text}


def sign_in(client, request, persona):
    person = request.getfixturevalue(persona)
    if person.is_authenticated:
        client.force_login(person)
    return person


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_output_shows_exactly_what_one_may_read(client, request, items, persona):
    letter = make_letter("Juillet", items.values(), is_sent=True)
    rebuild()
    person = sign_in(client, request, persona)
    key = f"?key={person.feed_key}" if person.is_authenticated else ""
    addresses = [
        LIST, f"{LIST}?theme=numerique", f"{LIST}?q=marqueur", f"{LIST}fil.rss", f"{LIST}fil.atom{key}",
        f"{LIST}fil.rss?theme=numerique&q=marqueur", f"/fr/portail/veille/lettres/{letter.pk}/", "/fr/search/?q=marqueur&kind=watch&room=1",
    ]  # fmt: skip
    found = {address: marks(client.get(address).content.decode()) for address in addresses}
    assert found == dict.fromkeys(addresses, SEEN[persona])


@pytest.mark.parametrize("persona", PERSONAS)
def test_counts_count_what_one_may_read(client, request, items, persona):
    sign_in(client, request, persona)
    page = read(client.get(LIST))
    assert f"Numérique {len(SEEN[persona])}" in page.region("Thèmes").texts("link")
    if persona == "visitor":
        assert "1 article" in page.texts("paragraph")


@pytest.mark.parametrize("persona", PERSONAS)
def test_item_page_opens_to_its_readers(client, request, items, persona):
    sign_in(client, request, persona)
    refusal = 302 if persona == "visitor" else 404
    for word, item in items.items():
        assert client.get(item.get_absolute_url()).status_code == (200 if word in SEEN[persona] else refusal), word


def test_what_is_not_published_has_no_page(client, watcher):
    client.force_login(watcher)
    assert client.get(make_item("Un", state="inbox").get_absolute_url()).status_code == 404


def test_closed_items_cannot_be_marked(client, professional, items):
    client.force_login(professional)
    for verb in ("garder", "a-lire"):
        assert client.post(f"{LIST}{items['members'].pk}/{verb}/").status_code == 404
    client.post(f"{LIST}tout-lire/")
    assert set(WatchMark.objects.values_list("item", flat=True)) == {items["public"].pk, items["professionals"].pk}


def test_personal_feed_needs_the_right_key(client, professional, items):
    assert client.get(f"{LIST}fil.rss?key=faux").status_code == 404
    assert marks(client.get(f"{LIST}fil.rss?key={professional.feed_key}").content.decode()) == {"public", "professionals"}


def test_feeds_are_valid_and_unchanged_ones_are_not_sent_again(client, items):
    for path in ("fil.rss", "fil.atom"):
        response = client.get(LIST + path)
        feed = feedparser.parse(response.content)
        assert not feed.bozo and len(feed.entries) == 1
        assert feed.entries[0].link == "http://testserver" + items["public"].get_absolute_url()
        assert client.get(LIST + path, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_feed_follows_each_filter(client, theme):
    other = make_theme("photo-video")
    make_item("Un numérique", [theme], audience="public")
    make_item("Une photo", [other], audience="public")
    titles = [entry.title for entry in feedparser.parse(client.get(f"{LIST}fil.rss?theme=photo-video").content).entries]
    assert titles == ["Une photo"]


def test_feed_of_what_one_kept_is_offered_and_followed(client, professional, theme):
    kept, _other = make_item("Gardé", [theme], audience="public"), make_item("Lu", [theme], audience="public")
    client.force_login(professional)
    client.post(f"{LIST}{kept.pk}/garder/")
    address = f"{LIST}fil.rss?voir=gardes&key={professional.feed_key}"
    assert read(client.get(f"{LIST}?voir=gardes")).all_by_hook("href", address)
    client.logout()
    entries = feedparser.parse(client.get(address).content).entries
    assert [entry.title for entry in entries] == ["Gardé"]


def test_search_forgives_accents_and_capitals(client, theme):
    make_item("L’ÉTÉ à Port-Aurelle", [theme], audience="public", comment="Œuvre")
    make_item("Autre chose", [theme], audience="public")
    for words in ("ete aurelle", "Été", "oeuvre", "œuvre"):
        assert "1 article" in read(client.get(LIST, {"q": words})).texts("paragraph"), words
    assert "Aucun article ne correspond" in read(client.get(LIST, {"q": "zzz"})).text


def test_reading_and_keeping(client, professional, theme):
    item = make_item("Un", [theme], audience="public")
    client.force_login(professional)
    assert read(client.get(LIST)).has("heading", "Non lu : Un")
    client.get(item.get_absolute_url())
    assert read(client.get(LIST)).has("heading", "Un")
    assert "Vous avez tout lu" in read(client.get(f"{LIST}?voir=a-lire")).text
    assert "Vous n’avez rien gardé" in read(client.get(f"{LIST}?voir=gardes")).text
    for _double_click in range(2):
        client.post(f"{LIST}{item.pk}/garder/")
    page = read(client.get(f"{LIST}?voir=gardes"))
    assert "1 article" in page.texts("paragraph")
    assert page.get_by_role("button", "Garder « Un »")["value"] == "0"
    client.post(f"{LIST}{item.pk}/garder/", {"on": "0"})
    assert "Vous n’avez rien gardé" in read(client.get(f"{LIST}?voir=gardes")).text
    client.post(f"{LIST}{item.pk}/a-lire/")
    assert read(client.get(f"{LIST}?voir=a-lire")).has("heading", "Non lu : Un")


def test_marking_all_read_keeps_what_was_kept(client, professional, theme):
    kept, other = (make_item(title, [theme], audience="public") for title in ("Un", "Deux"))
    client.force_login(professional)
    client.post(f"{LIST}{kept.pk}/garder/")
    client.post(f"{LIST}tout-lire/")
    assert WatchMark.objects.read_by(professional).count() == WatchItem.objects.count()
    assert WatchMark.objects.saved_by(professional).get().item == kept


def test_way_back_stays_here(client, professional, theme):
    item = make_item("Un", [theme], audience="public")
    client.force_login(professional)
    response = client.post(f"{LIST}{item.pk}/garder/", {"next": "//ailleurs.example/"})
    assert response["Location"] == LIST


def test_entry_leaves_the_search_with_its_item(client, theme, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        item = make_item("Marqueur wqzpublic", [theme], audience="public")
    assert marks(client.get("/fr/search/?q=marqueur&room=1").content.decode()) == {"public"}
    with django_capture_on_commit_callbacks(execute=True):
        item.audience = "members"
        item.save()
    assert marks(client.get("/fr/search/?q=marqueur&room=1").content.decode()) == set()


@pytest.mark.parametrize("persona", ["visitor", "professional"])
def test_list_asks_the_database_as_often_for_ten_as_for_two_hundred(
    client, request, persona, theme, django_assert_max_num_queries
):
    sign_in(client, request, persona)
    source, asked = make_source(), []
    for number in (10, 190):
        for n in range(number):
            make_item(f"Article {n}", [theme], audience="public", source=source)
        client.get(LIST)
        with django_assert_max_num_queries(15) as queries:
            client.get(LIST)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_feed_asks_little(client, theme, django_assert_max_num_queries):
    for n in range(60):
        make_item(f"Article {n}", [theme], audience="public", source=make_source())
    client.get(f"{LIST}fil.rss")
    with django_assert_max_num_queries(6):
        assert client.get(f"{LIST}fil.rss").content.count(b"<item>") == 50


def test_sheet_has_the_filters_as_a_form(client, items, theme):
    form = read(client.get(f"{LIST}?theme={theme.slug}&q=wqz")).region("Choisir les filtres")
    assert form.form_values() == {"q": "wqz", "theme": theme.slug}
    assert form.texts("button")[-1] == "Voir 1 article"
