"""Subscriptions of readers."""

import pytest

from pro_portal.watch.models import WatchSubscription
from pro_portal.watch.signed_links import preferences_path, stop_path
from tests.factories.watch import make_subscription, make_theme
from tests.html import read

pytestmark = pytest.mark.django_db


def test_reader_subscribes(client, professional):
    theme = make_theme()
    client.force_login(professional)
    client.post("/fr/portail/veille/abonnement/", {"letter": "on", "themes": [theme.pk]})
    subscription = WatchSubscription.objects.get(person=professional)
    assert (subscription.letter, subscription.notices, list(subscription.themes.all())) == (True, False, [theme])


def test_subscription_without_a_theme_is_said(client, professional):
    client.force_login(professional)
    response = client.post("/fr/portail/veille/abonnement/", {"letter": "on"})
    assert response.status_code == 422 and "Choisissez au moins un thème." in read(response).text
    assert not WatchSubscription.objects.exists()


def test_letter_stops_by_post_only(client, professional):
    make_subscription(professional, [make_theme()], notices=True)
    address = stop_path(professional)
    assert client.get(address).status_code == 200
    assert WatchSubscription.objects.get().letter
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    subscription = WatchSubscription.objects.get()
    assert (subscription.letter, subscription.notices) == (False, True)


def test_preferences_open_without_signing_in(client, professional):
    theme = make_theme()
    address = preferences_path(professional)
    client.post(address, {"letter": "on", "themes": [theme.pk]})
    assert WatchSubscription.objects.get().person == professional
    assert client.get(address + "x/").status_code == 404
    assert client.get(stop_path(professional).replace("arret", "p")).status_code == 404
