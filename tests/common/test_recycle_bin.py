"""The bin of all rooms, tried with a room that is made here."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common import recycle_bin
from common.access import Audience
from common.recycle_bin import BinRoom, CannotTakeBack, sweep, with_undo
from intranet.articles.models import Article
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
BIN = "/intranet/corbeille/"


def thrown_by(person):
    """As a room does: one's own, or for an editor all that they would see."""
    thrown = Article.objects.exclude(deleted_at=None)
    return (
        thrown.filter(audience=Audience.MEMBERS) if person.has_perm("agenda.publish_event") else thrown.filter(deleted_by=person)
    )


@pytest.fixture(autouse=True)
def rooms(monkeypatch):
    def take_back(article, person):
        if article.title == "Ses groupes":
            raise CannotTakeBack("Le groupe n’existe plus.")
        article.take_back()

    labels = {"notes": "Note", "lettres": "Lettre"}
    made = {code: BinRoom(code, label, Article, thrown_by, take_back=take_back) for code, label in labels.items()}
    made["lettres"] = BinRoom("lettres", "Lettre", Article, lambda person: Article.objects.none())
    monkeypatch.setattr(recycle_bin, "_rooms", made)
    monkeypatch.setattr(Article, "get_absolute_url", lambda article: f"/intranet/articles/{article.pk}/")


def make_thrown(author, title="Ouvrir le dimanche", **fields) -> Article:
    article = Article.objects.create(title=title, author=author, live=True, **fields)
    article.throw_away(author)
    return article


def test_each_finds_what_they_threw_away_and_an_editor_what_they_may_see(client, member, group_member, editor):
    make_thrown(member)
    make_thrown(group_member, "Celle du groupe", audience=Audience.GROUP)
    seen = {}
    for person in (member, group_member, editor):
        client.force_login(person)
        seen[person] = [title for title in read(client.get(BIN)).texts("heading") if title != "Corbeille"]
    assert list(seen.values()) == [["Ouvrir le dimanche"], ["Celle du groupe"], ["Ouvrir le dimanche"]]


def test_thing_comes_back_as_it_was_and_a_second_press_leads_to_it(client, member):
    article = make_thrown(member)
    client.force_login(member)
    back = f"{BIN}notes/{article.pk}/reprendre/"
    for _press in range(2):
        answer = client.post(back)
        assert answer.headers["Location"] == article.get_absolute_url()
    article.refresh_from_db()
    assert (article.deleted_at, article.deleted_by, article.live) == (None, None, True)


def test_nobody_else_takes_it_back(client, member, group_member, professional):
    article = make_thrown(member)
    for person in (group_member, professional):
        client.force_login(person)
        assert client.post(f"{BIN}notes/{article.pk}/reprendre/").status_code == 404
    client.force_login(member)
    for address in (
        f"{BIN}lettres/{article.pk}/reprendre/",
        f"{BIN}rien/{article.pk}/reprendre/",
        f"{BIN}notes/999999/reprendre/",
    ):
        assert client.post(address).status_code == 404
    article.refresh_from_db()
    assert article.deleted_at


def test_what_cannot_come_back_says_why(client, member):
    article = make_thrown(member, "Ses groupes")
    client.force_login(member)
    page = read(client.post(f"{BIN}notes/{article.pk}/reprendre/", follow=True))
    assert "Le groupe n’existe plus." in page.text and "Ses groupes" in page.texts("heading")


def test_after_a_deletion_any_page_offers_to_take_it_back_to_who_may(client, member, group_member):
    article = make_thrown(member)
    for person, offers in ((member, True), (group_member, False)):
        client.force_login(person)
        page = read(client.get(with_undo("/intranet/notifications/?page=1", "notes", article)))
        assert page.has("button", "Rétablir") == offers and ("Ouvrir le dimanche" in page.text) == offers
    client.force_login(member)
    for value in ("", "notes", "notes-", "-3", "notes-x", "rien-1", "notes-" + "9" * 40):
        assert not read(client.get("/intranet/notifications/", {"corbeille": value})).has("button", "Rétablir")


def test_bin_takes_as_many_queries_for_many_rows(client, member):
    client.force_login(member)
    counts = []
    for number in (1, 3):
        for each in range(number):
            make_thrown(member, f"Note {number}-{each}")
        client.get(BIN)
        with CaptureQueriesContext(connection) as queries:
            client.get(BIN)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_thirty_days_later_it_is_destroyed(member):
    old, recent = make_thrown(member, "Vieille"), make_thrown(member, "Récente")
    Article.objects.filter(pk=old.pk).update(deleted_at=timezone.now() - timedelta(days=31))
    assert sweep() == 1
    assert list(Article.objects.values_list("pk", flat=True)) == [recent.pk]
