import pytest

from notifications.models import Notice
from pro_portal.watch.actions import triage
from pro_portal.watch.models import WatchItem
from tests.factories import make_work_group
from tests.factories.watch import make_item, make_letter, make_source, make_subscription, make_theme
from tests.html import read
from tests.personas import make_watcher

pytestmark = pytest.mark.django_db
INBOX = "/fr/portail/veille/a-trier/"


@pytest.fixture
def browser(client, watcher):
    client.force_login(watcher)
    return client


def gesture(item, **fields) -> dict:
    return {"title": item.title, "audience": "public", "seen": item.version, **fields}


def test_one_gesture_publishes_with_all_its_words(browser, watcher, professional):
    theme = make_theme()
    item, after = make_item("Un", state="inbox"), make_item("Deux", state="inbox")
    make_subscription(professional, [theme], notices=True)
    fields = gesture(item, comment="À lire.", themes=[theme.pk], in_next_letter="on", next=after.pk)
    response = browser.post(f"/fr/portail/veille/{item.pk}/publier/", fields)
    assert response["Location"] == f"{INBOX}?fait={item.pk}&element={after.pk}"
    item.refresh_from_db()
    assert (item.state, item.comment, item.audience, item.in_next_letter) == ("published", "À lire.", "public", True)
    assert (item.author, item.organisation, list(item.themes.all())) == (watcher, watcher.organisation, [theme])
    assert Notice.objects.get(person=professional).code == "watch_item"
    page = read(browser.get(response["Location"]))
    assert "« Un » est publié." in page.text
    assert page.all_by_hook("action", f"/fr/portail/veille/{item.pk}/remettre/")


def test_form_is_filled_from_the_source(browser):
    theme = make_theme()
    source = make_source(themes=[theme])
    item = make_item("Un", state="inbox", source=source, themes=[theme], audience="members", in_next_letter=True)
    page = read(browser.get(f"{INBOX}?element={item.pk}"))
    assert page.form_values()["audience"] == "members"
    assert len([box for box in page.all_by_role("checkbox") if box.checked]) == 2


def test_set_aside_and_put_back(browser):
    item = make_item("Un", state="inbox")
    browser.post(f"/fr/portail/veille/{item.pk}/ecarter/", {"seen": 0})
    assert WatchItem.objects.set_aside().get() == item
    browser.post(f"/fr/portail/veille/{item.pk}/remettre/")
    assert WatchItem.objects.inbox().get() == item


def test_taking_back_a_publication_hides_it_from_readers_and_draft(browser, client, watcher):
    item = make_item("Un", audience="public", in_next_letter=True)
    letter = make_letter("Brouillon", [item])
    browser.post(f"/fr/portail/veille/{item.pk}/remettre/")
    assert letter.items.count() == 0
    client.logout()
    assert "Un" not in read(client.get("/fr/portail/veille/")).texts("link")


def test_publication_undone_at_once_reaches_no_reader(browser, professional):
    theme = make_theme()
    make_subscription(professional, [theme], notices=True)
    item = make_item("Un", state="inbox")
    browser.post(f"/fr/portail/veille/{item.pk}/publier/", gesture(item, themes=[theme.pk]))
    assert not Notice.objects.in_bell_of(professional).exists()
    browser.post(f"/fr/portail/veille/{item.pk}/remettre/")
    assert not Notice.objects.exists()


def test_second_tab_is_told(browser, watcher):
    item = make_item("Un", state="inbox")
    triage.set_aside(item, make_watcher("autre@aurelle.example"), 0)
    response = browser.post(f"/fr/portail/veille/{item.pk}/publier/", gesture(item, seen=0, comment="Mes mots"))
    page = read(response)
    assert response.status_code == 409
    assert "Vera Leveil a déjà décidé à" in page.text and "écarté" in page.text and "Mes mots" in page.text
    assert WatchItem.objects.get().state == "set_aside"


def test_publishing_twice_publishes_once(browser, professional):
    theme = make_theme()
    make_subscription(professional, [theme], notices=True)
    item = make_item("Un", state="inbox")
    answers = [browser.post(f"/fr/portail/veille/{item.pk}/publier/", gesture(item, themes=[theme.pk])) for _time in range(2)]
    assert [answer.status_code for answer in answers] == [302, 409]
    assert Notice.objects.count() == 1


def test_changing_a_published_item_tells_nobody_again(browser, professional):
    theme = make_theme()
    make_subscription(professional, [theme], notices=True)
    item = make_item("Un", themes=[theme])
    before = item.published_at
    browser.post(f"/fr/portail/veille/{item.pk}/publier/", gesture(item, themes=[theme.pk], comment="Mieux dit"))
    item.refresh_from_db()
    assert (item.comment, item.published_at, Notice.objects.count()) == ("Mieux dit", before, 0)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": ""}, "Champ requis"),
        ({"themes": ["99999"]}, "99999"),
        ({"themes": ["9" * 40]}, "9" * 40),
        ({"audience": "everybody"}, "everybody"),
        ({"audience": "group"}, "group"),
        ({"title": "a\x00b"}, "caractère nul"),
        ({"title": "a" * 301}, "300"),
    ],
)
def test_what_cannot_be_published_is_said(browser, fields, said):
    item = make_item("Un", state="inbox")
    response = browser.post(f"/fr/portail/veille/{item.pk}/publier/", gesture(item) | fields)
    assert response.status_code == 422
    assert said in read(response).text
    assert WatchItem.objects.get().state == "inbox"


def test_item_for_a_group_reaches_the_group(browser, watcher, group_member, member):
    work_group = make_work_group(watcher, group_member)
    item = make_item("Un", state="inbox")
    fields = gesture(item, audience="group", work_groups=[work_group.pk])
    browser.post(f"/fr/portail/veille/{item.pk}/publier/", fields)
    readers = [person for person in (group_member, member) if WatchItem.objects.visible_to(person).exists()]
    assert readers == [group_member]


def test_inbox_asks_the_database_as_often_for_ten_as_for_two_hundred(browser, django_assert_num_queries):
    source = make_source(themes=[make_theme()])
    items = [make_item(f"Article {n}", state="inbox", source=source) for n in range(10)]
    address = f"{INBOX}?element={items[0].pk}"
    browser.get(address)  # what the site's frame keeps in memory is read once
    with django_assert_num_queries(15):  # one for all numbers of the menu, one for the sources to choose from
        browser.get(address)
    for n in range(10, 200):
        make_item(f"Article {n}", state="inbox", source=source)
    with django_assert_num_queries(15):
        browser.get(address)


def test_the_tab_counts_the_whole_inbox_whatever_is_shown(browser):
    source = make_source("Ici")
    make_item("La fête du port", state="inbox", source=source)
    make_item("La saison", state="inbox")
    make_item("Les horaires", state="published")
    for query in ("", "q=fête", f"source={source.pk}", "liste=publies"):
        assert browser.get(f"{INBOX}?{query}").context["tabs"][0]["count"] == 2


def test_inbox_is_narrowed_by_source_and_words(browser):
    here, there = make_source("Ici"), make_source("Là")
    make_item("La fête du port", state="inbox", source=here)
    make_item("La saison", summary="Une fête réussie", state="inbox", source=there)
    make_item("Les horaires", state="inbox", source=here)

    def count(query):
        return browser.get(f"{INBOX}?{query}").context["page"].paginator.count

    assert [count(query) for query in ("", f"source={here.pk}", "q=FETE", f"source={here.pk}&q=fête", "source=abc&q=%00")] == [
        3, 2, 2, 1, 3,
    ]  # fmt: skip
    assert "Aucun article ne correspond" in read(browser.get(f"{INBOX}?q=rien")).text


def test_many_are_set_aside_at_once_and_come_back(browser):
    source = make_source()
    first, second, third = (make_item(title, state="inbox", source=source) for title in ("Un", "Deux", "Trois"))
    other = make_item("Ailleurs", state="inbox")
    response = browser.post(f"{INBOX}ecarter/", {"element": [first.pk, second.pk, "x", 9**20]})
    page = read(browser.get(response["Location"]))
    assert "2 articles sont écartés." in page.text
    assert set(WatchItem.objects.set_aside()) == {first, second}
    undo = [form["action"] for form in page.all_by_hook("action") if "/a-trier/remettre/" in form["action"]]
    browser.post(undo[0])
    assert WatchItem.objects.inbox().count() == 4
    browser.post(f"{INBOX}ecarter/", {"tout": "1", "source": source.pk})
    assert set(WatchItem.objects.inbox()) == {other} and third.pk


def test_nothing_ticked_is_said(browser):
    assert "Cochez d’abord" in read(browser.post(f"{INBOX}ecarter/", follow=True)).text
    for moment in ("hier", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00"):
        assert "0 article" in read(browser.post(f"{INBOX}remettre/?moment={moment}", follow=True)).text
