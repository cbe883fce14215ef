"""« Quoi de neuf »."""

import pytest
from django.urls import reverse

from health.models import NewsReading, Upgrade
from tests.html import read

pytestmark = pytest.mark.django_db


def page(client, person):
    client.force_login(person)
    return read(client.get(reverse("health:news")))


def test_news_say_the_version_in_use_and_since_when(client, editor, settings):
    Upgrade.objects.all().delete()
    Upgrade.objects.create(version=settings.VERSION)
    assert f"Escale {settings.VERSION}, installée le" in " ".join(page(client, editor).text.split())
    Upgrade.objects.create(version="0.2.0")
    Upgrade.objects.create(version=settings.VERSION)
    words = " ".join(page(client, editor).text.split())
    assert f"Escale {settings.VERSION}, en service depuis le" in words
    assert words.index("Version 0.3 celle-ci") < words.index("Version 0.2") < words.index("Version 0.1")


def test_news_of_the_administration_are_for_administrators(client, editor, administrator):
    assert "Pour l’administration" not in page(client, editor).text
    assert "Pour l’administration" in page(client, administrator).text


def test_news_are_in_the_language_of_the_reader(client, editor):
    editor.language = "ca"
    editor.save()
    assert "Aquesta pàgina diu" in page(client, editor).text


def test_reading_the_news_is_remembered(client, editor, settings):
    for _time in range(2):
        page(client, editor)
    assert NewsReading.objects.get().version == settings.VERSION
