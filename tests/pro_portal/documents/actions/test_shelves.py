"""A document that is announced leaves in one letter, to who may see it."""

import pytest
from django.core import mail
from django.utils import timezone

from pro_portal.watch.actions import newsletter
from pro_portal.watch.models import WatchLetter
from pro_portal.watch.periodic import send_letters
from tests.factories.portal_documents import make_edition
from tests.factories.watch import make_subscription, make_theme
from tests.html import read
from tests.personas import make_watcher

pytestmark = pytest.mark.django_db


@pytest.fixture
def watcher(db):
    return make_watcher()


@pytest.fixture
def send(watcher, django_capture_on_commit_callbacks):
    def send_letter(letter):
        with django_capture_on_commit_callbacks(execute=True):
            newsletter.send(letter, watcher)
            WatchLetter.objects.update(leaves_at=timezone.now())  # nobody undid it
            send_letters()

    return send_letter


def test_a_letter_announces_documents_once_to_who_may_see_them(client, send, watcher, professional, member):
    digital, law = make_theme("numerique"), make_theme("loi")
    open_to_all = make_edition("Bilan du numérique", shelf="figures", year=2025, theme=digital, in_letter=True)
    make_edition("Rapport juridique", shelf="figures", theme=law, in_letter=True)
    make_edition("Sans annonce", shelf="figures")
    make_edition("Entre nous", audience="members", in_letter=True)
    make_edition("Jeté", in_letter=True, deleted_at=timezone.now())
    make_subscription(professional, [digital])
    letter = newsletter.prepare()  # without any item of the watch
    client.force_login(watcher)
    assert "Bilan du numérique" in read(client.get(f"/fr/portail/veille/lettres/{letter.pk}/modifier/")).text
    send(letter)
    [message] = mail.outbox
    assert message.to == [professional.email]
    assert "Bilan du numérique" in message.body and open_to_all.get_absolute_url() in message.body
    for title in ("Rapport juridique", "Sans annonce", "Entre nous", "Jeté"):
        assert title not in message.body
    assert newsletter.prepare() is None  # announced, once and for all
    address = letter.get_absolute_url()
    client.force_login(professional)
    assert "Bilan du numérique" in read(client.get(address)).text
    client.logout()
    assert client.get(address).status_code == 302  # it holds nothing for a visitor
    # Narrowed since: gone from the letter's page too.
    open_to_all.document.audience = "members"
    open_to_all.document.save()
    client.force_login(professional)
    assert "Bilan du numérique" not in read(client.get(address)).text


def test_an_empty_draft_keeps_what_it_would_announce(send):
    letter = WatchLetter.objects.create(title="Vide")
    with pytest.raises(newsletter.EmptyLetter):
        send(letter)
    place = make_edition("Arrivé depuis", in_letter=True)
    assert newsletter.number_waiting() == 1 and place.letter is None
