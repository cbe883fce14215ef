"""The front pages: what is to be mended for administrators, the news for whoever has not read them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from common.health import State
from health.models import Line, NewsReading, Upgrade
from health.wagtail_hooks import is_new_to

pytestmark = pytest.mark.django_db


def make_line(key="disk", minutes=20, **fields):
    now = timezone.now()
    fields = {"state": State.FAILURE, "is_red": True, "changed_at": now - timedelta(minutes=minutes), "looked_at": now} | fields
    return Line.objects.create(key=key, **fields)


def front_pages(client, person) -> list[str]:
    client.force_login(person)
    return [client.get(address).content.decode() for address in (reverse("wagtailadmin_home"), "/intranet/")]


def test_administrators_see_what_is_red_on_both_front_pages(client, administrator):
    make_line()
    make_line("search", minutes=10)
    for html in front_pages(client, administrator):
        assert "Disque, " in html and "Recherche, " not in html and reverse("health:installation") in html


def test_clock_that_stands_still_is_seen_though_nobody_looks(client, administrator):
    make_line("web", state=State.OK, is_red=False, looked_at=timezone.now() - timedelta(minutes=11))
    for html in front_pages(client, administrator):
        assert "Horloge, " in html


@pytest.mark.parametrize("persona", ["editor", "moderator"])
def test_others_see_nothing_of_it(client, request, persona):
    make_line()
    for html in front_pages(client, request.getfixturevalue(persona)):
        assert "Disque, " not in html


def make_upgrade(**fields):
    Upgrade.objects.all().delete()
    Upgrade.objects.create(version="0.2.0")
    return Upgrade.objects.create(**fields)


def test_news_are_announced_after_an_upgrade_until_they_are_read(client, editor, settings):
    editor.date_joined = timezone.now() - timedelta(days=9)
    editor.save()
    make_upgrade(version=settings.VERSION)
    assert "est en service" in front_pages(client, editor)[0]
    client.get(reverse("health:news"))
    assert "est en service" not in front_pages(client, editor)[0]
    NewsReading.objects.update(version="0.2.0")
    assert is_new_to(editor)


def test_news_are_not_announced_to_who_came_later_nor_for_ever_nor_on_the_first_day(editor, settings):
    make_upgrade(version=settings.VERSION, at=timezone.now() - timedelta(hours=1))
    assert not is_new_to(editor)  # who came a moment ago
    editor.date_joined = timezone.now() - timedelta(days=90)
    assert is_new_to(editor)
    make_upgrade(version=settings.VERSION, at=timezone.now() - timedelta(days=31))
    assert not is_new_to(editor)
    Upgrade.objects.all().delete()
    Upgrade.objects.create(version=settings.VERSION)
    assert not is_new_to(editor)
