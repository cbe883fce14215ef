"""The newsletter without an account, from the form to the last letter."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from common.rate_limits import MESSAGES_AN_HOUR
from pro_portal.watch.models import WatchLetterReader
from pro_portal.watch.signed_links import confirmation_path, reader_stop_path
from tests.factories.watch import make_theme
from tests.html import read

pytestmark = pytest.mark.django_db
FORM, ADDRESS = "/fr/portail/veille/lettre-par-courriel/", "lectrice@ailleurs.example"


def test_visitor_asks_confirms_by_post_and_stops(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = read(client.post(FORM, {"email": ADDRESS}, follow=True))
    assert "Regardez votre boîte de réception" in page.text
    [message] = mail.outbox
    confirm = re.search(r"/portail/veille/lettre/confirmer/\S+", message.body)[0]
    assert client.get(confirm).status_code == 200
    assert WatchLetterReader.objects.get().confirmed_at is None  # a mail scanner reads links, and confirms nothing
    assert "C’est confirmé" in read(client.post(confirm)).text
    stop = reader_stop_path(reader := WatchLetterReader.objects.get())
    assert reader.confirmed_at and client.get(stop).status_code == 200 and WatchLetterReader.objects.exists()
    for _time in range(2):
        assert "arrêtée" in read(client.post(stop, {"List-Unsubscribe": "One-Click"})).text
    assert not WatchLetterReader.objects.exists()
    assert client.post(confirm).status_code == 404


def test_themes_are_chosen_where_the_letter_is_stopped(client):
    nature, lodging = make_theme("nature"), make_theme("lodging")
    reader = WatchLetterReader.objects.create(email=ADDRESS)
    address = reader_stop_path(reader)
    assert not read(client.get(address)).has("button", "Enregistrer mes choix")  # it has not been confirmed
    client.post(address, {"action": "themes", "themes": nature.pk})
    assert not WatchLetterReader.objects.exists()  # any other POST stops
    reader = WatchLetterReader.objects.create(email=ADDRESS, confirmed_at=timezone.now())
    address = reader_stop_path(reader)
    for themes, status, kept in (([nature], 302, {nature}), ([], 422, {nature}), ([nature, lodging], 302, set())):
        answer = client.post(address, {"action": "themes", "themes": [theme.pk for theme in themes]})
        assert (answer.status_code, set(reader.themes.all())) == (status, kept)
    page = read(client.get(address))
    assert "Vos choix sont enregistrés." in page.text
    assert len(boxes := page.all_by_role("checkbox")) == 2 and all(box.checked for box in boxes)


def test_answer_is_the_same_whoever_is_known(client, professional):
    WatchLetterReader.objects.create(email=ADDRESS, confirmed_at=timezone.now())
    WatchLetterReader.objects.create(email="attend@ailleurs.example")
    emails = (ADDRESS, "attend@ailleurs.example", "neuve@ailleurs.example", professional.email)
    pages = {(answer := client.post(FORM, {"email": email})).status_code for email in emails} | {answer["Location"]}
    assert pages == {302, f"{FORM}?demande=1"}


def test_requests_of_one_visitor_are_counted(client):
    answers = [client.post(FORM, {"email": f"a{number}@ailleurs.example"}).status_code for number in range(MESSAGES_AN_HOUR + 1)]
    assert answers == [302] * MESSAGES_AN_HOUR + [429]


@pytest.mark.parametrize("email", ["", "pas une adresse", "a@b", "a@b.example\r\nBcc: c@d.example", "é" * 300 + "@b.example"])
def test_bad_addresses_are_refused(client, email):
    assert client.post(FORM, {"email": email}).status_code == 422 and not WatchLetterReader.objects.exists()


def test_links_of_mails_end_or_stay(client):
    reader = WatchLetterReader.objects.create(email=ADDRESS)
    confirm, stop = confirmation_path(reader), reader_stop_path(reader)
    assert client.get(confirm.replace("confirmer", "arret")).status_code == 404
    assert client.get(confirm[:-2] + "x/").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert client.post(confirm).status_code == 404
        assert client.get(stop).status_code == 200


def test_visitors_are_led_to_the_form_and_members_to_their_own(client, professional):
    assert FORM in {link.get("href") for link in read(client.get("/fr/portail/veille/lettres/")).all_by_hook("href", FORM)}
    client.force_login(professional)
    assert client.get(FORM)["Location"] == "/fr/portail/veille/abonnement/"
