"""The administrator's page in the CMS."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from common.health import State
from health.models import Line
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, administrator):
    client.force_login(administrator)
    return lambda: read(client.get(reverse("health:installation")))


def test_page_says_each_state_by_a_word_and_how_to_mend_it(page, only_probes):
    only_probes({"web": State.OK, "disk": State.WARNING, "search": State.FAILURE})
    Line.note("search", State.FAILURE, timezone.now() - timedelta(hours=1))
    words = " ".join(page().text.split())
    assert "1 à réparer, 1 à surveiller." in words
    assert [words.count(word) for word in ("En ordre", "À surveiller", "À réparer depuis le")] == [1, 1, 1]
    assert words.count("Faites.") == 2  # what is well needs no mending


def test_page_of_a_sound_installation_says_so(page, only_probes):
    only_probes({"web": State.OK})
    assert "Tout est en ordre." in page().text


def test_page_shows_every_probe(page):
    assert page().texts("heading")[1:] == [
        "Site", "Travail d’arrière-plan", "Horloge", "Tâches", "Courriel", "Sauvegarde", "Recherche", "Fichiers", "Documents", "Cache des pages",
        "Disque", "Certificat", "Versions",
    ]  # fmt: skip


def test_trial_sends_a_mail_to_who_asks(client, administrator, page):
    client.force_login(administrator)
    response = client.post(reverse("health:mail_trial"))
    assert "Le courriel d’essai a été écrit dans un fichier." in read(response).text
    assert [message.to for message in mail.outbox] == [[administrator.email]]
    assert client.get(reverse("health:mail_trial"))["Location"] == reverse("health:installation")
    assert len(mail.outbox) == 1


def test_trial_shows_the_refusal_of_the_server(client, administrator, letterbox):
    letterbox.recipient_answer = "550 5.1.1 <b>No such person</b>"
    client.force_login(administrator)
    response = client.post(reverse("health:mail_trial"))
    assert "n’est pas parti : 550 5.1.1 &lt;b&gt;No such person" in response.content.decode()


@pytest.mark.parametrize("persona", ["editor", "moderator"])
def test_page_is_for_administrators(client, request, persona):
    client.force_login(request.getfixturevalue(persona))
    assert client.get(reverse("health:installation")).status_code == 302
    assert client.post(reverse("health:mail_trial")).status_code == 302
    assert mail.outbox == []
    assert reverse("health:installation") not in client.get(reverse("wagtailadmin_home")).content.decode()
